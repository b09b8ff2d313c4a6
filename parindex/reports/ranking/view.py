"""What every form of a ranking is made from. Rows are streamed, so that a whole country needs little memory."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Literal, Protocol

from msgspec import Struct

from parindex.model.policy import Rounding
from parindex.scoring.ranking import Summary, Ties

TOTAL = ""
"""The code of the whole, beside the codes of the domains."""

Reason = Literal["unreadable", "not_scored", "no_index", "left_out", "no_group", "other_year", "duplicate", "fault"]
"""Why a unit has no place: its file cannot be read · its set or plans cannot be had · nothing could be scored · a
special unit · its kind is in no group · another year · two files have its id · the program itself failed."""


class SetInfo(Struct, frozen=True):
    """A criteria set that was scored by."""

    id: str
    title: str
    status: str
    decision: str | None


class About(Struct, frozen=True):
    """What every output says of itself."""

    title: str
    year: int | None
    period: str | None
    """``2023`` or a part of it, ``2023-6m``; ``None`` where units of several are ranked apart."""
    approved: bool
    decision: str | None
    """Number of the decision that approved the ranking."""
    decided: date | None
    program: str
    sets: tuple[SetInfo, ...]
    ranked: int
    apart: int
    synthetic: int
    """Units whose figures are invented."""
    rescaled: int
    provisional: int
    missing: int
    """Units that give no figure for some criteria."""


class Group(Struct, frozen=True):
    """Units that are ranked among each other."""

    number: int
    name: str
    set_id: str
    units: int
    ties: Ties
    rounding: Rounding


class Part(Struct, frozen=True):
    """The whole of a set, or one of its domains."""

    code: str
    name: str
    max: Decimal


class Criterion(Struct, frozen=True):
    """A leaf of a set."""

    code: str
    name: str
    domain: str
    max: Decimal
    counts: str

    def reached(self, final: Decimal) -> Decimal:
        """How much of the maximum a score is: of a penalty, what was not taken."""
        return self.max + final if self.counts == "penalty" else final


class Row(Struct, frozen=True):
    """A unit's place and result in one part. Numbers are exact; printing rounds them."""

    place: int
    shared: bool
    id: str
    name: str
    type: str | None
    earned: Decimal
    appraised: Decimal
    survey: Decimal
    max: Decimal
    scorable: Decimal
    index: Decimal
    score_class: str | None
    next_class: str | None
    short: Decimal | None
    """Points of the index still short of the next class."""
    gates: tuple[str, ...]
    behind: Decimal
    """Points of the index behind the leader of the group."""
    previous_index: Decimal | None
    change: Decimal | None
    previous_place: int | None
    climbed: int | None
    pending: Decimal
    missing: Decimal
    provisional: bool
    rescaled: bool
    synthetic: bool
    file: str
    errors: int
    warnings: int
    computed_index: Decimal | None
    """The index by the rules alone, where the unit's own scores make it another one."""


class Apart(Struct, frozen=True):
    """A unit without a place."""

    id: str | None
    name: str
    file: str
    reason: Reason
    words: str
    """The project's own reason for a special unit, or the unit's kind, year or the other file."""
    index: Decimal | None


class Cell(Struct, frozen=True):
    """A unit's points in one criterion."""

    final: Decimal | None
    status: str


class Member(Struct, frozen=True):
    """A unit by its place among its group: as much of a row as a list of points needs."""

    place: int
    id: str
    name: str


class RankingView(Protocol):
    """Reads a ranking; every call starts its rows anew."""

    @property
    def about(self) -> About:
        """What the outputs say of themselves."""

    def groups(self) -> Sequence[Group]:
        """The groups in the project's order."""

    def parts(self, set_id: str) -> Sequence[Part]:
        """The whole, then the domains of a set."""

    def criteria(self, set_id: str) -> Sequence[Criterion]:
        """The leaves of a set in order."""

    def rows(self, group: int, part: str = TOTAL) -> Iterator[Row]:
        """The places of a group in one part, the best first."""

    def domains(self, group: int) -> Iterator[tuple[Row, Sequence[tuple[Part, Row]]]]:
        """The units of a group by place, each with its rows in the domains that could be scored, in order."""

    def summary(self, group: int, part: str = TOTAL) -> Summary:
        """Mean, extremes and class shares of a group."""

    def unranked(self, group: int, part: str) -> Sequence[str]:
        """Names of ranked units for which this domain has nothing that could be scored."""

    def apart(self) -> Iterator[Apart]:
        """The units without a place, by name."""

    def column(self, group: int, code: str) -> Iterator[tuple[Member, Cell]]:
        """The units of a group by place, with their points in one criterion; those that have it."""

    def matrix(self, group: int) -> Iterator[tuple[Row, Mapping[str, Cell]]]:
        """The units of a group by place, with their criteria by code."""
