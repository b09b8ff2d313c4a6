"""What holds of every example that stands alone: sound, labelled, proved by its files, written as a report, small."""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest

from parindex.checks.registry import severity_of
from parindex.files.library import Library
from parindex.files.load import load_model
from parindex.jobs.report import report_file
from parindex.jobs.score import score_file
from parindex.model.sheet import Sheet
from parindex.model.unit import Proof, Unit

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
sys.path.insert(0, str(EXAMPLES))
from evidence_text import Contents  # noqa: E402 - the folder of the scripts is no package
from small_evidence import LABEL, UNITS, evidence  # noqa: E402

LIBRARY = Library()
PATHS = {path.parent.name: path for path in UNITS}
BY_NAME = pytest.mark.parametrize("name", PATHS)


def loaded(name: str) -> Unit:
    return load_model(PATHS[name], Unit)[0]


def sheet_of(name: str) -> Sheet:
    sheet = score_file(PATHS[name]).sheet
    assert sheet is not None
    return sheet


def test_these_are_the_examples_that_stand_alone() -> None:
    assert set(PATHS) == {"hung-yen-2023", "phong-noi-vu-chi-linh-2023", "hai-duong-2023", "minh-hoa-hai-ke-hoach"}
    levels = {name: (loaded(name).unit.level, loaded(name).criteria, loaded(name).plans) for name in PATHS}
    assert levels == {
        "hung-yen-2023": ("district", "cap-huyen-2023", ["hung-yen-2023"]),
        "phong-noi-vu-chi-linh-2023": ("agency", "co-quan-2023", ["chi-linh-2023", "chi-linh-tthc-2023"]),
        "hai-duong-2023": ("province", "cap-tinh-2023", ["hai-duong-2023"]),
        "minh-hoa-hai-ke-hoach": ("commune", "cap-xa-thanh-pho-2023", ["phu-son-2023"]),
    }


@BY_NAME
def test_no_error_is_found(name: str) -> None:
    scored = score_file(PATHS[name])
    assert [each.code for each in scored.findings if severity_of(each) == "error"] == []
    assert scored.sheet is not None and scored.sheet.findings == ()


def test_the_number_of_a_real_plan_is_the_printed_one() -> None:
    plan, paper = LIBRARY.plan("hung-yen-2023"), loaded("hung-yen-2023").documents["kh-199"]
    assert (paper.number, str(paper.date)) == (plan.number, str(plan.date))
    assert "văn bản thật" in paper.title


@BY_NAME
def test_what_is_made_up_says_so(name: str, tmp_path: Path) -> None:
    assert loaded(name).unit.synthetic
    assert "SỐ LIỆU GIẢ ĐỊNH" in PATHS[name].read_text("utf-8")[:700]
    target = tmp_path / "bao-cao.docx"
    written = report_file(PATHS[name], output=target)
    assert written.path == target and not written.refused
    text = "\n".join(paragraph.text for paragraph in docx.Document(str(target)).paragraphs).casefold()
    assert "số liệu giả định" in text
    assert "không phải bộ tiêu chí chính thức" in text


@BY_NAME
def test_every_leaf_has_a_fact_or_says_why_not(name: str) -> None:
    for line in sheet_of(name).leaves():
        assert line.status in ("scored", "unsupported", "not_arising", "pending"), line.code
        if line.computed:
            assert line.evidence or line.explanation, line.code
        if line.status == "not_arising":
            assert line.indicator is not None
            assert loaded(name).not_arising[line.indicator].by


@BY_NAME
def test_documents_are_cited_dated_within_the_window_and_numbered_by_day(name: str) -> None:
    unit = loaded(name)
    window = LIBRARY.criteria(unit.criteria).windows["mac-dinh"]
    series: dict[tuple[str, int], list[tuple[str, int]]] = defaultdict(list)
    for document in unit.documents.values():
        assert document.date is not None and window.from_ <= document.date <= window.to
        assert document.date.weekday() < 5, document.title
        if document.number:
            number, _, symbol = document.number.partition("/")
            series[f"{document.issuer} {symbol}", document.date.year].append((str(document.date), int(number)))
    for papers in series.values():
        numbers = [number for _, number in sorted(papers)]
        assert numbers == sorted(set(numbers))
    assert {proof.doc for proof in proofs(unit.model_dump())} | used_alone(unit) == set(unit.documents)
    for periods in unit.reports.values():
        for report in periods.values():
            own = unit.documents[report.evidence[0].doc]
            assert report.signed == own.date and report.signed and report.sent_at and report.signed <= report.sent_at
            assert report.sent_at.weekday() < 5


@BY_NAME
def test_shares_are_of_a_whole_and_periods_add_up(name: str) -> None:
    for id_, entry in loaded(name).facts.items():
        values = entry.values
        assert values is not None, id_
        if values.numerator is not None and values.denominator is not None:
            assert values.numerator <= values.denominator, id_
        if entry.periods:
            assert sum(part.values.numerator or 0 for part in entry.periods.values()) == values.numerator
            assert sum(part.values.denominator or 0 for part in entry.periods.values()) == values.denominator


@BY_NAME
def test_evidence_files_prove_what_cites_them_and_are_built_the_same_again(name: str, tmp_path: Path) -> None:
    path = PATHS[name]
    contents = Contents(path)
    texts: dict[str, str] = {}
    for id_, document in contents.unit.documents.items():
        assert document.file is not None, id_
        file = path.parent / document.file
        assert re.fullmatch(r"[a-z0-9-]+\.docx", file.name) and file.stat().st_size < 12_000
        text = texts.setdefault(
            document.file, "\n".join(paragraph.text for paragraph in docx.Document(str(file)).paragraphs)
        )
        assert text.startswith(LABEL)
        assert document.title in text and (document.number or "") in text
        for section in contents.of(id_):
            assert all(line in text for line in section.lines)
    kept = {file for file in (path.parent / "minh-chung").rglob("*") if file.is_file()}
    assert kept == {path.parent / file for file in texts}
    copy = tmp_path / path.name
    copy.write_bytes(path.read_bytes())
    built = {each.relative_to(tmp_path): each.read_bytes() for each in evidence(copy)}
    assert built == {file.relative_to(path.parent): file.read_bytes() for file in kept}


def test_all_examples_stay_small() -> None:
    assert sum(path.stat().st_size for path in EXAMPLES.rglob("*") if path.is_file()) < 4_000_000


def proofs(value: object) -> Iterator[Proof]:
    """Every proof, wherever it stands in the file."""
    if isinstance(value, dict):
        if value.keys() == {"doc", "at"}:
            yield Proof.model_validate(value)
        for each in value.values():
            yield from proofs(each)
    elif isinstance(value, list):
        for each in value:
            yield from proofs(each)


def used_alone(unit: Unit) -> set[str]:
    """Papers of the commune's own file that only its tasks cite, which the demonstration leaves out."""
    return {"bc-q1", "bc-q2", "bc-q3"} if unit.unit.id == "bac-an-minh-hoa" else set()
