"""Forms out and back in: what is typed reaches the unit's file, and nothing else moves."""

from __future__ import annotations

import difflib
import re
import shutil
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from parindex.checks.registry import severity_of
from parindex.files.library import data_folder
from parindex.files.unusable import Unusable
from parindex.jobs.forms import NotKnown, export_folder, export_known, export_new, export_unit, identity
from parindex.jobs.forms_book import open_form
from parindex.jobs.forms_import import Imported, forms_in, import_form
from parindex.jobs.forms_place import new_name
from parindex.jobs.score import score_file
from parindex.model.project import Project
from parindex.model.sheet import Line
from parindex.values.findings import Route
from tests.jobs.typed import Formula, fill, place

EXAMPLES = data_folder() / "examples"
SHIPPED = [EXAMPLES / "phu-son-2023" / "unit.yaml", *sorted((EXAMPLES / "chi-linh-2023" / "units").glob("*.yaml"))]

UNIT = """\
kind: unit
format: 1
unit: {id: phu-son, name: UBND phường Phú Sơn, level: commune}   # ghi chú của văn thư
year: 2023
criteria: cap-xa-2023
plans: [phu-son-2023]
documents:
  # kế hoạch
  kh-05:
    form: administrative
    title: "=SUM(1,2) là trích yếu bắt đầu bằng dấu bằng"
    date: 2023-01-12
  bc-212: {form: administrative, title: Báo cáo, covers: {from: 2022-12-15, to: 2023-12-14}}
facts:
  direction.par-plan-issued:
    values: {date: 2023-01-12}
    evidence: [{doc: kh-05}]
  direction.plan-quality:
    values: {done: [phan-cong, san-pham]}
  tthc.on-time:
    values: {numerator: 1164, denominator: 1200}   # số cuối năm
    as_of: 2023-12-14
    periods:   # từng quý
      2023-Q1: {values: {numerator: 270, denominator: 278}}
    evidence: [{doc: bc-212, at: "mục 2, trang 3"}, {doc: kh-05}]
not_arising:
  fin.unit-autonomy-reports: {reason: Không có đơn vị sự nghiệp, by: Kế toán}
claims:
  3.1.2: 0.5
explanations:
  3.1.2: Đã xin lỗi qua bưu điện
"""


@pytest.fixture
def unit(tmp_path: Path) -> Path:
    path = tmp_path / "unit.yaml"
    path.write_bytes(UNIT.encode())
    return path


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The form of the unit, made once: every test types into a copy."""
    folder = tmp_path_factory.mktemp("form")
    (folder / "unit.yaml").write_bytes(UNIT.encode())
    return export_unit(folder / "unit.yaml", folder / "f.xlsx").path


@pytest.fixture
def form(unit: Path, exported: Path) -> Path:
    return Path(shutil.copy(exported, unit.parent))


def changed(path: Path, before: str = UNIT) -> list[str]:
    """The lines that differ, with + and -."""
    lines = difflib.ndiff(before.splitlines(), path.read_text(encoding="utf-8").splitlines())
    return [line for line in lines if line[0] in "+-"]


def read(form: Path, values: dict[Route, Any]) -> Imported:
    fill(form, values)
    return import_form(form)


def codes(result: Imported) -> list[str]:
    return [finding.code for finding in result.findings]


def errors(result: Imported) -> list[str]:
    return [finding.code for finding in result.findings if severity_of(finding) == "error"]


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_without_edits_no_byte_changes(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / path.name
    shutil.copy(path, copy)
    result = import_form(export_unit(copy, tmp_path / "f.xlsx").path)
    assert (result.changes, result.findings, result.written) == ((), (), False)
    assert copy.read_bytes() == path.read_bytes()


def test_lines_of_the_report_come_back_one_by_one(unit: Path, tmp_path: Path) -> None:
    """What stands on the sheet is taken away, changed and left as it is; other kinds of reports are not touched."""
    report = "report:\n  self:\n    proposals: [một, hai]\n    addressees:\n      - A   # gửi\n    signer: B\n"
    unit.write_bytes(f"{UNIT}{report}  periodic: {{signer: C}}\n".encode())
    form = export_unit(unit, tmp_path / "f.xlsx").path
    result = read(form, {("report", "self", "proposals"): "một\nhai\nba", ("report", "self", "signer"): None})
    assert errors(result) == []
    after = unit.read_text(encoding="utf-8")
    assert "    proposals: [một, hai, ba]\n" in after
    assert "      - A   # gửi\n" in after
    assert "signer: B" not in after
    assert "  periodic: {signer: C}\n" in after


def test_who_signs_by_what_authority_is_chosen(form: Path) -> None:
    result = read(form, {("report", "self", "authority"): "TM"})
    assert [(each.code, each.file.partition(": ")[2]) for each in result.findings] == [("E175", "In báo cáo!C15")]
    assert not result.written


def test_the_same_unit_gives_the_same_bytes(unit: Path, tmp_path: Path) -> None:
    one, other = (export_unit(unit, tmp_path / name).path.read_bytes() for name in ("a.xlsx", "b.xlsx"))
    assert one == other


def test_text_never_becomes_a_formula(form: Path) -> None:
    with zipfile.ZipFile(form) as package:
        assert "=SUM(1,2) là trích yếu" in package.read("xl/sharedStrings.xml").decode()
        sheets = [package.read(name).decode() for name in package.namelist() if name.startswith("xl/worksheets/sheet")]
    formulas = [formula for sheet in sheets for formula in re.findall(r"<f>(.*?)</f>", sheet)]
    assert formulas
    assert not any("SUM(1,2)" in formula for formula in formulas)


FIGURES: list[tuple[dict[Route, Any], list[str]]] = [
    (
        {("facts", "tthc.on-time", "values", "numerator"): 1176},
        [
            "-     values: {numerator: 1164, denominator: 1200}   # số cuối năm",
            "+     values: {numerator: 1176, denominator: 1200}   # số cuối năm",
        ],
    ),
    ({("facts", "tthc.on-time", "values", "numerator"): Formula("1164+12", 1176.0)}, ["numerator: 1176, "]),
    ({("facts", "direction.par-plan-issued", "values", "date"): date(2023, 1, 9)}, ["{date: 2023-01-09}"]),
    ({("facts", "direction.par-plan-issued", "values", "date"): "9/1/2023"}, ["{date: 2023-01-09}"]),
    ({("facts", "direction.plan-quality", "values", "done", "thoi-han"): "x"}, ["[phan-cong, san-pham, thoi-han]"]),
    ({("facts", "direction.plan-quality", "values", "done", "san-pham"): "Không"}, ["{done: [phan-cong]}"]),
    ({("facts", "tthc.on-time", "evidence", 0, "at"): "mục 3"}, ["[{doc: bc-212, at: mục 3}, {doc: kh-05}]"]),
    ({("facts", "tthc.on-time", "evidence", 2, "doc"): "BC-212"}, ["{doc: kh-05}, {doc: bc-212}]"]),
    (
        {("facts", "tthc.on-time", "evidence", 0, "doc"): None, ("facts", "tthc.on-time", "evidence", 0, "at"): None},
        ["    evidence: [{doc: kh-05}]"],
    ),
    ({("facts", "direction.par-plan-issued", "evidence", 0, "doc"): None}, ["-     evidence: [{doc: kh-05}]"]),
    ({("not_arising", "fin.unit-autonomy-reports", "reason"): None}, ["- not_arising:", "by: Kế toán"]),
    ({("claims", "3.1.2"): None}, ["- claims:", "-   3.1.2: 0.5"]),
    ({("claims", "3.1.1"): "3,5"}, ["+   3.1.1: 3.5"]),
    ({("explanations", "3.1.2"): "hai\ndòng"}, ['+   3.1.2: "hai\\ndòng"']),
    ({("documents", "bc-212", "number"): "05/2023"}, ["number: 05/2023}"]),
    (
        {("documents", "bc-212", "covers", "from"): None, ("documents", "bc-212", "covers", "to"): None},
        ["title: Báo cáo}"],
    ),
    (
        {
            ("facts", "inst.docs-reviewed", "values", "numerator"): 3,
            ("facts", "inst.docs-reviewed", "values", "denominator"): 4,
        },
        ["+   inst.docs-reviewed:", "+     values: {numerator: 3, denominator: 4}"],
    ),
    (
        {("reports", "direction.par-reports", "2023-Q1", "sent_at"): "15.03.2023"},
        ["+ reports:", "+   direction.par-reports:", "+     2023-Q1: {sent_at: 2023-03-15}"],
    ),
    (
        {
            ("tasks", "phu-son-2023", "pl-01-1", "done"): date(2023, 6, 1),
            ("tasks", "phu-son-2023", "pl-01-1", "evidence", 0, "doc"): "kh-05",
        },
        ["+ tasks:", "+   phu-son-2023:", "+     pl-01-1: {done: 2023-06-01, evidence: [{doc: kh-05}]}"],
    ),
    (
        {
            ("report", "self", "signer"): "Trần Văn B",
            ("report", "self", "date"): date(2023, 12, 22),
            ("report", "self", "authority"): "kt. (ký thay)",
            ("report", "self", "recipients"): " Như trên; \n\nHĐND phường; Đảng ủy\r\nLưu: VT.",
        },
        [
            "+ report:",
            "+   self:",
            "+     date: 2023-12-22",
            "+     authority: KT.",
            "+     signer: Trần Văn B",
            '+     recipients: [Như trên;, HĐND phường; Đảng ủy, "Lưu: VT."]',
        ],
    ),
]


@pytest.mark.parametrize(("values", "expected"), FIGURES, ids=range(len(FIGURES)))
def test_what_is_typed_reaches_the_file(form: Path, unit: Path, values: dict[Route, Any], expected: list[str]) -> None:
    result = read(form, values)
    assert [code for code in errors(result) if code != "W604"] == []
    assert result.written
    lines = changed(unit)
    for text in expected:
        assert any(text in line for line in lines), (text, lines)
    # What the form does not cover, and every comment, is still there.
    after = unit.read_text(encoding="utf-8")
    for kept in ("# ghi chú của văn thư", "# kế hoạch", "# số cuối năm", "2023-Q1: {values: {numerator: 270"):
        assert kept in after
    assert import_form(form).changes == ()  # reading it once more changes nothing


def test_a_new_document_can_be_named_at_once(form: Path, unit: Path) -> None:
    values: dict[Route, Any] = {
        ("documents", "+1", "id"): "QD-09",
        ("documents", "+1", "form"): "Văn bản hành chính",
        ("documents", "+1", "title"): "Quyết định giao tự chủ",
        ("documents", "+1", "date"): "16/01/2023",
        ("facts", "direction.plan-quality", "evidence", 0, "doc"): "qd-09",
        ("facts", "direction.plan-quality", "evidence", 0, "at"): "Điều 1, Điều 2",
    }
    result = read(form, values)
    assert codes(result) == ["W517", "W521"]  # the paper has no number, and no file yet
    assert [finding.file.partition(": ")[2] for finding in result.findings] == ["Tài liệu!B8", "Tài liệu!B8"]
    lines = changed(unit)
    assert "+   qd-09: {form: administrative, date: 2023-01-16, title: Quyết định giao tự chủ}" in lines
    assert '+     evidence: [{doc: qd-09, at: "Điều 1, Điều 2"}]' in lines
    assert import_form(form).changes == ()


def test_a_unit_without_a_file_gets_one(tmp_path: Path) -> None:
    said = identity("moi", "UBND xã Mới", "xã", "cap-xa-2023", ["phu-son-2023"])
    form = export_new(said, tmp_path / "f.xlsx").path
    result = read(
        form,
        {("facts", "tthc.on-time", "values", "numerator"): 1, ("facts", "tthc.on-time", "values", "denominator"): 2},
    )
    assert result.created
    assert result.path == tmp_path / "moi.yaml"
    assert result.path.read_text(encoding="utf-8") == (
        "kind: unit\nformat: 1\nunit: {id: moi, name: UBND xã Mới, level: commune, type: xã}\nyear: 2023\n"
        "criteria: cap-xa-2023\nplans: [phu-son-2023]\n"
        "facts:\n  tthc.on-time:\n    values: {numerator: 1, denominator: 2}\n"
    )


def test_what_the_model_refuses_is_told_by_cell(form: Path, unit: Path) -> None:
    proof: Route = ("facts", "inst.docs-reviewed", "evidence", 0, "doc")
    result = read(form, {proof: "kh-05"})
    sheet, reference = place(form, proof)
    assert [(finding.file.partition(": ")[2], finding.code) for finding in result.findings] == [
        (f"{sheet}!{reference}", "E247")
    ]
    assert not result.written
    assert unit.read_text(encoding="utf-8") == UNIT


@pytest.mark.parametrize(
    ("values", "blank", "code"),
    [
        ({("documents", "+1", "id"): "a", ("documents", "+1", "form"): "Liên kết trên mạng"}, "title", "E145"),
        ({("documents", "+2", "id"): "a", ("documents", "+2", "title"): "A"}, "form", "E145"),
        ({("documents", "bc-212", "title"): None}, "title", "E145"),
        ({("documents", "kh-05", "covers", "from"): date(2023, 1, 1)}, "to", "E145"),
        ({("facts", "inst.docs-reviewed", "values", "numerator"): 3}, "denominator", "E145"),
        ({("facts", "tthc.on-time", "periods", "2023-Q2", "values", "denominator"): 3}, "numerator", "E145"),
        (
            {
                ("facts", "inst.docs-unlawful", "values", "count"): 3,
                ("facts", "inst.docs-unlawful", "values", "excluded", 0, "count"): 1,
            },
            "reason",
            "E145",
        ),
        ({("facts", "impact.sat-service", "values", "percent"): 91}, ("conducted_by",), "W530"),
    ],
    ids=lambda each: str(each) if isinstance(each, str) else "",
)
def test_what_is_missing_is_told_at_its_blank_cell(
    form: Path, values: dict[Route, Any], blank: str | Route, code: str
) -> None:
    result = read(form, values)
    last = next(iter(reversed(values)))
    route = (*last[:-1], blank) if isinstance(blank, str) else (*last[:2], *blank)
    assert (code, f"{form.as_posix()}: {'!'.join(place(form, route))}") in [
        (each.code, each.file) for each in result.findings
    ]
    assert "E201" not in codes(result)
    assert result.written == (code == "W530")


def test_all_problems_are_told_at_once_and_nothing_is_written(form: Path, unit: Path) -> None:
    wrong: dict[Route, Any] = {
        ("facts", "tthc.on-time", "values", "numerator"): "nhiều",
        ("facts", "tthc.on-time", "as_of"): "31/02/2023",
        ("documents", "kh-05", "form"): "công văn",
        ("claims", "3.1.1"): 2,
    }
    result = read(form, wrong)
    assert sorted(codes(result)) == ["E172", "E174", "E175"]
    assert unit.read_text(encoding="utf-8") == UNIT
    places = {finding.file for finding in result.findings}
    assert places == {f"{form.as_posix()}: {'!'.join(place(form, route))}" for route in list(wrong)[:3]}


def test_a_file_that_was_changed_meanwhile_keeps_its_changes(form: Path, unit: Path) -> None:
    unit.write_text(UNIT.replace("1200}", "1210}").replace("Kế toán", "Kế toán xã"), encoding="utf-8")
    fill(form, {("facts", "tthc.on-time", "values", "numerator"): 1170})
    assert codes(import_form(form)) == []
    assert "{numerator: 1170, denominator: 1210}" in unit.read_text(encoding="utf-8")
    assert "Kế toán xã" in unit.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "values"),
    [
        ("1164", "1165", {("facts", "tthc.on-time", "values", "numerator"): 1170}),
        ("mục 2, trang 3", "mục 9", {("facts", "tthc.on-time", "evidence", 0, "at"): "mục 3"}),
        (
            "[{doc: bc-212, at",
            "[{doc: kh-05}, {doc: bc-212, at",
            {("facts", "tthc.on-time", "evidence", 2, "doc"): "bc-212"},
        ),
        ("san-pham]", "thoi-han]", {("facts", "direction.plan-quality", "values", "done", "thoi-han"): ""}),
    ],
)
def test_nothing_is_guessed_where_both_were_changed(
    form: Path, unit: Path, old: str, new: str, values: dict[Route, Any]
) -> None:
    text = UNIT.replace(old, new)
    assert text != UNIT
    unit.write_text(text, encoding="utf-8")
    assert set(codes(read(form, values))) == {"E182"}
    assert unit.read_text(encoding="utf-8") == text


def test_a_dry_run_writes_nothing(form: Path, unit: Path) -> None:
    fill(form, {("claims", "3.1.1"): 3})
    result = import_form(form, dry_run=True)
    assert [(change.before, change.after) for change in result.changes] == [("", "3")]
    assert unit.read_text(encoding="utf-8") == UNIT


def test_a_byte_order_mark_and_windows_line_ends_stay(unit: Path, tmp_path: Path) -> None:
    content = b"\xef\xbb\xbf" + UNIT.replace("\n", "\r\n").encode()
    unit.write_bytes(content)
    form = export_unit(unit, tmp_path / "f.xlsx").path
    assert codes(read(form, {("claims", "3.1.1"): 3})) == ["W604"]
    after = unit.read_bytes()
    assert after == content.replace(b"  3.1.2: 0.5\r\n", b"  3.1.2: 0.5\r\n  3.1.1: 3\r\n")


def test_another_version_of_the_set_is_refused(tmp_path: Path) -> None:
    from tests.jobs.making import repository, unit

    root = repository(tmp_path, {"a": unit("a")})
    form = export_unit(root / "units" / "a.yaml", root / "units" / "f.xlsx").path
    path = root / "criteria" / "thu.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(f"{text}# ghi chú\n", encoding="utf-8")
    assert import_form(form).findings == ()
    path.write_text(text.replace("points: 6", "points: 5"), encoding="utf-8")
    with pytest.raises(Unusable, match="E165"):
        import_form(form)


@pytest.mark.parametrize(
    ("old", "new"), [("id: phu-son,", "id: phu-nam,"), ("year: 2023", "year: 2022"), ("[phu-son-2023]", "[]")]
)
def test_a_form_of_another_unit_is_refused(form: Path, unit: Path, old: str, new: str) -> None:
    unit.write_text(UNIT.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(Unusable, match="E166"):
        import_form(form)


def test_a_form_of_a_file_that_is_gone_makes_no_poorer_one(form: Path, unit: Path) -> None:
    unit.unlink()
    with pytest.raises(Unusable, match="E149"):
        import_form(form)
    assert not unit.exists()


def test_a_whole_repository(tmp_path: Path) -> None:
    from tests.jobs.making import repository, unit

    root = repository(tmp_path, {"a": unit("a"), "b": unit("b"), "hong": "kind: unit\nformat: 1\n"})
    done, findings = export_folder(root, tmp_path / "out")
    assert [each.unit for each in done] == ["a", "b"]
    assert all(each.path.is_file() for each in done)
    assert {finding.code for finding in findings} == {"E201"}


ON_TIME: Route = ("facts", "tthc.on-time", "values", "numerator")


def test_figures_that_contradict_themselves_are_told_by_cell(form: Path, unit: Path) -> None:
    result = read(form, {ON_TIME: 1300})
    sheet, reference = place(form, ON_TIME)
    assert ("W501", f"{sheet}!{reference}") in [(each.code, each.file.partition(": ")[2]) for each in result.findings]


ISSUED: Route = ("facts", "direction.par-plan-issued", "values", "answer")
SIGNED: Route = ("reports", "direction.par-reports", "2023-Q1", "signed")
SENT: Route = (*SIGNED[:-1], "sent_at")


@pytest.mark.parametrize(
    ("values", "route", "code"),
    [
        ({ON_TIME: 1163.5}, ON_TIME, "W523"),
        ({ISSUED: "Không"}, ISSUED, "W524"),
        ({("previous", "index"): 852.1}, ("previous", "index"), "W526"),
        ({SIGNED: date(2023, 3, 20), SENT: date(2023, 3, 14)}, SIGNED, "W527"),
        ({SENT: date(2032, 3, 14)}, SENT, "W528"),
        (
            {("documents", "bc-212", "covers", "from"): date(2024, 12, 15)},
            ("documents", "bc-212", "covers", "from"),
            "W529",
        ),
    ],
)
def test_what_cannot_be_is_told_by_cell(form: Path, values: dict[Route, Any], route: Route, code: str) -> None:
    result = read(form, values)
    where = f"{form.as_posix()}: {'!'.join(place(form, route))}"
    assert (code, where) in [(each.code, each.file) for each in result.findings]
    assert result.written


def test_what_was_doubtful_before_is_not_told_again(form: Path, unit: Path) -> None:
    unit.write_text(UNIT.replace("1164", "1300"), encoding="utf-8")
    export_unit(unit, form, force=True)
    assert codes(read(form, {("facts", "tthc.on-time", "as_of"): date(2023, 12, 13)})) == []


FIRST: dict[Route, Any] = {
    ON_TIME: 1170,
    ("documents", "+1", "id"): "qd-09",
    ("documents", "+1", "form"): "Liên kết trên mạng",
    ("documents", "+1", "title"): "Q",
}
AGAIN: dict[Route, Any] = {
    ON_TIME: 1176,
    ("documents", "+1", "title"): "Quyết định",
    ("documents", "+1", "link"): "https://phuson.example/qd-09",
    ("facts", "tthc.on-time", "evidence", 2, "doc"): "qd-09",
    ("facts", "direction.plan-quality", "evidence", 0, "doc"): "kh-05",
}


@pytest.mark.parametrize("noted", [True, False], ids=["noted", "open in Excel"])
def test_a_form_can_be_filled_in_further_after_it_was_read(form: Path, unit: Path, noted: bool) -> None:
    """The second reading differs from what the form began with, and from what the first has put into the file."""
    fill(form, FIRST)
    before = form.read_bytes()
    assert import_form(form).remembered
    if not noted:  # as a form that could not be written when it was read
        form.write_bytes(before)
    result = read(form, AGAIN)
    if not noted:
        assert {"E180", "E182"} <= set(codes(result))
        result = import_form(form, form_wins=True)
    assert errors(result) == []
    text = unit.read_text(encoding="utf-8")
    assert "numerator: 1176" in text
    assert 'qd-09: {form: link, title: Quyết định, link: "https://phuson.example/qd-09"}' in text
    assert "{doc: kh-05}, {doc: qd-09}]" in text
    assert import_form(form).changes == ()


def test_what_is_cleared_after_it_was_read_goes(form: Path, unit: Path) -> None:
    """Figures, ticks, evidence, explanations and documents that the same form has put into the file."""
    typed: dict[Route, Any] = {
        **FIRST,
        ("facts", "inst.docs-reviewed", "values", "numerator"): 3,
        ("facts", "inst.docs-reviewed", "values", "denominator"): 4,
        ("facts", "inst.docs-reviewed", "evidence", 0, "doc"): "qd-09",
        ("facts", "inst.docs-reviewed", "evidence", 1, "doc"): "kh-05",
        ("facts", "direction.plan-quality", "values", "done", "thoi-han"): "Có",
        ("explanations", "3.1.1"): "Chưa đủ",
        ("claims", "3.1.1"): 3.5,
    }
    assert errors(read(form, typed)) == []
    assert errors(read(form, {("facts", "inst.docs-reviewed", "evidence", 0, "doc"): None})) == []
    assert "    evidence: [{doc: kh-05}]" in "".join(changed(unit))
    assert errors(read(form, {("facts", "inst.docs-reviewed", "evidence", 1, "at"): "mục 1"})) == []
    assert "    evidence: [{doc: kh-05, at: mục 1}]" in "".join(changed(unit))
    cleared = dict.fromkeys(typed) | {("facts", "inst.docs-reviewed", "evidence", 1, "at"): None, ON_TIME: 1164}
    result = read(form, cleared)
    assert errors(result) == []
    assert result.written
    assert changed(unit) == []
    assert import_form(form).changes == ()


def test_a_document_that_was_read_can_get_another_id(form: Path, unit: Path) -> None:
    read(form, FIRST)
    unit.write_text(unit.read_text(encoding="utf-8").replace("qd-09: {", "qd-09: {pages: 3, "), encoding="utf-8")
    assert errors(read(form, {("documents", "+1", "id"): "qd-10", ("documents", "+1", "title"): "Quyết định"})) == []
    lines = [line for line in changed(unit) if "qd-" in line]
    assert lines == ["+   qd-10: {pages: 3, form: link, title: Quyết định}"]
    assert codes(read(form, {("documents", "+1", "id"): "bc-212"})) == ["E180"]
    assert codes(read(form, {("documents", "+1", "id"): None})) == ["E183"]


def test_what_others_changed_since_it_was_read_is_kept(form: Path, unit: Path) -> None:
    read(form, {ON_TIME: 1170})
    unit.write_text(unit.read_text(encoding="utf-8").replace("1170", "1171"), encoding="utf-8")
    assert import_form(form).changes == ()
    assert codes(read(form, {ON_TIME: 1172})) == ["E182"]
    assert "1171" in unit.read_text(encoding="utf-8")


def test_a_trial_and_a_faulty_form_note_nothing(form: Path) -> None:
    fill(form, {ON_TIME: 1170})
    before = form.read_bytes()
    import_form(form, dry_run=True)
    assert form.read_bytes() == before
    fill(form, {("claims", "3.1.2"): "mười"})
    before = form.read_bytes()
    assert errors(import_form(form))
    assert form.read_bytes() == before


def test_noting_changes_nothing_else_in_the_workbook(form: Path) -> None:
    fill(form, FIRST)
    with zipfile.ZipFile(form) as package:
        before = {name: package.read(name) for name in package.namelist()}
    import_form(form)
    with zipfile.ZipFile(form) as package:
        after = {name: package.read(name) for name in package.namelist()}
    assert list(before) == list(after)
    (part,) = [name for name in before if before[name] != after[name]]
    assert b"parindex-form/parindex" in after[part] or part.startswith("xl/worksheets/")


def test_the_form_that_wins_takes_over_no_document_that_it_did_not_make(form: Path, unit: Path) -> None:
    values: dict[Route, Any] = {("documents", "+1", "id"): "bc-212", ("documents", "+1", "title"): "Khác"}
    fill(form, values)
    assert [each.code for each in import_form(form, form_wins=True).findings] == ["E180"]


def test_evidence_that_was_changed_in_the_file_is_overruled_as_a_whole(form: Path, unit: Path) -> None:
    unit.write_text(UNIT.replace("[{doc: bc-212, at", "[{doc: kh-05}, {doc: bc-212, at"), encoding="utf-8")
    fill(form, {("facts", "tthc.on-time", "evidence", 1, "doc"): "bc-212"})
    assert codes(import_form(form)) == ["E182"]
    assert errors(import_form(form, form_wins=True)) == []
    assert 'evidence: [{doc: bc-212, at: "mục 2, trang 3"}, {doc: bc-212}]' in unit.read_text(encoding="utf-8")


def test_a_repository_finds_its_units(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "units").mkdir()
    (tmp_path / "units" / "mot.yaml").write_text(UNIT, encoding="utf-8")
    (tmp_path / "parindex.yaml").write_text(
        "kind: project\nformat: 1\nid: kho\ntitle: Kho\nyear: 2023\ncriteria: cap-xa-2023\n"
        "plans: [phu-son-2023]\nunits: [units/*.yaml]\n",
        encoding="utf-8",
    )
    forms = tmp_path / "bieu-mau"
    (done,), _ = export_folder(tmp_path, forms)
    fill(done.path, {ON_TIME: 1176})
    (forms / "~$bieu-mau-phu-son-2023.xlsx").write_bytes(b"mo")
    assert forms_in(forms) == [done.path]
    assert import_form(done.path).path == tmp_path / "units" / "mot.yaml"
    assert "1176" in (tmp_path / "units" / "mot.yaml").read_text(encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert export_known("phu-son", None, "", "", "", []).path == Path("bieu-mau-phu-son-2023.xlsx")
    with pytest.raises(NotKnown):
        export_known("khac", None, "", "", "", [])
    new = export_known("khac", None, "UBND xã Khác", "xã", "", []).path
    made = import_form(new)
    assert (made.path, made.created) == (Path("units/khac.yaml"), True)
    assert "criteria: cap-xa-2023\nplans: [phu-son-2023]\n" in made.path.read_text(encoding="utf-8")
    assert import_form(new).created is False
    (tmp_path / "units" / "hai.yaml").write_text(UNIT, encoding="utf-8")
    with pytest.raises(Unusable, match="E149"):
        import_form(done.path)  # two files are of the unit


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("units/*.yaml", "units/a.yaml"),
        ("**/unit.yaml", "a/unit.yaml"),
        ("**/*.yaml", "a/a.yaml"),
        ("xa-*/so-lieu.yaml", "xa-a/so-lieu.yaml"),
    ],
)
def test_where_a_new_file_goes(pattern: str, expected: str) -> None:
    project = Project.model_validate(
        {"kind": "project", "format": "1", "id": "k", "title": "K", "year": "2023", "criteria": "c", "units": [pattern]}
    )
    assert new_name(project, "a") == expected


DISTRICT = """\
kind: unit
format: 1
unit: {id: chi-linh, name: UBND thành phố Chí Linh, level: district}
year: 2023
criteria: cap-huyen-2023
plans: [chi-linh-2023]
facts:
  org.public-service-posts: {values: {count: 1199}}
"""


def of_leaf(unit: Path, code: str) -> Line:
    sheet = score_file(unit).sheet
    assert sheet is not None
    return next(line for line in sheet.leaves() if line.code == code)


def test_what_is_compared_with_last_year_has_cells_for_it(tmp_path: Path) -> None:
    """Mục II.4.1 of the city's plan wants fewer posts than last year: 1.199 is fewer than 1.200, so all points."""
    unit = tmp_path / "unit.yaml"
    unit.write_text(DISTRICT, encoding="utf-8")
    form = export_unit(unit, tmp_path / "f.xlsx").path
    posts: Route = ("previous", "facts", "org.public-service-posts", "count")
    assert sorted(field.route[2] for field in open_form(form).fields if field.route[:2] == posts[:2]) == [
        "fin.partial-autonomy-level", "fin.units-self-funded", "impact.par-index", "impact.sat-service-trend",
        "org.public-service-posts",
    ]  # fmt: skip
    assert of_leaf(unit, "4.1.9").status == "no_target"
    fill(form, {posts: "1.200", ("previous", "index"): 85.21, ("previous", "place"): 3})
    result = import_form(form, unit)
    assert not result.findings
    assert changed(unit, DISTRICT)[-5:] == [
        "+ previous:",
        "+   facts:",
        "+     org.public-service-posts: {count: 1200}",
        "+   index: 85.21",
        "+   place: 3",
    ]
    assert of_leaf(unit, "4.1.9").computed == 1


def test_more_of_last_year_than_one_number_stays_as_it_is(tmp_path: Path) -> None:
    unit = tmp_path / "unit.yaml"
    last = "{count: 1200, excluded: [{count: 3, reason: Chuyển đơn vị}]}"
    unit.write_text(f"{DISTRICT}previous:\n  facts:\n    org.public-service-posts: {last}\n", encoding="utf-8")
    form = export_unit(unit, tmp_path / "f.xlsx").path
    assert "org.public-service-posts" not in {
        field.route[2] for field in open_form(form).fields if field.route[:2] == ("previous", "facts")
    }
    assert last in unit.read_text(encoding="utf-8")


QUARTERS: Route = ("facts", "tthc.on-time", "periods")


def test_a_year_can_be_typed_quarter_by_quarter(form: Path, unit: Path) -> None:
    """270 + 300 + 312 + 282 of 278 + 309 + 322 + 291: 1.164 of 1.200, as the year's cells had it."""
    figures = {"Q1": (270, 278), "Q2": (300, 309), "Q3": ("312", 322), "Q4": (282, "291")}
    values: dict[Route, Any] = {
        (*QUARTERS, f"2023-{quarter}", "values", key): value
        for quarter, pair in figures.items()
        for key, value in zip(("numerator", "denominator"), pair, strict=True)
    }
    values |= dict.fromkeys([("facts", "tthc.on-time", "values", key) for key in ("numerator", "denominator")])
    whole = of_leaf(unit, "3.1.1").facts
    assert errors(read(form, values)) == []
    assert "-     values: {numerator: 1164, denominator: 1200}   # số cuối năm" in changed(unit)
    quarters = of_leaf(unit, "3.1.1").facts
    assert [(fact.numerator, fact.denominator) for fact in quarters] == [(1164, 1200)]
    assert [fact.value for fact in quarters] == [fact.value for fact in whole]
    assert import_form(form).changes == ()
    again = export_unit(unit, unit.parent / "again.xlsx").path
    assert import_form(again, unit).changes == ()


def test_figures_of_a_quarter_go_with_what_proved_them(tmp_path: Path) -> None:
    unit = tmp_path / "unit.yaml"
    second = "      2023-Q2: {values: {numerator: 30, denominator: 31}, evidence: [{doc: bc-212, at: mục 2}]}\n"
    first = next(line for line in UNIT.splitlines(keepends=True) if "2023-Q1: {values" in line)
    before = UNIT.replace(first, first + second)
    unit.write_text(before, encoding="utf-8")
    form = export_unit(unit, tmp_path / "f.xlsx").path
    fill(form, dict.fromkeys([(*QUARTERS, "2023-Q2", "values", key) for key in ("numerator", "denominator")]))
    assert errors(import_form(form, unit)) == []
    assert changed(unit, before) == [f"- {second.rstrip()}"]
