"""Make the files that an appraisal begins with: one for each appraising agency, and the unit's form of response."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from parindex.files.source import file_name
from parindex.files.unusable import Unusable
from parindex.files.write import write_text
from parindex.files.yaml_emit import inline
from parindex.jobs.appraise import appraisal_text
from parindex.jobs.appraise_files import check_bound, load_appraisal, open_case, submission_path
from parindex.jobs.deadlines import RESPONSE, Term, of_round, project_of, term
from parindex.jobs.digests import entry_digest
from parindex.jobs.submit import yaml_text
from parindex.jobs.verify import Opened, verify_submission
from parindex.locale.formats import day, points
from parindex.model.appraisal import COUNCIL, About, Appraisal, Bound
from parindex.model.criteria import Leaf
from parindex.model.sheet import Line, Sheet
from parindex.scoring.appraisal import Case, appraise, effective
from parindex.scoring.appraisal_review import field_of
from parindex.values.findings import Finding


@dataclass(frozen=True, slots=True)
class Started:
    """The files that were written, by agency."""

    files: Mapping[str, Path]
    terms: Mapping[str, Term]
    """The deadlines that the project sets, by name."""
    findings: tuple[Finding, ...]


def start(path: Path, folder: Path | None = None, *, council: str = COUNCIL, force: bool = False) -> Started:
    """One file for each agency that appraises criteria of a submission, with its criteria listed as comments.

    What the set gives to no agency goes to ``council``. The files lie beside the manifest unless ``folder`` is given.
    Raises ``Unusable``: the submission is not what it was (E42x), a file is there already (E141).
    """
    opened, case = open_case(path)
    target = folder or path.parent
    fields: dict[str, list[Leaf]] = {}
    for _, leaf in case.criteria.leaves():
        fields.setdefault(field_of(leaf, council), []).append(leaf)
    files = {agency: target / f"tham-dinh-{slug(agency)}.yaml" for agency in fields}
    if not force and (there := [file for file in files.values() if file.exists()]):
        raise Unusable([Finding("E141", file_name(file)) for file in there])
    terms = _terms(opened)
    target.mkdir(parents=True, exist_ok=True)
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
            + "".join(_criteria(agency, leaves, case))
            + "entries: []\n"
        )
        write_text(files[agency], text, force=force)
    return Started(files, terms, verify_submission(path).findings)


def answer(path: Path, output: Path, *, force: bool = False) -> tuple[int, tuple[Finding, ...]]:
    """The unit's form of response to an appraisal's file: a block to fill for each request and each lowered score.

    Gives the number of blocks. Raises ``Unusable`` as ``start`` does.
    """
    loaded = load_appraisal(path)
    appraisal = loaded.appraisal
    opened, case = open_case(submission_path(path, appraisal.submission))
    findings = [*loaded.findings, *check_bound(appraisal.submission, loaded.document, opened)]
    if findings:
        raise Unusable(findings)
    sheet = appraise(case, appraisal.entries)
    blocks = list(_blocks(appraisal, sheet, case.unit.unit.name))
    head = {
        "kind": "response",
        "format": "1",
        "submission": _bound(opened, output.parent).model_dump(),
        "unit": appraisal.unit.model_dump(),
        "year": appraisal.year,
    }
    last = term(project_of(opened.unit_path), RESPONSE, case.unit.unit.id)
    lines = ["# Giải trình và bổ sung minh chứng. Bỏ dấu # ở khối cần trả lời, điền date, post, text.\n"]
    lines += [f"# Hạn giải trình: {day(last.day)}.\n"] if last else []
    lines += [yaml_text(head), "documents: {}\n", "answers: []  # bỏ [] khi có khối trả lời\n", *blocks]
    write_text(output, "".join(lines), force=force)
    return len(blocks), ()


def slug(name: str) -> str:
    """A name as part of a file name: plain lower-case letters joined by ``-``."""
    plain = unicodedata.normalize("NFD", name.replace("Đ", "D").replace("đ", "d"))
    kept = "".join(char if char.isascii() and char.isalnum() else " " for char in plain if not _is_mark(char))
    return "-".join(kept.lower().split())


def _is_mark(char: str) -> bool:
    return unicodedata.category(char) == "Mn"


def _bound(opened: Opened, folder: Path) -> Bound:
    relative = os.path.relpath(opened.path.absolute(), folder.absolute())
    return Bound(file=Path(relative).as_posix(), sha256=opened.document.sha256)


def _terms(opened: Opened) -> dict[str, Term]:
    project, unit = project_of(opened.unit_path), opened.submission.unit.id
    found = {name: term(project, name, unit) for name in (of_round(1), RESPONSE, of_round(2))}
    return {name: each for name, each in found.items() if each is not None}


def _head(agency: str, terms: Mapping[str, Term]) -> Iterator[str]:
    yield f"# Thẩm định của {agency}. Mỗi lượt ghi thêm ở cuối entries; không sửa, không xóa lượt đã ghi.\n"
    for number in (1, 2):
        if (last := terms.get(of_round(number))) is not None:
            extended = f" (gia hạn theo {last.extended_by})" if last.extended_by else ""
            yield f"# Hạn thẩm định lần {number}: {day(last.day)}{extended}.\n"
    yield "# Một lượt có đúng một trong: score, fact (số liệu đúng, máy chấm lại), request, agree: true.\n"


def _criteria(agency: str, leaves: Sequence[Leaf], case: Case) -> Iterator[str]:
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
        "id": "".join(word[0] for word in slug(agency).split("-")) + "-1",
        "round": "1",
        "code": leaves[0].code,
        "by": {"agency": agency, "post": "Chuyên viên"},
        "date": f"{case.unit.year + 1}-01-10",
        "reason": "…",
        "score": "0",
    }
    yield f"# Ví dụ một lượt (mỗi mã id dùng một lần trong cả đợt):\n#   - {inline(example)}\n"


def _blocks(appraisal: Appraisal, sheet: Sheet, unit: str) -> Iterator[str]:
    lines = {line.code: line for line in sheet.leaves()}
    for entry in effective(appraisal.entries):
        line = lines[entry.code]
        if entry.request is None and not _lowered(line, entry.id):
            continue
        what = f"yêu cầu: {entry.request}" if entry.request else f"điểm {_change(line, entry.id)}"
        yield (
            f"\n# {entry.code} {_one_line(line.name)}: {_one_line(what)}. Lý do: {_one_line(entry.reason)}\n"
            f"#  - to: {entry.id}\n"
            f"#    sha256: {entry_digest(entry)}\n"
            f"#    by: {inline({'agency': unit, 'post': '…'})}\n"
            f"#    date: {appraisal.year + 1}-01-01\n"
            "#    text: …\n"
            "#    evidence: []\n"
        )


def _lowered(line: Line, id_: str) -> bool:
    return any(
        change.entry == id_ and change.before is not None and (change.after is None or change.after < change.before)
        for change in line.history
    )


def _change(line: Line, id_: str) -> str:
    changes = [change for change in line.history if change.entry == id_]
    return f"{points(changes[0].before)} → {points(changes[-1].after)}"


def _one_line(text: str) -> str:
    return " ".join(text.split())
