"""The unit's workbook of answers: out, filled in, back into its file of response."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from parindex.files.load import load_model
from parindex.jobs.appraise import merge
from parindex.jobs.appraise_read import Read
from parindex.jobs.appraise_start import answer
from parindex.jobs.appraise_workbooks import read_book
from parindex.model.appraisal import Response
from parindex.values.findings import Route
from tests.jobs.making import write
from tests.jobs.test_appraise import ON, Council, codes
from tests.jobs.typed import fill, place
from tests.reports.forms.recalculated import office, recalculate

SIGNED: dict[Route, Any] = {("*", "date"): date(2024, 1, 30), ("*", "post"): "Công chức"}
NEW: dict[Route, Any] = {
    ("documents", "+1", "id"): "bs-1",
    ("documents", "+1", "form"): "Văn bản hành chính",
    ("documents", "+1", "title"): "=Công văn",
    ("documents", "+1", "file"): "cv-3.txt",
}
ANSWER: dict[Route, Any] = {
    ("tp-1", "text"): "Đã gửi ngày 11/01",
    ("tp-1", "evidence", 0, "doc"): "bs-1",
    ("tp-1", "evidence", 0, "at"): "trang 1",
    ("tp-1", "evidence", 1, "doc"): "kh-1",
}


@pytest.fixture
def council(tmp_path: Path) -> Council:
    council = Council(tmp_path).first_round()
    council.merge()
    assert answer(council.merged, council.response) == (2, council.response.with_suffix(".xlsx"))
    write(council.response.parent / "cv-3.txt", "Công văn số 3/CV-UBND\n")
    return council


def read(council: Council, values: dict[Route, Any]) -> Read:
    fill(book(council), values)
    return read_book(book(council))


def book(council: Council) -> Path:
    return council.response.with_suffix(".xlsx")


def told(done: Read) -> list[tuple[str, str]]:
    return [(each.code, each.file.rpartition("!")[2]) for each in done.findings]


def test_an_answer_with_a_document(council: Council) -> None:
    assert codes(read(council, SIGNED | NEW | ANSWER).findings) == []
    response, _ = load_model(council.response, Response)
    assert response.documents["bs-1"].title == "=Công văn"
    (only,) = response.answers
    assert (only.to, only.text, only.by.agency, only.by.post) == (
        "tp-1",
        "Đã gửi ngày 11/01",
        "UBND phường A",
        "Công chức",
    )
    assert [(proof.doc, proof.at) for proof in only.evidence] == [("bs-1", "trang 1"), ("kh-1", None)]
    assert read_book(book(council)).added == ()
    done = merge(council.paths, council.merged, on=ON, responses=[book(council)])
    assert codes(done.findings) == ["W623", "W620"]


def test_an_answer_is_mended_until_it_is_handed_over(council: Council) -> None:
    read(council, SIGNED | NEW | ANSWER)
    read(
        council,
        {
            ("tp-1", "text"): "Đã gửi ngày 12/01",
            ("documents", "+1", "title"): "Công văn số 3",
            ("vp-1", "text"): "Có sổ",
        },
    )
    response, _ = load_model(council.response, Response)
    assert [(each.to, each.text) for each in response.answers] == [("tp-1", "Đã gửi ngày 12/01"), ("vp-1", "Có sổ")]
    assert response.documents["bs-1"].title == "Công văn số 3"


WRONG: list[tuple[dict[Route, Any], str, Route]] = [
    ({("tp-1", "evidence", 0, "at"): "trang 2", ("tp-1", "text"): "x"}, "E181", ("tp-1", "evidence", 0, "at")),
    ({("tp-1", "evidence", 0, "doc"): "kh-1"}, "E153", ("tp-1", "text")),
    ({("tp-1", "evidence", 0, "doc"): "kh-9", ("tp-1", "text"): "x"}, "E179", ("tp-1", "evidence", 0, "doc")),
    (NEW | {("documents", "+1", "id"): "kh-1"}, "E351", ("documents", "+1", "id")),
    (NEW | {("documents", "+1", "id"): None}, "E183", ("documents", "+1", "form")),
    (NEW | {("documents", "+1", "file"): "khong-co.txt"}, "E401", ("documents", "+1", "file")),
    (NEW | {("documents", "+1", "file"): "../../../../etc/passwd"}, "E404", ("documents", "+1", "file")),
    (NEW | {("documents", "+1", "date"): "31/02/2024"}, "E174", ("documents", "+1", "date")),
]


@pytest.mark.parametrize(("values", "code", "where"), WRONG)
def test_a_problem_is_told_by_its_cell(council: Council, values: dict[Route, Any], code: str, where: Route) -> None:
    before = council.response.read_bytes()
    done = read(council, SIGNED | values)
    assert told(done) == [(code, place(book(council), where)[1])]
    assert council.response.read_bytes() == before


@pytest.mark.skipif(office() is None, reason="LibreOffice is not installed")
def test_saved_by_libreoffice_it_says_the_same(council: Council, tmp_path: Path) -> None:
    fill(book(council), SIGNED | NEW | ANSWER)
    (saved,) = recalculate([book(council)], tmp_path / "lo")
    assert codes(read_book(saved, council.response).findings) == []
    assert read_book(book(council)).added == ()
