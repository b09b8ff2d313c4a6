"""The folder itself: start files, wheels, one lock for each machine, licences, digests; and the folder as one zip."""

from __future__ import annotations

import hashlib
import shutil
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import licences
import papers
from targets import Target
from wheels import NotComplete, Wheel, closure

FILES = Path(__file__).parent / "files"
"""What is copied as it is: start files, what they run, what officers read."""
SUMS = "SHA256SUMS.txt"
WINDOWS_TEXTS = (".cmd", ".txt")
"""Files that Windows opens: with its line ends, texts with the mark by which Notepad knows UTF-8."""
_DAY = (2020, 1, 1, 0, 0, 0)
"""The date of everything in the zip: the same folder gives the same bytes."""


def lay(folder: Path, own: Path, extras: Sequence[str], wheels: Path, targets: Iterable[Target]) -> Mapping[str, int]:
    """Fill the folder; gives how many wheels each machine installs.

    Raises ``NotComplete`` when a machine lacks a wheel.
    """
    inner = folder / "bo-cai"
    (inner / "wheels").mkdir(parents=True)
    (inner / "locks").mkdir()
    used: dict[str, Wheel] = {}
    counts = {}
    for target in targets:
        chosen, missing = closure(own, extras, wheels, target)
        if missing:
            raise NotComplete(f"{target.name}: {', '.join(missing)}")
        lock = "".join(f"{each.name}=={each.version} --hash=sha256:{each.sha256()}\n" for each in _sorted(chosen))
        (inner / "locks" / f"{target.name}.txt").write_text(lock, encoding="utf-8", newline="\n")
        used |= {each.path.name: each for each in chosen.values()}
        counts[target.name] = len(chosen)
    installer = max((Wheel.of(path) for path in wheels.glob("pip-*.whl")), key=lambda each: each.version)
    used[installer.path.name] = installer
    for each in used.values():
        shutil.copyfile(each.path, inner / "wheels" / each.path.name)
    _copy_files(folder, str(Wheel.of(own).version))
    papers.write(folder)
    licences.write(used.values(), folder / "GIAY-PHEP.txt", inner / "giay-phep")
    write_sums(folder)
    return counts


def _sorted(chosen: Mapping[str, Wheel]) -> list[Wheel]:
    return [chosen[name] for name in sorted(chosen)]


def _copy_files(folder: Path, version: str) -> None:
    for path in sorted(path for path in FILES.rglob("*") if path.is_file() and path.suffix != ".pyc"):
        text = path.read_text(encoding="utf-8").replace("@VERSION@", version)
        target = folder / path.relative_to(FILES)
        target.parent.mkdir(parents=True, exist_ok=True)
        windows = path.suffix in WINDOWS_TEXTS
        encoding = "utf-8-sig" if path.suffix == ".txt" else "utf-8"
        target.write_text(text, encoding=encoding, newline="\r\n" if windows else "\n")
        target.chmod(0o755 if path.suffix == ".sh" else 0o644)


def write_sums(folder: Path) -> None:
    """The digest of every other file, as ``sha256sum -c`` reads it."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != SUMS)
    lines = (
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(folder).as_posix()}" for path in paths
    )
    (folder / SUMS).write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def pack(folder: Path, target: Path) -> None:
    """The folder as a zip; wheels are compressed already and only stored."""
    with zipfile.ZipFile(target, "w") as archive:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            entry = zipfile.ZipInfo(f"{folder.name}/{path.relative_to(folder).as_posix()}", _DAY)
            entry.compress_type = zipfile.ZIP_STORED if path.suffix == ".whl" else zipfile.ZIP_DEFLATED
            entry.external_attr = (0o100755 if path.suffix == ".sh" else 0o100644) << 16
            archive.writestr(entry, path.read_bytes())
