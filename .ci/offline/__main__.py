"""Build the folder that runs parindex without network and without administrator rights: ``python .ci/offline``.

It holds wheels for Windows and Linux with CPython 3.11 to 3.14, and start files that make an environment of the user's
own from them. What it needs is fetched from the package index that pip is set up for.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

from bundle import lay, pack
from targets import TARGETS
from verify import resolves
from wheels import NotComplete, Wheel, build, fetch, fetch_locked

ROOT = Path(__file__).resolve().parents[2]


def arguments(words: list[str]) -> argparse.Namespace:
    """What is asked for."""
    parser = argparse.ArgumentParser(prog="python .ci/offline", description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("-o", "--output", type=Path, default=Path("dist"), help="where the folder is made (dist)")
    parser.add_argument("--extras", default="", help="optional parts, with commas: signatures")
    parser.add_argument("--locks", type=Path, help="bo-cai/locks of an earlier folder: the same wheels again")
    parser.add_argument("--zip", action="store_true", help="the folder as one zip too")
    parser.add_argument("--force", action="store_true", help="replace a folder that is there")
    return parser.parse_args(words)


def main(words: list[str]) -> int:
    """Build, check, tell; gives the exit code."""
    asked = arguments(words)
    extras = [each for each in asked.extras.split(",") if each]
    with tempfile.TemporaryDirectory() as scratch:
        wheels = Path(scratch)
        own = build(ROOT, wheels)
        folder = asked.output / f"parindex-{Wheel.of(own).version}-ngoai-tuyen"
        if folder.exists() and not asked.force:
            print(f"{folder} is there already; --force replaces it", file=sys.stderr)
            return 2
        if asked.locks:
            fetch_locked(asked.locks, wheels)
        else:
            fetch(own, extras, wheels)
        made = wheels / folder.name
        counts = lay(made, own, extras, wheels, TARGETS)
        for target in TARGETS:
            resolves(made, target)
        shutil.rmtree(folder, ignore_errors=True)
        folder.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(made, folder)
    for target in TARGETS:
        print(f"{target.name}: {counts[target.name]} wheels, complete by their metadata and by pip")
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6
    print(f"{folder}: {len(list((folder / 'bo-cai/wheels').iterdir()))} wheels, {size:.0f} MB")
    if asked.zip:
        pack(folder, folder.with_name(f"{folder.name}.zip"))
        print(folder.with_name(f"{folder.name}.zip"))
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except NotComplete as problem:
        print(f"The folder was not made.\n{problem}", file=sys.stderr)
        sys.exit(1)
