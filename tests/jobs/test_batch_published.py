"""What a ranking says through every output: as published tables do, of what year and part of it, approved or not."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from decimal import Decimal
from pathlib import Path
from typing import Any

from msgspec.structs import replace
from python_calamine import CalamineWorkbook

from parindex.locale.formats import number
from tests.jobs.making import repository, unit, write
from tests.jobs.test_batch import ALONE, FOUR, apart, batch, ranking
from tests.jobs.test_batch_word import paragraphs


def about(out: Path) -> dict[str, Any]:
    return json.loads((out / "ranking.json").read_text(encoding="utf-8"))["about"]


def test_a_part_of_the_year_is_said_and_not_compared_with_the_whole(tmp_path: Path) -> None:
    half = "{values: {numerator: 45, denominator: 50}}"
    parts = f"periods: {{2023-Q1: {half}, 2023-Q2: {half}}}"
    text = unit("a", 90, more="previous: {index: 80, place: 1}\n").replace(
        "values: {numerator: 90, denominator: 100}", parts
    )
    root, out = repository(tmp_path / "root", {"a": text}), tmp_path / "out"
    batch(root, out, replace(ALONE, period="6m"))
    assert about(out)["heading"] == "Kho thử, 6 tháng đầu năm 2023"
    assert "Mới tính 6 tháng đầu năm 2023, không phải kết quả cả năm" in about(out)["notes"]
    data = json.loads((out / "ranking.json").read_text(encoding="utf-8"))
    row = data["groups"][0]["parts"][0]["rows"][0]
    assert (row["earned"], row["previous_index"], row["change"], row["previous_place"]) == ("5.4", None, None, None)
    assert "6 tháng đầu năm 2023" in (out / "ranking.csv").read_text(encoding="utf-8-sig")
    batch(root, out)
    assert (about(out)["heading"], about(out)["period"]) == ("Kho thử năm 2023", "2023")


def test_years_and_parts_of_years_are_ranked_apart(tmp_path: Path) -> None:
    """Without a project nobody says which year is meant; saved sheets may be of any."""
    units = {"a": unit("a", 90), "b": unit("b", 80), "c": unit("c", 95, year=2022)}
    root, out = repository(tmp_path / "root", units), tmp_path / "out"
    (root / "parindex.yaml").unlink()
    (root / ".git").mkdir()
    batch(root, out)
    assert ranking(out) == {"phường, năm 2022": [("c", 1, "97")], "phường, năm 2023": [("a", 1, "94"), ("b", 2, "88")]}
    assert (about(out)["year"], about(out)["period"]) == (None, None)
    (root / "units" / "c.yaml").unlink()
    batch(root, out)
    assert (list(ranking(out)), about(out)["heading"]) == (["phường"], "root năm 2023")


def test_units_without_some_figures_are_counted(tmp_path: Path) -> None:
    root, out = repository(tmp_path / "root", {"a": unit("a", None), "b": unit("b", 80)}), tmp_path / "out"
    batch(root, out)
    assert "1 đơn vị còn tiêu chí chưa có số liệu (xem cột Ghi chú)" in about(out)["notes"]


def test_a_table_as_it_is_published(tmp_path: Path) -> None:
    """From units' files to every output: two parts, a shared place, two groups, shares that print to 100,01.

    Wards: 6 × dossiers + 4 × answers, in hundredths. a: 5,7 + 3,8 = 9,5; b and c: 4,8 + 3,6 = 8,4 and 5,4 + 3 = 8,4;
    d: 4,2 + 3,2 = 7,4; e: 4,8 + 2,4 = 7,2; f: 3 + 2 = 5: one Tốt, four Khá, one Trung bình of six. Their mean is
    (95 + 84 + 84 + 74 + 72 + 50) ÷ 6 = 459 ÷ 6 = 76,5. Communes: g 6 + 4 = 10. h cannot be read.
    """
    wards = {"a": (95, 95), "b": (80, 90), "c": (90, 75), "d": (70, 80), "e": (80, 60), "f": (50, 50)}
    files = {name: unit(name, *figures) for name, figures in wards.items()}
    files |= {"g": unit("g", kind="xã"), "h": "kind: unit\na: [\n"}
    root, out = repository(tmp_path / "root", files), tmp_path / "out"
    batch(root, out, replace(ALONE, docx=True))
    assert ranking(out) == {
        "phường": [("a", 1, "95"), ("b", 2, "84"), ("c", 2, "84"), ("d", 4, "74"), ("e", 5, "72"), ("f", 6, "50")],
        "xã": [("g", 1, "100")],
    }
    assert apart(out) == {"h": "unreadable"}
    lines = list(csv.DictReader(io.StringIO((out / "ranking.csv").read_text(encoding="utf-8-sig"))))
    whole = [line for line in lines if line["Lĩnh vực"] == "Tổng hợp" and line["Nhóm"] == "phường"]
    parts = [
        (line["Hạng"], line["Điểm không kể điều tra"], line["Điểm điều tra XHH"], line["Tổng điểm"]) for line in whole
    ]
    assert parts == [
        ("1", "5,70", "3,80", "9,50"),
        ("2", "4,80", "3,60", "8,40"),
        ("2", "5,40", "3,00", "8,40"),
        ("4", "4,20", "3,20", "7,40"),
        ("5", "4,80", "2,40", "7,20"),
        ("6", "3,00", "2,00", "5,00"),
    ]
    assert [line["Kém đơn vị đầu"] for line in whole] == ["0,00", "11,00", "11,00", "21,00", "23,00", "45,00"]
    assert [line["Còn thiếu"] for line in whole] == ["", "6,00", "6,00", "16,00", "18,00", "20,00"]
    book = CalamineWorkbook.from_path(str(out / "ranking.xlsx"))
    summary = next(row for row in book.get_sheet_by_name("Tổng hợp").to_python() if row[0] == "phường")
    assert summary[2:6] == [6, 76.5, 95, 50]
    assert summary[6] == "Tốt: 1 (16,67%); Khá: 4 (66,67%); Trung bình: 1 (16,67%)"  # 100,01
    connection = sqlite3.connect(out / "ranking.sqlite")
    query = "SELECT name, units, share FROM class_share WHERE group_number = 1 AND part = '' ORDER BY position"
    shares = connection.execute(query).fetchall()
    connection.close()
    assert [(name, count, number(Decimal(share), 2)) for name, count, share in shares] == [
        ("Tốt", 1, "16,67"),
        ("Khá", 4, "66,67"),
        ("Trung bình", 1, "16,67"),
    ]
    text = paragraphs(out / "ranking.docx")
    assert "Chỉ số trung bình là 76,50%" in text
    assert "Tốt 1 đơn vị (16,67%), Khá 4 đơn vị (66,67%), Trung bình 1 đơn vị (16,67%)" in text
    assert "h: không đọc được tệp số liệu" in text


def test_what_is_short_of_a_class_is_enough_when_it_is_gained(tmp_path: Path) -> None:
    text = unit("a", 100, 200).replace("denominator: 100", "denominator: 300")
    out = tmp_path / "out"
    batch(repository(tmp_path / "root", {"a": text}), out)
    (line, *_) = csv.DictReader(io.StringIO((out / "ranking.csv").read_text(encoding="utf-8-sig")))
    assert (line["Chỉ số"], line["Còn thiếu"]) == ("46,67", "23,34")  # 70 − 46,666…


def test_the_same_table_by_exact_scores(tmp_path: Path) -> None:
    """b: 6 × 0,8333… needs thirds: 1 of 3 dossiers and 100 of 300 are the same share, 333 of 1000 is a little less."""
    thirds = unit("b", 90).replace("numerator: 90, denominator: 100", "numerator: 1, denominator: 3", 1)
    less = unit("c", 90).replace("numerator: 90, denominator: 100", "numerator: 33333, denominator: 100000", 1)
    for ties, places in (("shared", [("b", 1), ("c", 1)]), ("exact", [("b", 1), ("c", 2)])):
        root = repository(tmp_path / ties, {"b": thirds, "c": less}, ties=ties)
        batch(root, tmp_path / f"out-{ties}")
        assert [row[:2] for row in ranking(tmp_path / f"out-{ties}")["phường"]] == places


def test_an_approved_ranking_says_so_and_a_change_of_the_project_is_written(tmp_path: Path) -> None:
    root, out = repository(tmp_path / "root", FOUR), tmp_path / "out"
    batch(root, out)
    assert "DỰ THẢO" in (out / "ranking.csv").read_text(encoding="utf-8-sig")
    repository(root, {}, project="status: approved\ndecision: {number: 12/QĐ-UBND, date: 2024-02-01}\n")
    finished = batch(root, out)
    assert (finished.scored, finished.anew) == (0, True)
    text = (out / "ranking.csv").read_text(encoding="utf-8-sig")
    assert "ĐÃ PHÊ DUYỆT theo Quyết định số 12/QĐ-UBND ngày 01/02/2024" in text
    assert "DỰ THẢO" not in text


def test_change_since_last_year_in_every_domain(tmp_path: Path) -> None:
    previous = {name: f"previous: {{file: ../2022/{name}.yaml}}\n" for name in "ab"}
    root = repository(
        tmp_path / "root", {"a": unit("a", 90, more=previous["a"]), "b": unit("b", 80, more=previous["b"])}
    )
    (root / "2022").mkdir()
    write(root / "2022" / "a.yaml", unit("a", 60, 80, year=2022))  # 3,6 + 3,2: 68
    write(root / "2022" / "b.yaml", unit("b", 70, 80, year=2022))  # 4,2 + 3,2: 74
    batch(root, tmp_path / "out")
    data = json.loads((tmp_path / "out" / "ranking.json").read_text(encoding="utf-8"))
    found = {
        part["code"]: [(row["id"], row["place"], row["change"], row["climbed"]) for row in part["rows"]]
        for part in data["groups"][0]["parts"]
    }
    assert found == {
        "": [("a", 1, "26", 1), ("b", 2, "14", -1)],
        "1": [("a", 1, "30", 1), ("b", 2, "10", -1)],
        "2": [("a", 1, "20", 0), ("b", 1, "20", 0)],
    }
    assert Decimal(data["groups"][0]["parts"][0]["summary"]["mean"]) == 91  # (94 + 88) ÷ 2


def test_the_decision_on_the_year_does_not_approve_a_part_of_it(tmp_path: Path) -> None:
    half = "{values: {numerator: 45, denominator: 50}}"
    text = unit("a", 90).replace(
        "values: {numerator: 90, denominator: 100}", f"periods: {{2023-Q1: {half}, 2023-Q2: {half}}}"
    )
    decided = "status: approved\ndecision: {number: 12/QĐ-UBND, date: 2024-02-01}\n"
    root, out = repository(tmp_path / "root", {"a": text}, project=decided), tmp_path / "out"
    batch(root, out, replace(ALONE, period="6m"))
    assert (about(out)["approved"], about(out)["decision"], about(out)["decided"]) == (False, None, None)
    assert "ĐÃ PHÊ DUYỆT" not in (out / "ranking.csv").read_text(encoding="utf-8-sig")
    batch(root, out)
    assert (about(out)["approved"], about(out)["decision"]) == (True, "12/QĐ-UBND")
