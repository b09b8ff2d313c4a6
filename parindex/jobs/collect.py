"""Take back what an officer wrote in a report's free-text parts into the unit's file, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from parindex.files.document import Document
from parindex.files.load import load_model
from parindex.files.packages import rewrite
from parindex.files.source import file_name, refuse_irregular
from parindex.files.unusable import Unusable
from parindex.files.write import write_bytes
from parindex.files.yaml_edit import GONE, Uneditable, edited
from parindex.jobs.report import made_for, printed, template_for
from parindex.jobs.report_kinds import KINDS, RANKING, Asked
from parindex.model.unit import Unit
from parindex.reports.word import TemplateError
from parindex.reports.word.collect import Collected, Difference, collect, differences, named
from parindex.reports.word.marks import mark_of
from parindex.reports.word.printed import PART, bare, digest, own_text, said, taken
from parindex.values.findings import Finding, Route

_BOM = b"\xef\xbb\xbf"
_DAY = len("2023-12-31")
MAX_DOCX = 60_000_000


class NotAReport(Exception):
    """The Word file is none that ``parindex report`` wrote for this kind of file."""


class OthersReport(Exception):
    """The report is of another unit, or of another year."""

    def __init__(self, theirs: tuple[str, str], ours: tuple[str, str]) -> None:
        super().__init__(theirs, ours)
        self.theirs, self.ours = theirs, ours


class CannotEdit(Exception):
    """The unit's file is laid out so that the words cannot be put in without touching what surrounds them."""


class Taken(Struct, frozen=True):
    """What was taken back, and what differs besides."""

    path: Path
    changed: tuple[str, ...]
    """Routes of the parts that are new in the unit's file."""
    lost: tuple[str, ...]
    """Routes of parts that the Word file no longer has: their words stay in the unit's file."""
    differences: tuple[Difference, ...]
    """What was changed outside of the free-text parts: told, never taken."""
    conflicts: tuple[str, ...] = ()
    """Routes of parts that were changed both in the Word file and in the unit's file since it was printed."""
    noted: bool = True
    """Whether the Word file could note what was taken, so that what is written in it afterwards is taken as well."""


def collect_report(unit_path: Path, report: Path, template: Path | None = None, *, force: bool = False) -> Taken:
    """Bring the free-text parts of a report into the unit's file; comments and layout of all else stay.

    The report is compared with what the unit's file gives now, by the same template. A part that still says what was
    printed is not taken; one that changed on both sides only with ``force``. Raises ``Unusable`` for files
    that cannot be read or written, ``NotAReport``, ``OthersReport`` and ``CannotEdit``.
    """
    found = _read(report)
    kind, period, id_, year = (*found.key.split(), *[""] * 4)[:4]
    if kind not in KINDS or kind in RANKING or not found.own:
        raise NotAReport
    unit, document = load_model(unit_path, Unit)
    _same_unit(unit, id_, year or ("" if len(period) == _DAY else period[:4]))
    asked = Asked(kind, draft=found.draft) if kind == "tasks" else Asked(kind, period or None, draft=found.draft)
    if kind == "tasks" and len(period) == _DAY:
        asked = replace(asked, on=date.fromisoformat(period))
    made, _ = made_for(unit_path, asked, report)
    if made.view is None:
        raise Unusable(made.findings)
    expected = collect(printed(made.view, template or template_for(unit_path, asked.kind)))
    found = named(found, expected, [f"explanations/{code}" for code in unit.explanations])
    changed, conflicts = _changed(expected, found, document)
    if force:
        changed, conflicts = changed | conflicts, {}
    edits = _edits(changed, document)
    if edits:
        _write(unit_path, document, edits)
    words = {mark_of(name): texts for name, texts in changed.items()}
    noted = not words.keys() & found.printed.keys() or rewrite(report, lambda _: PART, lambda part: taken(part, words))
    lost = tuple(route for route in expected.own if _is_lost(route, found) and document.value(tuple(route.split("/"))))
    return Taken(unit_path, tuple(changed), lost, tuple(differences(expected, found)), tuple(conflicts), noted)


def _same_unit(unit: Unit, id_: str, year: str) -> None:
    """Reports of older versions say the period alone, those on a day not even the year: what is not said is allowed."""
    ours = (unit.unit.id, str(unit.year))
    theirs = (id_ or ours[0], year or ours[1])
    if theirs != ours:
        raise OthersReport(theirs, ours)


def _read(report: Path) -> Collected:
    refuse_irregular(report, file_name(report))
    try:
        if report.stat().st_size > MAX_DOCX:
            raise NotAReport
        return collect(report.read_bytes())
    except FileNotFoundError:
        raise Unusable([Finding("E101", file_name(report))]) from None
    except OSError as error:
        reason = error.strerror or str(error)
        raise Unusable([Finding("E103", file_name(report), data={"reason": reason})]) from None
    except TemplateError:
        raise NotAReport from None


def _is_lost(route: str, found: Collected) -> bool:
    """Whether the report was printed with the part and has it no more."""
    return route not in found.own and (not found.printed or mark_of(route) in found.printed)


def _changed(
    expected: Collected, found: Collected, document: Document
) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """The new words of parts that an officer changed, then of those that the unit's file says anew as well.

    A report that does not tell what was printed is taken at its word.
    """
    changed: dict[str, list[str]] = {}
    conflicts: dict[str, list[str]] = {}
    for name, words in found.own.items():
        theirs = said(words.texts)
        ours = said(expected.own[name].texts if name in expected.own else _held(document, name))
        printed = found.printed.get(mark_of(name))
        if list(map(bare, theirs)) == list(map(bare, ours)) or digest(theirs) == printed:
            continue
        (changed if printed in (None, digest(ours)) else conflicts)[name] = theirs
    return changed, conflicts


def _held(document: Document, name: str) -> list[str]:
    """What the unit's file says in a part that its report would not print."""
    value = document.value(tuple(name.split("/")))
    return [str(each) for each in (value if isinstance(value, list) else [value or ""])]


def _edits(changed: Mapping[str, Sequence[str]], document: Document) -> dict[Route, Any]:
    edits: dict[Route, Any] = {}
    for name, words in changed.items():
        route: Route = tuple(name.split("/"))
        if route[0] == "explanations":
            # A code may hold slashes nowhere; what stands after the first one is the code.
            edits[route] = " ".join(words) if words else GONE
        else:
            edits |= _list_edits(route, words, document)
    return edits


def _list_edits(route: Route, words: Sequence[str], document: Document) -> dict[Route, Any]:
    """Only the items that changed, where their number allows it: the others keep their layout and comments."""
    old = document.value(route)
    items = [str(each) for each in old] if isinstance(old, list) else []
    known = {bare(item): item for item in items}
    new = [known.get(bare(text), own_text(text)) for text in words]
    if not new:
        return {route: GONE}
    if not items:
        return {route: new}
    if len(new) < len(items):
        return {route: new}
    return {(*route, at): text for at, text in enumerate(new) if at >= len(items) or items[at] != text}


def _write(path: Path, document: Document, edits: dict[Route, Any]) -> None:
    try:
        text = edited(document.text, edits)
    except Uneditable as fault:
        raise CannotEdit(str(fault)) from None
    content = (_BOM if document.content.startswith(_BOM) else b"") + text.encode()
    load_model(content, Unit, file_name(path))  # what the model refuses is not written
    write_bytes(path, content, force=True)
