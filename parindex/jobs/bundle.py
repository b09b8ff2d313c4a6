"""A report with its evidence in one file: stable names, a manifest of digests, the same bytes every time."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
import tempfile
import unicodedata
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO, Any
from urllib.parse import quote

from msgspec import Struct

from parindex import __version__
from parindex.files.evidence import EvidenceFile, EvidenceFolder
from parindex.files.repository import repository_root
from parindex.files.source import file_name
from parindex.files.unusable import Unusable
from parindex.model.sheet import Sheet
from parindex.model.unit import DocumentEntry, Unit
from parindex.reports.view.evidence import labels_of
from parindex.values.findings import Finding

MANIFEST = "manifest.json"
FOLDER = "tai-lieu"
FORMAT = "1"
_EPOCH = (1980, 1, 1, 0, 0, 0)
_BLOCK = 1 << 20


class Piece(Struct, frozen=True):
    """A document's file and its name in the bundle."""

    label: str
    doc: str
    source: Path
    declared: str
    """The path as the unit's file declares it."""
    name: str


def pieces(unit: Unit, sheet: Sheet, unit_path: Path) -> tuple[list[Piece], dict[str, str]]:
    """The evidence files with their names, in the order of the annex, and what has no file: its id and why.

    A name is the label of the annex and the file's own name in plain letters: ``tai-lieu/TLKC-01-05-kh-ubnd.pdf``.
    """
    disk = EvidenceFolder(unit_path.parent, repository_root(unit_path))
    found: list[Piece] = []
    without: dict[str, str] = {}
    for id_, label in labels_of(sheet).items():
        declared = unit.documents[id_].file
        if declared is None:
            without[id_] = "link" if unit.documents[id_].link else "no file"
            continue
        file = disk.resolve(declared)
        if isinstance(file, EvidenceFile):
            name = f"{FOLDER}/{label}-{_plain(declared.rpartition('/')[2])}"
            found.append(Piece(label, id_, file.path, declared, name))
        else:
            without[id_] = file.code
    return found, without


def links_of(found: Iterable[Piece], unit: Unit) -> Mapping[str, str]:
    """Addresses of the evidence from the report's place in the bundle."""
    web = {id_: document.link for id_, document in unit.documents.items() if document.link is not None}
    return web | {piece.doc: quote(piece.name) for piece in found}


def _plain(name: str) -> str:
    """A file name of ASCII letters, digits, dots and hyphens, which every system unpacks alike."""
    letters = unicodedata.normalize("NFKD", name.replace("đ", "d").replace("Đ", "D"))
    ascii_ = "".join(char for char in letters if char.isascii()).lower()
    return re.sub(r"[^a-z0-9.]+", "-", ascii_).strip("-.") or "tep"


def write_bundle(
    target: Path, report: tuple[str, bytes], unit: Unit, found: list[Piece], without: Mapping[str, str], *, force: bool
) -> None:
    """Write the bundle whole or not at all; raises ``Unusable`` (E141, E142)."""
    if not force and os.path.lexists(target):
        raise Unusable([Finding("E141", file_name(target))])
    try:
        handle, temporary = tempfile.mkstemp(prefix=f".{target.name[:40]}.", suffix=".tmp", dir=target.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                _fill(file, report, unit, found, without)
                file.flush()
                os.fsync(file.fileno())
            mask = os.umask(0)
            os.umask(mask)
            Path(temporary).chmod(0o666 & ~mask)
            Path(temporary).replace(target)
        finally:
            with contextlib.suppress(OSError):
                Path(temporary).unlink()
    except OSError as error:
        reason = error.strerror or str(error)
        raise Unusable([Finding("E142", file_name(target), data={"reason": reason})]) from None


def _fill(
    file: IO[bytes], report: tuple[str, bytes], unit: Unit, found: list[Piece], without: Mapping[str, str]
) -> None:
    name, content = report
    digests: dict[str, tuple[str, int]] = {name: (hashlib.sha256(content).hexdigest(), len(content))}
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, allowZip64=True) as bundle:
        bundle.writestr(_info(name), content)
        for piece in found:
            digests[piece.name] = _copy(bundle, piece)
        manifest = _manifest(name, digests, unit, found, without)
        bundle.writestr(_info(MANIFEST), json.dumps(manifest, ensure_ascii=False, indent=2).encode() + b"\n")


def _info(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, _EPOCH)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.create_system = 0
    info.external_attr = 0
    return info


def _copy(bundle: zipfile.ZipFile, piece: Piece) -> tuple[str, int]:
    """Copy a file block by block; gives digest and size of what was copied."""
    digest, size = hashlib.sha256(), 0
    with piece.source.open("rb") as source, bundle.open(_info(piece.name), "w", force_zip64=True) as target:
        while block := source.read(_BLOCK):
            digest.update(block)
            size += len(block)
            target.write(block)
    return digest.hexdigest(), size


def _manifest(
    report: str, digests: Mapping[str, tuple[str, int]], unit: Unit, found: list[Piece], without: Mapping[str, str]
) -> dict[str, Any]:
    def entry(name: str) -> dict[str, Any]:
        return {"file": name, "sha256": digests[name][0], "size": digests[name][1]}

    return {
        "kind": "bundle",
        "format": FORMAT,
        "program": f"parindex {__version__}",
        "unit": {"id": unit.unit.id, "name": unit.unit.name},
        "year": unit.year,
        "synthetic": unit.unit.synthetic,
        "report": entry(report),
        "evidence": [
            entry(piece.name)
            | {"label": piece.label, "doc": piece.doc, "source": piece.declared}
            | dict(_named(unit.documents[piece.doc]))
            for piece in found
        ],
        "without_file": [{"doc": id_, "why": why} | dict(_named(unit.documents[id_])) for id_, why in without.items()],
    }


def _named(document: DocumentEntry) -> Iterator[tuple[str, str]]:
    if document.number:
        yield "number", document.number
    if document.date:
        yield "date", document.date.isoformat()
    yield "title", document.title
