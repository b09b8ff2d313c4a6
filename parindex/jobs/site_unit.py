"""One unit's page of the site, in a process of its own: read its score sheet, find its evidence, write the page."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from urllib.parse import quote

from msgspec import Struct

from parindex.files.evidence import EvidenceFile, EvidenceFolder
from parindex.files.repository import repository_root
from parindex.jobs.sheets import read_sheet
from parindex.model.sheet import Sheet
from parindex.reports.html import Frame, Templates, UnitPlace, unit_page_of
from parindex.reports.html.addresses import unit_page


class Setting(Struct, frozen=True):
    """What all pages of units share."""

    templates: Mapping[str, str]
    frame: Frame
    medians: Mapping[int, Mapping[str, str]]
    """By the number of the group."""
    site: Path
    """Where the site will lie: links to evidence start there."""
    scratch: Path
    """Where finished pages wait."""


class Task(Struct, frozen=True):
    """A page to be made."""

    sheet: Path
    place: UnitPlace | None
    why: str = ""


class _Process(Struct):
    setting: Setting
    templates: Templates


_process: _Process | None = None


def start(setting: Setting) -> None:
    """Get a process ready."""
    global _process
    _evidence.cache_clear()  # what lay there when an earlier site was made says nothing
    _process = _Process(setting, Templates(setting.templates))


def make_page(task: Task) -> tuple[str, Path]:
    """Write a page into the scratch folder; gives its place in the site and the file. Raises ``Unusable``."""
    if _process is None:  # pragma: no cover - start comes first
        raise RuntimeError("start() was not called")
    setting = _process.setting
    sheet = read_sheet(task.sheet)
    name = unit_page(sheet.unit.id)
    medians = setting.medians.get(task.place.group.number, {}) if task.place else {}
    links = evidence_links(sheet, (setting.site / name).parent)
    page = unit_page_of(sheet, setting.frame, task.place, why=task.why, links=links, medians=medians)
    made = setting.scratch / f"{name.replace('/', '-')}.new"
    with made.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(_process.templates.render("unit", page))
    return name, made


def lost_page(task: Task) -> tuple[str, Path]:
    """There is no site without one of its pages."""
    raise RuntimeError(f"the system ends every process that makes the page of {task.sheet}: is memory short?")


def evidence_links(sheet: Sheet, folder: Path) -> dict[str, str]:
    """For each document that is a file of the unit's repository, its address relative to ``folder``.

    A file that is not there, or lies outside the repository, gets no address.
    """
    own = Path(sheet.inputs[0].path) if sheet.inputs else None
    if own is None or not own.is_file():
        return {}
    evidence = _evidence(own.absolute().parent)
    found = {}
    for id_, document in sheet.documents.items():
        file = evidence.resolve(document.file) if document.file is not None else None
        if isinstance(file, EvidenceFile):
            try:
                relative = os.path.relpath(file.path, folder.absolute())
            except ValueError:  # another drive (Windows)
                continue
            found[id_] = quote(Path(relative).as_posix())
    return found


@lru_cache(maxsize=64)
def _evidence(folder: Path) -> EvidenceFolder:
    return EvidenceFolder(folder, repository_root(folder / "unit.yaml"))
