"""A whole site in memory, made from invented sheets, and an HTML parser that does not forgive."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import contextmanager
from html.parser import HTMLParser
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from parindex.jobs.batch_ranking import RankingTables
from parindex.jobs.batch_view import TablesView
from parindex.jobs.site import site_templates
from parindex.model.project import Project
from parindex.model.sheet import Sheet
from parindex.reports.html import (
    Columns,
    Templates,
    criteria_page,
    criterion_pages,
    domain_pages,
    frame_of,
    heat_pages,
    index_page,
    medians,
    unit_page_of,
    unit_places,
)
from parindex.reports.html.addresses import unit_page
from parindex.reports.ranking.words import why
from parindex.scoring.results import result_of
from tests.reports.sample import make

TEMPLATES = Templates(site_templates())


def sheet(id_: str, name: str | None = None, *, kind: str = "phường", count: int = 24, **more: Any) -> Sheet:
    """A sheet of the sample set with another unit; ``more`` replaces parts of the sheet."""
    made, _ = make(count)
    unit = made.unit.but(id=id_, name=name or f"UBND {kind} {id_}", type=kind)
    return made.but(**{"unit": unit, **more})


@contextmanager
def ranked(sheets: Sequence[Sheet], **project: Any) -> Any:
    """The view of the ranking of some sheets; ``project`` are fields of ``parindex.yaml``."""
    fields = {"kind": "project", "format": "1", "id": "thu", "title": "Kho thử", "year": 2023, "criteria": "bo"}
    declared = Project.model_validate(fields | project) if project else None
    with TemporaryDirectory() as folder:
        tables = RankingTables(Path(folder) / "r.sqlite", declared, "Kho thử")
        try:
            for each in sheets:
                tables.add(result_of(each), f"{each.unit.id}.json")
            tables.finish()
            yield TablesView(tables.connection)
        finally:
            tables.close()


def site(sheets: Sequence[Sheet], links: dict[str, str] | None = None, **project: Any) -> dict[str, str]:
    """All pages by their place in the site, and the assets."""
    known = {each.unit.id: each for each in sheets}
    with ranked(sheets, **project) as view:
        columns = [Columns(view, group) for group in view.groups()]
        found = medians(columns)
        pages: dict[str, tuple[str, Any]] = {}
        for place in unit_places(view):
            mine = known[place.row.id]
            page = unit_page_of(mine, frame_of(view), place, links=links or {}, medians=found[place.group.number])
            pages[unit_page(mine.unit.id)] = ("unit", page)
        apart = [each for each in view.apart() if each.id]
        for each in apart:
            pages[unit_page(each.id)] = ("unit", unit_page_of(known[each.id], frame_of(view), None, why=why(each)))
        texts = {name: "".join(TEMPLATES.render(kind, page)) for name, (kind, page) in pages.items()}
        streams = [
            *(("criterion", each) for each in criterion_pages(view, columns)),
            *(("ranking", each) for each in domain_pages(view)),
        ]
        for kind, (name, page) in streams:
            texts[name] = "".join(TEMPLATES.render(kind, page))
        for name, page in heat_pages(view):
            texts[name] = "".join(TEMPLATES.render("heat", page))
        if columns:
            texts["tieu-chi/index.html"] = "".join(TEMPLATES.render("criteria", criteria_page(view, columns)))
        first = index_page(view, frozenset(each.id for each in apart if each.id))
        texts["index.html"] = "".join(TEMPLATES.render("ranking", first))
    return texts | TEMPLATES.assets


_VOID = {"meta", "link", "input", "br", "col"}
_SELF_CLOSED = {"rect", "line", "path"}


class Parsed(HTMLParser):
    """A page taken apart; an element that is not closed in order is an error."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.texts: list[str] = []
        self.ids: list[str] = []
        self._open: list[str] = []
        self.feed(text)
        self.close()
        assert not self._open, self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), (tag, names)
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        self.ids += [value or "" for name, value in attrs if name == "id"]
        if tag not in _VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in _SELF_CLOSED, tag
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open and self._open[-1] == tag, (tag, self._open[-3:], self.getpos())
        self._open.pop()

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.texts.append(" ".join(data.split()))

    def all(self, tag: str, **attributes: str) -> list[dict[str, str]]:
        """The attributes of every element of a kind that has these."""
        return [
            found
            for name, found in self.elements
            if name == tag and all(found.get(key.rstrip("_")) == value for key, value in attributes.items())
        ]

    @property
    def text(self) -> str:
        """All that is written."""
        return " ".join(self.texts)
