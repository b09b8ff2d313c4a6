"""Have LibreOffice work a workbook's formulas out anew."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import python_calamine

SETTINGS = """\
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""
"""Recalculate every workbook on loading, whatever values it brings."""

Values = dict[str, list[list[object]]]


def office() -> str | None:
    """The LibreOffice of this machine, if there is one."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def recalculate(books: list[Path], folder: Path) -> list[Path]:
    """Open the workbooks, let all formulas be worked out, save them into another folder."""
    program = office()
    assert program is not None
    profile = folder / "profile" / "user"
    profile.mkdir(parents=True)
    (profile / "registrymodifications.xcu").write_text(SETTINGS, encoding="utf-8")
    out = folder / "out"
    arguments = [f"-env:UserInstallation={profile.parent.as_uri()}", "--headless", "--convert-to", "xlsx", "--outdir"]
    subprocess.run([program, *arguments, str(out), *map(str, books)], check=True, capture_output=True, timeout=500)
    return [out / book.name for book in books]


def values(book: Path) -> Values:
    """All values of a workbook, by sheet."""
    opened = python_calamine.CalamineWorkbook.from_path(str(book))
    return {name: opened.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in opened.sheet_names}
