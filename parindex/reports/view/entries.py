"""A unit's entry for a kind of report, and its own words as parts of the report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from parindex.model.sheet import Sheet
from parindex.model.unit import ReportEntry, Unit
from parindex.reports.view.data import Own
from parindex.reports.view.words import listed, sentences, undashed

TO_FILL = "[Đơn vị bổ sung nội dung tại đây]"
"""Stands in a draft where the unit may write something and has not; never in a final report."""
_SHARED = ("place", "agency_above")
"""What the entry for another kind says too: it is of the unit, not of one report."""


def key_of(kind: str, period: str, of: Sheet | Unit) -> str:
    """What a document says of itself in its properties, so that its words return to no other unit's or year's file."""
    return f"{kind} {period} {of.unit.id} {of.year}"


class Entry:
    """What the unit's file says for one kind of report, with the route to it."""

    def __init__(self, given: Mapping[str, ReportEntry], kind: str, period: str, *, draft: bool = False) -> None:
        """``given`` is ``report`` of the file; an entry ``periodic-2023-Q1`` goes before ``periodic``."""
        names = (f"{kind}-{period}", kind)
        self.name = next((name for name in names if name in given), names[0] if kind == "periodic" else kind)
        found = given.get(self.name, ReportEntry())
        blank = [name for name in _SHARED if getattr(found, name) is None]
        others = {name: next((v for e in given.values() if (v := getattr(e, name))), None) for name in blank}
        self.entry = found.model_copy(update=others)
        self._draft = draft

    def own(self, field: str, *below: str, listed_: bool = False) -> Own | None:
        """The unit's words in a field (``results`` has one for each domain below it).

        ``None`` where it wrote none; in a draft then a place to write them.
        """
        value = getattr(self.entry, field)
        given: Sequence[str] = value.get(below[0], []) if below else value
        texts = [words for text in given if (words := undashed(text))]
        route = "/".join(("report", self.name, field, *below))
        said = listed(texts) if listed_ else sentences(texts)
        if not said and not self._draft:
            return None
        return Own(route, said or (TO_FILL,), listed_)
