"""``parindex batch`` and ``parindex rank`` as typed."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Result
from tests.jobs.making import repository, unit, write

Run = Callable[..., Result]

UNITS = {"a": unit("a", 90), "b": unit("b", 80), "d": unit("d", 100, 50, kind="xã")}


def test_a_run_and_its_summary(parindex: Run, tmp_path: Path) -> None:
    root, out = repository(tmp_path / "root", UNITS), tmp_path / "out"
    result = parindex("batch", root, "-o", out, "--jobs", 1)
    assert result.code == 0
    assert result.err == "3 đơn vị: chấm 3, không đổi 0; xếp hạng 3, không xếp hạng 0; 0 lỗi, 0 cảnh báo.\n"
    assert f"Kết quả: {out} (ranking.xlsx, ranking.csv, ranking.json, ranking.sqlite, sheets)" in result.out
    again = parindex("batch", root, "-o", out, "--jobs", 1)
    assert again.code == 0
    assert "chấm 0, không đổi 3" in again.err
    assert again.out == f"Kết quả lần trước vẫn đúng: {out}\n"


def test_a_broken_unit_gives_1_with_its_place(parindex: Run, tmp_path: Path) -> None:
    root = repository(tmp_path / "root", UNITS | {"x": "kind: unit\nformat: 1\na: [\n"})
    result = parindex("batch", root, "-o", tmp_path / "out", "--jobs", 1)
    assert result.code == 1
    assert f"{root}/units/x.yaml:4:1: E" in result.err
    assert "xếp hạng 3, không xếp hạng 1; 1 lỗi" in result.err


def test_warnings_are_errors_when_strict(parindex: Run, tmp_path: Path) -> None:
    text = unit("a", 90).replace(", evidence: [{doc: bc-1}]", "", 1)
    root = repository(tmp_path / "root", {"a": text})
    assert parindex("batch", root, "-o", tmp_path / "out", "--jobs", 1).code == 0
    result = parindex("batch", root, "-o", tmp_path / "out", "--jobs", 1, "--strict")
    assert result.code == 1
    assert "parindex score" in result.err


def test_what_an_earlier_run_left_is_told_and_made_anew_when_asked(parindex: Run, tmp_path: Path) -> None:
    root, out = repository(tmp_path / "root", UNITS), tmp_path / "out"

    def run(*options: str) -> Any:
        return json.loads(parindex("batch", root, "-o", out, "--jobs", 1, "--json", *options).out)

    summary, site = out / "ranking.docx", out / "html" / "index.html"
    first = run("--docx", "--html")
    made, page = summary.read_bytes(), site.read_bytes()
    assert (first["older"], run()["older"]) == ([], [])  # nothing has changed since
    write(root / "units" / "b.yaml", unit("b", 95))
    told = parindex("batch", root, "-o", out, "--jobs", 1)
    assert "Còn lại của lượt trước, chưa theo số liệu mới: ranking.docx, reports, html. Thêm --docx --html" in told.err
    assert (summary.read_bytes(), site.read_bytes()) == (made, page)
    # The ranking itself holds; the report on it was made before the change.
    assert (run("--docx")["anew"], summary.read_bytes() == made) == (True, False)
    assert (run("--docx")["anew"], run()["older"]) == (False, ["html"])
    assert run("--docx", "--html")["older"] == []
    assert site.read_bytes() != page


def test_json(parindex: Run, tmp_path: Path) -> None:
    root = repository(tmp_path / "root", UNITS)
    data = json.loads(parindex("batch", root, "-o", tmp_path / "out", "--jobs", 1, "--json").out)
    assert (data["units"], data["ranked"], data["errors"], data["anew"]) == (3, 3, 0, True)


def test_usage_errors_give_2(parindex: Run, tmp_path: Path) -> None:
    empty = repository(tmp_path / "empty", {})
    for arguments, word in (
        (("batch", tmp_path / "none"), "Không có thư mục"),
        (("batch", empty, "-o", tmp_path / "out"), "Không có tệp số liệu đơn vị nào"),
        (("batch", empty, "-o", tmp_path / "out", "--jobs", 0), "--jobs"),
        (("rank", tmp_path / "none"), "Không có thư mục"),
        (("rank", empty), "E101"),
    ):
        result = parindex(*arguments)
        assert (result.code, word in result.err) == (2, True), result.err


def test_a_wrong_period_gives_2(parindex: Run, tmp_path: Path) -> None:
    root = repository(tmp_path / "root", UNITS)
    result = parindex("batch", root, "-o", tmp_path / "out", "--period", "2024-Q1")
    assert result.code == 2
    assert "2024-Q1" in result.err


def test_somebody_elses_output_is_kept(parindex: Run, tmp_path: Path) -> None:
    root, out = repository(tmp_path / "root", UNITS), tmp_path / "out"
    out.mkdir()
    (out / "ranking.csv").write_bytes(b"cua toi")
    result = parindex("batch", root, "-o", out, "--jobs", 1)
    assert (result.code, "E141" in result.err) == (2, True)
    assert (out / "ranking.csv").read_bytes() == b"cua toi"
    assert parindex("batch", root, "-o", out, "--jobs", 1, "--force").code == 0


def test_rank_from_saved_sheets_is_what_the_run_ranked(parindex: Run, tmp_path: Path) -> None:
    root, out = repository(tmp_path / "root", UNITS, project="groups: {Tất cả: [phường, xã]}\n"), tmp_path / "out"
    parindex("batch", root, "-o", out, "--jobs", 1)
    again = parindex("rank", out / "sheets", "-o", tmp_path / "again", "--json")
    assert again.code == 0
    run, saved = (json.loads((folder / "ranking.json").read_bytes()) for folder in (out, tmp_path / "again"))
    assert json.loads(again.out) == saved
    for data in (run, saved):
        for group in data["groups"]:
            for part in group["parts"]:
                for row in part["rows"]:
                    del row["file"]
    assert run == saved
    assert [group["name"] for group in saved["groups"]] == ["Tất cả"]


def test_a_run_writes_again_what_rank_wrote_over(parindex: Run, tmp_path: Path) -> None:
    root, out = repository(tmp_path / "root", UNITS), tmp_path / "out"
    parindex("batch", root, "-o", out, "--jobs", 1)
    before = (out / "ranking.json").read_bytes()
    other = repository(tmp_path / "other", {}, project="groups: {Tất cả: [phường, xã]}\n")
    assert parindex("rank", out / "sheets", "-o", out, "--project", other).code == 0
    assert "Tất cả" in (out / "ranking.csv").read_text(encoding="utf-8-sig")
    assert parindex("batch", root, "-o", out, "--jobs", 1).out.startswith("Kết quả: ")
    assert (out / "ranking.json").read_bytes() == before


def test_a_ranking_beside_the_sheets_is_no_sheet(parindex: Run, tmp_path: Path) -> None:
    root, out = repository(tmp_path / "root", UNITS), tmp_path / "out"
    parindex("batch", root, "-o", out, "--jobs", 1)
    for _ in range(2):
        result = parindex("rank", out / "sheets", "-o", out / "sheets")
        assert (result.code, result.err) == (0, "")


def test_rank_on_a_terminal(parindex: Run, tmp_path: Path) -> None:
    root, out = repository(tmp_path / "root", UNITS), tmp_path / "out"
    parindex("batch", root, "-o", out, "--jobs", 1)
    result = parindex("rank", out / "sheets")
    words = " ".join(result.out.split())
    assert "DỰ THẢO, chưa phê duyệt" in words
    assert "1 UBND phường a 9,40 94,00 Tốt" in words
    assert "2 UBND phường b 8,80 88,00 Khá" in words
    assert "Trung bình 91,00; cao nhất 94,00; thấp nhất 88,00" in words
    assert max(map(len, result.out.splitlines())) <= 80
    domain = parindex("rank", out / "sheets", "--domain", "2")
    assert "Tác động" in domain.out
    wrong = parindex("rank", out / "sheets", "--domain", "7")
    assert wrong.code == 2


def test_a_saved_sheet_that_was_cut_is_told_and_the_others_ranked(parindex: Run, tmp_path: Path) -> None:
    root, out = repository(tmp_path / "root", UNITS), tmp_path / "out"
    parindex("batch", root, "-o", out, "--jobs", 1)
    sheet = out / "sheets" / "b.json"
    sheet.write_bytes(sheet.read_bytes()[:500])
    result = parindex("rank", out / "sheets")
    assert result.code == 1
    assert "b.json: E143" in result.err
    assert "b: không đọc được tệp số liệu" in " ".join(result.out.split())
    assert "UBND phường a" in result.out


def _set(route: str, value: object) -> Callable[[dict[str, Any]], None]:
    *above, last = route.split(".")

    def change(sheet: dict[str, Any]) -> None:
        for key in above:
            sheet = sheet[int(key)] if key.isdigit() else sheet[key]  # type: ignore[index]
        sheet[last] = value

    return change


def _whole_total(value: str) -> Callable[[dict[str, Any]], None]:
    """Points and index that agree with each other, and with no line."""

    def change(sheet: dict[str, Any]) -> None:
        sheet["totals"] |= {"earned": value, "index": value}

    return change


@pytest.mark.parametrize(
    ("change", "where"),
    [
        (_set("format", "9"), "format"),
        (_set("year", 10**30), "year"),
        (_set("previous", {"place": 10**30}), "previous.place"),
        (_set("previous", {"place": 0}), "previous.place"),
        (_set("previous", {"index": "1e34"}), "previous"),
        (_set("totals.index", "1e400"), "totals"),
        (_set("totals.index", "99"), "totals"),
        (_set("totals.index", None), "totals"),
        (_set("totals.earned", "1e300"), "totals"),
        (_set("lines.0.final", "1e34"), "lines.1"),
        # What was edited so that each number looks right by itself, and no longer adds up.
        (_set("lines.0.final", "0.5"), "lines.1"),
        (_set("lines.0.children.0.final", "0"), "lines.1"),
        (_set("class", "Xuất sắc giả"), "class"),
        (_whole_total("0"), "totals"),
        (lambda sheet: sheet["lines"].append(sheet["lines"][0]), "lines.1"),
        (lambda sheet: sheet["lines"][0]["children"].append(sheet["lines"][1]["children"][0]), "lines.2.1"),
    ],
)
def test_a_saved_sheet_as_the_program_makes_none_stops_no_other(
    parindex: Run, tmp_path: Path, change: Callable[[dict[str, Any]], None], where: str
) -> None:
    root, out = repository(tmp_path / "root", UNITS), tmp_path / "out"
    parindex("batch", root, "-o", out, "--jobs", 1)
    path = out / "sheets" / "b.json"
    sheet = json.loads(path.read_bytes())
    change(sheet)
    path.write_text(json.dumps(sheet), encoding="utf-8")
    result = parindex("rank", out / "sheets", "-o", tmp_path / "again")
    assert (result.code, "UBND phường a" in result.out) == (1, True), result.err
    assert "b.json: E143" in result.err and f"(sai ở {where})" in result.err


def test_a_sheet_of_brackets_stops_no_other(parindex: Run, tmp_path: Path) -> None:
    root, out = repository(tmp_path / "root", UNITS), tmp_path / "out"
    parindex("batch", root, "-o", out, "--jobs", 1)
    (out / "sheets" / "b.json").write_text("[" * 200_000, encoding="utf-8")
    result = parindex("rank", out / "sheets")
    assert (result.code, "b.json: E143" in result.err) == (1, True)


def test_a_domain_that_is_not_there_is_told_before_anything_is_written(parindex: Run, tmp_path: Path) -> None:
    root, out = repository(tmp_path / "root", UNITS), tmp_path / "out"
    parindex("batch", root, "-o", out, "--jobs", 1)
    again = tmp_path / "again"
    assert parindex("rank", out / "sheets", "-o", again, "--domain", "9").code == 2
    assert [path.name for path in again.glob("*") if path.name != ".parindex"] == []


def test_a_ranking_that_cannot_be_written_is_told(
    parindex: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from parindex.jobs import rank

    def refuses(*_: object) -> object:
        error = sqlite3.OperationalError("attempt to write a readonly database")
        error.sqlite_errorcode = sqlite3.SQLITE_READONLY
        raise error

    root, out = repository(tmp_path / "root", UNITS), tmp_path / "out"
    parindex("batch", root, "-o", out, "--jobs", 1)
    monkeypatch.setattr(rank, "RankingTables", refuses)
    result = parindex("rank", out / "sheets", "-o", tmp_path / "again")
    assert (result.code, "E142" in result.err) == (2, True)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGINT for one process")
def test_ctrl_c_gives_130_and_the_next_run_goes_on(tmp_path: Path) -> None:
    units = {f"u{number:03}": unit(f"u{number:03}", number % 100) for number in range(900)}
    root, out = repository(tmp_path / "root", units), tmp_path / "out"
    command = [sys.executable, "-c", "from parindex.cli.main import run; run()", "batch", str(root), "-o", str(out)]
    command += ["--jobs", "2"]
    # A group of its own gets the signal as a terminal would send it: to the command and to its processes.
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)
    deadline = time.monotonic() + 60
    while len(list((out / "sheets").glob("*.json")) if (out / "sheets").is_dir() else []) < 20:
        assert time.monotonic() < deadline, "no sheets"
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert err.decode() == "Đã dừng theo yêu cầu.\n"
    done = list((out / "sheets").glob("*"))
    assert all(json.loads(path.read_bytes())["format"] == "1" for path in done)
    assert not (out / "ranking.json").exists()
    second = subprocess.run(command, capture_output=True, check=False)
    assert second.returncode == 0, second.stderr.decode()
    summary = second.stderr.decode()
    assert summary.startswith("900 đơn vị: chấm ")
    assert int(summary.split("không đổi ")[1].split(";")[0]) > 0
    assert len(list((out / "sheets").glob("*.json"))) == 900


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGINT for one process")
def test_who_presses_ctrl_c_again_and_again_is_not_left_waiting(tmp_path: Path) -> None:
    units = {f"u{number:03}": unit(f"u{number:03}", number % 100) for number in range(400)}
    root, out = repository(tmp_path / "root", units), tmp_path / "out"
    command = [sys.executable, "-c", "from parindex.cli.main import run; run()", "batch", str(root), "-o", str(out)]
    process = subprocess.Popen(
        [*command, "--jobs", "2"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    )
    deadline = time.monotonic() + 60
    while len(list((out / "sheets").glob("*.json")) if (out / "sheets").is_dir() else []) < 20:
        assert time.monotonic() < deadline, "no sheets"
        time.sleep(0.01)
    for _ in range(3):
        os.killpg(process.pid, signal.SIGINT)
        time.sleep(0.02)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "Traceback" not in err.decode()
    second = subprocess.run([*command, "--jobs", "1"], capture_output=True, check=False)
    assert second.returncode == 0, second.stderr.decode()


def test_a_fault_gives_3_and_a_log(parindex: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from parindex.jobs import batch_unit

    def fails(*_: object, **__: object) -> object:
        raise RuntimeError("lỗi thử")

    monkeypatch.setattr(batch_unit, "result_of", fails)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    root = repository(tmp_path / "root", {"a": unit("a")})
    result = parindex("batch", root, "-o", tmp_path / "out", "--jobs", 1)
    assert result.code == 3
    log = Path(result.err.split("Chi tiết: ")[1].splitlines()[0])
    assert "lỗi thử" in log.read_text(encoding="utf-8")
    log.unlink()


def test_names_that_are_markup_or_formulas_are_shown_as_they_are(parindex: Run, tmp_path: Path) -> None:
    text = unit("a", 90, name='"[bold]=1+1"')
    root = repository(tmp_path / "root", {"a": text})
    parindex("batch", root, "-o", tmp_path / "out", "--jobs", 1)
    assert "[bold]=1+1" in parindex("rank", tmp_path / "out" / "sheets").out


def test_two_saved_sheets_of_one_unit(parindex: Run, tmp_path: Path) -> None:
    root, out = repository(tmp_path / "root", UNITS), tmp_path / "out"
    parindex("batch", root, "-o", out, "--jobs", 1)
    (out / "sheets" / "z.json").write_bytes((out / "sheets" / "a.json").read_bytes())
    result = parindex("rank", out / "sheets")
    assert result.code == 1
    assert result.err.count("E308") == 2
    assert "hai tệp trùng mã đơn vị" in " ".join(result.out.split())


def test_a_period_of_another_year_without_a_project(parindex: Run, tmp_path: Path) -> None:
    root, out = repository(tmp_path / "root", {"a": unit("a", 90)}), tmp_path / "out"
    (root / "parindex.yaml").unlink()
    (root / ".git").mkdir()
    result = parindex("batch", root, "-o", out, "--jobs", 1, "--period", "2024-Q1")
    assert (result.code, "xếp hạng 0, không xếp hạng 1" in result.err) == (0, True), result.err


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pseudo-terminals here")
def test_the_progress_bar_stands_on_a_terminal_only(tmp_path: Path) -> None:
    import pty

    root = repository(tmp_path / "root", UNITS | {"x": "kind: unit\nformat: 1\na: [\n"})
    command = [sys.executable, "-c", "from parindex.cli.main import run; run()", "batch", str(root)]
    master, terminal = pty.openpty()
    environment = os.environ | {"TERM": "xterm", "COLUMNS": "120"}
    process = subprocess.Popen(
        [*command, "-o", str(tmp_path / "one"), "--jobs", "1"], stderr=terminal, stdout=subprocess.PIPE, env=environment
    )
    os.close(terminal)
    shown = b""
    while True:
        try:
            piece = os.read(master, 65536)
        except OSError:  # the other end is closed
            break
        if not piece:
            break
        shown += piece
    process.communicate(timeout=60)
    os.close(master)
    words = shown.decode(errors="replace")
    assert "Đang chấm" in words
    assert "4/4" in words
    assert "1 lỗi, 0 cảnh báo" in words
    plain = subprocess.run([*command, "-o", str(tmp_path / "two"), "--jobs", "1"], capture_output=True, check=False)
    assert plain.returncode == 1
    assert "Đang chấm" not in plain.stderr.decode()
