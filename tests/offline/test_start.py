"""What the start files run: does this Python fit, is the environment whole, where does the officer work."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from tests.offline.conftest import OFFLINE, pythons

FILES = OFFLINE / "files"
FITS = 42


@pytest.fixture
def inner(tmp_path: Path) -> Path:
    """The inner folder with a lock for Linux and Python 3.11 to 3.13."""
    folder = tmp_path / "bo-cai"
    shutil.copytree(FILES / "bo-cai", folder)
    (folder / "locks").mkdir()
    for minor in (11, 12, 13):
        (folder / "locks" / f"linux_x86_64-3.{minor}.txt").touch()
    return folder


@pytest.mark.parametrize(("version", "python"), pythons(), ids=lambda value: value if len(value) < 5 else "")
def test_every_python_says_whether_it_fits(inner: Path, version: str, python: str) -> None:
    done = subprocess.run([python, inner / "hop.py"], capture_output=True, text=True)
    assert done.stderr == ""
    if version in ("3.11", "3.12", "3.13"):
        assert (done.returncode, done.stdout) == (FITS, "")
    else:
        assert done.returncode == 1
        assert done.stdout.startswith(f"  Python {version} (")
        assert done.stdout.isascii()


@pytest.mark.parametrize(
    ("patch", "reason"),
    [
        ("sys.version_info = (3, 10, 1)", "cu qua"),
        ("sysconfig.get_platform = lambda: 'win32'", "may win32 khong co"),
        ("sysconfig.get_platform = lambda: 'win-arm64'", "may win_arm64 khong co"),
        ("sysconfig.get_config_var = lambda name: 1", "free-threaded"),
        ("sys.implementation.name = 'pypy'", "khong phai CPython"),
        ("sysconfig.get_platform = lambda: 'linux-x86_64'; platform.libc_ver = lambda: ('', '')", "glibc"),
        (
            "sysconfig.get_platform = lambda: 'linux-x86_64'; sys.version_info = (3, 15, 0)",
            "chi co cho Python 3.11, 3.12, 3.13",
        ),
    ],
)
def test_why_a_python_does_not_fit(inner: Path, patch: str, reason: str) -> None:
    run = f"runpy.run_path({str(inner / 'hop.py')!r}, run_name='__main__')"
    code = f"import sys, sysconfig, platform, runpy; {patch}; {run}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 1, done.stderr
    assert reason in done.stdout


def test_changed_missing_and_unlisted_files(start: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(start, "FOLDER", tmp_path)
    assert start.changed() == ["  thiếu tệp SHA256SUMS.txt"]
    (tmp_path / "a.txt").write_bytes(b"a")
    digest = "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"
    (tmp_path / "SHA256SUMS.txt").write_text(f"{digest}  a.txt\n{digest}  thư mục/b.txt\n", encoding="utf-8")
    assert start.changed() == ["  thiếu tệp thư mục/b.txt"]
    (tmp_path / "a.txt").write_bytes(b"b")
    assert start.changed()[0] == "  tệp bị thay đổi: a.txt"


def test_the_user_s_own_place(start: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", "relative")
    assert start.data_home() == tmp_path / ".local" / "share"
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "x"))
    assert start.data_home() == tmp_path / "x"
    monkeypatch.setattr(start, "WINDOWS", True)
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "Local"))
    assert start.data_home() == tmp_path / "Local"
    assert start.python_of(tmp_path) == tmp_path / "Scripts" / "python.exe"


@pytest.fixture
def home(start: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home with documents; the start file lies elsewhere."""
    monkeypatch.setattr(start, "FOLDER", tmp_path / "usb")
    monkeypatch.setattr(start, "WINDOWS", True)
    for name in ("usb", "home/Documents", "xã a", "Windows/System32"):
        (tmp_path / name).mkdir(parents=True)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("SYSTEMROOT", str(tmp_path / "Windows"))
    return tmp_path


@pytest.mark.parametrize("where", ["usb", "home", "Windows/System32", "Windows"])
def test_a_click_opens_the_menu_among_the_documents(
    start: ModuleType, home: Path, where: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(home / where)
    assert start.place([]) == (home / "home/Documents/parindex", ["menu"])
    assert (home / "home/Documents/parindex").is_dir()


def test_a_console_opens_it_where_it_is(start: ModuleType, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(home / "xã a")
    assert start.place([]) == (home / "xã a", ["menu"])
    assert start.place(["score", "a.yaml"]) == (home / "xã a", ["score", "a.yaml"])


def test_what_is_dropped_on_it_is_opened(start: ModuleType, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(home / "usb")
    form = home / "xã a" / "biểu mẫu.xlsx"
    form.touch()
    assert start.place([str(form)]) == (home / "xã a", ["menu", str(form)])
    assert start.place([str(form.parent)]) == (home / "xã a", ["menu", str(form.parent)])
    assert start.place([str(form.with_name("gone"))]) == (home / "usb", [str(form.with_name("gone"))])


def test_two_windows_wait_for_each_other(start: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The lock belongs to the open file: the second one is another process in life, another handle here."""
    order: list[str] = []
    first_in, let_go = threading.Event(), threading.Event()

    def first() -> None:
        with start.alone(tmp_path / "khoa"):
            first_in.set()
            let_go.wait(10)
            order.append("first")

    thread = threading.Thread(target=first)
    thread.start()
    first_in.wait(10)
    threading.Timer(0.3, let_go.set).start()
    with start.alone(tmp_path / "khoa"):
        order.append("second")
    thread.join()
    assert order == ["first", "second"]
    assert "xin chờ" in capsys.readouterr().out


def test_a_window_that_never_ends_is_told(start: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(start, "PATIENCE", 0)
    with (
        start.alone(tmp_path / "khoa"),
        pytest.raises(start.Failed, match="đóng mọi cửa sổ"),
        start.alone(tmp_path / "khoa"),
    ):
        pass


@pytest.fixture
def environment(start: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An environment with one package of one file; its interpreter only says that it runs."""
    folder = tmp_path / "env"
    packages = folder / f"lib/python{sys.version_info[0]}.{sys.version_info[1]}/site-packages"
    (packages / "a-1.dist-info").mkdir(parents=True)
    (packages / "a-1.dist-info/RECORD").write_text("a.py,sha256=x,3\na.pyc,,\n", encoding="utf-8")
    (packages / "a.py").write_text("a=1")
    (folder / "bin").mkdir()
    (folder / "bin/python").symlink_to("/bin/true")
    (folder / "xong.txt").touch()
    return folder


def test_a_whole_environment(start: ModuleType, environment: Path) -> None:
    assert start.whole(environment)
    assert not start.whole(environment / "gone")


@pytest.mark.parametrize("damage", ["xong.txt", "site-packages/a.py", "bin/python"])
def test_what_an_environment_may_lack(start: ModuleType, environment: Path, damage: str) -> None:
    next(environment.rglob(damage)).unlink()
    assert not start.whole(environment)


def test_a_file_that_is_cut_short_and_a_python_that_is_gone(start: ModuleType, environment: Path) -> None:
    next(environment.rglob("a.py")).write_text("a")
    assert not start.whole(environment)
    next(environment.rglob("a.py")).write_text("a=1")
    (environment / "bin/python").unlink()
    (environment / "bin/python").symlink_to("/no/such/python")
    assert not start.whole(environment)
    (environment / "bin/python").unlink()
    (environment / "bin/python").symlink_to("/bin/false")
    assert not start.whole(environment)


# The start file of Windows, as far as it can be tried without Windows

CMD = (FILES / "parindex.cmd").read_text(encoding="utf-8")


def test_every_label_is_there_and_every_line_is_ascii() -> None:
    labels = set(re.findall(r"^:(\w+)$", CMD, re.M))
    assert set(re.findall(r"(?:goto|call) :?(\w+)", CMD)) - {"thang"} == labels
    assert CMD.isascii()
    assert not re.search(r"^\s*[)(]", CMD, re.M)  # no blocks, in which %name% would be read too early
    assert all(len(line) <= 130 for line in CMD.splitlines())


@pytest.fixture(scope="session")
def wine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Wine's own folder, set up; skips where there is no Wine or it cannot run a single command."""
    if shutil.which("wine") is None:
        pytest.skip("Wine is not installed; parindex.cmd was not run")
    folder = tmp_path_factory.mktemp("wine") / "prefix"
    surroundings = {**os.environ, "WINEPREFIX": str(folder), "WINEDEBUG": "-all"}
    for _ in range(2):  # the first command of a new folder also fills it
        done = subprocess.run(
            ["wine", "cmd", "/c", "exit 42"],
            env=surroundings,
            capture_output=True,
            stdin=subprocess.DEVNULL,
            timeout=300,
        )
    if done.returncode != 42:
        pytest.skip(f"Wine gives {done.returncode} for «exit 42»; parindex.cmd was not run")
    return folder


@pytest.fixture
def console(
    wine: Path, inner: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run ``parindex.cmd`` in Wine's console; ``py`` and ``python`` are small files that tell what they were given."""
    (tmp_path / "parindex.cmd").write_text(CMD, encoding="ascii", newline="\r\n")
    bin_ = tmp_path / "bin"
    bin_.mkdir()
    monkeypatch.setenv("WINEPREFIX", str(wine))
    monkeypatch.setenv("WINEDEBUG", "-all")
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setenv("WINEPATH", "Z:" + str(bin_).replace("/", "\\"))

    def run(*words: str, **programs: str) -> subprocess.CompletedProcess[str]:
        for name, text in programs.items():
            (bin_ / f"{name}.cmd").write_text(text, encoding="ascii", newline="\r\n")
        done = subprocess.run(
            ["wine", "cmd", "/c", "parindex.cmd", *words],
            cwd=tmp_path,
            capture_output=True,
            stdin=subprocess.DEVNULL,
            timeout=300,
        )
        return subprocess.CompletedProcess(words, done.returncode, done.stdout.decode(errors="replace"), "")

    return run


LAUNCHER = """\
@echo off
if not "%1"=="-3.12" exit /b 103
if "%2"=="bo-cai\\hop.py" exit /b 42
echo RUN %*
exit /b {code}
"""
STORE = """\
@echo off
echo Python was not found; run without arguments to install from the Microsoft Store 1>&2
exit /b 9009
"""


@pytest.mark.offline
def test_the_launcher_is_asked_for_each_version(console: Callable[..., subprocess.CompletedProcess[str]]) -> None:
    done = console("score", "a b.yaml", py=LAUNCHER.format(code=1), python=STORE)
    assert re.search(r'RUN -3\.12 "?Z:.*bo-cai\\khoi-dong\.py"? score "a b\.yaml"', done.stdout), done.stdout
    assert done.returncode == 1


@pytest.mark.offline
def test_the_shortcut_to_the_store_is_no_python(console: Callable[..., subprocess.CompletedProcess[str]]) -> None:
    done = console(python=STORE, python3=STORE)
    assert "May nay chua co Python phu hop" in done.stdout
    assert done.returncode == 77
    liar = console(python="@exit /b 0\n", python3="@exit /b 1\n")
    assert liar.returncode == 77
