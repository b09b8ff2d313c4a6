"""A submission freezes what is handed in, or refuses and writes nothing."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from parindex.files.evidence import sha256_of
from parindex.files.load import load_model
from parindex.files.unusable import Unusable
from parindex.jobs.submit import submit
from parindex.model.sheet import Sheet
from parindex.model.submission import Submission
from parindex.values.records import from_json
from tests.jobs.handing_in import ON, UNIT, ready
from tests.jobs.making import write


def test_what_is_handed_in_is_frozen(tmp_path: Path) -> None:
    unit = ready(tmp_path)
    done = submit(unit, on=ON, post="Chủ tịch UBND phường")
    assert done.path == tmp_path / "units" / "ho-so-a-2023" / "ho-so.yaml"
    submission, _ = load_model(done.path, Submission)
    folder = done.path.parent
    assert (folder / submission.data.file).read_bytes() == unit.read_bytes()
    assert submission.data.sha256 == sha256_of(unit)
    assert (folder / submission.data.source).resolve() == unit.resolve()
    assert submission.sheet.sha256 == sha256_of(folder / submission.sheet.file)
    sheet = from_json(Sheet, (folder / submission.sheet.file).read_bytes())
    assert sheet.totals.earned == 13  # 10 × 90 ÷ 100 + 4; the council's 6 points wait
    assert (submission.totals.earned, submission.totals.scorable) == ("13", "14")
    assert {entry.doc: entry.sha256 for entry in submission.evidence} == {
        "kh-1": sha256_of(unit.parent / "minh-chung" / "kh-1.txt"),
        "bc-2": sha256_of(unit.parent / "minh-chung" / "bc-2.txt"),
    }
    assert [entry.file for entry in submission.inputs] == ["criteria/indicators.yaml", "criteria/thu.yaml"]
    assert (submission.submitted, submission.deadline, submission.late) == (ON, ON, False)
    assert submission.post == "Chủ tịch UBND phường"


def test_the_same_day_gives_the_same_bytes(tmp_path: Path) -> None:
    texts = []
    for name in ("x", "y"):
        done = submit(ready(tmp_path / name), on=ON)
        assert done.path is not None
        texts.append(done.path.read_bytes())
    assert texts[0] == texts[1]


BAD = [
    ("numerator: 90", "numerator: 190", "W501"),
    ("doc: kh-1", "doc: kh-2", "E305"),
    ("kh-1.txt}", "kh-3.txt}", "E401"),
    ("\nfacts:", '\nclaims: {"1.1": 10}\nfacts:', "W604"),
]


@pytest.mark.parametrize(("old", "new", "code"), BAD, ids=[each[2] for each in BAD])
def test_errors_and_unexplained_claims_are_refused(tmp_path: Path, old: str, new: str, code: str) -> None:
    unit = ready(tmp_path)
    assert old in UNIT
    write(unit, UNIT.replace(old, new))
    done = submit(unit, on=ON)
    assert done.path is None
    assert code in [finding.code for finding in done.findings]
    assert not (unit.parent / "ho-so-a-2023").exists()


def test_an_explained_claim_is_taken(tmp_path: Path) -> None:
    unit = ready(tmp_path)
    more = 'claims: {"1.1": 10}\nexplanations: {"1.1": "10 hồ sơ chậm do bưu chính"}\n'
    write(unit, UNIT + more)
    done = submit(unit, on=ON)
    assert done.submission is not None
    assert (done.submission.totals.earned, done.submission.totals.computed) == ("14", "13")


def test_a_submission_is_not_overwritten(tmp_path: Path) -> None:
    unit = ready(tmp_path)
    first = submit(unit, on=ON)
    assert first.path is not None
    before = first.path.read_bytes()
    with pytest.raises(Unusable) as caught:
        submit(unit, on=date(2023, 12, 21))
    assert [finding.code for finding in caught.value.findings] == ["E141"]
    assert first.path.read_bytes() == before


@pytest.mark.parametrize(
    ("extension", "late", "deadline"),
    [
        ("", True, date(2023, 12, 20)),
        ("extensions: [{unit: a, deadline: submission, to: 2023-12-25, by: 12/CV-UBND}]\n", False, date(2023, 12, 25)),
        ("extensions: [{unit: b, deadline: submission, to: 2023-12-25, by: 12/CV-UBND}]\n", True, date(2023, 12, 20)),
        ("extensions: [{unit: a, deadline: round-1, to: 2024-12-25, by: 12/CV-UBND}]\n", True, date(2023, 12, 20)),
    ],
)
def test_a_late_one_is_marked_unless_the_unit_was_granted_more_days(
    tmp_path: Path, extension: str, late: bool, deadline: date
) -> None:
    done = submit(ready(tmp_path, project=extension), on=date(2023, 12, 22))
    assert done.submission is not None
    assert (done.submission.late, done.submission.deadline) == (late, deadline)
    assert ("W625" in [finding.code for finding in done.findings]) == late


def test_the_signed_report_is_kept_beside_it(tmp_path: Path) -> None:
    signed = tmp_path / "da-ky.pdf"
    signed.write_bytes(b"%PDF-1.7 ...")
    done = submit(ready(tmp_path), on=ON, report=signed)
    assert done.path is not None
    assert done.submission is not None
    assert done.submission.report is not None
    assert done.submission.report.sha256 == sha256_of(signed)
    assert (done.path.parent / done.submission.report.file).read_bytes() == signed.read_bytes()


def test_the_manifest_of_the_example_reads_back(tmp_path: Path) -> None:
    # A share that does not end: 34 digits go through the manifest unharmed.
    unit = ready(tmp_path)
    write(unit, UNIT.replace("numerator: 90, denominator: 100", "numerator: 2, denominator: 3"))
    done = submit(unit, on=ON)
    assert done.path is not None
    again, _ = load_model(done.path, Submission)
    assert again == done.submission
    assert Decimal(again.totals.earned).quantize(Decimal("0.0001")) == Decimal("10.6667")
