"""The score sheet: every number with its working. Numbers are exact and serialise as strings."""

from __future__ import annotations

import datetime as dates
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, Literal

from pydantic_core import core_schema

from parindex.model.criteria import ScoredBy
from parindex.model.policy import Policy
from parindex.model.unit import DocumentEntry, Proof
from parindex.values.fields import Spelling, as_bound
from parindex.values.numbers import ZERO, Operator, exact, plain
from parindex.values.records import Record
from parindex.values.steps import Status
from parindex.values.targets import Comparator

SHEET_FORMAT = "1"
"""Version of the sheet's JSON schema; it rises when a key changes its meaning."""

Exact = Annotated[
    Decimal,
    Spelling(
        core_schema.decimal_schema(
            serialization=core_schema.plain_serializer_function_ser_schema(
                plain, return_schema=core_schema.str_schema(), when_used="json"
            )
        )
    ),
]
"""An exact number, written without exponent and without zeros at the end."""

_NUMBER = re.compile(r"-?\d+(\.\d+)?")


def _scalar(value: object) -> object:
    """A value as it stands in a sheet: a number of any length, for one that does not end has 34 digits."""
    return Decimal(value) if isinstance(value, str) and _NUMBER.fullmatch(value) else as_bound(value)


def _written(value: bool | Decimal | dates.date) -> object:
    return plain(value) if isinstance(value, Decimal) else value


Scalar = Annotated[
    bool | Decimal | dates.date,
    Spelling(
        core_schema.no_info_before_validator_function(
            _scalar,
            core_schema.union_schema(
                [core_schema.bool_schema(), core_schema.decimal_schema(), core_schema.date_schema()]
            ),
            serialization=core_schema.plain_serializer_function_ser_schema(_written, when_used="json"),
        )
    ),
]
"""A number, a day, or yes or no."""


class SumLine(Record, frozen=True, kw_only=True):
    """A sum as data: an operator and its terms; see ``values.numbers.Sum``."""

    op: Operator
    terms: tuple[Exact | SumLine, ...]


NodeLevel = Literal["domain", "group", "leaf"]


class StepLine(Record, frozen=True, kw_only=True):
    """A step of the working, as data: see ``values.steps.Step``."""

    what: str
    """Message id, such as ``proportional.met``."""
    data: dict[str, Scalar] = {}
    words: dict[str, str] = {}
    sum: Exact | SumLine | None = None


class CiteLine(Record, frozen=True, kw_only=True):
    """A place in a plan."""

    plan: str
    title: str
    section: str
    locator: str


class TargetLine(Record, frozen=True, kw_only=True):
    """A target as used or as another plan asks it."""

    comparator: Comparator
    value: Scalar
    unit: str = ""
    source: Literal["plan", "set"]
    """Whether a plan sets it, or it is the set's own threshold ("ngưỡng tham chiếu")."""
    binding: Literal["required", "aspiration"] = "required"
    cite: CiteLine | None = None


class FactLine(Record, frozen=True, kw_only=True):
    """A fact as the unit reported it."""

    indicator: str
    name: str
    counts: str | None = None
    """The counting word, such as hồ sơ."""
    numerator: Exact | None = None
    denominator: Exact | None = None
    value: Exact | None = None
    """The measured value: the share in percent for a ratio, else the number."""
    percent: bool = False
    answer: bool | None = None
    date: dates.date | None = None
    done: tuple[str, ...] | None = None
    items: dict[str, str] = {}
    """The checklist's items by id, so that the sheet can be read without the vocabulary."""
    excluded: Exact | None = None
    as_of: dates.date | None = None
    provisional: bool = False
    conducted_by: str | None = None
    previous: Exact | None = None
    """Last year's value, where the unit gives it."""
    left_out: dict[str, int] = {}
    """Tasks left out of a derived share, by their state."""


class MoreLine(Record, frozen=True, kw_only=True):
    """What would win the rest of the points: found by running the rule."""

    numerator: Exact
    more: Exact
    counts: str | None = None
    points: Exact


class ChangeLine(Record, frozen=True, kw_only=True):
    """One act of the appraisal on a criterion: who set its score from what to what, when and why."""

    entry: str
    """Id of the entry in the appraisal's file."""
    round: int
    act: Literal["score", "fact", "agree", "withdrawn"]
    """``withdrawn``: the entry replaces an earlier one, whose correction or (no indicator) score it took back."""
    agency: str
    post: str
    date: dates.date
    reason: str
    before: Exact | None = None
    after: Exact | None = None
    indicator: str | None = None
    """The indicator that was corrected."""


class Totals(Record, frozen=True, kw_only=True):
    """Sums of a sheet or of one node. ``index`` = earned ÷ scorable maximum × 100, by the policy."""

    max: Exact
    """Sum of the maxima of all normal leaves."""
    computed: Exact
    """Earned by the rules alone."""
    earned: Exact
    """Earned, with the unit's claims."""
    scorable: Exact
    """The maximum that could be scored: the base of the index."""
    pending: Exact
    """Maximum of what waits for the council or a survey."""
    missing: Exact
    """Maximum of what has no fact, no target or an invalid fact: it earned nothing and stays in the base."""
    unsupported: Exact
    """Points that stand without evidence."""
    not_arising: Exact
    """Maximum left out because nothing arose."""
    bonus: Exact
    penalty: Exact
    index: Exact | None
    computed_index: Exact | None
    provisional: bool
    """Something is pending: the index is of what could be scored so far."""
    rescaled: bool
    """The survey part is left out and the rest counts as the whole."""

    @property
    def unreached(self) -> Decimal:
        """Points of the scorable maximum that were not earned ("điểm chưa đạt"); never below 0."""
        with exact():
            return max(self.scorable - self.earned, ZERO)


class Line(Record, frozen=True, kw_only=True, rename={"self_score": "self"}):
    """A domain, criterion or leaf. ``None`` is a score that does not exist yet, never zero."""

    code: str
    name: str
    level: NodeLevel
    domain: str | None = None
    """The id of a domain, on its own line."""
    max: Exact
    counts: Literal["normal", "bonus", "penalty"] = "normal"
    computed: Exact | None = None
    self_score: Exact | None = None
    claimed: Exact | None = None
    round1: Exact | None = None
    round2: Exact | None = None
    survey: Exact | None = None
    final: Exact | None = None
    status: Status | None = None
    reason: str | None = None
    """Message id, or the unit's own words for ``not_arising``."""
    unreached: Exact | None = None
    """Maximum less final ("điểm chưa đạt")."""
    indicator: str | None = None
    scored_by: ScoredBy = "unit"
    appraised_by: str | None = None
    facts: tuple[FactLine, ...] = ()
    rule: str | None = None
    target: TargetLine | None = None
    other_targets: tuple[TargetLine, ...] = ()
    met: bool | None = None
    steps: tuple[StepLine, ...] = ()
    more: MoreLine | None = None
    evidence: tuple[Proof, ...] = ()
    required_evidence: tuple[str, ...] = ()
    explanation: str | None = None
    note: str | None = None
    history: tuple[ChangeLine, ...] = ()
    """Every act of the appraisal, in order."""
    totals: Totals | None = None
    """Of a domain or group."""
    children: tuple[Line, ...] = ()

    @property
    def keeps_self_score(self) -> bool:
        """Whether the self score is the result, as far as the appraisal has come."""
        return self.self_score is not None and self.final == self.self_score

    def leaves(self) -> Iterator[Line]:
        """The leaves under this line, or the line itself."""
        if self.level == "leaf":
            yield self
        for child in self.children:
            yield from child.leaves()

    def every(self) -> Iterator[Line]:
        """This line and all lines under it."""
        yield self
        for child in self.children:
            yield from child.every()


class SheetUnit(Record, frozen=True, kw_only=True):
    """The unit of a sheet."""

    id: str
    name: str
    level: str
    type: str | None = None
    parent: str | None = None
    synthetic: bool = False


class SheetSet(Record, frozen=True, kw_only=True):
    """The criteria set of a sheet."""

    id: str
    title: str
    status: Literal["reference", "official"]
    decision: str | None = None
    scale: Exact


class SheetPlan(Record, frozen=True, kw_only=True):
    """A plan that the sheet used."""

    id: str
    title: str
    issuer: str
    number: str | None = None
    date: str | None = None


class Input(Record, frozen=True, kw_only=True):
    """A file that the scoring read."""

    path: str
    sha256: str


class SheetFinding(Record, frozen=True, kw_only=True):
    """A diagnostic of the scoring, as the registry knows it."""

    code: str
    criterion: str | None = None
    data: dict[str, Scalar] = {}
    words: dict[str, str] = {}


class SheetPrevious(Record, frozen=True, kw_only=True):
    """Last year's result, for the change in rankings."""

    index: Exact | None = None
    """As published where the unit gives it, else scored from last year's file."""
    place: int | None = None
    parts: dict[str, Exact] = {}
    """Indices of the domains, by their ids: codes and names may differ between the sets of two years."""


class AppraisalLine(Record, frozen=True, kw_only=True):
    """What the appraisal did to a submitted sheet."""

    submission: str
    """SHA-256 of the submission."""
    rounds: tuple[int, ...]
    agencies: tuple[str, ...]
    undecided: tuple[str, ...]
    """Criteria on which no appraiser has decided: their self score stands for now."""
    submitted_earned: Exact
    submitted_index: Exact | None = None


class Sheet(Record, frozen=True, kw_only=True, rename={"score_class": "class"}):
    """The score sheet of one unit."""

    format: str = SHEET_FORMAT
    program: str
    unit: SheetUnit
    year: int
    period: str
    set: SheetSet
    plans: tuple[SheetPlan, ...]
    policy: Policy
    inputs: tuple[Input, ...] = ()
    totals: Totals
    score_class: str | None = None
    lines: tuple[Line, ...]
    documents: dict[str, DocumentEntry] = {}
    """The documents of the unit by id."""
    previous: SheetPrevious | None = None
    appraisal: AppraisalLine | None = None
    """Of an appraised sheet: its totals are then those of the final scores."""
    findings: tuple[SheetFinding, ...] = ()

    def leaves(self) -> Iterator[Line]:
        """All leaves in order."""
        for line in self.lines:
            yield from line.leaves()

    def every(self) -> Iterator[Line]:
        """All domains, groups and leaves in order."""
        for line in self.lines:
            yield from line.every()
