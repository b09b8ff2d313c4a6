"""What the report says, checked against results worked out by hand."""

from __future__ import annotations

import unicodedata
from decimal import Decimal
from typing import Any

import pytest

from parindex.locale.sections import section_name
from parindex.model.policy import Rounding
from parindex.model.sheet import FactLine, Line, StepLine, TargetLine
from parindex.model.unit import Proof, ReportEntry
from parindex.reports.view import self_view
from parindex.reports.view.data import Explained
from parindex.reports.view.domains import domain_part
from parindex.reports.view.entries import Entry
from parindex.reports.view.evidence import labels_of, linked
from parindex.reports.view.heading import Sender, capitals, committee_of, full_name, rule_under, signature_of
from parindex.reports.view.leaves import Groups, gap_of, why_short
from parindex.reports.view.remedies import proposed, remedy_of
from parindex.reports.view.sections import bases_of, explanations_of, opening_of, shortcomings_of
from parindex.reports.view.words import Scores, letter, listed, sentence, series, small, undashed
from tests.reports.sample import ENTRY, make

SCORE = Scores(Rounding())


def leaf(code: str = "1.1", name: str = "Tiêu chí", most: str = "2", got: str | None = "2", **more: Any) -> Line:
    """A leaf of the sheet, scored unless ``more`` says otherwise."""
    points = None if got is None else Decimal(got)
    given = {"computed": points, "self_score": points, "status": "scored"} | more
    unreached = None if points is None else Decimal(most) - points
    return Line(code=code, name=name, level="leaf", max=Decimal(most), unreached=unreached, **given)


def domain(*leaves: Line) -> Line:
    return Line(code="1", name="Cải cách thể chế", level="domain", max=Decimal(0), children=leaves)


def told(*leaves: Line) -> tuple[str, ...]:
    part = domain_part(domain(*leaves), 0, SCORE)
    return (*part.paragraphs, *part.items)


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a và b"),
        (["a", "b", "c"], "a, b và c"),
        (["a, x", "b", "c"], "a, x; b; c"),
        (["lập và gửi", "b"], "lập và gửi và b"),
    ],
)
def test_series(words: list[str], text: str) -> None:
    assert series(words) == text


def test_small_words() -> None:
    assert [sentence(text) for text in ("a", "a.", "a:", " a ")] == ["a.", "a.", "a:", "a."]
    assert listed(["a.", "b;", "c"]) == ("- a;", "- b;", "- c.")


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ("- Một;", "Một"),
        ("+ ba", "ba"),
        ("– - hai,", "hai"),
        ("•Bốn.", "Bốn."),
        ("-5% so với năm trước", None),
        ("-", ""),
        ("- 5 người;", "5 người"),
        ("Một; hai:", None),
        ("-năm", "năm"),
        ("+3 điểm;", None),
    ],
)
def test_an_item_is_entered_with_its_dash_or_without(given: str, words: str | None) -> None:
    assert undashed(given) == (given if words is None else words)


def test_items_entered_with_dashes_print_with_one_and_paragraphs_with_none() -> None:
    items = ["- Khó khăn một;", "+ ba", "-", "Bốn."]
    names = ("difficulties", "organisation", "remedies", "proposals")
    entry = ReportEntry.model_validate(dict.fromkeys((*names, "bases"), items) | {"results": {"tthc": items}})
    own = Entry({"self": entry}, "self", "2023").own
    listed_, *others = own("difficulties", listed_=True), *map(own, names[1:]), own("results", "tthc")
    assert listed_ is not None
    assert listed_.texts == ("- Khó khăn một;", "- ba;", "- Bốn.")
    assert [each.texts for each in others if each] == [("Khó khăn một.", "ba.", "Bốn.")] * 4
    assert bases_of(entry, []) == ["Khó khăn một", "ba", "Bốn"]
    assert [small(text) for text in ("Đã làm", "UBND xã", "")] == ["đã làm", "UBND xã", ""]
    assert [letter(index) for index in (0, 4, 5, 23)] == ["a)", "đ)", "e)", "a1)"]


@pytest.mark.parametrize(
    ("section", "words"),
    [
        ("II.2.2", "mục II.2.2"),
        ("PL.07.2", "Phụ lục 07, mục 2"),
        ("PL.07", "Phụ lục 07"),
        ("PL.II.1", "Phụ lục II, mục 1"),
        ("QD.2.2", "khoản 2 Điều 2"),
        ("QD.2", "Điều 2"),
        ("KH.II.5", "kế hoạch kèm theo, mục II.5"),
        ("mở-đầu", "phần mở đầu"),
        ("cuối", "phần cuối"),
    ],
)
def test_place_in_a_plan_is_said_in_words(section: str, words: str) -> None:
    assert section_name(section) == words


@pytest.mark.parametrize(
    "name", ["UBND phường Hòa Bình", "Ủy ban nhân dân phường Hòa Bình", "Uỷ ban Nhân dân phường Hòa Bình"]
)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_committee_in_all_spellings(name: str, form: Any) -> None:
    given = unicodedata.normalize(form, name)
    assert committee_of(given) == "phường Hòa Bình"
    assert capitals(given) == ("ỦY BAN NHÂN DÂN", "PHƯỜNG HÒA BÌNH")
    assert full_name(given) == "Ủy ban nhân dân phường Hòa Bình"


def test_other_agencies_are_no_committee() -> None:
    for name in ("Phòng Nội vụ", "UBND", "Văn phòng UBND thị xã"):
        assert committee_of(name) is None
    assert capitals("Sở Nội vụ") == ("SỞ NỘI VỤ",)


def test_long_name_is_broken_evenly_and_not_before_a_hyphen() -> None:
    assert capitals("Phòng Lao động - Thương binh và Xã hội") == ("PHÒNG LAO ĐỘNG -", "THƯƠNG BINH", "VÀ XÃ HỘI")
    assert capitals("UBND thành phố Hồ Chí Minh") == ("ỦY BAN NHÂN DÂN", "THÀNH PHỐ", "HỒ CHÍ MINH")
    assert capitals("X" * 60) == ("X" * 60,)


@pytest.mark.parametrize("line", ["XÃ Y", "PHƯỜNG PHÚ SƠN", "THỊ TRẤN NÔNG TRƯỜNG VIỆT LÂM"])
def test_rule_grows_with_the_name(line: str) -> None:
    assert len(rule_under(line)) < len(rule_under(line + " MỚI")) or len(rule_under(line)) == 33


@pytest.mark.parametrize(
    ("given", "lines"),
    [
        ({}, ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")),
        ({"authority": "TM.", "signer_title": "Chủ tịch"}, ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")),
        ({"authority": "KT.", "on_behalf_of": "Chủ tịch"}, ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")),
        ({"authority": "Q.", "signer_title": "Chủ tịch"}, ("TM. ỦY BAN NHÂN DÂN", "Q. CHỦ TỊCH")),
        ({"authority": "TL.", "signer_title": "Chánh Văn phòng"}, ("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG")),
        ({"authority": "TUQ.", "signer_title": "Chánh Văn phòng"}, ("TUQ. CHỦ TỊCH", "CHÁNH VĂN PHÒNG")),
    ],
)
def test_signing_authority_of_a_committee(given: dict[str, str], lines: tuple[str, ...]) -> None:
    sheet, _ = make(3)
    assert signature_of(Sender.of(sheet), ReportEntry.model_validate(given)).authority == lines


def test_signing_authority_of_a_department() -> None:
    sheet, _ = make(3, unit={"id": "so", "name": "Sở Nội vụ", "level": "agency"})
    given = {"authority": "KT.", "on_behalf_of": "Giám đốc", "signer_title": "Phó Giám đốc"}
    assert signature_of(Sender.of(sheet), ReportEntry.model_validate(given)).authority == (
        "KT. GIÁM ĐỐC",
        "PHÓ GIÁM ĐỐC",
    )
    assert signature_of(Sender.of(sheet), ReportEntry()).authority == ("THỦ TRƯỞNG ĐƠN VỊ",)


def test_domain_that_reached_everything() -> None:
    assert told(leaf()) == ("Tiêu chí Tiêu chí đạt điểm tối đa.",)
    assert told(leaf("1.1"), leaf("1.2")) == ("Cả 2 tiêu chí của lĩnh vực đều đạt điểm tối đa.",)


def test_domain_with_one_short() -> None:
    short = leaf("1.2", "Báo cáo", got="1.5", steps=(StepLine(what="deadline.never"),))
    assert told(leaf("1.1", "Kế hoạch"), short) == (
        "Đạt điểm tối đa 1/2 tiêu chí: Kế hoạch (2,00 điểm). Chưa đạt 0,50 điểm ở tiêu chí Báo cáo (1.2): tự chấm "
        "1,50/2,00 điểm; không thực hiện: không có điểm.",
    )


def test_domain_with_several_short_lists_them() -> None:
    said = told(leaf("1.1", "A", got="1"), leaf("1.2", "B", got="0", status="missing", reason="missing.fact"))
    assert said == (
        "Chưa có tiêu chí nào đạt điểm tối đa.",
        "Chưa đạt 3,00 điểm ở 2 tiêu chí:",
        "- A (1.1): tự chấm 1,00/2,00 điểm, chưa đạt 1,00 điểm;",
        "- B (1.2): không được điểm trên 2,00 điểm tối đa, chưa đạt 2,00 điểm; đơn vị chưa nhập số liệu.",
    )


def test_pending_is_not_scored_never_zero() -> None:
    waiting = leaf("1.2", "Hài lòng", got=None, status="pending", reason="pending.survey", scored_by="survey")
    council = leaf("1.3", "Chất lượng", got=None, status="pending", reason="pending.council")
    assert told(waiting, council) == (
        "Chưa chấm, chờ kết quả điều tra xã hội học: Hài lòng (2,00 điểm). "
        "Chưa chấm, chờ hội đồng thẩm định: Chất lượng (2,00 điểm).",
    )


def test_not_arising_bonus_and_penalty() -> None:
    said = told(
        leaf("1.1", "A", got=None, status="not_arising"),
        leaf("1.2", "Sáng kiến", got="1", counts="bonus"),
        leaf("1.3", "Vi phạm", got="-0.5", counts="penalty"),
    )
    assert said == (
        "Không phát sinh, không tính vào điểm tối đa: A (2,00 điểm). Được cộng 1,00 điểm thưởng: Sáng kiến. "
        "Bị trừ 0,50 điểm phạt: Vi phạm.",
    )


def test_every_leaf_falls_into_one_group() -> None:
    sheet, _ = make(60)
    groups = Groups(sheet.leaves())
    sorted_ = groups.full + groups.short + groups.pending + groups.not_arising
    assert sorted(each.code for each in sorted_) == sorted(each.code for each in groups.all)


def _rate(value: str, target: str) -> str:
    fact = FactLine(indicator="x", name="x", value=Decimal(value), percent=True)
    aim = TargetLine(comparator=">=", value=Decimal(target), source="set")
    return why_short(leaf(got="0", facts=(fact,), target=aim, met=False))


def test_share_is_shortened_but_never_onto_the_target() -> None:
    assert _rate("66.6666666667", "70") == "kết quả 66,67%; chỉ tiêu: từ 70% trở lên"
    assert _rate("69.996", "70") == "kết quả 69,996%; chỉ tiêu: từ 70% trở lên"


def test_totals_of_a_small_set_by_hand() -> None:
    sheet, unit = make(3)  # 1200/1200 of 2 points; issued 18/01, due before 15/01: 1 of 2; one of two items: 1 of 2
    results = self_view(sheet, unit).results
    assert results.overall.paragraphs[0] == (
        "Tổng điểm tự chấm năm 2023 là 4,00 điểm trên 6,00 điểm có thể chấm; Chỉ số CCHC đạt 66,67%."
    )
    row = results.total
    assert (row.max, row.left_out, row.earned, row.unreached, row.index) == ("6,00", "–", "4,00", "2,00", "66,67")
    assert results.note is None


@pytest.mark.parametrize("count", [3, 24, 60, 120])
def test_rows_of_the_summary_add_up(count: int) -> None:
    results = self_view(*make(count)).results

    def figure(text: str) -> Decimal:
        return Decimal(0) if text == "–" else Decimal(text.replace(".", "").replace(",", "."))

    for row in (*results.rows, results.total):
        assert figure(row.max) == figure(row.left_out) + figure(row.earned) + figure(row.unreached)
    assert sum(figure(row.max) for row in results.rows) == figure(results.total.max)


def test_both_totals_where_a_claim_differs() -> None:
    sheet, unit = make(3, claims={"1.1.2": "2"}, explanations={"1.1.2": "Đã phát hành trước hạn"})
    said = " ".join(self_view(sheet, unit).results.overall.paragraphs)
    assert "tổng điểm là 4,00 điểm, Chỉ số CCHC là 66,67%; theo điểm tự chấm, tổng điểm là 5,00 điểm" in said
    assert explanations_of(sheet, SCORE)[0] == (
        "Tiêu chí có điểm tự chấm khác điểm tính theo quy tắc",
        (
            Explained(
                "- Ban hành kế hoạch cải cách hành chính năm (1.1.2): điểm tính theo quy tắc 1,00, đơn vị tự chấm "
                "2,00/2,00 điểm (cao hơn 1,00 điểm). Giải trình:",
                "explanations/1.1.2",
                "Đã phát hành trước hạn.",
            ),
        ),
    )


def test_unsupported_criteria_are_explained() -> None:
    sheet, _ = make(8)
    titles = [title for title, _ in explanations_of(sheet, SCORE)]
    assert titles == ["Tiêu chí chưa có tài liệu kiểm chứng"]


def test_sections_close_up() -> None:
    bare = self_view(*make(3))
    assert (bare.organisation, bare.explanations, bare.proposals) == (None, None, None)
    assert (bare.results.number, bare.shortcomings and bare.shortcomings.number) == ("I", "II")
    assert bare.remedies is not None
    assert (bare.remedies.number, bare.remedies.own) == ("III", None)
    full = self_view(*make(8, report={"self": ENTRY}))
    sections = (full.organisation, full.results, full.shortcomings, full.explanations, full.remedies, full.proposals)
    assert [section and section.number for section in sections] == ["I", "II", "III", "IV", "V", "VI"]


def test_nothing_short_and_no_difficulty_means_no_such_section() -> None:
    sheet, _ = make(3)
    perfect = sheet.but(lines=(domain(leaf()),))
    assert shortcomings_of(perfect, SCORE) == ()
    assert self_view(perfect, make(3)[1]).shortcomings is None
    assert self_view(perfect, make(3)[1]).remedies is None


def test_remedies_follow_from_the_working_of_the_largest_gaps() -> None:
    lead, items = proposed(make(24)[0], SCORE)
    assert lead == ("Việc cần làm để đạt điểm của các tiêu chí có điểm chưa đạt lớn nhất:",)
    assert len(items) == 6
    assert items[-1] == "- Bổ sung số liệu, tài liệu kiểm chứng để có căn cứ chấm 3 tiêu chí chưa chấm được."
    told = {leaf.rule: remedy_of(leaf, SCORE) for leaf in make(24)[0].leaves() if leaf.unreached}
    assert told["deadline"] == "ban hành, thực hiện đúng hạn"
    assert told["checklist"] == "thực hiện nội dung chưa làm: trang thông tin điện tử"
    assert told["per_case"] == "không để phát sinh trường hợp bị trừ điểm"
    more = next(leaf for leaf in make(24)[0].leaves() if leaf.more is not None)
    assert remedy_of(more, SCORE).startswith("cần thêm ")


def test_points_reached_and_not_reached_make_the_maximum_as_printed() -> None:
    assert SCORE.gap(Decimal(11), Decimal("10.425")) == "0,57"
    assert SCORE.gap(Decimal(1), None) == "1,00"
    assert SCORE.gap(Decimal(10), Decimal(11)) == "0,00"
    assert gap_of(leaf(most="1", got="0.875"), SCORE) == "0,12"


def test_against_last_year() -> None:
    sheet, unit = make(
        3, previous={"index": "70", "place": 4, "facts": {"do.so-0": {"numerator": "19111", "denominator": "20000"}}}
    )
    compared = self_view(sheet, unit).results.compared
    assert compared is not None
    assert compared.title == "So sánh với năm 2022"
    assert compared.paragraphs == (
        "Chỉ số CCHC năm 2023 là 66,67%, giảm 3,33 điểm phần trăm so với năm 2022 (70,00%).",
        "Năm 2022, đơn vị xếp thứ 4.",
        "Có 1 chỉ số đo thay đổi so với năm 2022:",
    )
    assert compared.items == ("- Tỷ lệ hồ sơ thủ tục hành chính trả kết quả đúng hạn: 100% (năm 2022: 95,56%).",)
    assert self_view(*make(3)).results.compared is None


def test_numbers_of_the_parts_close_up() -> None:
    sheet, unit = make(
        3, previous={"defects": [{"what": "Chậm công khai", "remedy": "Đã niêm yết"}, {"what": "Thiếu máy"}]}
    )
    results = self_view(sheet, unit).results
    assert results.compared is None
    assert results.remedied is not None
    assert results.remedied.number == "3"
    assert results.remedied.paragraphs == ("Đã khắc phục 1/2 tồn tại, hạn chế của năm 2022:",)
    assert results.remedied.items == ("- Chậm công khai: đã niêm yết;", "- Thiếu máy: chưa khắc phục.")


def test_opening_does_not_repeat_the_verb() -> None:
    sheet, _ = make(3)
    said = opening_of(sheet, ReportEntry(bases=["Thực hiện Kế hoạch số 5/KH-UBND."]))
    assert said[0].startswith("Thực hiện Kế hoạch số 5/KH-UBND, Ủy ban nhân dân phường Giả Định đã tự chấm điểm")
    assert said[-1] == "Ủy ban nhân dân phường Giả Định báo cáo kết quả như sau:"


def test_labels_follow_the_table_and_the_uncited_come_last() -> None:
    sheet, _ = make(24)
    labels = labels_of(sheet)
    assert list(labels.values()) == [f"TLKC-{number:02}" for number in range(1, 13)]
    cited = [proof.doc for each in sheet.leaves() for proof in each.evidence]
    assert list(labels)[: len(set(cited))] == list(dict.fromkeys(cited))


def test_labels_widen_for_a_hundred_documents() -> None:
    sheet, _ = make(3)
    documents = {f"d{number}": next(iter(sheet.documents.values())) for number in range(100)}
    assert labels_of(sheet.but(documents=documents))["d0"] == "TLKC-001"


def test_runs_of_labels_are_said_as_a_range() -> None:
    shown = linked(["TLKC-01", "TLKC-03", "TLKC-04", "TLKC-05", "TLKC-08", "TLKC-09"])
    assert "".join(span.text for span in shown).replace("\n", "") == "TLKC-01,TLKC-03 –TLKC-05,TLKC-08,TLKC-09"
    assert [span.to for span in shown if span.to] == ["tlkc_01", "tlkc_03", "tlkc_05", "tlkc_08", "tlkc_09"]


def test_row_of_the_annex() -> None:
    sheet, unit = make(3, previous={"facts": {"do.so-0": {"numerator": "191", "denominator": "200"}}})
    row = next(row for row in self_view(sheet, unit).scores.rows if row.kind == "leaf")
    assert row.target == "từ 98% trở lên (KH1, Phụ lục 02, mục 3)"
    assert row.result == "1.200 / 1.200 hồ sơ = 100%, tính đến 14/12/2023 (năm 2022: 95,5%)"
    assert (row.max, row.earned, row.unreached) == ("2,00", "2,00", "0,00")
    assert row.code[0].bookmark == "tieu_chi_1_1_1"


def test_subtotal_says_what_is_not_counted() -> None:
    rows = [row for row in self_view(*make(24)).scores.rows if row.kind == "domain"]
    # Lĩnh vực 2: 2 trên 6 điểm chờ điều tra; lĩnh vực 8: một nội dung không phát sinh, hai nội dung chờ chấm.
    assert (rows[0].working, rows[1].working) == ("Chỉ số: 66,67%", "Chỉ số: 37,50%; chưa tính 2,00 điểm")
    assert (rows[7].working, rows[7].earned, rows[7].unreached) == ("Chưa chấm; chưa tính 6,00 điểm", "–", "–")


def test_no_cell_is_empty() -> None:
    view = self_view(*make(60))
    assert view.evidence is not None
    for row in view.scores.rows:
        if row.kind == "leaf":
            assert all(
                (row.name, row.target, row.result, row.max, row.earned, row.unreached, row.working, row.evidence)
            )
    for line in view.evidence.rows:
        assert all((line.number, line.day, line.issuer, line.title, line.proves, line.file))


def test_proof_of_an_undeclared_document_is_left_out_of_the_links() -> None:
    sheet, unit = make(3)
    first = next(sheet.leaves())
    changed = first.but(evidence=(Proof(doc="la"),))
    lines = (domain(changed),)
    view = self_view(sheet.but(lines=lines), unit)
    assert [span.text for span in view.scores.rows[1].evidence] == ["–"]
