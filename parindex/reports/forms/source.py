"""Everything that a form is made from."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from msgspec import Struct

from parindex.model.criteria import CriteriaSet
from parindex.model.indicators import Indicator
from parindex.model.plan import Plan
from parindex.model.sheet import Line, Sheet
from parindex.model.unit import Unit
from parindex.reports.forms.cells import Field, Kind, stated
from parindex.scoring.derived import Derived, derive
from parindex.scoring.leaf import Context, context_of
from parindex.scoring.sheet import score
from parindex.values.findings import Route


class FormSource(Struct, frozen=True, dict=True):
    """A unit with its set and plans, and the raw data of its file, for the form gives back only what differs."""

    unit: Unit
    data: Mapping[str, Any]
    criteria: CriteriaSet
    plans: tuple[Plan, ...]
    indicators: Mapping[str, Indicator]
    versions: Mapping[str, str] = {}
    """Digests of what the form depends on, by ``unit``, ``set`` and ``plan …``."""
    file: str = ""
    """The name of the unit's file; empty when there is none yet."""

    @cached_property
    def derived(self) -> Derived:
        """The facts that follow from the unit's tasks and inspections."""
        return derive(self.unit, self.plans)

    @cached_property
    def context(self) -> Context:
        """What the engine scores the leaves in."""
        return context_of(self.criteria, self.indicators, self.unit, self.plans, derived=self.derived)

    @cached_property
    def sheet(self) -> Sheet:
        """The score sheet as it stands: the points that a form shows before anything is typed."""
        return score(self.unit, self.criteria, self.plans, self.indicators)

    @cached_property
    def lines(self) -> Mapping[str, Line]:
        """The lines of the leaves by code."""
        return {line.code: line for line in self.sheet.leaves()}

    def field(self, sheet: str, row: str, column: str, route: Route, kind: Kind) -> Field:
        """A cell with what the unit's file says there."""
        return Field(sheet, row, column, route, kind, stated(kind, route, self.data))
