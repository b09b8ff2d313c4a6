"""The periodic report, checked against a small world worked out by hand."""

from __future__ import annotations

from datetime import date

import pytest

from parindex.model.criteria import CriteriaSet, Span
from parindex.model.indicators import Indicator
from parindex.model.unit import Unit
from parindex.reports.view.data import Part, Section
from parindex.reports.view.periodic.duties import sent_in
from parindex.reports.view.periodic.fields import Material, part_of
from parindex.reports.view.periodic.window import before, window_of
from parindex.reports.view.words import DASH
from tests.reports.periodic_world import CRITERIA, INDICATORS, PLAN, UNIT, told

YEAR = Span.model_validate({"from": "2022-12-15", "to": "2023-12-14"})
CALENDAR = Span.model_validate({"from": "2023-01-01", "to": "2023-12-31"})


def said(section: Section | Part | None) -> list[str]:
    assert section is not None
    parts = [text for part in getattr(section, "parts", ()) for text in (part.title, *said(part))]
    own = list(section.own.texts) if section.own else []
    return [*section.paragraphs, *section.items, *own, *parts]


@pytest.mark.parametrize(
    ("period", "span", "first", "last"),
    [
        ("2023-Q1", YEAR, "2022-12-15", "2023-03-14"),
        ("2023-Q2", YEAR, "2023-03-15", "2023-06-14"),
        ("2023-6m", YEAR, "2022-12-15", "2023-06-14"),
        ("2023-9m", YEAR, "2022-12-15", "2023-09-14"),
        ("2023", YEAR, "2022-12-15", "2023-12-14"),
        ("2023-Q4", YEAR, "2023-09-15", "2023-12-14"),
        ("2023-04", YEAR, "2023-03-15", "2023-04-14"),
        ("2023-Q1", None, "2022-12-15", "2023-03-14"),
        ("2023-Q1", CALENDAR, "2023-01-01", "2023-03-31"),
        ("2023-02", CALENDAR, "2023-02-01", "2023-02-28"),
        ("2023", CALENDAR, "2023-01-01", "2023-12-31"),
    ],
)
def test_days_of_a_period(period: str, span: Span | None, first: str, last: str) -> None:
    window = window_of(period, span)
    assert (str(window.first), str(window.last)) == (first, last)
    assert window.first in window
    assert date.fromisoformat(last) in window
    assert None not in window


@pytest.mark.parametrize(
    ("period", "last", "following", "until"),
    [
        ("2023-Q1", None, "quý II năm 2023", "2023-06-14"),
        ("2023-6m", "2023-Q1", "6 tháng cuối năm 2023", "2023-12-14"),
        ("2023-9m", "2023-6m", "quý IV năm 2023", "2023-12-14"),
        ("2023", None, "năm 2024", "2024-03-14"),
        ("2023-Q3", "2023-Q2", "quý IV năm 2023", "2023-12-14"),
        ("2023-04", "2023-03", "tháng 5 năm 2023", "2023-05-14"),
        ("2023-01", None, "tháng 2 năm 2023", "2023-02-14"),
    ],
)
def test_periods_around(period: str, last: str | None, following: str, until: str) -> None:
    window = window_of(period, YEAR)
    assert (before(period), window.next_name, str(window.next_last)) == (last, following, until)


def test_direction_of_the_first_quarter() -> None:
    assert said(told("2023-Q1").direction) == [
        "Đã ban hành kế hoạch CCHC (số 5/KH-UBND ngày 12/01/2023).",
        "Quá hạn, chưa hoàn thành: tuyên truyền.",
        "Đã gửi báo cáo CCHC quý I ngày 14/03/2023, đúng hạn.",
        "Đoàn kiểm tra huyện kiểm tra ngày 02/02/2023, nêu 2 tồn tại, hạn chế; đã khắc phục 1/2.",
    ]


SENT = {"dir.more": {"2023-Q1": {"sent_at": "2023-03-10"}}}
MORE = {"id": "dir.more", "name": "Báo cáo riêng", "domain": "chi-dao-dieu-hanh", "measure": "reports"}


@pytest.mark.parametrize(
    ("last", "words"),
    [
        ("2023-03-20", "Đã gửi 2 báo cáo, đúng hạn."),
        ("2023-03-08", "Đã gửi 2 báo cáo, 1 báo cáo đúng hạn; gửi chậm: báo cáo riêng quý I (gửi ngày 10/03/2023, "
         "chậm 2 ngày)."),
        (None, "Đã gửi 2 báo cáo, 1 báo cáo đúng hạn."),
    ],
)  # fmt: skip
def test_reports_are_on_time_by_the_day_of_the_plan_else_of_the_set_and_by_none_of_them_not_at_all(
    last: str | None, words: str
) -> None:
    leaf = {
        "code": "1.4", "name": "Báo cáo", "points": "1", "indicator": "dir.more",
        "rule": {"kind": "reports", "on_time": "1", "required": [{"period": "2023-Q1", "to": last}]},
    }  # fmt: skip
    data = CRITERIA.model_dump(mode="json", by_alias=True, exclude_unset=True)
    data["domains"][0]["criteria"] += [leaf] if last else []
    criteria = CriteriaSet.model_validate(data)
    indicators = INDICATORS | {"dir.more": Indicator.model_validate(MORE)}
    unit = Unit.model_validate(UNIT | {"reports": UNIT["reports"] | SENT})
    window = window_of("2023-Q1", YEAR)
    found = sent_in(unit, [PLAN], indicators, window, criteria)
    material = Material(window, (), (), found, (), (), (), indicators, "kỳ trước")
    assert part_of(material, "chi-dao-dieu-hanh", "", own=None).paragraphs == (words,)


def test_fields_that_have_nothing_are_left_out() -> None:
    fields = told("2023-Q1").fields
    assert fields is not None
    assert [(part.number, part.title) for part in fields.parts] == [
        ("1", "Cải cách thể chế"),
        ("2", "Cải cách thủ tục hành chính"),
    ]
    assert said(fields.parts[0]) == ["Thực hiện 1 nhiệm vụ của kế hoạch: rà soát văn bản (ngày 20/02/2023)."]
    assert said(fields.parts[1]) == [
        "Kết quả các chỉ số quý I năm 2023:",
        "- Hồ sơ đúng hạn: 95 / 100 hồ sơ = 95%, chưa đạt chỉ tiêu từ 98% trở lên (Kế hoạch CCHC năm 2023, mục II.2).",
    ]


def test_six_months_add_up_and_compare_with_the_quarter() -> None:
    # By hand: (95 + 99) ÷ 200 = 97%; the quarter had 95%.
    report = told("2023-6m")
    assert report.fields is not None
    assert said(report.fields.parts[-1])[-1] == (
        "- Hồ sơ đúng hạn: 194 / 200 hồ sơ = 97%, chưa đạt chỉ tiêu từ 98% trở lên (Kế hoạch CCHC năm 2023, mục II.2); "
        "tăng 2 điểm phần trăm so với báo cáo quý I."
    )
    assert report.figures is not None
    row = report.figures.rows[1]
    assert (row.now, row.before, row.change, row.target, row.verdict) == (
        "194 / 200 hồ sơ = 97%",
        "95%",
        "+2",
        "từ 98% trở lên",
        "Chưa đạt",
    )
    assert row.proof == "9/BC-UBND"


def test_a_quarter_stands_for_itself() -> None:
    report = told("2023-Q2")
    assert report.figures is not None
    row = report.figures.rows[1]
    assert (row.now, row.before, row.change, row.verdict, row.proof) == (
        "99 / 100 hồ sơ = 99%", "95%", "+4", "Đạt", "–",
    )  # fmt: skip
    assert said(report.direction)[-1] == "Đến hạn mà chưa gửi: Báo cáo CCHC quý II."


def test_assessment_counts_last_days_before_the_end_of_the_year() -> None:
    # By 14/03 two last days have passed: one kept, one not; the third is of May.
    assert said(told("2023-Q1").assessment) == [
        "Kết quả đạt được",
        "Trong 1 chỉ tiêu của kế hoạch và ngưỡng tham chiếu có số liệu quý I năm 2023, đạt 0 chỉ tiêu, chưa đạt 1 chỉ "
        "tiêu.",
        "Từ đầu năm đến ngày 14/03/2023, kế hoạch đặt 2 hạn cho các nhiệm vụ của đơn vị; đã hoàn thành 1/2 (1 đúng "
        "hạn); còn 1 quá hạn.",
        "Tồn tại, hạn chế",
        "- Hồ sơ đúng hạn: 95%, chỉ tiêu từ 98% trở lên;",
        "- Nhiệm vụ quá hạn: tuyên truyền.",
    ]


def test_what_comes_next_is_what_is_left_and_what_is_due() -> None:
    report = told("2023-Q1")
    assert report.next_title == "NHIỆM VỤ TRỌNG TÂM QUÝ II NĂM 2023"
    assert said(report.next) == [
        "Nhiệm vụ quá hạn",
        "Tiếp tục hoàn thành 1 nhiệm vụ đã quá hạn:",
        "- Tuyên truyền; chủ trì: Văn phòng.",
        "Nhiệm vụ đến hạn",
        "Từ ngày 15/03/2023 đến ngày 14/06/2023 có 2 nhiệm vụ đến hạn:",
        "- Số hóa hồ sơ: báo cáo (hạn 31/05/2023);",
        "- Báo cáo CCHC (hạn 14/06/2023).",
    ]


def test_the_year_tells_what_was_answered() -> None:
    facts = {
        "tthc.on-time": {"values": {"numerator": "990", "denominator": "1000"}},
        "inst.done": {"values": {"answer": True}},
    }
    report = told("2023", facts=facts, previous={"facts": {"tthc.on-time": {"numerator": "97", "denominator": "100"}}})
    assert report.fields is not None
    assert "Đã thực hiện: thực hiện phân cấp." in said(report.fields.parts[0])
    assert said(report.fields.parts[1])[-1].endswith("tăng 2 điểm phần trăm so với năm trước.")
    assert report.next_title == "NHIỆM VỤ TRỌNG TÂM NĂM 2024"


def test_the_year_is_compared_with_last_year_alone() -> None:
    """Not with the nine months of this year, where the unit gives no figure of last year."""
    quarters = {
        f"2023-Q{at}": {"values": {"numerator": str(n), "denominator": "100"}} for at, n in enumerate((90, 91, 92), 1)
    }
    facts = {"tthc.on-time": {"values": {"numerator": "380", "denominator": "400"}, "periods": quarters}}
    report = told("2023", facts=facts)
    assert "năm trước" not in str(report)
    assert report.figures is not None
    assert {row.before for row in report.figures.rows if row.kind != "domain"} == {DASH}
    none = told("2023", facts=facts, previous={"facts": {"tthc.on-time": {"numerator": "0", "denominator": "10"}}})
    assert "tăng 95 điểm phần trăm so với năm trước" in str(none)  # nothing last year is a figure too


def test_a_unit_without_figures_has_a_report_in_order() -> None:
    report = told("2023-Q3", facts={}, reports={}, tasks={}, inspections=[])
    sections = [each for each in (report.direction, report.fields, report.assessment, report.next) if each is not None]
    assert [each.number for each in sections] == ["I", "II", "III", "IV"][: len(sections)]
    assert report.assessment.parts[0].paragraphs


def test_a_part_that_the_plan_has_not_is_no_fault_of_a_draft() -> None:
    report = told("2023-Q1", tasks={"kh": {"a": {"parts": {"9": {"done": "2023-02-20"}}}}})
    assert "ngày 20/02/2023" in str(report)


def test_own_words_of_the_period_go_before_those_of_the_kind() -> None:
    report = {
        "periodic": {"proposals": ["Đề nghị chung"], "place": "Mẫu"},
        "periodic-2023-Q1": {"proposals": ["Đề nghị quý I"], "results": {"the-che": ["Tập huấn 2 lớp"]}},
    }
    first, second = told("2023-Q1", report=report), told("2023-Q2", report=report)
    assert said(first.proposals) == ["Đề nghị quý I."]
    assert said(second.proposals) == ["Đề nghị chung."]
    assert first.fields is not None
    own = first.fields.parts[0].own
    assert own is not None
    assert (own.route, own.texts) == ("report/periodic-2023-Q1/results/the-che", ("Tập huấn 2 lớp.",))
    assert first.heading.place_and_day.startswith("Mẫu, ")
    assert [section and section.number for section in (first.direction, first.assessment, first.proposals)] == [
        "I", "III", "V",
    ]  # fmt: skip


def test_an_empty_period_says_nothing_that_did_not_happen() -> None:
    report = told("2023-Q4", facts={}, reports={}, tasks={}, inspections=[])
    assert report.fields is None or all(part.paragraphs for part in report.fields.parts)
    assert report.figures is None
    assert report.tasks is not None
    assert report.tasks.label == "Phụ lục"
