"""``parindex survey`` and ``parindex advise`` as typed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from parindex.files.library import data_folder
from parindex.model.unit import FactEntry
from tests.cli.conftest import Result

Run = Callable[..., Result]
EXAMPLE = data_folder() / "examples" / "khao-sat"
PHU_SON = data_folder() / "examples" / "phu-son-2023" / "unit.yaml"
MAP = EXAMPLE / "anh-xa.yaml"


def test_the_example_as_its_readme_works_it_out(parindex: Run) -> None:
    result = parindex("survey", "score", EXAMPLE / "phieu.csv", "--map", MAP)
    words = " ".join(result.out.split())
    assert result.code == 0
    assert "Phiếu thu về 47" in words
    assert "Phiếu trùng 1 Phiếu hợp lệ 45 Cỡ mẫu tối thiểu 43" in words
    assert "Hài lòng chung 36/45 77,50% *" in words
    assert "Họ và tên, Số điện thoại" in result.err
    assert max(map(len, result.out.splitlines())) <= 80


def test_the_clean_copy_is_the_evidence_and_holds_nobodys_name(parindex: Run, tmp_path: Path) -> None:
    clean = tmp_path / "sach.csv"
    result = parindex("survey", "score", EXAMPLE / "phieu.csv", "--map", MAP, "--clean", clean, "--json")
    data = json.loads(result.out)
    document = data["documents"]["khao-sat-mot-cua"]
    assert document["sha256"] == hashlib.sha256(clean.read_bytes()).hexdigest()
    text = clean.read_text(encoding="utf-8-sig")
    assert "giả định" not in text
    assert "0000000000" not in text
    assert "P01" not in text
    assert len(text.splitlines()) == 46
    entry = FactEntry.model_validate(data["facts"]["impact.sat-service"])
    assert (entry.conducted_by, str(entry.values and entry.values.percent)) == ("self", "77.500000")
    assert parindex("survey", "score", EXAMPLE / "phieu.csv", "--map", MAP, "--clean", clean).code == 2  # no --force


def test_a_units_own_survey_fills_no_criterion_of_others(parindex: Run) -> None:
    own = parindex("survey", "score", EXAMPLE / "phieu.csv", "--map", MAP, "--unit", PHU_SON)
    assert (own.code, "W197" in own.err, "8.1, 8.2" in own.err) == (0, True, True)


def changed(folder: Path, *edits: tuple[str, str]) -> Path:
    text = MAP.read_text(encoding="utf-8")
    for before, after in edits:
        assert before in text
        text = text.replace(before, after)
    path = folder / "map.yaml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("edit", "code", "exit_"),
    [
        (("column: Hài lòng chung", "column: Không có"), "E191", 2),
        (("[chung]", "[chungg]"), "E192", 2),
        (("impact.sat-service", "tthc.on-time"), "E193", 2),
        (("blank: [Không ý kiến]", "blank: []"), "W194", 0),
        (("error: 15", "error: 5"), "W195", 0),
        (("sent: 50", "sent: 45"), "W146", 0),
        (("population: 900", "population: 35"), "W146", 0),
        (("population: 100", "population: 8"), "W146", 0),
        (("sent: 50", "sent: 50\npopulation: 44"), "W146", 0),
        (("column: Hài lòng chung", "column: Số điện thoại"), "W196", 0),
        (("name: Tổ chức", "name: Doanh nghiệp"), "W198", 0),
        (("conducted_by: self", "conducted_by: ai-do"), "E2", 2),
    ],
)
def test_what_is_wrong_is_named(parindex: Run, tmp_path: Path, edit: tuple[str, str], code: str, exit_: int) -> None:
    result = parindex("survey", "score", EXAMPLE / "phieu.csv", "--map", changed(tmp_path, edit))
    assert (result.code, code in result.err) == (exit_, True), result.err
    assert "0000000000" not in result.err


def test_as_many_as_there_are_is_not_too_many(parindex: Run, tmp_path: Path) -> None:
    # 45 forms with an answer, 36 of citizens and 9 of organisations; 47 lines, one of them a copy, one empty.
    edits = [("sent: 50", "sent: 46\npopulation: 45"), ("population: 900", "population: 36")]
    path = changed(tmp_path, *edits, ("population: 100", "population: 9"))
    assert "W146" not in parindex("survey", "score", EXAMPLE / "phieu.csv", "--map", path).err
    many = changed(tmp_path, ("population: 100", "population: 8"))
    err = parindex("survey", "score", EXAMPLE / "phieu.csv", "--map", many).err
    assert "W146 Có 9 phiếu, nhiều hơn số người của nhóm «Tổ chức» (8)." in err


def test_another_survey_is_admitted(parindex: Run, tmp_path: Path) -> None:
    path = changed(tmp_path, ("conducted_by: self", "conducted_by: independent"))
    assert "W197" not in parindex("survey", "score", EXAMPLE / "phieu.csv", "--map", path, "--unit", PHU_SON).err


def test_a_sample(parindex: Run) -> None:
    result = parindex("survey", "sample", "a=900", "b=100", "--error", "5", "--json")
    assert [row["sample"] for row in json.loads(result.out)] == [257, 29, 286]
    assert "286" in parindex("survey", "sample", "1000").out


@pytest.mark.parametrize("typed", [["x"], ["a=1", "a=2"], ["-5"], ["10", "--error", "0"], ["10", "--confidence", "80"]])
def test_a_sample_of_nothing_sensible(parindex: Run, typed: list[str]) -> None:
    assert parindex("survey", "sample", *typed).code == 2


def test_advice(parindex: Run) -> None:
    result = parindex("advise", PHU_SON, "--on", "2023-12-10")
    words = " ".join(result.out.split())
    # the worked example of 3.1.1: 12 more of 1.200 reach 98%
    assert "thêm 12 hồ sơ" in words
    assert "1.176/1.200 = 98%" in words
    assert "ĐỂ XẾP LOẠI XUẤT SẮC" in words
    # the claim on 3.1.2 would stand in the way of its figure
    assert words.count("bỏ điểm tự chấm khác đang ghi (0,50)") >= 1
    assert max(map(len, result.out.splitlines())) <= 80
    late = json.loads(parindex("advise", PHU_SON, "--on", "15/12/2023", "--json").out)
    assert "3.1.1" in {move["code"] for move in late["closed"]}
    assert late["goals"][0]["reached"] is False


def test_advice_on_the_place_above(parindex: Run, tmp_path: Path) -> None:
    ranking = tmp_path / "ranking.json"
    rows = [{"id": "a", "name": "Phường A", "index": "88"}, {"id": "b", "name": "Phường B", "index": "95"}]
    rows.append({"id": "phu-son", "name": "Phú Sơn", "index": "80"})
    ranking.write_text(json.dumps({"groups": [{"ties": "shared", "parts": [{"code": "", "rows": rows}]}]}))
    result = parindex("advise", PHU_SON, "--on", "2023-12-10", "--ranking", ranking, "--json")
    (goal,) = [goal for goal in json.loads(result.out)["goals"] if goal["kind"] == "place"]
    assert (goal["name"], goal["index"], goal["reached"]) == ("Phường A", "88", True)
    rows.pop()
    ranking.write_text(json.dumps({"groups": [{"ties": "shared", "parts": [{"code": "", "rows": rows}]}]}))
    assert parindex("advise", PHU_SON, "--ranking", ranking).code == 2
    ranking.write_text("[]")
    assert "E143" in parindex("advise", PHU_SON, "--ranking", ranking).err
    assert parindex("advise", PHU_SON, "--on", "hôm nay").code == 2


OWN = """\
kind: unit
format: 1
unit: {id: a, name: UBND xã A, level: commune}   # ghi chú
year: 2023
criteria: cap-xa-2023
facts:
  impact.sat-service: {values: {percent: 91}, conducted_by: superior}
"""


def test_results_go_into_the_units_file_with_their_evidence(parindex: Run, tmp_path: Path) -> None:
    unit, clean = tmp_path / "unit.yaml", tmp_path / "minh-chung.csv"
    unit.write_text(OWN, encoding="utf-8")
    score = ("survey", "score", EXAMPLE / "phieu.csv", "--map", MAP, "--into", unit)
    refused = parindex(*score)
    assert (refused.code, "--clean" in refused.err, unit.read_text(encoding="utf-8")) == (2, True, OWN)
    done = parindex(*score, "--clean", clean)
    assert (done.code, "W199" in done.err) == (0, True)
    text = unit.read_text(encoding="utf-8")
    assert "# ghi chú" in text
    assert "impact.sat-service: {values: {percent: 91}, conducted_by: superior}" in text  # another's result stays
    assert "conducted_by: self\n    evidence: [{doc: khao-sat-mot-cua}]" in text
    assert f"file: minh-chung.csv\n    sha256: {hashlib.sha256(clean.read_bytes()).hexdigest()}" in text
    sheet = json.loads(parindex("score", unit, "--json").out)
    assert next(leaf for leaf in leaves(sheet["lines"]) if leaf["code"] == "8.1")["status"] == "pending"
    again = parindex(*score, "--clean", clean, "--force")
    assert "W199" not in again.err
    assert "percent: 77.5" in unit.read_text(encoding="utf-8")


def leaves(lines: list[Any]) -> Iterator[Any]:
    for line in lines:
        yield from leaves(line["children"]) if line.get("children") else [line]


def test_a_workbook_with_a_cell_far_away_does_not_fill_the_memory(parindex: Run, tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(tmp_path / "phieu.xlsx")
    sheet = book.add_worksheet("Phiếu")
    sheet.write_string(0, 0, "Mã phiếu")
    sheet.write_string(1_048_575, 16_383, "x")
    book.close()
    result = parindex("survey", "score", tmp_path / "phieu.xlsx", "--map", MAP)
    assert (result.code, "phieu.xlsx: Phiếu!XFD1048576: E156" in result.err) == (2, True)
