"""What checking evidence costs against ``sha256sum`` over the same files."""

from __future__ import annotations

import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from zipfile import ZipFile

from parindex.checks.sensitive import signs_in
from parindex.files.contents import Contents
from parindex.jobs.check import run_check

EXAMPLE = Path(__file__).parent.parent / "examples" / "chi-linh-2023"
SIZE = 1 << 20
"""Bytes that are added to every document of the example: one with a scan is about as large."""


def ratios(folder: Path) -> Iterator[tuple[str, float, str]]:
    """What was measured, its ratio to ``sha256sum``, and the figures behind it; nothing without ``sha256sum``."""
    if shutil.which("sha256sum") is None:
        return
    root = folder / "chi-linh"
    shutil.copytree(EXAMPLE, root)
    files = [path for path in sorted(root.rglob("*")) if path.suffix in (".pdf", ".docx", ".xlsx")]
    for number, path in enumerate(files):
        _grow(path, number)
    size = sum(path.stat().st_size for path in files) / SIZE
    floor = _seconds(lambda: subprocess.run(["sha256sum", *files], check=True, capture_output=True))
    detail = f"{len(files)} files, {size:.0f} MB in {floor:.2f} s"
    yield "read and hash evidence ÷ sha256sum", _seconds(lambda: _read(files)) / floor, detail
    units = len(list((root / "units").glob("*.yaml")))
    yield f"parindex check of {units} communes ÷ sha256sum", _seconds(lambda: run_check([root])) / floor, ""


def _read(files: list[Path]) -> None:
    with Contents(signs_in) as contents:
        contents.prepare(files)
        for path in files:
            contents.of(path)


def _grow(path: Path, number: int) -> None:
    """Make a document as large as one with a scan inside, and unlike all others."""
    if path.suffix == ".pdf":
        path.write_bytes(path.read_bytes() + f"%{number}".encode().ljust(SIZE))
        return
    with ZipFile(path, "a") as package:
        package.writestr("word/media/scan.jpg", number.to_bytes(4, "big") * (SIZE // 4))


def _seconds(work: Callable[[], object]) -> float:
    """The best of three: the files are in the page cache for all alike."""
    taken = []
    for _ in range(3):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return min(taken)
