"""Small evidence files: one Word file of plain lines for all the papers that name it, built from the unit's file.

    python examples/small_evidence.py [UNIT.yaml...]

A repository of many units stays small this way; ``build_evidence.py`` makes fuller ones, with pages.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from evidence_text import Contents
from small_docx import small_docx

from parindex.locale.formats import day

HERE = Path(__file__).parent
UNITS = (
    HERE / "hung-yen-2023" / "unit.yaml",
    HERE / "phong-noi-vu-chi-linh-2023" / "unit.yaml",
    HERE / "hai-duong-2023" / "unit.yaml",
    HERE / "minh-hoa-hai-ke-hoach" / "bac-an-theo-phu-son.yaml",
)
"""The examples whose evidence is built this way, besides the repository of Chí Linh."""
LABEL = "TÀI LIỆU GIẢ ĐỊNH – chỉ để minh họa"


def evidence(path: Path) -> list[Path]:
    """Write the evidence files that a unit's file names; papers of a kind share one. The paths written."""
    contents = Contents(path)
    files: dict[str, list[str]] = {}
    for id_, document in contents.unit.documents.items():
        if document.file is None:
            continue
        lines = files.setdefault(document.file, [LABEL, contents.unit.unit.name])
        number = [f"Số: {document.number}"] if document.number else []
        dated = [f"ngày {day(document.date)}"] if document.date else []
        head = ", ".join([*number, *dated])
        lines.append(f"{head[:1].upper()}{head[1:]}. {document.title}" if head else document.title)
        for section in contents.of(id_):
            lines += [section.heading[:1].upper() + section.heading[1:]] if section.heading else []
            lines += [f"- {line}" for line in section.lines]
    targets = []
    for file, lines in files.items():
        target = path.parent / file
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(small_docx(lines))
        targets.append(target)
    return targets


if __name__ == "__main__":
    for each in map(Path, sys.argv[1:]) if len(sys.argv) > 1 else UNITS:
        for written in evidence(each):
            print(written)
