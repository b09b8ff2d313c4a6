"""The wheels: parindex built here, what it needs fetched by pip, and for each machine the set that is complete."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from email.message import Message
from email.parser import HeaderParser
from pathlib import Path

from packaging.requirements import Requirement
from packaging.tags import Tag
from packaging.utils import canonicalize_name, parse_wheel_filename
from packaging.version import Version
from targets import TARGETS, Target

ROUNDS = 5
"""Times that what pip left out is asked for by name: what is fetched may need more."""


class NotComplete(Exception):
    """No set of wheels does for a machine; the text says which and why."""


@dataclass(frozen=True)
class Wheel:
    """One wheel file, as its name and its metadata say."""

    path: Path
    name: str
    version: Version
    tags: frozenset[Tag]

    @classmethod
    def of(cls, path: Path) -> Wheel:
        """The wheel of a file."""
        name, version, _, tags = parse_wheel_filename(path.name)
        return cls(path, name, version, tags)

    def metadata(self) -> Message:
        """The core metadata."""
        with zipfile.ZipFile(self.path) as archive:
            (name,) = (each for each in archive.namelist() if each.count("/") == 1 and each.endswith("info/METADATA"))
            return HeaderParser().parsestr(archive.read(name).decode())

    def needs(self) -> list[Requirement]:
        """What it requires, with markers."""
        return [Requirement(text) for text in self.metadata().get_all("Requires-Dist", [])]

    def sha256(self) -> str:
        """Digest of the file."""
        return hashlib.sha256(self.path.read_bytes()).hexdigest()


def build(source: Path, into: Path) -> Path:
    """The wheel of parindex, the same bytes from the same tree; gives its path."""
    before = set(into.glob("*.whl"))
    pip("wheel", "--no-deps", "--wheel-dir", str(into), str(source), epoch=True)
    (made,) = set(into.glob("*.whl")) - before
    return made


def fetch(own: Path, extras: Sequence[str], into: Path, targets: Iterable[Target] = TARGETS) -> None:
    """Download what parindex needs on every machine, beside it, as wheels only."""
    asked = f"{own}[{','.join(extras)}]" if extras else str(own)
    for target in targets:
        more: list[str] = []
        for _ in range(ROUNDS):
            pip("download", "--find-links", str(into), "--dest", str(into), *target.options, asked, *more)
            _, missing = closure(own, extras, into, target)
            if not missing:
                break
            # Left out by pip, which asks markers against the machine that it runs on.
            more += missing
        else:
            raise NotComplete(f"{target.name}: {', '.join(more)}")
    pip("download", "--no-deps", "--only-binary=:all:", "--dest", str(into), "pip")


def fetch_locked(locks: Path, into: Path, targets: Iterable[Target] = TARGETS) -> None:
    """Download exactly the wheels of an earlier folder, by their digests; parindex itself is built anew."""
    for target in targets:
        lines = (locks / f"{target.name}.txt").read_text(encoding="utf-8").splitlines()
        kept = into / "lock.txt"
        kept.write_text("\n".join(line for line in lines if not line.startswith("parindex==")) + "\n", "utf-8")
        pip("download", "--no-deps", "--require-hashes", "--dest", str(into), *target.options, "-r", str(kept))
        kept.unlink()
    pip("download", "--no-deps", "--only-binary=:all:", "--dest", str(into), "pip")


def closure(own: Path, extras: Sequence[str], folder: Path, target: Target) -> tuple[dict[str, Wheel], list[str]]:
    """The wheels that one machine needs, by name, and the requirements that nothing in the folder meets.

    Raises ``NotComplete`` when a wheel that was chosen does not fit what another asks for.
    """
    fits = list(target.tags())
    wheels = [Wheel.of(path) for path in sorted(folder.glob("*.whl"))]
    usable = [wheel for wheel in wheels if wheel.tags & set(fits)]
    first = Wheel.of(own)
    chosen = {first.name: first}
    done: set[tuple[str, str]] = set()
    open_ = [(first, extra) for extra in ("", *extras)]
    missing: list[str] = []
    while open_:
        wheel, extra = open_.pop(0)
        if (wheel.name, extra) in done:
            continue
        done.add((wheel.name, extra))
        for need in _asked(wheel, extra, target):
            name = canonicalize_name(need.name)
            found = chosen.get(name) or _best(usable, name, need, fits)
            if found is None:
                missing.append(f"{need.name}{need.specifier}")
                continue
            if not need.specifier.contains(found.version, prereleases=True):
                raise NotComplete(f"{target.name}: {wheel.name} needs {need}, the folder has {found.version}")
            chosen[name] = found
            open_ += [(found, each) for each in ("", *sorted(need.extras))]
    return chosen, missing


def _asked(wheel: Wheel, extra: str, target: Target) -> Iterator[Requirement]:
    """What a wheel needs on a machine, of its own and for one of its extras."""
    for need in wheel.needs():
        if need.marker is None:
            if not extra:
                yield need
        elif need.marker.evaluate({**target.environment(), "extra": extra}):
            yield need


def _best(wheels: Sequence[Wheel], name: str, need: Requirement, fits: Sequence[Tag]) -> Wheel | None:
    """The newest version that does, of it the wheel made most closely for the machine."""
    good = [wheel for wheel in wheels if wheel.name == name and need.specifier.contains(wheel.version)]
    rank = {tag: at for at, tag in enumerate(fits)}
    nearest = {wheel: min(rank[tag] for tag in wheel.tags if tag in rank) for wheel in good}
    return max(good, key=lambda wheel: (wheel.version, -nearest[wheel]), default=None)


def pip(*words: str, epoch: bool = False) -> None:
    """Run pip of this environment; raises ``NotComplete`` with what it said when it fails."""
    environment = {**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    if epoch:
        environment.setdefault("SOURCE_DATE_EPOCH", "1577836800")
    command = [sys.executable, "-m", "pip", *words]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, encoding="utf-8")  # noqa: S603
    if done.returncode:
        told = [line for line in done.stderr.splitlines() if "ERROR" in line] or done.stderr.splitlines()[-5:]
        raise NotComplete("\n".join([f"pip {words[0]}:", *told]))
