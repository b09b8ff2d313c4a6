"""Everything that the workbook of an appraising agency is made from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cached_property

from msgspec import Struct

from parindex.model.appraisal import Answer, Correction, Entry
from parindex.model.criteria import Leaf
from parindex.model.indicators import Indicator
from parindex.model.sheet import Line, Sheet
from parindex.model.unit import FactEntry, Unit
from parindex.reports.forms.source import FormSource
from parindex.scoring.appraisal import Case
from parindex.scoring.facts import fact_of
from parindex.values.facts import Fact
from parindex.values.numbers import rounded


class AppraisalSource(Struct, frozen=True, dict=True):
    """A frozen submission as one agency sees it at the beginning of a round."""

    case: Case
    sheet: Sheet
    """The scores that stand: as submitted, or after the first round."""
    unit: Unit
    """As submitted, with the corrections so far."""
    corrections: Mapping[str, Correction]
    """The figures that were corrected so far, by indicator."""
    agency: str
    round: int
    leaves: Sequence[Leaf]
    """The criteria of the agency's field, in the order of the set."""
    said: Mapping[str, str]
    """What the workbook says of itself."""
    terms: Sequence[str] = ()
    """The deadlines in words."""
    links: Mapping[str, str] = {}
    """By the id of a document what opens it: an address, or its path from the workbook."""
    entries: Sequence[Entry] = ()
    answers: Sequence[Answer] = ()

    @cached_property
    def lines(self) -> Mapping[str, Line]:
        """The leaves of the sheet that stands, by code."""
        return {line.code: line for line in self.sheet.leaves()}

    @cached_property
    def submitted(self) -> Mapping[str, Line]:
        """The leaves of the sheet as submitted, by code."""
        return {line.code: line for line in self.case.submitted.leaves()}

    @cached_property
    def form(self) -> FormSource:
        """The same unit as the form of its figures is made from, with nothing filled in."""
        return FormSource(self.unit, {}, self.case.criteria, self.case.plans, self.case.indicators)

    def standing(self, code: str) -> Decimal | None:
        """The score that stands before this round."""
        line = self.lines[code]
        return line.self_score if self.round == 1 else line.final

    def printed(self, value: Decimal | None) -> Decimal | None:
        """A score as it is printed, rounded as the set says."""
        rounding = self.case.criteria.policy.rounding
        return None if value is None else rounded(value, rounding.digits, rounding.mode)

    def fact(self, indicator: Indicator) -> Fact | None:
        """What the unit reports, or what was corrected since; also what follows from its tasks and inspections."""
        derived = self.form.derived.get(indicator.derived or "")
        if derived is not None and indicator.id not in self.corrections:
            return derived.ratio
        return fact_of(self.unit, indicator, str(self.unit.year))

    def entry(self, indicator: Indicator) -> FactEntry | None:
        """The entry of the unit's file for an indicator."""
        return self.unit.facts.get(indicator.id)
