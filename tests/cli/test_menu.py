"""``parindex menu`` as an officer drives it: lines on standard input, files in the folder."""

from __future__ import annotations

import builtins
import contextlib
import hashlib
import io
import os
import re
import select
import shutil
import string
import subprocess
import sys
import time
import unicodedata
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parindex.cli.menu.paths import free_name, shown, typed_command, typed_path
from parindex.cli.menu.talk import typed_number
from parindex.cli.menu.texts import TEXTS
from tests.cli.conftest import UNIT, Result
from tests.jobs.typed import fill

Run = Callable[..., Result]
ROOT = Path(__file__).resolve().parents[2]
NEW = ["1", "1", "5", "UBND xã Hòa Bình", ""]
"""The first form: set, plan, name, id as guessed."""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder with blanks, a quote and Vietnamese letters in its name."""
    folder = tmp_path / "Hồ sơ của 'tôi' & bạn"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def menu(parindex: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Open the menu and type lines; the input ends after the last one."""

    def run(*lines: str, arguments: Iterable[object] = ()) -> Result:
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        return parindex("menu", *arguments)

    return run


def commands(result: Result) -> list[str]:
    """The commands that were shown."""
    return re.findall(r"^(?:Lệnh|Command): (.*)$", result.out, re.M)


def test_from_nothing_to_a_submission(menu: Run, here: Path) -> None:
    result = menu(*NEW, "2", "1", "3", "4", "5", "1", "7", "3.1.1", "8", "6", "1", "0")
    assert (result.code, result.err) == (0, "")
    assert commands(result) == [
        "parindex form export --unit hoa-binh --name 'UBND xã Hòa Bình' --type xã --criteria cap-xa-2023 "
        "--plan phu-son-2023",
        "parindex form import bieu-mau-hoa-binh-2023.xlsx --into hoa-binh.yaml",
        "parindex check hoa-binh.yaml",
        "parindex score hoa-binh.yaml",
        "parindex report hoa-binh.yaml --docx",
        "parindex score hoa-binh.yaml --explain 3.1.1",
        "parindex advise hoa-binh.yaml",
        "parindex submit hoa-binh.yaml",
    ]
    assert {path.name for path in here.iterdir()} == {
        "bieu-mau-hoa-binh-2023.xlsx",
        "hoa-binh.yaml",
        "bao-cao-tu-cham-hoa-binh-2023.docx",
        "ho-so-hoa-binh-2023",
    }
    for name in ("bieu-mau-hoa-binh-2023.xlsx", "bao-cao-tu-cham-hoa-binh-2023.docx", "ho-so-hoa-binh-2023"):
        assert f"  {here / name}\n" in result.out


def test_a_choice_says_what_its_command_says(menu: Run, parindex: Run, unit: Path, here: Path) -> None:
    shutil.copy(unit, here / "unit.yaml")
    for number, words in (("4", ["score"]), ("3", ["check"]), ("8", ["advise"])):
        typed = parindex(*words, "unit.yaml")
        chosen = menu(number)
        assert typed.out in chosen.out
        assert chosen.err == typed.err


def test_the_filled_in_form_goes_into_the_units_file(menu: Run, unit: Path, here: Path) -> None:
    shutil.copy(unit, here / "unit.yaml")
    menu("1")
    form = here / "bieu-mau-phu-son-2023.xlsx"
    fill(form, {("facts", "tthc.on-time", "values", "numerator"): 1176})
    looked = menu("2", "1", "2")
    assert "1164 → 1176" in looked.out
    assert (here / "unit.yaml").read_text(encoding="utf-8") == UNIT
    assert "Trở về danh sách việc." in menu("2", "1", "0").out
    assert (here / "unit.yaml").read_text(encoding="utf-8") == UNIT
    menu("2", "1", "1")
    assert (here / "unit.yaml").read_text(encoding="utf-8") == UNIT.replace("1164", "1176")


def test_faults_in_the_form_are_told_and_nothing_is_written(menu: Run, unit: Path, here: Path) -> None:
    shutil.copy(unit, here / "unit.yaml")
    menu("1")
    fill(here / "bieu-mau-phu-son-2023.xlsx", {("facts", "tthc.on-time", "values", "numerator"): "nhiều"})
    result = menu("2", "1", "1", "E172", "0")
    assert "E172" in result.err
    assert "Sửa các ô nêu trên" in result.out
    assert "E172 (lỗi)" in result.out  # a code typed at the list is explained
    assert (here / "unit.yaml").read_text(encoding="utf-8") == UNIT


def test_a_form_that_comes_back_in_another_folder(menu: Run, unit: Path, here: Path, tmp_path: Path) -> None:
    shutil.copy(unit, here / "unit.yaml")
    menu("1")
    away = tmp_path / "Tải về" / "bieu-mau (1).xlsx"
    away.parent.mkdir()
    (here / "bieu-mau-phu-son-2023.xlsx").rename(away)
    fill(away, {("facts", "tthc.on-time", "values", "numerator"): 1176})
    dropped = menu(f'"{away}"', "1")  # dropped on the list itself
    assert dropped.code == 0, dropped.err
    assert "1176" in (here / "unit.yaml").read_text(encoding="utf-8")
    assert [path.name for path in away.parent.iterdir()] == [away.name]


def test_nothing_is_overwritten_unasked(menu: Run, unit: Path, here: Path) -> None:
    shutil.copy(unit, here / "unit.yaml")
    form = here / "bieu-mau-phu-son-2023.xlsx"
    form.write_bytes(b"mine")
    assert menu("1", "0").code == 0
    menu("1", "")  # Enter: the safe choice
    assert form.read_bytes() == b"mine"
    assert (here / "bieu-mau-phu-son-2023-2.xlsx").stat().st_size > 1000
    result = menu("1", "1")
    assert commands(result) == ["parindex form export unit.yaml -o bieu-mau-phu-son-2023-3.xlsx"]
    result = menu("1", "2")
    assert commands(result) == ["parindex form export unit.yaml --force"]
    assert form.stat().st_size > 1000


def test_a_second_submission_leaves_the_first(menu: Run, here: Path) -> None:
    menu(*NEW, "2", "1", "6", "1")
    first = here / "ho-so-hoa-binh-2023"
    before = {path.name: hashlib.sha256(path.read_bytes()).digest() for path in first.iterdir()}
    assert before
    assert not (here / "ho-so-hoa-binh-2023-2").exists()
    assert "giữ nguyên" in menu("6", "1", "0").out
    result = menu("6", "1", "1")
    assert commands(result) == ["parindex submit hoa-binh.yaml -o ho-so-hoa-binh-2023-2"]
    assert (here / "ho-so-hoa-binh-2023-2" / "ho-so.yaml").is_file()
    assert {path.name: hashlib.sha256(path.read_bytes()).digest() for path in first.iterdir()} == before


def test_a_submission_with_the_signed_report(menu: Run, here: Path) -> None:
    menu(*NEW, "2", "1")
    (here / "Báo cáo đã ký.pdf").write_bytes(b"%PDF-1.7 signed")
    result = menu("6", "2", "khong-co.pdf", "'Báo cáo đã ký.pdf'")
    assert "Không có tệp hoặc thư mục «khong-co.pdf»." in result.out
    assert commands(result) == ["parindex submit hoa-binh.yaml --report 'Báo cáo đã ký.pdf'"]
    assert (here / "ho-so-hoa-binh-2023" / "bao-cao.pdf").read_bytes() == b"%PDF-1.7 signed"


def test_errors_refuse_the_report_and_a_draft_is_offered(menu: Run, here: Path) -> None:
    (here / "unit.yaml").write_text(UNIT.replace("numerator: 1164", "numerator: 1300"), encoding="utf-8")
    refused = menu("5", "", "0")
    assert "Chưa viết báo cáo vì còn lỗi" in refused.out
    assert [path.name for path in here.iterdir()] == ["unit.yaml"]
    result = menu("5", "1", "1")
    assert commands(result)[1].endswith("-o bao-cao-tu-cham-phu-son-2023-du-thao.docx --draft")
    assert f"  {here / 'bao-cao-tu-cham-phu-son-2023-du-thao.docx'}\n" in result.out
    assert "Chưa nộp được" in menu("6", "1").out


@pytest.mark.parametrize(
    ("answers", "words", "name"),
    [
        (("2", "1"), "--kind periodic --period Q1", "bao-cao-cchc-phu-son-2023-Q1.docx"),
        (("2", ""), "--kind periodic", "bao-cao-cchc-phu-son-2023.docx"),
        (("3",), "--kind tasks", "bao-cao-nhiem-vu-phu-son-2023.docx"),
    ],
)
def test_other_reports(menu: Run, here: Path, answers: tuple[str, ...], words: str, name: str, unit: Path) -> None:
    shutil.copytree(ROOT / "examples" / "phu-son-2023", here, dirs_exist_ok=True)
    result = menu("5", *answers)
    assert commands(result) == [f"parindex report unit.yaml --docx {words}"]
    # What the menu looks for before it writes is what the command writes.
    assert f"  {here / name}\n" in result.out
    assert f"Đã có tệp {name}." in menu("5", *answers, "0").out


def test_one_of_many_units_is_found_by_its_name(menu: Run, here: Path) -> None:
    shutil.copytree(ROOT / "examples" / "chi-linh-2023", here, dirs_exist_ok=True)
    result = menu("4", "hoang tan", "0")
    assert "… và 4 tên khác" in result.out
    assert [command.rpartition("/")[2] for command in commands(result)] == ["hoang-tan.yaml"]
    again = menu("9", "1", "zzz", "hoàng", "2", "0")
    assert "Không có lựa chọn «zzz»" in again.out
    assert re.search(r"Đơn vị: .*hoang-", again.out)


def test_a_new_unit_in_a_project_lies_among_its_units(menu: Run, parindex: Run, here: Path) -> None:
    parindex("new", "project", "kho")
    result = menu("9", "3", "kho", "9", "2", "UBND phường Ái Quốc", "", "4", "0")
    assert "Thư mục làm việc: " + str(here / "kho") in result.out.replace("\n", " ")
    result = menu("9", "3", "UBND phường Ái Quốc", "", "4", "0", arguments=["kho"])
    assert commands(result)[0].startswith("parindex new unit ai-quoc --name 'UBND phường Ái Quốc' --type phường")
    assert (here / "kho/units/ai-quoc.yaml").is_file()
    assert "ai-quoc.yaml" in commands(result)[1]
    form = menu("1", "2", "2", "1", "0", arguments=["kho/units/ai-quoc.yaml"])
    assert form.code == 0
    assert Path.cwd() == here


def test_a_new_form_in_a_project_is_read_among_its_units(menu: Run, parindex: Run, here: Path) -> None:
    parindex("new", "project", "kho")
    (here / "kho/units/don-vi-mau.yaml").unlink()
    result = menu("1", "UBND xã An Bình", "", "2", "1", arguments=["kho"])
    assert commands(result)[1] == "parindex form import bieu-mau-an-binh-2023.xlsx --into units/an-binh.yaml"
    assert (here / "kho/units/an-binh.yaml").is_file()


@pytest.mark.parametrize("place", [".", "unit.yaml", "form.xlsx"])
def test_it_opens_at_a_folder_a_unit_or_a_form(menu: Run, unit: Path, here: Path, place: str) -> None:
    (here / "unit.yaml").write_text(UNIT, encoding="utf-8")
    menu("1")
    (here / "bieu-mau-phu-son-2023.xlsx").rename(here / "form.xlsx")
    result = menu("0", arguments=[here / place])
    assert result.code == 0
    assert "UBND phường Phú Sơn, năm 2023 (unit.yaml)" in result.out
    assert ("Số liệu trong biểu mẫu" in result.out) == (place == "form.xlsx")


def test_a_place_that_is_not_there(menu: Run, here: Path) -> None:
    result = menu("0", arguments=["khong-co"])
    assert result.code == 2
    assert "«khong-co»" in result.out


def test_a_broken_file_is_told_by_the_command_that_uses_it(menu: Run, here: Path) -> None:
    (here / "unit.yaml").write_text("kind: unit\nformat: 1\nfacts: [\n", encoding="utf-8")
    result = menu("1", "3", "4", "5", "1", "6", "1", "9", "1", "1", "0")
    assert result.code == 0
    assert result.err.count("unit.yaml:") >= 4
    assert "chưa đọc được" in result.out
    assert [path.name for path in here.iterdir()] == ["unit.yaml"]


SCRIPT = ["1", "2", "2", "1", "2", "4", "5", "2", "1", "7", "3.1.1", "6", "2", "x.pdf", "9", "3", "UBND xã B", "b", "0"]


def test_the_end_of_the_input_ends_it_in_peace(
    menu: Run, parindex: Run, here: Path, unit: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At every question; the commands themselves do nothing here."""
    from parindex.cli import main as entry

    shutil.copy(unit, here / "unit.yaml")
    parindex("form", "export", "unit.yaml")
    real = entry.main
    for length in range(len(SCRIPT)):
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in SCRIPT[:length])))
        with monkeypatch.context() as patch, contextlib.redirect_stdout(io.StringIO()) as out:
            patch.setattr(entry, "main", lambda words: 0)
            assert real(["menu"]) == 0
        assert out.getvalue().endswith("Đã thoát. Các tệp đã ghi vẫn còn.\n"), length


def test_ctrl_c_goes_back_and_twice_leaves(parindex: Run, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answers: list[object] = ["1", "1", KeyboardInterrupt, KeyboardInterrupt, "", KeyboardInterrupt, KeyboardInterrupt]

    def answer() -> str:
        given = answers.pop(0)
        if given is KeyboardInterrupt:
            raise KeyboardInterrupt
        return str(given)

    monkeypatch.setattr(builtins, "input", answer)
    result = parindex("menu")
    assert result.code == 130
    assert result.out.count("Trở về danh sách việc.") == 1
    assert result.out.count("Nhấn Ctrl-C lần nữa") == 2
    assert answers == []


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="needs a terminal of this system")
def test_ctrl_c_on_a_real_terminal(here: Path) -> None:
    """What a person sees: a question is left, the list is not, and the second Ctrl-C there ends it."""
    import fcntl
    import pty
    import termios

    (here / "unit.yaml").write_text(UNIT, encoding="utf-8")
    ours, theirs = pty.openpty()
    words = [sys.executable, "-m", "parindex", "menu"]
    surroundings = {**os.environ, "TERM": "dumb", "COLUMNS": "80", "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(
        words, stdin=theirs, stdout=theirs, stderr=theirs, close_fds=True, start_new_session=True, env=surroundings,
        preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
    )  # fmt: skip
    os.close(theirs)
    try:
        for typed, expected in (
            ("", "danh sách): "),
            ("5\n", "Chọn số (Enter: 1): "),
            ("\x03", "Trở về danh sách việc."),
            ("", "danh sách): "),
            ("\x03", "Nhấn Ctrl-C lần nữa"),
            ("", "danh sách): "),
        ):
            _wait_until_it_waits(process.pid)
            os.write(ours, typed.encode())
            seen = _until(ours, expected)
            assert expected in seen, seen
        _wait_until_it_waits(process.pid)
        os.write(ours, b"\x03")
        assert process.wait(timeout=30) == 130
    finally:
        process.kill()
        process.wait()
        os.close(ours)


def _wait_until_it_waits(process: int) -> None:
    """Until the process sleeps in reading its input: Python looks at a signal only once that was begun.

    Nobody types within the moment between the prompt and the reading; a test does.
    """
    state = Path(f"/proc/{process}/stat")
    asleep, end = 0, time.monotonic() + 30
    while asleep < 5 and time.monotonic() < end:
        time.sleep(0.02)
        asleep = asleep + 1 if not state.exists() or state.read_text().rpartition(")")[2].split()[0] == "S" else 0


def _until(handle: int, expected: str) -> str:
    seen = b""
    end = time.monotonic() + 30
    while expected not in seen.decode(errors="ignore") and time.monotonic() < end:
        if select.select([handle], [], [], 1)[0]:
            seen += os.read(handle, 1)
    return seen.decode(errors="replace")


def test_ctrl_c_while_a_command_runs(menu: Run, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "unit.yaml").write_text(UNIT, encoding="utf-8")

    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("parindex.jobs.score.score_file", stopped)
    result = menu("4", "3", "0")
    assert result.code == 0
    assert "Việc đang làm đã dừng" in result.out
    assert "Không có lỗi." in result.out  # the next job works


def test_a_fault_of_the_program_is_no_end(menu: Run, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "unit.yaml").write_text(UNIT, encoding="utf-8")
    monkeypatch.setattr("parindex.jobs.score.score_file", lambda *_, **__: 1 / 0)
    result = menu("4", "0")
    assert result.code == 0
    assert "không phải tại bạn" in result.out.replace("\n", " ")
    assert "Traceback" not in result.out + result.err


@pytest.mark.parametrize(
    "typed",
    ["abc", "10", "-1", "1.5", "9" * 400, "\x00", "\x1b[2J", "'", '"', "☃", "E999", "/no/such", "//", "~nobody"],
)
def test_wrong_input_is_asked_again(menu: Run, here: Path, typed: str) -> None:
    result = menu(typed, "1", typed, "0", "0")
    assert result.code == 0
    assert "Traceback" not in result.out + result.err
    assert "\x1b" not in result.out
    assert "\x00" not in result.out
    assert list(here.iterdir()) == []


def test_wrong_names_of_units_are_asked_again(menu: Run, here: Path) -> None:
    result = menu("1", "1", "", "", "UBND xã A", "Xã A", "đ", "xa-a", "0")
    assert result.out.count("không phải là mã") == 2
    assert (here / "bieu-mau-xa-a-2023.xlsx").is_file()


def test_nobody_is_kept_in_a_question(menu: Run, here: Path) -> None:
    result = menu("1", *["x"] * 10, "0")
    assert result.code == 0
    assert "Trở về danh sách việc." in result.out


def test_everything_fits_eighty_columns(menu: Run, here: Path) -> None:
    (here / "unit.yaml").write_text(UNIT, encoding="utf-8")
    result = menu("x", "1", "2", "1", "2", "5", "0", "6", "0", "9", "0", "7", "", "0", "0")
    for line in result.out.splitlines():
        if str(here) not in line and not line.startswith("Lệnh:"):
            assert len(line) <= 80, line


def test_in_english(menu: Run, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "unit.yaml").write_text(UNIT, encoding="utf-8")
    result = menu("4", "zz", "0", arguments=["--lang", "en"])
    assert commands(result) == ["parindex score unit.yaml --lang en"]
    assert "There is no choice “zz”." in result.out
    assert "PARINDEX_LANG" not in os.environ


@pytest.mark.parametrize("lines", [("99", "4", "0"), ("99", "99", "0")])
def test_letters_without_marks(menu: Run, here: Path, lines: tuple[str, ...]) -> None:
    (here / "unit.yaml").write_text(UNIT, encoding="utf-8")
    before, _, after = menu(*lines).out.partition("99\n")
    assert "Lập biểu mẫu" in before
    if lines[1] == "99":
        assert "Lap bieu mau" in after
        assert "Lập biểu mẫu" in after
    else:
        folder = after.replace(str(here), "").replace("Hồ sơ", "")
        assert "Chi so cai cach hanh chinh" in folder
        assert not [char for char in after if unicodedata.combining(char) or char in "đĐ«»…"]


def test_ascii_from_the_start(menu: Run, here: Path) -> None:
    result = menu("0", arguments=["--ascii"])
    assert result.out.isascii()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    lines=st.lists(
        st.sampled_from([*"0123456789", "99", "", "a", "unit.yaml", "f.xlsx", ".", "..", "xa-a", "UBND xã A", "E303"])
        | st.text(string.printable + "đ", max_size=8),
        max_size=25,
    ),
    codes=st.lists(st.sampled_from([0, 1, 2, 3, 130]), min_size=1, max_size=5),
)
def test_no_answers_whatever_bring_it_down(
    lines: list[str], codes: list[int], here: Path, parindex: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The commands do nothing here; their outcomes are drawn."""
    from parindex.cli import main as entry

    (here / "unit.yaml").write_text(UNIT, encoding="utf-8")
    (here / "f.xlsx").write_bytes(b"no workbook")
    outcomes = iter(codes * 30)
    text = "".join(f"{line}\n" for line in lines)
    with monkeypatch.context() as patch:
        patch.setattr("sys.stdin", io.StringIO(text))
        patch.chdir(here)
        real = entry.main
        patch.setattr(entry, "main", lambda words: next(outcomes))
        assert real(["menu"]) == 0
        assert Path.cwd() == here


# The pieces


@pytest.mark.parametrize(
    "typed",
    [
        "{}",
        '"{}"',
        "'{}'",
        "& '{}'",
        " '{}' ",
        "{escaped}",
        "file://{url}",
        "{nfd}",
        '"{nfd}"',
    ],
)
def test_paths_as_consoles_give_them(here: Path, typed: str) -> None:
    path = here.parent / "Thư mục của tôi" / "biểu mẫu (1).xlsx"
    path.parent.mkdir()
    path.write_bytes(b"")
    escaped = re.sub(r"([ ()'])", r"\\\1", str(path))
    url = path.as_uri().removeprefix("file://")
    nfd = unicodedata.normalize("NFD", str(path))
    found = typed_path(typed.format(path, escaped=escaped, url=url, nfd=nfd))
    assert found is not None
    assert found.samefile(path)


def test_a_name_composed_otherwise_on_disk(here: Path) -> None:
    (here / unicodedata.normalize("NFD", "biểu.xlsx")).write_bytes(b"")
    found = typed_path(unicodedata.normalize("NFC", "biểu.xlsx"))
    assert found is not None
    assert found.exists()


def test_a_quote_in_a_name(here: Path) -> None:
    path = here / "it's.xlsx"
    path.write_bytes(b"")
    for typed in (
        f"'{here}/it'\\''s.xlsx'".replace("'tôi'", "'\\''tôi'\\''"),
        '"it\'s.xlsx"',
        "it's.xlsx",
        r"it\'s.xlsx",
    ):
        found = typed_path(typed)
        assert found is not None, typed
        assert found.samefile(path)


@pytest.mark.parametrize("typed", ["", " ", "''", "khong-co", "a\x00b", "x" * 5000, "file:///no/such", "'a"])
def test_no_path(here: Path, typed: str) -> None:
    assert typed_path(typed) is None


@pytest.mark.parametrize(
    ("words", "posix", "windows"),
    [
        (["parindex", "score", "xã-a.yaml"], "parindex score xã-a.yaml", "parindex score xã-a.yaml"),
        (["parindex", "score", "a b.yaml"], "parindex score 'a b.yaml'", 'parindex score "a b.yaml"'),
        (["parindex", "score", "a&b.yaml"], "parindex score 'a&b.yaml'", 'parindex score "a&b.yaml"'),
        (["parindex", "score", r"C:\Xã\u.yaml"], r"parindex score 'C:\Xã\u.yaml'", r"parindex score C:\Xã\u.yaml"),
    ],
)
def test_commands_as_they_are_typed(words: list[str], posix: str, windows: str) -> None:
    assert typed_command(words, windows=False) == posix
    assert typed_command(words, windows=True) == windows


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("1", 1),
        ("1.", 1),
        (" 2) ", 2),
        ("số 3", 3),
        ("３", 3),
        ("٤", 4),
        ("", None),
        ("a", None),
        ("-1", None),
        ("²", 2),
    ],
)
def test_numbers_as_they_are_typed(typed: str, number: int | None) -> None:
    assert typed_number(typed) == number


def test_free_names_count_on(tmp_path: Path) -> None:
    for name in ("a.docx", "a-2.docx"):
        (tmp_path / name).touch()
    assert free_name(tmp_path / "a.docx") == tmp_path / "a-3.docx"


def test_what_was_typed_is_shown_short() -> None:
    assert shown("a\nb\x1b" + "c" * 100) == "a?b?" + "c" * 55 + "…"


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("key", TEXTS)
def test_every_sentence_says_the_same_in_both_languages(key: str) -> None:
    vi, en = TEXTS[key]
    assert fields(vi) == fields(en)
    assert vi != en


def test_every_sentence_is_used() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "parindex/cli/menu").glob("*.py"))
    jobs = set(re.findall(r'job="(\w+)"', source)) | {"any"}
    for key in TEXTS:
        family, _, rest = key.partition(".")
        if rest:
            assert family in jobs, key
        elif family.startswith(("report_", "period_")):
            assert family.partition("_")[2] in ("self", "periodic", "tasks", "Q1", "Q2", "6m", "Q3", "9m", "Q4", "year")
        else:
            assert source.count(f'"{key}"') >= 2, key
