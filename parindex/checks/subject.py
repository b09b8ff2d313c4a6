"""What the checks of a unit look at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from parindex.files.document import Document
from parindex.model.criteria import CriteriaSet
from parindex.model.indicators import Indicator
from parindex.model.plan import Plan
from parindex.model.unit import Unit, Values
from parindex.values.findings import Route


class Subject(Struct, frozen=True):
    """A unit's file with what it names, as far as that was found."""

    unit: Unit
    document: Document
    indicators: Mapping[str, Indicator]
    criteria: CriteriaSet | None
    plans: tuple[Plan, ...]

    def values(self) -> Iterator[tuple[Route, Indicator, Values]]:
        """All figures of known indicators with their routes: the year's, the periods' and last year's."""
        for id_, entry in self.unit.facts.items():
            if (indicator := self.indicators.get(id_)) is None:
                continue
            if entry.values is not None:
                yield ("facts", id_, "values"), indicator, entry.values
            for period, part in entry.periods.items():
                yield ("facts", id_, "periods", period, "values"), indicator, part.values
        if self.unit.previous is not None:
            for id_, values in self.unit.previous.facts.items():
                if (indicator := self.indicators.get(id_)) is not None:
                    yield ("previous", "facts", id_), indicator, values
