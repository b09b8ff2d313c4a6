"""The agencies' workbooks: out, filled in, back into their files; nothing lost, every problem by its cell."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from parindex.files.load import load_model
from parindex.files.unusable import Unusable
from parindex.jobs.appraise import apply, merge
from parindex.jobs.appraise_read import Read
from parindex.jobs.appraise_start import second, start
from parindex.jobs.appraise_workbooks import read_book
from parindex.jobs.forms_import import import_form
from parindex.model.appraisal import Appraisal, Entry
from parindex.values.findings import Route
from tests.jobs.handing_in import handed_in
from tests.jobs.test_appraise import COUNCIL, JUSTICE, OFFICE, ON, Council, add, codes, line, scores
from tests.jobs.typed import Error, Formula, fill, place, reshape, swap_rows
from tests.reports.forms.recalculated import office, recalculate

SIGNED: dict[Route, Any] = {("*", "date"): date(2024, 1, 10), ("*", "post"): "Chuyên viên"}
ABOVE = ("1.1", "fact", "tthc.on-time", "values", "numerator")


@pytest.fixture
def council(tmp_path: Path) -> Council:
    return Council(tmp_path)


def book(council: Council, agency: str) -> Path:
    return council.files[agency].with_suffix(".xlsx")


def read(council: Council, agency: str, values: Mapping[Route, Any], *, signed: bool = True) -> Read:
    path = book(council, agency)
    fill(path, (SIGNED if signed else {}) | dict(values))
    return read_book(path)


def entries(path: Path) -> list[Entry]:
    return load_model(path, Appraisal)[0].entries


def told(done: Read) -> list[tuple[str, str]]:
    return [(each.code, each.file.rpartition("!")[2]) for each in done.findings]


def cell(council: Council, agency: str, route: Route) -> str:
    return place(book(council, agency), route)[1]


def test_an_untouched_workbook_says_nothing(council: Council) -> None:
    before = {agency: path.read_bytes() for agency, path in council.files.items()}
    for agency in council.files:
        done = read_book(book(council, agency))
        assert (done.added, done.findings, done.written) == ((), (), False)
    assert {agency: path.read_bytes() for agency, path in council.files.items()} == before


@pytest.mark.parametrize(
    ("agency", "values", "said"),
    [
        (OFFICE, {("1.1", "agree"): "Có"}, {"agree": True, "reason": "Thống nhất với kết quả đang có."}),
        # 9,00 of 10 is what the program computed: typed again, it is agreed with.
        (OFFICE, {("1.1", "score"): 9}, {"agree": True}),
        (OFFICE, {("1.1", "score"): "8,5", ("1.1", "reason"): "=Sai"}, {"score": 8.5, "reason": "=Sai"}),
        (OFFICE, {("1.1", "score"): Formula("4+4", 8.0), ("1.1", "reason"): "Cộng lại"}, {"score": 8}),
        (OFFICE, {("1.1", "request"): "Gửi sổ"}, {"request": "Gửi sổ", "reason": "Chưa đủ căn cứ để kết luận."}),
        (JUSTICE, {("1.2", "agree"): "x"}, {"agree": True}),
        (COUNCIL, {("2.1", "score"): 4.5, ("2.1", "reason"): "Có sáng kiến"}, {"score": 4.5, "code": "2.1"}),
    ],
)
def test_what_is_typed_becomes_an_entry(
    council: Council, agency: str, values: dict[Route, Any], said: dict[str, Any]
) -> None:
    done = read(council, agency, values)
    assert (codes(done.findings), done.written) == ([], True)
    (entry,) = entries(council.files[agency])
    assert {key: getattr(entry, key) for key in said} == said
    assert (entry.by.agency, entry.by.post, entry.date) == (agency, "Chuyên viên", date(2024, 1, 10))
    assert read_book(book(council, agency)).added == ()  # read again it adds nothing


def test_a_corrected_figure_keeps_the_other(council: Council) -> None:
    read(council, OFFICE, {ABOVE: "80", ("1.1", "reason"): "Đối chiếu sổ"})
    (entry,) = entries(council.files[OFFICE])
    assert entry.fact is not None and entry.fact.values is not None
    assert (entry.fact.indicator, entry.fact.values.numerator, entry.fact.values.denominator) == (
        "tthc.on-time",
        80,
        100,
    )


def test_a_document_that_was_never_issued(council: Council) -> None:
    issued = ("1.2", "fact", "direction.par-plan-issued", "values")
    read(council, JUSTICE, {(*issued, "answer"): "Không", ("1.2", "reason"): "Không có văn bản"})
    (entry,) = entries(council.files[JUSTICE])
    assert entry.fact is not None and entry.fact.values is not None
    assert (entry.fact.values.answer, entry.fact.values.date) == (False, None)


def test_a_day_and_a_post_of_its_own(council: Council) -> None:
    values: dict[Route, Any] = {("1.1", "agree"): "Có", ("1.1", "date"): "12/01/2024", ("1.1", "post"): "Phó Chánh VP"}
    read(council, OFFICE, values)
    (entry,) = entries(council.files[OFFICE])
    assert (entry.date, entry.by.post) == (date(2024, 1, 12), "Phó Chánh VP")


def test_a_provisional_score_with_a_request(council: Council) -> None:
    values = {("1.1", "score"): 5, ("1.1", "reason"): "Thiếu sổ", ("1.1", "request"): "Gửi sổ"}
    read(council, OFFICE, values)
    one, other = entries(council.files[OFFICE])
    assert (one.score, one.request, other.score, other.request) == (5, None, None, "Gửi sổ")


def test_a_cell_that_changed_is_a_new_entry(council: Council) -> None:
    read(council, OFFICE, {("1.1", "score"): 5, ("1.1", "reason"): "Thiếu sổ"})
    done = read(council, OFFICE, {("1.1", "score"): 6, ("*", "date"): date(2024, 1, 12)})
    assert len(done.added) == 1
    first, last = entries(council.files[OFFICE])
    assert (first.score, last.score, last.replaces, last.date) == (5, 6, first.id, date(2024, 1, 12))
    # Another day or post alone changes nothing: they are those of the next session.
    assert read(council, OFFICE, {("*", "date"): date(2024, 1, 15)}).added == ()


def test_a_cell_that_was_cleared_takes_nothing_away(council: Council) -> None:
    read(council, OFFICE, {("1.1", "score"): 5, ("1.1", "reason"): "Thiếu sổ"})
    done = read(council, OFFICE, {("1.1", "score"): None, ("1.1", "reason"): None})
    assert told(done) == [("W155", cell(council, OFFICE, ("1.1", "score")))]
    assert len(entries(council.files[OFFICE])) == 1


WRONG: list[tuple[dict[Route, Any], str, Route]] = [
    ({("1.1", "score"): 11, ("1.1", "reason"): "x"}, "E343", ("1.1", "score")),
    ({("1.1", "score"): -1, ("1.1", "reason"): "x"}, "E221", ("1.1", "score")),
    ({("1.1", "score"): 8}, "E153", ("1.1", "reason")),
    ({("1.1", "score"): "tám"}, "E172", ("1.1", "score")),
    ({("1.1", "score"): Error("#DIV/0!")}, "E171", ("1.1", "score")),
    ({("1.1", "score"): 8, ("1.1", "agree"): "Có"}, "E154", ("1.1", "score")),
    ({("1.1", "agree"): "Không"}, "E153", ("1.1", "score")),
    ({("1.1", "reason"): "chỉ có lý do"}, "E153", ("1.1", "score")),
    ({("1.1", "agree"): "có lẽ"}, "E175", ("1.1", "agree")),
    ({("1.1", "agree"): "Có", ("1.1", "date"): "30/02/2024"}, "E174", ("1.1", "date")),
    ({ABOVE: 101, ("1.1", "reason"): "x"}, "W501", ABOVE),
    ({ABOVE: 80}, "E153", ("1.1", "reason")),
    ({ABOVE: 80, ("1.1", "reason"): "x", ("1.1", "agree"): "Có"}, "E154", ("1.1", "agree")),
    ({ABOVE: "1.080", ("1.1", "reason"): "x"}, "E173", ABOVE),
]


@pytest.mark.parametrize(
    ("values", "code", "where"), WRONG, ids=[f"{code}-{n}" for n, (_, code, _) in enumerate(WRONG)]
)
def test_a_problem_is_told_by_its_cell(council: Council, values: dict[Route, Any], code: str, where: Route) -> None:
    before = council.files[OFFICE].read_bytes()
    done = read(council, OFFICE, values)
    assert told(done) == [(code, cell(council, OFFICE, where))]
    assert (done.written, council.files[OFFICE].read_bytes()) == (False, before)


def test_who_and_when_are_asked_for_once(council: Council) -> None:
    done = read(council, COUNCIL, {("2.1", "score"): 9}, signed=False)
    where = [cell(council, COUNCIL, route) for route in (("2.1", "score"), ("2.1", "date"), ("2.1", "post"))]
    assert told(done) == [("E343", where[0]), ("E153", _shared(council, "date")), ("E153", _shared(council, "post"))]


def _shared(council: Council, key: str) -> str:
    return cell(council, COUNCIL, ("*", key))


def test_the_council_s_own_criterion_cannot_be_agreed_with(council: Council) -> None:
    assert told(read(council, COUNCIL, {("2.1", "agree"): "Có"})) == [
        ("E349", cell(council, COUNCIL, ("2.1", "agree")))
    ]


def test_another_submission_another_agency_another_kind(council: Council, tmp_path: Path) -> None:
    other = tmp_path / "khac"
    handed = handed_in(other, project="extensions: [{unit: a, deadline: submission, to: 2023-12-25, by: X}]\n")
    start(handed)
    with pytest.raises(Unusable) as caught:
        read_book(book(council, OFFICE), handed.parent / council.files[OFFICE].name)
    assert codes(caught.value.findings) == ["E340"]
    with pytest.raises(Unusable) as caught:
        read_book(book(council, OFFICE), council.files[JUSTICE])
    assert codes(caught.value.findings) == ["E166"]
    with pytest.raises(Unusable) as caught:
        import_form(book(council, OFFICE))
    assert codes(caught.value.findings) == ["E152"]


def test_moved_rows_are_found(council: Council) -> None:
    fill(path := book(council, OFFICE), {**SIGNED, ABOVE: 80, ("1.1", "reason"): "Đối chiếu"})
    rows = sorted(int(place(path, (*ABOVE[:-1], key))[1][1:]) for key in ("numerator", "denominator"))

    def change(name: str, root: Any) -> None:
        if name == "Thẩm định":
            for merges in list(root.iter("{http://schemas.openxmlformats.org/spreadsheetml/2006/main}mergeCells")):
                merges.getparent().remove(merges)
            swap_rows(root, *rows)

    reshape(path, change)
    assert codes(read_book(path).findings) == []
    (entry,) = entries(council.files[OFFICE])
    assert entry.fact is not None and entry.fact.values is not None
    assert (entry.fact.values.numerator, entry.fact.values.denominator) == (80, 100)


def test_making_the_workbooks_again_keeps_what_was_appraised(council: Council) -> None:
    read(council, OFFICE, {("1.1", "agree"): "Có"})
    kept = council.files[OFFICE].read_bytes()
    start(council.manifest, force=True)
    assert council.files[OFFICE].read_bytes() == kept
    assert read_book(book(council, OFFICE)).added == ()


def test_two_rounds_in_workbooks(council: Council) -> None:
    fill(book(council, OFFICE), {**SIGNED, ABOVE: 80, ("1.1", "reason"): "Đối chiếu sổ"})
    fill(book(council, JUSTICE), {**SIGNED, ("1.2", "request"): "Bổ sung công văn gửi"})
    fill(book(council, COUNCIL), {**SIGNED, ("2.1", "score"): 4.5, ("2.1", "reason"): "Có sáng kiến"})
    books = [book(council, agency) for agency in council.files]
    done = merge(books, council.merged, on=ON)
    assert (done.path, codes(done.findings)) == (council.merged, ["W624", "W620"])
    again = merge([*books, *council.paths], council.merged, on=ON)
    assert [each.added for each in again.read] == [(), (), ()]
    next_ = second(council.merged)
    assert {path.name[-11:] for path in next_.books.values()} == {"-lan-2.xlsx"}
    fill(next_.books[JUSTICE], {("*", "date"): date(2024, 2, 5), ("*", "post"): "Trưởng phòng", ("1.2", "agree"): "Có"})
    # 85 of 100: the unit's word after the first round is 80, which the second workbook shows.
    values = {("*", "date"): date(2024, 2, 6), ("*", "post"): "Trưởng phòng", ABOVE: 85, ("1.1", "reason"): "Có sổ"}
    fill(next_.books[OFFICE], values)
    fill(next_.books[COUNCIL], {("*", "date"): date(2024, 2, 6), ("*", "post"): "Chủ tịch", ("2.1", "agree"): "Có"})
    done = merge([*books, *next_.books.values()], council.merged, on=date(2024, 2, 10))
    assert codes(done.findings) == []
    assert scores(apply(council.merged).sheet) == {
        "1.1": ("9", "8", "8.5", "8.5"),
        "1.2": ("4", "", "4", "4"),
        "2.1": ("", "4.5", "4.5", "4.5"),
    }


def test_nothing_is_merged_while_a_workbook_is_wrong(council: Council) -> None:
    fill(book(council, OFFICE), {**SIGNED, ("1.1", "score"): 99})
    fill(book(council, JUSTICE), {**SIGNED, ("1.2", "agree"): "Có"})
    before = [path.read_bytes() for path in council.paths]
    done = merge([book(council, agency) for agency in council.files], council.merged, on=ON)
    assert (done.path, codes(done.findings)) == (None, ["E343"])
    assert ([path.read_bytes() for path in council.paths], council.merged.exists()) == (before, False)


def test_entries_by_hand_and_by_workbook_stand_side_by_side(council: Council) -> None:
    add(council.files[OFFICE], line("vhvu-1", "1.1", OFFICE, "request: Gửi sổ"))
    done = read(council, OFFICE, {("1.1", "score"): 5, ("1.1", "reason"): "Thiếu sổ"})
    assert codes(done.findings) == ["W155"]
    assert len({entry.id for entry in entries(council.files[OFFICE])}) == 2


@pytest.mark.skipif(office() is None, reason="LibreOffice is not installed")
def test_saved_by_libreoffice_it_says_the_same(council: Council, tmp_path: Path) -> None:
    values = {**SIGNED, ABOVE: 80, ("1.1", "reason"): "+Đối chiếu\nsổ", ("1.1", "request"): "@Gửi sổ"}
    fill(book(council, OFFICE), values)
    (saved,) = recalculate([book(council, OFFICE)], tmp_path / "lo")
    assert codes(read_book(saved, council.files[OFFICE]).findings) == []
    fact, request = entries(council.files[OFFICE])
    assert (fact.reason, request.request) == ("+Đối chiếu\nsổ", "@Gửi sổ")
    assert read_book(book(council, OFFICE)).added == ()  # as it was before LibreOffice: the same
