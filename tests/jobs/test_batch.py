"""Runs over a repository: every unit once, whatever happens to the others."""

from __future__ import annotations

import csv
import errno
import io
import json
import os
import sqlite3
import zipfile
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import docx
import pytest
from python_calamine import CalamineWorkbook

from parindex.files.unusable import Unusable
from parindex.jobs.batch import NothingToDo, Options, run_batch
from parindex.jobs.batch_finish import Finished, finish
from parindex.jobs.batch_outputs import SUMMARY
from parindex.jobs.cache import Entry
from parindex.jobs.rank import NAMES, WRITERS
from parindex.jobs.score import score_file
from parindex.locale.formats import number
from tests.jobs.making import repository, unit, write

ALONE = Options(jobs=1)


class Silent:
    """Watches a run; may stop it after some units."""

    def __init__(self, stop_after: int | None = None) -> None:
        self.begun: tuple[int, int] | None = None
        self.seen: list[Entry] = []
        self._stop_after = stop_after

    def begin(self, units: int, unchanged: int) -> None:
        self.begun = (units, unchanged)

    def step(self, entry: Entry) -> None:
        self.seen.append(entry)
        if len(self.seen) == self._stop_after:
            raise KeyboardInterrupt


def batch(root: Path, out: Path, options: Options = ALONE) -> Finished:
    run = run_batch(root, out, options, Silent(), (*NAMES, SUMMARY))
    try:
        return finish(run, docx=options.docx)
    finally:
        run.cache.close()


def ranking(out: Path) -> dict[str, list[tuple[str, int, str]]]:
    """Per group: unit, place, index."""
    data = json.loads((out / "ranking.json").read_text(encoding="utf-8"))
    return {
        group["name"]: [(row["id"], row["place"], row["index"]) for row in group["parts"][0]["rows"]]
        for group in data["groups"]
    }


def apart(out: Path) -> dict[str, str]:
    data = json.loads((out / "ranking.json").read_text(encoding="utf-8"))
    return {unit["name"]: unit["reason"] for unit in data["apart"]}


def content(folder: Path) -> dict[str, bytes]:
    """Every output, without the program's own state."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".parindex" not in path.parts
    }


FOUR = {"a": unit("a", 90), "b": unit("b", 80), "c": unit("c", 80, 90), "d": unit("d", 100, 50, kind="xã")}
"""Indices: 94, 88, 84 and 80 (6 × share of dossiers + 4 × share of answers, of 10 points)."""


def test_every_unit_is_scored_ranked_and_written(tmp_path: Path) -> None:
    root, out = repository(tmp_path / "root", FOUR), tmp_path / "out"
    finished = batch(root, out)
    assert (finished.units, finished.scored, finished.ranked, finished.apart) == (4, 4, 4, 0)
    assert (finished.errors, finished.findings, finished.anew) == (0, (), True)
    assert ranking(out) == {
        "phường": [("a", 1, "94"), ("b", 2, "88"), ("c", 3, "84")],
        "xã": [("d", 1, "80")],
    }
    assert set(content(out)) == {*NAMES, *(f"sheets/{name}.json" for name in FOUR)}


def test_a_saved_sheet_is_the_one_that_score_gives(tmp_path: Path) -> None:
    root, out = repository(tmp_path / "root", FOUR), tmp_path / "out"
    batch(root, out)
    sheet = score_file(root / "units" / "b.yaml").sheet
    assert sheet is not None
    assert (out / "sheets" / "b.json").read_text(encoding="utf-8") == sheet.model_dump_json(by_alias=True) + "\n"


def test_results_do_not_depend_on_processes_or_the_order_of_files(tmp_path: Path) -> None:
    root = repository(tmp_path / "root", FOUR)
    batch(root, tmp_path / "one")
    batch(root, tmp_path / "two", Options(jobs=2))
    batch(root, tmp_path / "none", Options(jobs=3, use_cache=False))
    first = content(tmp_path / "one")
    assert content(tmp_path / "two") == first
    assert content(tmp_path / "none") == first
    # The same units under file names that reverse their order: the same places.
    other = repository(tmp_path / "other", {f"{9 - at}": text for at, text in enumerate(FOUR.values())})
    batch(other, tmp_path / "three")
    assert ranking(tmp_path / "three") == ranking(tmp_path / "one")


def test_broken_units_are_told_with_their_place_and_disturb_nobody(tmp_path: Path) -> None:
    bad = {
        "x": "kind: unit\nformat: 1\nunit: {id: x, name: X, level: commune}\nyear: 20x3\ncriteria: thu\n",
        "y": "kind: unit\na: [\n",
        "z": unit("z", 50).replace("criteria: thu", "criteria: tu"),
    }
    root, out = repository(tmp_path / "root", FOUR), tmp_path / "out"
    batch(root, out)
    good = ranking(out)
    repository(root, bad)
    finished = batch(root, out)
    assert ranking(out) == good
    assert (finished.ranked, finished.apart, finished.errors) == (4, 3, len(finished.findings))
    places = [(Path(f.file).name, f.code, f.place and f.place.line) for f in finished.findings]
    assert ("x.yaml", "E228", 4) in places
    assert ("z.yaml", "E301", 5) in places
    assert any(name == "y.yaml" for name, _, _ in places)
    assert apart(out) == {"x": "unreadable", "y": "unreadable", "UBND phường z": "not_scored"}


def test_an_error_in_a_unit_stands_in_its_row(tmp_path: Path) -> None:
    root = repository(tmp_path / "root", {"a": unit("a", 90, more="claims: {'9.9': 1}\n")})
    finished = batch(root, tmp_path / "out")
    assert [finding.code for finding in finished.findings] == ["E304"]
    data = json.loads((tmp_path / "out" / "ranking.json").read_text(encoding="utf-8"))
    assert data["groups"][0]["parts"][0]["rows"][0]["errors"] == 1


def test_two_files_of_one_unit_are_both_left_out(tmp_path: Path) -> None:
    root, out = repository(tmp_path / "root", FOUR | {"e": unit("a", 10)}), tmp_path / "out"
    finished = batch(root, out)
    assert [(Path(f.file).name, f.code, f.place and f.place.line) for f in finished.findings] == [
        ("a.yaml", "E308", 3),
        ("e.yaml", "E308", 3),
    ]
    assert ranking(out)["phường"] == [("b", 1, "88"), ("c", 2, "84")]
    assert not (out / "sheets" / "a.json").exists()
    assert batch(root, out).errors == 2


@pytest.mark.parametrize("jobs", [1, 3])
def test_two_files_of_one_unit_leave_no_report_and_no_other_complaint(tmp_path: Path, jobs: int) -> None:
    units = {name: unit("a", at) for at, name in enumerate("abcdef")}
    root, out = repository(tmp_path / "root", units), tmp_path / "out"
    for _ in range(2):
        finished = batch(root, out, Options(jobs=jobs, docx=True))
        assert [f.code for f in finished.findings] == ["E308"] * 6
        assert (finished.errors, list((out / "reports").iterdir()), list((out / "sheets").iterdir())) == (6, [], [])


def test_groups_special_units_and_other_years(tmp_path: Path) -> None:
    project = "groups: {Phường và xã: [phường, xã]}\nleft_out: {b: Đơn vị đặc thù}\n"
    more = {"e": unit("e", kind="đặc khu"), "f": unit("f", year=2022), "g": unit("g", None, None)}
    root, out = repository(tmp_path / "root", FOUR | more, project=project), tmp_path / "out"
    batch(root, out)
    assert ranking(out) == {"Phường và xã": [("a", 1, "94"), ("c", 2, "84"), ("d", 3, "80"), ("g", 4, "0")]}
    assert apart(out) == {"UBND phường b": "left_out", "UBND đặc khu e": "no_group", "UBND phường f": "other_year"}
    assert not (out / "sheets" / "f.json").exists()


def test_a_unit_left_out_that_does_not_exist(tmp_path: Path) -> None:
    root = repository(tmp_path / "root", FOUR, project="left_out: {bb: Đặc thù}\n")
    finished = batch(root, tmp_path / "out")
    assert [(f.code, Path(f.file).name, f.place and f.place.line) for f in finished.findings] == [
        ("E315", "parindex.yaml", 8)
    ]


def test_a_unit_of_which_nothing_can_be_scored_has_no_place(tmp_path: Path) -> None:
    root, out = repository(tmp_path / "root", {"a": unit("a", 90)}), tmp_path / "out"
    text = unit("n", None, None, more="not_arising:\n  tthc.on-time: {reason: Không có hồ sơ}\n")
    write(root / "units" / "n.yaml", text)
    batch(root, out)
    assert apart(out) == {"UBND phường n": "no_index"}


def test_units_of_different_sets_are_ranked_apart(tmp_path: Path) -> None:
    root, out = repository(tmp_path / "root", FOUR), tmp_path / "out"
    text = (root / "criteria" / "thu.yaml").read_text(encoding="utf-8").replace("id: thu\n", "id: thu-2\n", 1)
    write(root / "criteria" / "thu-2.yaml", text)
    write(root / "units" / "b.yaml", FOUR["b"].replace("criteria: thu\n", "criteria: thu-2\n"))
    batch(root, out)
    data = json.loads((out / "ranking.json").read_text(encoding="utf-8"))
    assert [(group["name"], group["set_id"], group["units"]) for group in data["groups"]] == [
        ("phường (thu)", "thu", 2),
        ("phường (thu-2)", "thu-2", 1),
        ("xã", "thu", 1),
    ]


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


def test_the_same_table_by_exact_scores(tmp_path: Path) -> None:
    """b: 6 × 0,8333… needs thirds: 1 of 3 dossiers and 100 of 300 are the same share, 333 of 1000 is a little less."""
    thirds = unit("b", 90).replace("numerator: 90, denominator: 100", "numerator: 1, denominator: 3", 1)
    less = unit("c", 90).replace("numerator: 90, denominator: 100", "numerator: 33333, denominator: 100000", 1)
    for ties, places in (("shared", [("b", 1), ("c", 1)]), ("exact", [("b", 1), ("c", 2)])):
        root = repository(tmp_path / ties, {"b": thirds, "c": less}, ties=ties)
        batch(root, tmp_path / f"out-{ties}")
        assert [row[:2] for row in ranking(tmp_path / f"out-{ties}")["phường"]] == places


def test_nothing_to_do(tmp_path: Path) -> None:
    with pytest.raises(NothingToDo):
        batch(repository(tmp_path / "root", {}), tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_broken_project_stops_the_run(tmp_path: Path) -> None:
    root = repository(tmp_path / "root", FOUR, project="status: final\n")
    with pytest.raises(Unusable):
        batch(root, tmp_path / "out")


def test_a_folder_without_a_project(tmp_path: Path) -> None:
    root, out = repository(tmp_path / "root", FOUR), tmp_path / "out"
    (root / "parindex.yaml").unlink()
    (root / ".git").mkdir()
    batch(root, out)
    assert ranking(out)["phường"][0] == ("a", 1, "94")


def test_ctrl_c_leaves_what_is_finished_whole_and_the_next_run_goes_on(tmp_path: Path) -> None:
    root, out = repository(tmp_path / "root", FOUR), tmp_path / "out"
    with pytest.raises(KeyboardInterrupt):
        run_batch(root, out, ALONE, Silent(stop_after=2), NAMES)
    assert sorted(content(out)) == ["sheets/a.json", "sheets/b.json"]
    for name in ("a", "b"):
        json.loads((out / "sheets" / f"{name}.json").read_text(encoding="utf-8"))
    watcher = Silent()
    run = run_batch(root, out, ALONE, watcher, NAMES)
    finish(run)
    run.cache.close()
    assert watcher.begun == (4, 2)
    assert [Path(entry.path).stem for entry in watcher.seen] == ["c", "d"]
    batch(root, tmp_path / "whole")
    assert content(out) == content(tmp_path / "whole")


def test_a_fault_of_the_program_in_one_unit_loses_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from parindex.jobs import batch_unit

    real = batch_unit.score_unit

    def fails(unit: object, document: object, path: Path, *rest: object, **more: object) -> object:
        if path.stem == "b":
            raise RuntimeError("lỗi thử")
        return real(unit, document, path, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(batch_unit, "score_unit", fails)
    out = tmp_path / "out"
    finished = batch(repository(tmp_path / "root", FOUR), out)
    assert [(Path(path).name, "lỗi thử" in trace) for path, trace in finished.faults] == [("b.yaml", True)]
    assert ranking(out)["phường"] == [("a", 1, "94"), ("c", 2, "84")]
    assert apart(out) == {"b": "fault"}


def test_outputs_that_somebody_worked_on_are_not_overwritten(tmp_path: Path) -> None:
    root, out = repository(tmp_path / "root", FOUR), tmp_path / "out"
    batch(root, out)
    (out / "ranking.csv").write_bytes(b"ghi chu")
    write(root / "units" / "a.yaml", unit("a", 91))
    with pytest.raises(Unusable) as problem:
        batch(root, out)
    assert [(f.code, Path(f.file).name) for f in problem.value.findings] == [("E141", "ranking.csv")]
    assert (out / "ranking.csv").read_bytes() == b"ghi chu"
    batch(root, out, replace(ALONE, force=True))
    assert (out / "ranking.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_a_sheet_that_cannot_be_written_stops_the_run(tmp_path: Path) -> None:
    root, out = repository(tmp_path / "root", FOUR), tmp_path / "out"
    batch(root, out)
    for jobs in (1, 2):
        (out / "sheets" / "a.json").unlink(missing_ok=True)
        write(out / "sheets" / "a.json", "cua toi")
        write(root / "units" / "b.yaml", unit("b", 80 + jobs))
        with pytest.raises(Unusable) as problem:
            batch(root, out, Options(jobs=jobs))
        assert [(f.code, Path(f.file).name) for f in problem.value.findings] == [("E141", "a.json")]
        assert (out / "sheets" / "a.json").read_bytes() == b"cua toi"


@pytest.mark.parametrize(("code", "told"), [(errno.ENOSPC, "E142"), (errno.EROFS, "E142")])
def test_a_full_disk_is_told_as_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, told: str) -> None:
    root, out = repository(tmp_path / "root", FOUR), tmp_path / "out"

    def full(*_: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setitem(WRITERS, "ranking.csv", full)
    with pytest.raises(Unusable) as problem:
        batch(root, out)
    assert [f.code for f in problem.value.findings] == [told]
    monkeypatch.undo()
    assert batch(root, out).anew


def test_what_a_killed_process_left_half_written_is_taken_away(tmp_path: Path) -> None:
    root, out = repository(tmp_path / "root", FOUR), tmp_path / "out"
    batch(root, out)
    write(out / "sheets" / ".a.json.xyz.tmp", "nua chung")
    batch(root, out)
    assert not (out / "sheets" / ".a.json.xyz.tmp").exists()


def test_sheets_of_units_that_are_gone_are_taken_away(tmp_path: Path) -> None:
    root, out = repository(tmp_path / "root", FOUR), tmp_path / "out"
    batch(root, out)
    write(out / "sheets" / "ghi-chu.json", "{}")
    (root / "units" / "d.yaml").unlink()
    batch(root, out)
    assert sorted(path.name for path in (out / "sheets").iterdir()) == ["a.json", "b.json", "c.json", "ghi-chu.json"]


def test_word_reports(tmp_path: Path) -> None:
    units = {"a": unit("a", 90), "b": unit("b", 80, more="claims: {'9.9': 1}\n")}
    root, out = repository(tmp_path / "root", units), tmp_path / "out"
    options = replace(ALONE, docx=True)
    batch(root, out, options)
    # b has an error: no report, as with parindex report.
    assert [path.name for path in (out / "reports").iterdir()] == ["a.docx"]
    first = (out / "reports" / "a.docx").read_bytes()
    assert first.startswith(b"PK")
    assert batch(root, out, options).scored == 0
    assert batch(root, tmp_path / "again", options).scored == 2
    assert (tmp_path / "again" / "reports" / "a.docx").read_bytes() == first
    (out / "reports" / "a.docx").write_bytes(b"sua tay")
    write(root / "units" / "a.yaml", unit("a", 91))
    finished = batch(root, out, options)
    assert ("E141", "a.docx") in [(f.code, Path(f.file).name) for f in finished.findings]
    assert (out / "reports" / "a.docx").read_bytes() == b"sua tay"
    batch(root, out, replace(options, force=True))
    assert (out / "reports" / "a.docx").read_bytes().startswith(b"PK")


def paragraphs(path: Path) -> str:
    document = docx.Document(str(path))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    heads = (each.text for section in document.sections for each in section.header.paragraphs)
    return "\n".join([*(each.text for each in document.paragraphs), *cells, *heads])


def test_the_report_on_the_ranking_for_the_council(tmp_path: Path) -> None:
    root, out = repository(tmp_path / "root", FOUR), tmp_path / "out"
    options = replace(ALONE, docx=True)
    batch(root, out, options)
    text = paragraphs(out / "ranking.docx")
    assert "DỰ THẢO, chưa phê duyệt" in text
    assert all(word in text for word in ("UBND phường a", "94,00", "UBND xã d", "80,00"))
    first = (out / "ranking.docx").read_bytes()
    assert not batch(root, out, options).anew
    repository(root, {}, project="status: approved\ndecision: {number: 12/QĐ-UBND, date: 2024-02-01}\n")
    assert batch(root, out, options).scored == 0
    text = paragraphs(out / "ranking.docx")
    assert "ĐÃ PHÊ DUYỆT theo Quyết định số 12/QĐ-UBND ngày 01/02/2024" in text and "DỰ THẢO" not in text
    repository(root, {})
    batch(root, out, options)
    assert (out / "ranking.docx").read_bytes() == first
    (out / "ranking.docx").write_bytes(b"sua tay")
    write(root / "units" / "a.yaml", unit("a", 91))
    with pytest.raises(Unusable):
        batch(root, out, options)
    assert (out / "ranking.docx").read_bytes() == b"sua tay"


def test_the_report_on_units_with_errors_is_marked_as_a_draft(tmp_path: Path) -> None:
    root, out = repository(tmp_path / "root", FOUR), tmp_path / "out"
    options = replace(ALONE, docx=True)
    batch(root, out, options)
    clean = (out / "ranking.docx").read_bytes()
    write(root / "units" / "x.yaml", "kind: unit\na: [\n")
    batch(root, out, options)
    with zipfile.ZipFile(out / "ranking.docx") as made, zipfile.ZipFile(io.BytesIO(clean)) as before:
        names = [name for name in made.namelist() if "header" in name]
        assert any("DỰ THẢO" in made.read(name).decode() for name in names)
        assert not any("DỰ THẢO" in before.read(name).decode() for name in before.namelist() if "header" in name)


def test_word_reports_that_are_asked_for_later(tmp_path: Path) -> None:
    root, out = repository(tmp_path / "root", {"a": unit("a", 90)}), tmp_path / "out"
    batch(root, out)
    assert batch(root, out, replace(ALONE, docx=True)).scored == 1
    assert (out / "reports" / "a.docx").is_file()
    (out / "reports" / "a.docx").unlink()
    assert batch(root, out, replace(ALONE, docx=True)).scored == 1
    assert (out / "reports" / "a.docx").is_file()


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
