"""The small repository that the registry's examples of units and projects are pieces of."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from parindex.jobs.check import run_check
from parindex.reports.findings.data import Told

PROJECT = {"kind": "project", "format": "1", "id": "kho", "title": "Kho", "year": "2023", "criteria": "cap-xa-2023"}
UNIT = {
    "kind": "unit",
    "format": "1",
    "unit": "{id: a, name: UBND xã A, level: commune, type: xã}",
    "year": "2023",
    "criteria": "cap-xa-2023",
}


def make(folder: Path) -> None:
    """The evidence."""
    evidence = folder / "minh-chung"
    evidence.mkdir()
    (evidence / "a.pdf").write_bytes(b"%PDF-1.7 a")
    (evidence / "chep-cua-a.pdf").write_bytes(b"%PDF-1.7 a")
    (evidence / "b.pdf").write_bytes(b"%PDF-1.7 b")
    (evidence / "rong.pdf").write_bytes(b"")
    with zipfile.ZipFile(evidence / "zip-doi-duoi.pdf", "w") as package:
        package.writestr("a", "b")
    (evidence / "hong.docx").write_bytes(b"PK\x03\x04 cut")
    locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le")
    (evidence / "khoa.docx").write_bytes(locked)
    (evidence / "danh-sach.csv").write_text("Ông A,001089012345\n", encoding="utf-8")


def findings(folder: Path, text: str, kind: str) -> tuple[Told, ...]:
    """What a check says with the piece in place."""
    (folder / "parindex.yaml").write_text(whole(PROJECT, text if kind == "project" else ""), encoding="utf-8")
    (folder / "unit.yaml").write_text(whole(UNIT, text if kind == "unit" else ""), encoding="utf-8")
    # Evidence that an example does not use would be told if the whole folder were checked.
    return run_check([folder / "unit.yaml", folder / "parindex.yaml"] if kind == "unit" else [folder]).listing.found


def whole(base: dict[str, str], text: str) -> str:
    """A file of some top-level keys, those of the piece in place of its own."""
    own = set(re.findall(r"^(\w+):", text, re.M))
    return "".join(f"{key}: {value}\n" for key, value in base.items() if key not in own) + text
