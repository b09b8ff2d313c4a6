"""Make an environment of the user's own from the wheels beside this file, once, and run parindex in it.

Started by ``parindex.cmd`` and ``parindex.sh`` with a Python that fits (``hop.py``). Nothing outside the user's own
folders is written, no network and no administrator is needed.
"""

from __future__ import annotations

import csv
import hashlib
import os
import shutil
import signal
import subprocess
import sys
import sysconfig
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

INNER = Path(__file__).resolve().parent
FOLDER = INNER.parent
SUMS = "SHA256SUMS.txt"
MARK = "xong.txt"
"""Written last into an environment: without it the making was cut short."""
FAILED = 77
"""Exit code of a start that failed; the start file then keeps its window open."""
PATIENCE = 900
"""Seconds to wait for another window that is making the environment."""
WINDOWS = os.name == "nt"
RUN_PIP = "import runpy, sys; sys.path.insert(0, sys.argv.pop(1)); runpy.run_module('pip', run_name='__main__')"


class Failed(Exception):
    """The environment cannot be made; the text says why and what to do."""


def main(words: list[str]) -> int:
    """Do what the start file was asked for; gives the exit code."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        if words == ["--kiem-tra"]:
            wrong = changed()
            for line in wrong:
                print(line)
            print("Bộ cài KHÔNG nguyên vẹn: hãy chép lại cả thư mục." if wrong else "Bộ cài nguyên vẹn.")
            return FAILED if wrong else 0
        again = words == ["--lam-lai"]
        python = environment(again=again)
        folder, words = place([] if again else words)
    except Failed as problem:
        print(f"\n{problem}", file=sys.stderr)
        return FAILED
    except KeyboardInterrupt:
        print("\nĐã dừng. Lần sau mở lại sẽ làm tiếp từ đầu.", file=sys.stderr)
        return 130
    return run(python, folder, words)


def environment(*, again: bool = False) -> Path:
    """The Python of the environment for this version of parindex; made when it is not there or not whole."""
    name = f"{sysconfig.get_platform().replace('-', '_')}-{sys.version_info[0]}.{sys.version_info[1]}"
    lock = INNER / "locks" / f"{name}.txt"
    content = lock.read_bytes()
    version = next(line for line in content.decode().split() if line.startswith("parindex==")).partition("==")[2]
    home = data_home() / "parindex"
    try:
        home.mkdir(parents=True, exist_ok=True)
        # Python from the Microsoft Store writes elsewhere than it says; other programs see only the real place.
        home = Path(os.path.realpath(home))
        folder = (
            home / f"{version}-py{sys.version_info[0]}.{sys.version_info[1]}-{hashlib.sha256(content).hexdigest()[:8]}"
        )
        with alone(home / "khoa"):
            if again or not whole(folder):
                make(folder, lock)
                for other in home.iterdir():
                    if (
                        other.is_dir()
                        and other != folder
                        and f"-py{sys.version_info[0]}.{sys.version_info[1]}-" in other.name
                    ):
                        shutil.rmtree(other, ignore_errors=True)
    except OSError as error:
        raise Failed(f"Không ghi được vào {home}: {error.strerror or error}. Kiểm tra chỗ trống trên đĩa.") from None
    return python_of(folder)


def data_home() -> Path:
    """Where programs of this user alone keep their data."""
    if WINDOWS:
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    given = Path(os.environ.get("XDG_DATA_HOME") or "")
    return given if given.is_absolute() else Path.home() / ".local" / "share"


def python_of(folder: Path) -> Path:
    """The interpreter of an environment."""
    return folder / ("Scripts/python.exe" if WINDOWS else "bin/python")


def whole(folder: Path) -> bool:
    """Whether an environment was made to the end, has every file that its packages list, and starts."""
    if not (folder / MARK).is_file():
        return False
    packages = (
        folder / ("Lib" if WINDOWS else f"lib/python{sys.version_info[0]}.{sys.version_info[1]}") / "site-packages"
    )
    for record in packages.glob("*.dist-info/RECORD"):
        with record.open(encoding="utf-8", newline="") as file:
            for name, _, size in csv.reader(file):
                path = packages / name
                if size and not (path.is_file() and path.stat().st_size == int(size)):
                    return False
    with suppress(OSError):
        check = [str(python_of(folder)), "-I", "-c", "import parindex, pydantic_core, lxml.etree"]
        return subprocess.run(check, capture_output=True, check=False).returncode == 0
    return False


def make(folder: Path, lock: Path) -> None:
    """Make an environment from the wheels, whose digests are compared first."""
    print("Đang chuẩn bị parindex cho lần dùng đầu tiên trên máy này (khoảng một phút)…", flush=True)
    wrong = changed()
    if wrong:
        raise Failed("\n".join(["Bộ cài không nguyên vẹn; hãy chép lại cả thư mục:", *wrong]))
    try:
        import venv
    except ImportError:
        raise Failed(f"Python này thiếu phần venv ({sys.executable}); xem CAI-PYTHON.txt.") from None
    if folder.exists():
        try:
            shutil.rmtree(folder)
        except OSError:
            raise Failed("Môi trường cũ đang được dùng: đóng mọi cửa sổ parindex rồi mở lại.") from None
    venv.EnvBuilder(with_pip=False, symlinks=not WINDOWS).create(folder)
    installer = next((INNER / "wheels").glob("pip-*.whl"))
    words = ["install", "--no-index", "--find-links", str(INNER / "wheels"), "--require-hashes", "--no-deps"]
    words += ["--no-cache-dir", "--disable-pip-version-check", "--no-warn-script-location", "--quiet", "-r", str(lock)]
    surroundings = {key: value for key, value in os.environ.items() if not key.upper().startswith(("PIP_", "PYTHON"))}
    surroundings["PIP_CONFIG_FILE"] = os.devnull
    done = subprocess.run(
        [str(python_of(folder)), "-I", "-X", "utf8", "-c", RUN_PIP, str(installer), *words],
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        env=surroundings,
        check=False,
    )
    if done.returncode:
        raise Failed("Không dựng được môi trường. pip nói:\n" + "\n".join(done.stderr.splitlines()[-8:]))
    (folder / MARK).write_text(f"{sys.executable}\n{sys.version}\n", encoding="utf-8")
    print(f"Xong. Môi trường: {folder}", flush=True)


def changed() -> list[str]:
    """Files of the folder that are missing or are not what their digests say."""
    wrong = []
    try:
        lines = (FOLDER / SUMS).read_text(encoding="utf-8").splitlines()
    except OSError:
        return [f"  thiếu tệp {SUMS}"]
    for line in lines:
        digest, _, name = line.partition("  ")
        try:
            content = (FOLDER / name).read_bytes()
        except OSError:
            wrong.append(f"  thiếu tệp {name}")
            continue
        if hashlib.sha256(content).hexdigest() != digest:
            wrong.append(f"  tệp bị thay đổi: {name}")
    return wrong


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Only one window at a time; the system lets go of the lock when a window is closed."""
    with path.open("a+b") as file:
        until = time.monotonic() + PATIENCE
        told = False
        while not locked(file):
            if not told:
                print("Một cửa sổ khác đang chuẩn bị parindex; xin chờ…", flush=True)
                told = True
            if time.monotonic() > until:
                raise Failed("Đã chờ lâu mà cửa sổ kia chưa xong: đóng mọi cửa sổ parindex rồi mở lại.")
            time.sleep(0.5)
        yield


def locked(file: BinaryIO) -> bool:
    """Take the lock of an open file if it is free."""
    try:
        if WINDOWS:
            import msvcrt

            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def place(words: Sequence[str]) -> tuple[Path, list[str]]:
    """The folder to work in, and the command: the menu unless one is given.

    A file or folder dropped on the start file opens the menu there. Without any the menu opens where the console is,
    or, when the start file was clicked on, in the folder ``parindex`` among the user's documents.
    """
    here = Path.cwd()
    if len(words) == 1 and Path(words[0]).is_absolute() and Path(words[0]).exists():
        dropped = Path(words[0])
        return (dropped if dropped.is_dir() else dropped.parent), ["menu", str(dropped)]
    if words:
        return here, list(words)
    system = os.environ.get("SYSTEMROOT")
    apart = [FOLDER, *([Path(system)] if system else [])]
    if here == Path.home() or any(here.is_relative_to(each) for each in apart):
        here = documents() / "parindex"
        try:
            here.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise Failed(f"Không tạo được thư mục {here}: {error.strerror or error}.") from None
    return here, ["menu"]


def documents() -> Path:
    """The user's folder of documents, or the home folder when there is none."""
    home = Path.home()
    if not WINDOWS:
        with suppress(OSError, subprocess.TimeoutExpired):
            told = subprocess.run(["xdg-user-dir", "DOCUMENTS"], capture_output=True, text=True, timeout=5, check=False)
            found = Path(told.stdout.strip())
            return found if found.is_absolute() and found.is_dir() else home
    return home / "Documents" if (home / "Documents").is_dir() else home


def run(python: Path, folder: Path, words: Sequence[str]) -> int:
    """Run parindex; what is in the folder or in the user's variables does not reach its Python."""
    command = [str(python), "-I", "-X", "utf8", "-m", "parindex", *words]
    os.chdir(folder)
    if not WINDOWS:
        os.execv(command[0], command)
    # Ctrl-C is for parindex, which gets it too; waiting for it must go on.
    signal.signal(signal.SIGINT, lambda *_: None)
    return subprocess.call(command)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
