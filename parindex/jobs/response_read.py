"""Read the unit's filled-in workbook of answers into its file of response."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from parindex.files.evidence import EvidenceFile, EvidenceFolder, sha256_of
from parindex.files.load import load_model
from parindex.files.repository import repository_root
from parindex.files.unusable import Unusable
from parindex.files.write import write_bytes
from parindex.files.yaml_edit import GONE, edited
from parindex.files.yaml_emit import pair
from parindex.jobs.appraise_files import LoadedResponse, check_bound, check_response, load_response, submission_path
from parindex.jobs.appraise_read import SIGNED, Read, has_errors
from parindex.jobs.forms_book import Form
from parindex.jobs.forms_values import Problem, read_value
from parindex.jobs.verify import Opened, open_submission
from parindex.model.appraisal import Response
from parindex.reports.forms.appraisal.sheet import SHARED
from parindex.reports.forms.cells import Field, at
from parindex.values.findings import Finding, Route

NO_DOCUMENTS = "documents: {}\n"
NO_ANSWERS = "answers: []  # bỏ [] khi có khối trả lời\n"


class _Cell(Struct, frozen=True):
    value: str
    where: str


_NOTHING = _Cell("", "")
"""A cell whose row or column is gone, which was told already."""


class _Book(Struct):
    """A workbook over the file that it belongs to."""

    form: Form
    loaded: LoadedResponse
    opened: Opened
    findings: list[Finding] = []
    edits: dict[Route, Any] = {}
    places: dict[Route, str] = {}
    """The cells of what is written, by route in the file."""
    added: list[str] = []

    def wrong(self, code: str, where: str, **data: Any) -> None:
        """Note something that is wrong with a cell."""
        self.findings.append(Finding(code, where, data=data))


def read_response(form: Form, path: Path, into: Path | None = None, *, dry_run: bool = False) -> Read:
    """Bring the answers and documents of a workbook into the unit's file, beside it unless ``into`` names another.

    An answer that was read before is put in the place of the earlier one to the same entry: the file is the unit's own
    until it hands it over. Problems of cells are in ``findings``, and with one of them nothing is written. Raises
    ``Unusable``: the workbook is of another submission (E340), or a file cannot be used.
    """
    target = into or path.parent / form.said["file"]
    loaded = load_response(target)
    opened = open_submission(submission_path(target, loaded.response.submission))
    wrong = list(check_bound(loaded.response.submission, loaded.document, opened))
    if not wrong and form.said["sha256 submission"] != loaded.response.submission.sha256:
        wrong = [Finding("E340", form.name, data={"file": loaded.response.submission.file})]
    if wrong:
        raise Unusable(wrong)
    book = _Book(form, loaded, opened, list(form.findings))
    cells = _cells(book)
    _documents(book, cells)
    _answers(book, cells)
    content = _edited(book) if book.edits else loaded.document.content
    good = not has_errors(book.findings)
    write = good and not dry_run and content != loaded.document.content
    if write:
        write_bytes(target, content, force=True)
    return Read(path, target, tuple(book.added) if good else (), write, tuple(book.findings))


def _cells(book: _Book) -> dict[Route, _Cell]:
    """What every cell says, by its route; evidence may name documents submitted, added, or declared in the book."""
    read = [(each, cell) for each in book.form.fields if (cell := book.form.cell(each)) is not None]
    submitted = book.opened.unit.documents if book.opened.unit is not None else {}
    known = {*submitted, *book.loaded.response.documents}
    for each, cell in read:
        if each.kind == "document-id" and isinstance(new := read_value(each, cell, ()), str) and new:
            known.add(new)
    found: dict[Route, _Cell] = {}
    for each, cell in read:
        value = read_value(each, cell, known)
        if isinstance(value, Problem):
            book.wrong(value.code, cell.where, **value.data)
            value = "x"  # told already: what depends on it is not told again
        found[each.route] = _Cell(value, cell.where)
    return found


def _documents(book: _Book, cells: dict[Route, _Cell]) -> None:
    """New documents under the ids that they are given; what was read before is brought up to date."""
    submitted = book.opened.unit.documents if book.opened.unit is not None else {}
    taken: set[str] = set()
    for each in _fields(book, "document-id"):
        row = each.route[:2]
        given = {route[2:]: cell for route, cell in cells.items() if route[:2] == row and cell.value}
        id_ = given.pop(("id",), None)
        if id_ is None:
            if given:
                first = next(iter(given.values()))
                book.wrong("E183", first.where, value=first.value)
            continue
        if id_.value in submitted:
            book.wrong("E351", id_.where, id=id_.value)
        elif id_.value in taken:
            book.wrong("E180", id_.where, value=id_.value)
        taken.add(id_.value)
        place: Route = ("documents", id_.value)
        book.places[place] = id_.where
        if not given:
            book.edits[place] = {}
        for route, cell in cells.items():
            below = route[2:]
            if route[:2] != row or below == ("id",):
                continue
            book.places[(*place, *below)] = cell.where
            if cell.value != (at(book.loaded.document.data, (*place, *below)) or ""):
                book.edits[(*place, *below)] = cell.value or GONE
        _sealed(book, id_.value, given.get(("file",), _NOTHING).value)
        if any(route[:2] == place for route in book.edits):
            book.added.append(f"tài liệu {id_.value}")


def _sealed(book: _Book, id_: str, file: str) -> None:
    """Note the digest of an added file as it is now, so that a later change of it is found (E408)."""
    path = book.loaded.path
    found = EvidenceFolder(path.parent, repository_root(path)).resolve(file) if file else None
    if isinstance(found, EvidenceFile):
        route: Route = ("documents", id_, "sha256")
        if (digest := sha256_of(found.path)) != at(book.loaded.document.data, route):
            book.edits[route] = digest


def _answers(book: _Book, cells: dict[Route, _Cell]) -> None:
    own = book.loaded.response
    index = {answer.to: number for number, answer in enumerate(own.answers)}
    unsigned: dict[tuple[str, str], list[str]] = {}
    new = len(own.answers)
    for each in [each for each in book.form.fields if each.column == "text" and each.route[1:] == ("text",)]:
        to = str(each.route[0])
        if (text := cells.get(each.route)) is None:
            continue
        proofs = list(_proofs(book, to, cells))
        if not text.value:
            if proofs:
                book.wrong("E153", text.where, what="nội dung giải trình")
            continue
        number = index.get(to, new)
        if to in index and (own.answers[number].text, _data(own.answers[number].evidence)) == (text.value, proofs):
            continue
        new += to not in index
        by = {key: _shared(cells, to, key) for key in ("date", "post")}
        for key, cell in by.items():
            if not cell.value:
                unsigned.setdefault((cell.where, key), []).append(to)
        book.edits[("answers", number)] = {
            "to": to,
            "sha256": book.form.said[f"sha256 entry {to}"],
            # As in an appraisal: what is missing was told, the rest is looked at all the same.
            "by": {"agency": own.unit.name, "post": by["post"].value or "–"},
            "date": by["date"].value or f"{own.year + 1}-01-01",
            "text": text.value,
            **({"evidence": proofs} if proofs else {}),
        }
        book.places[("answers", number)] = text.where
        book.places[("answers", number, "date")] = by["date"].where
        named = [each for each in _evidence(book, to) if cells.get(each.route, _NOTHING).value]
        for place, each in enumerate(named):
            book.places[("answers", number, "evidence", place, "doc")] = cells[each.route].where
        book.added.append(f"giải trình {to}")
    for (where, key), entries in unsigned.items():
        book.wrong("E153", where, what=f"{SIGNED['response'][key]}, cần cho {', '.join(entries)}")


def _proofs(book: _Book, to: str, cells: dict[Route, _Cell]) -> list[dict[str, str]]:
    found: list[dict[str, str]] = []
    for each in _evidence(book, to):
        doc, place = (cells.get((*each.route[:3], key), _NOTHING) for key in ("doc", "at"))
        if place.value and not doc.value:
            book.wrong("E181", place.where, value=place.value)
        if doc.value:
            found.append({"doc": doc.value, **({"at": place.value} if place.value else {})})
    return found


def _evidence(book: _Book, to: str) -> list[Field]:
    """The cells of an answer that name documents."""
    return [each for each in book.form.fields if each.route[:2] == (to, "evidence") and each.route[3] == "doc"]


def _data(evidence: Sequence[Any]) -> list[dict[str, str]]:
    return [proof.model_dump(exclude_none=True) for proof in evidence]


def _shared(cells: dict[Route, _Cell], to: str, key: str) -> _Cell:
    own, shared = cells.get((to, key), _NOTHING), cells.get((SHARED, key))
    return own if own.value or shared is None else shared


def _fields(book: _Book, kind: str) -> list[Field]:
    return [each for each in book.form.fields if each.kind == kind and book.form.cell(each) is not None]


def _edited(book: _Book) -> bytes:
    """The file with the changes, read again; what its model or the disk refuses is told by cell."""
    document = book.loaded.document
    text, edits = document.text, dict(book.edits)
    for name, empty in (("documents", NO_DOCUMENTS), ("answers", NO_ANSWERS)):
        own = {route: value for route, value in edits.items() if route[0] == name and value is not GONE}
        if own and text.count(f"\n{empty}") == 1:
            # Written as a block below its key, as an officer would, not into the brackets.
            made: Any = _built(own) if name == "documents" else list(own.values())
            text = text.replace(f"\n{empty}", "\n" + pair(name, made, 0) + "\n")
            edits = {route: value for route, value in edits.items() if route[0] != name}
    content = edited(text, edits).encode()
    try:
        response, after = load_model(content, Response, document.name)
    except Unusable as problem:
        _note(problem.findings, book)
        return document.content
    loaded = LoadedResponse(book.loaded.path, response, after)
    # Which entries it answers is known when the files are merged.
    _note([each for each in check_response(loaded, book.opened, ()) if each.code != "E348"], book)
    return content


def _note(findings: Sequence[Finding], book: _Book) -> None:
    """Add what is wrong with the file, by cell; a cell that cannot be read was told already."""
    told = {each.file for each in book.findings}
    book.findings += [found for each in findings if (found := _by_cell(each, book)).file not in told]


def _built(edits: dict[Route, Any]) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for route, value in edits.items():
        below = made
        for step in route[1:-1]:
            below = below.setdefault(str(step), {})
        below[str(route[-1])] = value
    return made


def _by_cell(finding: Finding, book: _Book) -> Finding:
    """A finding about the file, at the cell that it comes from, if it comes from one."""
    for length in range(len(finding.route), 1, -1):
        if (where := book.places.get(finding.route[:length])) is not None:
            return replace(finding, file=where, route=(), place=None)
    return finding
