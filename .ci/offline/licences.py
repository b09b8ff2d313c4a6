"""What the bundled wheels may be used under: said in one list, the texts laid beside it."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from wheels import Wheel

HEAD = """\
Giấy phép của các gói đi kèm / Licences of the bundled packages
===============================================================
Mỗi gói giữ nguyên giấy phép của tác giả; toàn văn ở bo-cai/giay-phep/.
Every package keeps its author's licence; the texts are in bo-cai/giay-phep/.

"""
NOT_SAID = "không ghi trong gói / not said in the package"
_NAMES = ("LICEN", "COPYING", "NOTICE", "AUTHORS")


def write(wheels: Iterable[Wheel], listing: Path, texts: Path) -> list[str]:
    """Write the list and the texts; gives the packages that bring no text of their licence."""
    lines, without = [HEAD], []
    for wheel in sorted({each.name: each for each in wheels}.values(), key=lambda each: each.name):
        found = list(_texts(wheel))
        for name, content in found:
            path = texts / wheel.name / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        if not found:
            without.append(wheel.name)
        lines.append(f"{wheel.name} {wheel.version}: {licence(wheel)}\n")
    listing.write_text("".join(lines), encoding="utf-8-sig", newline="\r\n")
    return without


def licence(wheel: Wheel) -> str:
    """What the metadata say: an SPDX expression, else the classifiers, else the first line of the old field."""
    said = wheel.metadata()
    if expression := said.get("License-Expression"):
        return str(expression)
    kinds = [text.rpartition(" :: ")[2] for text in said.get_all("Classifier", []) if text.startswith("License ::")]
    old = str(said.get("License") or "").strip().splitlines()
    return ", ".join(kinds) or (old[0] if old else NOT_SAID)


def _texts(wheel: Wheel) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(wheel.path) as archive:
        for name in archive.namelist():
            folder, _, file = name.rpartition("/")
            if ".dist-info" in folder and file.upper().startswith(_NAMES):
                yield file, archive.read(name)
