"""Make the generated pages of ``docs/`` again: ``python -m docs.build``; with ``--check`` only say what differs.

The schemas come from the models, the pages of the diagnostics from the registry, the page to print from its text.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from docs.quick_start import quick_start
from parindex.checks.registry import REGISTRY
from parindex.jobs.diagnostic_pages import diagnostic_pages
from parindex.jobs.schema import schema_files
from parindex.reports.word.package import unpack

DOCS = Path(__file__).parent
CODES = DOCS.parent / "tests" / "checks" / "codes.txt"
"""Every code that was ever given, a line each; one that is given up is marked ``retired`` by hand and stays."""


def generated() -> Mapping[Path, str | bytes]:
    """Every generated file with its content."""
    files: dict[Path, str | bytes] = {DOCS / "schema" / name: text for name, text in schema_files().items()}
    files |= {DOCS / "chan-doan" / name: text for name, text in diagnostic_pages().items()}
    files[DOCS / "nhanh.docx"] = quick_start((DOCS / "nhanh.md").read_text(encoding="utf-8"))
    known = CODES.read_text(encoding="utf-8").splitlines() if CODES.is_file() else []
    new = set(REGISTRY) - {line.split()[0] for line in known}
    return files | {CODES: "".join(f"{line}\n" for line in sorted([*known, *new]))}


def differences(wanted: Mapping[Path, str | bytes]) -> list[Path]:
    """Files that are missing, differ, or are there and should not be."""
    there = {path for folder in ("schema", "chan-doan") for path in (DOCS / folder).rglob("*") if path.is_file()}
    wrong = [path for path, content in wanted.items() if not path.is_file() or not _same(path, content)]
    return sorted({*wrong, *(there - set(wanted))})


def _same(path: Path, content: str | bytes) -> bool:
    """Whether a file says so already; of a Word file its parts count, for packing differs between versions of zlib."""
    if isinstance(content, str):
        return path.read_text(encoding="utf-8") == content
    return unpack(path.read_bytes()) == unpack(content)


def main(arguments: list[str]) -> int:
    """Write what differs; with ``--check`` write nothing and give 1 when anything does."""
    wanted = generated()
    wrong = differences(wanted)
    for path in wrong:
        print(path.relative_to(DOCS.parent).as_posix())
        if "--check" in arguments:
            continue
        if path in wanted:
            path.parent.mkdir(parents=True, exist_ok=True)
            content = wanted[path]
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        else:
            path.unlink()
    return 1 if wrong and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
