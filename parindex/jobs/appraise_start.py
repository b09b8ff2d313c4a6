"""Make the files that a round begins with, one YAML file and one workbook for each agency, and the unit's response."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from parindex.checks.registry import severity_of
from parindex.files.folders import make_folder
from parindex.files.load import kind_of
from parindex.files.source import file_name
from parindex.files.unusable import Unusable
from parindex.files.write import write_bytes, write_text
from parindex.files.yaml_emit import inline
from parindex.files.yaml_reader import read
from parindex.jobs.appraise import appraisal_text
from parindex.jobs.appraise_books import Round, book_bytes, prefixes, response_bytes, terms_text
from parindex.jobs.appraise_files import (
    check_bound,
    check_response,
    load_appraisal,
    load_response,
    open_case,
    submission_path,
)
from parindex.jobs.deadlines import RESPONSE, Term, of_round, project_of, term
from parindex.jobs.digests import entry_digest
from parindex.jobs.response_read import NO_ANSWERS, NO_DOCUMENTS
from parindex.jobs.submit import yaml_text
from parindex.jobs.verify import Opened, verify_submission
from parindex.locale.alphabet import slug
from parindex.locale.formats import points
from parindex.model.appraisal import COUNCIL, About, Appraisal, Bound, Entry
from parindex.model.criteria import Leaf
from parindex.model.sheet import Line, Sheet
from parindex.scoring.appraisal import Case, appraise, drawn_along, to_answer
from parindex.scoring.appraisal_review import field_of
from parindex.values.findings import Finding


class Started(Struct, frozen=True):
    """The files that were written, by agency."""

    files: Mapping[str, Path]
    """The YAML files into which the agencies append; in the second round those of the first."""
    books: Mapping[str, Path]
    """The workbooks to fill in."""
    terms: Mapping[str, Term]
    """The deadlines that the project sets, by name."""
    findings: tuple[Finding, ...]


def begin(
    path: Path,
    folder: Path | None = None,
    *,
    council: str | None = None,
    responses: Sequence[Path] = (),
    force: bool = False,
) -> Started:
    """Begin the round that a file is for: the first with a submission, the second with what was merged of the first."""
    if kind_of(read(path, file_name(path))) == "appraisal":
        return second(path, folder, responses=responses, force=force)
    return start(path, folder, council=council or COUNCIL, force=force)


def start(path: Path, folder: Path | None = None, *, council: str = COUNCIL, force: bool = False) -> Started:
    """One file and one workbook for each agency that appraises criteria of a submission.

    What the set gives to no agency goes to ``council``. The files lie beside the manifest unless ``folder`` is given.
    ``force`` makes workbooks again, and files that hold no entry yet: what was appraised is never overwritten. Raises
    ``Unusable``: the submission is not what it was (E42x), a file is there already (E141), or it holds entries on
    another submission (E353).
    """
    opened, case = open_case(path)
    target = folder or path.parent
    fields = _fields(case, council)
    files = {agency: target / f"tham-dinh-{slug(agency)}.yaml" for agency in fields}
    books = {agency: file.with_suffix(".xlsx") for agency, file in files.items()}
    _free([*files.values(), *books.values()], force)
    begun = _begun(files, opened)
    terms = _terms(opened)
    make_folder(target)
    first = Round(opened, case, case.submitted, 1, terms)
    short = prefixes(list(fields))
    for agency, leaves in fields.items():
        empty = Appraisal(
            kind="appraisal",
            format="1",
            submission=_bound(opened, target),
            unit=About(id=case.unit.unit.id, name=case.unit.unit.name),
            year=case.unit.year,
            agency=agency,
            council=council,
        )
        text = (
            "".join(_head(agency, terms))
            + appraisal_text(empty)
            + "".join(_criteria(agency, leaves, case, short[agency]))
            + "entries: []\n"
        )
        if agency not in begun:
            write_text(files[agency], text, force=force)
        content = book_bytes(first, agency, leaves, short[agency], files[agency].name, target)
        write_bytes(books[agency], content, force=force)
    return Started(files, books, terms, verify_submission(path).findings)


def second(path: Path, folder: Path | None = None, *, responses: Sequence[Path] = (), force: bool = False) -> Started:
    """The workbooks of the second round, from what was merged after the first and what the unit answered.

    The agencies' own files stay: what is read from the new workbooks is appended to them. So the workbooks go where
    these are unless ``folder`` is given: beside the submission, or beside the merged file where they were moved there.
    Raises ``Unusable`` as ``start`` does.
    """
    loaded = load_appraisal(path)
    appraisal = loaded.appraisal
    opened, case = open_case(submission_path(path, appraisal.submission))
    given = [load_response(each) for each in responses]
    findings = [*loaded.findings, *check_bound(appraisal.submission, loaded.document, opened)]
    findings += [each for response in given for each in check_response(response, opened, appraisal.entries)]
    if any(severity_of(finding) == "error" for finding in findings):
        raise Unusable(findings)
    fields = _fields(case, appraisal.council)
    names = {agency: f"tham-dinh-{slug(agency)}.yaml" for agency in fields}
    target = folder or _where(names.values(), opened.path.parent, path.parent)
    files = {agency: target / name for agency, name in names.items()}
    books = {agency: file.with_name(f"{file.stem}-lan-2.xlsx") for agency, file in files.items()}
    _free(books.values(), force)
    make_folder(target)
    terms = _terms(opened)
    sheet = appraise(case, appraisal.entries, [each.response for each in given])
    next_ = Round(opened, case, sheet, 2, terms, appraisal.entries, given)
    short = prefixes(list(fields))
    for agency, leaves in fields.items():
        content = book_bytes(next_, agency, leaves, short[agency], files[agency].name, target)
        write_bytes(books[agency], content, force=force)
    return Started(files, books, terms, (*findings, *verify_submission(opened.path).findings))


def _where(names: Collection[str], *folders: Path) -> Path:
    """The first folder that holds an agency's file, else the first of all."""
    return next((each for each in folders if any((each / name).exists() for name in names)), folders[0])


def _fields(case: Case, council: str) -> dict[str, list[Leaf]]:
    """The criteria of each agency, in the order of the set."""
    fields: dict[str, list[Leaf]] = {}
    for _, leaf in case.criteria.leaves():
        fields.setdefault(field_of(leaf, council), []).append(leaf)
    return fields


def _begun(files: Mapping[str, Path], opened: Opened) -> set[str]:
    """The agencies whose files hold entries on this submission."""
    begun: set[str] = set()
    for agency, file in files.items():
        if not file.exists():
            continue
        loaded = load_appraisal(file)
        if not loaded.appraisal.entries:
            continue
        if loaded.appraisal.submission.sha256 != opened.document.sha256:
            raise Unusable([loaded.document.finding("E353", ("entries",), count=len(loaded.appraisal.entries))])
        begun.add(agency)
    return begun


def _free(files: Iterable[Path], force: bool) -> None:
    if not force and (there := [file for file in files if file.exists()]):
        raise Unusable([Finding("E141", file_name(file)) for file in there])


def answer(path: Path, output: Path, *, force: bool = False) -> tuple[int, Path]:
    """The unit's forms of response to an appraisal's file: a block to fill for each request and each lowered score.

    Gives the number of blocks, and the workbook that lies beside the YAML file. Raises ``Unusable`` as ``start`` does.
    """
    loaded = load_appraisal(path)
    appraisal = loaded.appraisal
    opened, case = open_case(submission_path(path, appraisal.submission))
    findings = [*loaded.findings, *check_bound(appraisal.submission, loaded.document, opened)]
    if findings:
        raise Unusable(findings)
    file, book = output.with_suffix(".yaml"), output.with_suffix(".xlsx")
    _free([file, book], force)
    sheet = appraise(case, appraisal.entries)
    asked = list(_asked(appraisal, sheet))
    head = {
        "kind": "response",
        "format": "1",
        "submission": _bound(opened, output.parent).model_dump(),
        "unit": appraisal.unit.model_dump(),
        "year": appraisal.year,
    }
    terms = [*terms_text({key: each for key, each in _terms(opened).items() if key == RESPONSE})]
    lines = ["# Giải trình và bổ sung minh chứng. Bỏ dấu # ở khối cần trả lời, điền date, post, text.\n"]
    lines += [f"# Hoặc điền tệp {book.name} rồi chạy parindex appraise read.\n"]
    lines += [f"# {term}.\n" for term in terms]
    lines += [yaml_text(head), NO_DOCUMENTS, NO_ANSWERS]
    names = {line.code: line.name for line in sheet.leaves()}
    unit = case.unit.unit.name
    lines += [_block(entry, names[entry.code], what, unit, appraisal.year) for entry, what in asked]
    write_text(file, "".join(lines), force=force)
    content = response_bytes(opened, case, sheet, asked, terms, file.name)
    write_bytes(book, content, force=force)
    return len(asked), book


def _bound(opened: Opened, folder: Path) -> Bound:
    relative = os.path.relpath(opened.path.absolute(), folder.absolute())
    return Bound(file=Path(relative).as_posix(), sha256=opened.document.sha256)


def _terms(opened: Opened) -> dict[str, Term]:
    project, unit = project_of(opened.unit_path), opened.submission.unit.id
    found = {name: term(project, name, unit) for name in (of_round(1), RESPONSE, of_round(2))}
    return {name: each for name, each in found.items() if each is not None}


def _head(agency: str, terms: Mapping[str, Term]) -> Iterator[str]:
    yield f"# Thẩm định của {agency}. Mỗi lượt ghi thêm ở cuối entries; không sửa, không xóa lượt đã ghi.\n"
    yield "# Ghi bằng Excel: điền tệp .xlsx cùng tên rồi chạy parindex appraise read.\n"
    yield from (f"# {term}.\n" for term in terms_text({key: each for key, each in terms.items() if key != RESPONSE}))
    yield "# Một lượt có đúng một trong: score, fact (số liệu đúng, máy chấm lại), request, agree: true.\n"


def _criteria(agency: str, leaves: Sequence[Leaf], case: Case, prefix: str) -> Iterator[str]:
    lines = {line.code: line for line in case.submitted.leaves()}
    yield "\n# Các tiêu chí phải thẩm định (mã, tên, tối đa, tự chấm, minh chứng):\n"
    for leaf in leaves:
        line = lines[leaf.code]
        proofs = ", ".join(dict.fromkeys(proof.doc for proof in line.evidence)) or "không có"
        scores = f"tối đa {points(line.max)}, tự chấm {points(line.self_score)}"
        if line.claimed is not None:
            scores += f", máy tính {points(line.computed)}"
        yield f"#   {leaf.code}  {_one_line(leaf.name)}: {scores}; minh chứng: {proofs}\n"
    example = {
        "id": f"{prefix}-1",
        "round": "1",
        "code": leaves[0].code,
        "by": {"agency": agency, "post": "Chuyên viên"},
        "date": f"{case.unit.year + 1}-01-10",
        "reason": "…",
        "score": "0",
    }
    yield f"# Ví dụ một lượt (mỗi mã id dùng một lần trong cả đợt):\n#   - {inline(example)}\n"


def _asked(appraisal: Appraisal, sheet: Sheet) -> Iterator[tuple[Entry, str]]:
    """What the unit may answer, in words."""
    lines = {line.code: line for line in sheet.leaves()}
    for entry in to_answer(appraisal.entries, sheet):
        if entry.request is not None:
            yield entry, f"yêu cầu: {entry.request}"
            continue
        others = [f"{code}: {points(was)} → {points(now)}" for code, was, now in drawn_along(entry, sheet)]
        along = f"; kéo theo {', '.join(others)}" if others else ""
        yield entry, f"điểm {_change(lines[entry.code], entry.id)}{along}"


def _block(entry: Entry, name: str, what: str, unit: str, year: int) -> str:
    return (
        f"\n# {entry.code} {_one_line(name)}: {_one_line(what)}. Lý do: {_one_line(entry.reason)}\n"
        f"#  - to: {entry.id}\n"
        f"#    sha256: {entry_digest(entry)}\n"
        f"#    by: {inline({'agency': unit, 'post': '…'})}\n"
        f"#    date: {year + 1}-01-01\n"
        "#    text: …\n"
        "#    evidence: []\n"
    )


def _change(line: Line, id_: str) -> str:
    changes = [change for change in line.history if change.entry == id_]
    return f"{points(changes[0].before)} → {points(changes[-1].after)}"


def _one_line(text: str) -> str:
    return " ".join(text.split())
