"""Read an agency's filled-in workbook into its file of appraisal: entries are appended, none is edited."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace
from pydantic import ValidationError

from parindex.checks.registry import severity_of
from parindex.files.document import Document
from parindex.files.load import load_model
from parindex.files.source import file_name
from parindex.files.unusable import Unusable
from parindex.files.write import write_bytes
from parindex.files.yaml_edit import edited
from parindex.files.yaml_emit import pair
from parindex.jobs.appraise_cells import Act, Row, acts_of
from parindex.jobs.appraise_figures import Typed
from parindex.jobs.appraise_files import LoadedAppraisal, check_bound, load_appraisal, open_case, submission_path
from parindex.jobs.forms_book import Form
from parindex.jobs.forms_values import Problem, read_value
from parindex.model.appraisal import Appraisal, Entry
from parindex.reports.forms.appraisal.sheet import SHARED
from parindex.scoring.appraisal import Case, effective
from parindex.scoring.appraisal_review import review
from parindex.values.findings import Finding, Route

SIGNED = {
    "appraisal": {"date": "ngày thẩm định", "post": "chức vụ người thẩm định"},
    "response": {"date": "ngày giải trình", "post": "chức vụ người giải trình"},
}
"""What the day and the post are called, by the kind of workbook."""


class Read(Struct, frozen=True):
    """What a workbook adds to a file."""

    book: Path
    path: Path
    """The file that it belongs to."""
    added: tuple[str, ...]
    """What was appended, a line each."""
    written: bool
    findings: tuple[Finding, ...]

    @property
    def refused(self) -> bool:
        """Whether something in it is wrong, so that nothing was written."""
        return has_errors(self.findings)


class _New(Struct):
    """An entry to append, with the cells from which it comes."""

    data: dict[str, Any]
    places: Mapping[Route, str]
    where: str


class _Book(Struct):
    """A workbook over the file and the submission that it belongs to."""

    form: Form
    loaded: LoadedAppraisal
    case: Case
    findings: list[Finding] = []
    new: list[_New] = []
    shared: Row = {}
    """The day and the post that hold for all rows."""
    unsigned: dict[tuple[str, str], list[str]] = {}
    """The criteria that lack a day or a post, by the cell that would say it."""


def read_appraisal(form: Form, path: Path, into: Path | None = None, *, dry_run: bool = False) -> Read:
    """Append what a workbook says to the agency's file, which lies beside it unless ``into`` names another.

    What was read before and says the same is left as it is; a cell that says something else now becomes an entry that
    replaces the one from before. Problems of cells are in ``findings``, and with one of them nothing is written. Raises
    ``Unusable``: the workbook is of another submission (E340) or agency (E166), or a file cannot be used.
    """
    target = into or path.parent / form.said["file"]
    book = _opened(form, target)
    book.findings += form.findings
    for code, row, figures in _rows(book):
        _row(code, row, figures, book)
    for (where, key), codes in book.unsigned.items():
        what = f"{SIGNED['appraisal'][key]}, cần cho tiêu chí {', '.join(codes)}"
        book.findings.append(Finding("E153", where, data={"what": what}))
    content = _appended(book) if book.new else book.loaded.document.content
    good = not has_errors(book.findings)
    write = good and not dry_run and content != book.loaded.document.content
    if write:
        write_bytes(target, content, force=True)
    added = tuple(_said(each.data) for each in book.new) if good else ()
    return Read(path, target, added, write, tuple(book.findings))


def _opened(form: Form, target: Path) -> _Book:
    loaded = load_appraisal(target)
    if has_errors(loaded.findings):
        raise Unusable(loaded.findings)
    appraisal = loaded.appraisal
    opened, case = open_case(submission_path(target, appraisal.submission))
    if not has_errors(wrong := list(check_bound(appraisal.submission, loaded.document, opened))):
        if form.said["sha256 submission"] != appraisal.submission.sha256:
            wrong.append(Finding("E340", form.name, data={"file": appraisal.submission.file}))
        elif form.said["agency"] != appraisal.agency:
            data = {"form": form.said["agency"], "file": appraisal.agency or "–", "path": file_name(target)}
            wrong.append(Finding("E166", form.name, data=data))
    if wrong:
        raise Unusable(wrong)
    return _Book(form, loaded, case)


def _rows(book: _Book) -> Iterator[tuple[str, Row, dict[str, list[Typed]]]]:
    """The rows of criteria with their cells and figures; a row with a cell that cannot be read is told and left out."""
    rows: dict[str, dict[str, Typed]] = {}
    figures: dict[str, dict[Route, Typed]] = {}
    broken: set[str] = set()
    for each in book.form.fields:
        code, what, route = str(each.route[0]), str(each.route[1]), each.route[2:]
        if (cell := book.form.cell(each)) is None:
            broken.add(code)
            continue
        locked = what in ("standing", "given")
        value = "" if locked else read_value(each, cell, ())
        if isinstance(value, Problem):
            book.findings.append(Finding(value.code, cell.where, data=value.data))
            broken.add(code)
        elif what == "given":
            figures.setdefault(code, {})[route] = Typed(cell.where, "", each.base, route)
        elif what == "fact":
            said = figures.setdefault(code, {}).get(route)
            figures[code][route] = Typed(cell.where, value, said.base if said is not None else "", route)
        else:
            rows.setdefault(code, {})[what] = Typed(cell.where, value, each.base)
    book.shared = rows.pop(SHARED, {})
    for code, row in rows.items():
        if code not in broken:
            by_indicator: dict[str, list[Typed]] = {}
            for route, typed in figures.get(code, {}).items():
                by_indicator.setdefault(str(route[0]), []).append(typed)
            yield code, row, by_indicator


def _row(code: str, row: Row, figures: dict[str, list[Typed]], book: _Book) -> None:
    """The entries that a row adds."""
    said, number = book.form.said, int(book.form.said["round"])
    leaf = next((leaf for _, leaf in book.case.criteria.leaves() if leaf.code == code), None)
    if leaf is None:
        book.findings.append(Finding("E304", row["score"].where, data={"id": code}))
        return
    found = acts_of(leaf, row, figures, book.case)
    book.findings += found.findings
    before = [
        entry for entry in effective(book.loaded.appraisal.entries) if (entry.round, entry.code) == (number, code)
    ]
    acts, stale = _unread(found.acts, before)
    by = {key: row[key] if row[key].value else book.shared.get(key, row[key]) for key in ("date", "post")}
    if acts or found.findings:
        for key, each in by.items():
            if not each.value:
                book.unsigned.setdefault((each.where, key), []).append(code)
    for act in [] if found.findings else acts:
        old = next((each for each in stale if _slot(each) == act.slot), None)
        old = old or next((each for each in stale if _slot(each) != "request" and act.slot != "request"), None)
        if old is not None:
            stale.remove(old)
        data = {
            "id": _free_id(said["prefix"], book),
            "round": str(number),
            "code": code,
            # What is missing was told; with something in its place the rest of the entry can be looked at all the same.
            "by": {"agency": said["agency"], "post": by["post"].value or "–"},
            "date": by["date"].value or f"{book.case.unit.year + 1}-01-01",
            **act.data,
            **({"replaces": old.id} if old is not None else {}),
        }
        places = {**act.places, ("date",): by["date"].where, ("by", "post"): by["post"].where}
        book.new.append(_New(data, places, row["score"].where))
    for entry in [] if found.findings else stale:
        where = row["request" if entry.request is not None else "score"].where
        book.findings.append(Finding("W155", where, data={"criterion": code, "id": entry.id}))


def _unread(acts: Sequence[Act], before: Sequence[Entry]) -> tuple[list[Act], list[Entry]]:
    """The acts that no entry says yet, and the entries that the row no longer says. Day and post do not matter."""
    stale = list(before)
    new: list[Act] = []
    for act in acts:
        same = next((entry for entry in stale if _says(entry, act)), None)
        if same is None:
            new.append(act)
        else:
            stale.remove(same)
    return new, stale


def _says(entry: Entry, act: Act) -> bool:
    """Whether an entry is what an act would become."""
    head = {"id": entry.id, "round": entry.round, "code": entry.code, "by": entry.by.model_dump(), "date": entry.date}
    made = _entry({**head, **act.data})
    keys = ("score", "fact", "request", "agree", *(("reason",) if act.reasoned else ()))
    return made is not None and all(getattr(made, key) == getattr(entry, key) for key in keys)


def _slot(entry: Entry) -> str:
    if entry.request is not None:
        return "request"
    return entry.fact.indicator if entry.fact is not None else "decision"


def _free_id(prefix: str, book: _Book) -> str:
    taken = {entry.id for entry in book.loaded.appraisal.entries} | {each.data["id"] for each in book.new}
    number = len(taken) + 1
    while f"{prefix}-{number}" in taken:
        number += 1
    return f"{prefix}-{number}"


def _appended(book: _Book) -> bytes:
    """The file with its new entries; what its model or the review refuses is told by cell, all at once."""
    document, own = book.loaded.document, book.loaded.appraisal
    text = _with_entries(document, len(own.entries), [each.data for each in book.new])
    try:
        load_model(text.encode(), Appraisal, document.name)
    except Unusable as problem:
        book.findings += [_by_cell(each, len(own.entries), book) for each in problem.findings]
    new = {str(each.data["id"]): each for each in book.new}
    made = [entry for each in book.new if (entry := _entry(each.data)) is not None]
    for trouble in review(book.case, [*own.entries, *made], list(book.case.unit.documents), own.council):
        if trouble.entry in new:
            where = _place(trouble.route, new[trouble.entry])
            book.findings.append(Finding(trouble.code, where, data=trouble.data))
    return text.encode()


def _entry(data: Mapping[str, Any]) -> Entry | None:
    """The entry that some data state; ``None`` where the model refuses them, which is told by the file's places."""
    try:
        return Entry.model_validate(data)
    except ValidationError:
        return None


def _with_entries(document: Document, count: int, new: list[dict[str, Any]]) -> str:
    """The text of the file with entries at the end of its list."""
    empty = "entries: []\n"
    if count == 0 and document.text.count(f"\n{empty}") == 1:
        return document.text.replace(f"\n{empty}", "\n" + pair("entries", new, 0) + "\n")
    return edited(document.text, {("entries", count + number): each for number, each in enumerate(new)})


def _by_cell(finding: Finding, count: int, book: _Book) -> Finding:
    """A finding about the file, at the cell that it comes from."""
    route = finding.route
    if len(route) < 2 or route[0] != "entries" or not isinstance(route[1], int) or route[1] < count:
        return finding
    new = book.new[route[1] - count]
    return replace(finding, file=_place(route[2:], new), route=(), place=None)


def _place(route: Route, new: _New) -> str:
    """The cell that a route within an entry comes from, or the nearest above it."""
    for length in range(len(route), 0, -1):
        if route[:length] in new.places:
            return new.places[route[:length]]
    return new.where


def _said(data: Mapping[str, Any]) -> str:
    """``vp-3: 3.1.1 lần 1, điểm 3.5``: an entry in short."""
    act = next(key for key in ("score", "fact", "request", "agree") if key in data)
    what = {
        "score": f"điểm {data.get('score')}".replace(".", ","),
        "fact": "sửa số liệu",
        "request": f"yêu cầu: {data.get('request')}",
        "agree": "thống nhất",
    }[act]
    return f"{data['id']}: {data['code']} lần {data['round']}, {what}"


def has_errors(findings: Sequence[Finding]) -> bool:
    """Whether any of them is one."""
    return any(severity_of(finding) == "error" for finding in findings)
