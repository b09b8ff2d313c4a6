"""Record the digests of evidence files in the units' files, line by line: comments and layout stay as they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from msgspec import Struct

from parindex.files.contents import WORKERS
from parindex.files.document import Document
from parindex.files.evidence import EvidenceFile, EvidenceFolder, sha256_of
from parindex.files.load import load_model
from parindex.files.repository import repository_root
from parindex.files.unusable import Unusable
from parindex.files.write import write_bytes
from parindex.files.yaml_reader import read
from parindex.jobs.check_targets import display, scopes_of
from parindex.model.unit import Unit
from parindex.values.findings import Finding

BOM = b"\xef\xbb\xbf"
_LINES = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


class Written(Struct, frozen=True):
    """What was recorded."""

    files: tuple[str, ...]
    count: int
    findings: tuple[Finding, ...]
    """Files that could not be read or written, and digests that differ from those that stand there (E408)."""


class _Edit(Struct, frozen=True):
    """Text put in place of what stands between two points; lines and columns from 0."""

    start: tuple[int, int]
    end: tuple[int, int]
    text: str


def write_hashes(paths: Sequence[Path], *, force: bool = False) -> Written:
    """Give every evidence file of the units below some paths its ``sha256``.

    A digest that differs from the file's is left and told (E408), for the file may have been changed without leave;
    with ``force`` it is written anew.
    """
    scopes, _ = scopes_of(paths)
    count = 0
    files: list[str] = []
    findings: list[Finding] = []
    for target in (target for scope in scopes for target in scope.targets if target.kind == "unit"):
        try:
            added, told = _unit(target.path, target.name, force)
        except Unusable as problem:
            findings += problem.findings
            continue
        findings += told
        if added:
            count += added
            files.append(display(target.path))
    return Written(tuple(files), count, tuple(findings))


def _unit(path: Path, name: str, force: bool) -> tuple[int, list[Finding]]:
    unit, document = load_model(path, Unit, name)
    disk = EvidenceFolder(path.parent, repository_root(path))
    found = {
        id_: file.path
        for id_, entry in unit.documents.items()
        if entry.file is not None and isinstance(file := disk.resolve(entry.file), EvidenceFile)
    }
    edits: list[_Edit] = []
    told: list[Finding] = []
    with ThreadPoolExecutor(WORKERS) as pool:
        for id_, digest in zip(found, pool.map(_digest, found.values()), strict=True):
            given = unit.documents[id_].sha256
            if digest is None or digest == given:
                continue
            if given is not None and not force:
                declared = unit.documents[id_].file or ""
                told.append(document.finding("E408", ("documents", id_, "sha256"), file=declared, found=digest))
                continue
            edits.append(_edit(document, id_, digest))
    if edits:
        write_bytes(path, _edited(document, edits), force=True)
    return len(edits), told


def _digest(path: Path) -> str | None:
    """``None`` for a file that cannot be read: the check tells of it."""
    try:
        return sha256_of(path)
    except OSError:
        return None


def _edit(document: Document, id_: str, digest: str) -> _Edit:
    route = ("documents", id_)
    if document.has((*route, "sha256")):
        start, end = document.span((*route, "sha256"))
        line = document.lines[start[0]]
        return _Edit(start, end, f" {digest}" if line[: start[1]].endswith(":") else digest)
    _, end = document.span((*route, "file"))
    block = document.place(route)
    if document.lines[block.line - 1][block.column - 1 : block.column] == "{":
        return _Edit(end, end, f", sha256: {digest}")
    # A value over several lines ends at the beginning of the next line when it is a block scalar.
    last = end[0] if end[1] else end[0] - 1
    indent = " " * (document.place((*route, "file"), "key").column - 1)
    return _Edit((last + 1, 0), (last + 1, 0), f"{indent}sha256: {digest}\n")


def _edited(document: Document, edits: Sequence[_Edit]) -> bytes:
    """The file's bytes after the edits; raises ``RuntimeError`` when they would say anything else than the digests."""
    lines: list[str] = _LINES.findall(document.text)
    line_end = next((end for end in ("\r\n", "\n", "\r") if lines and lines[0].endswith(end)), "\n")
    for edit in sorted(edits, key=lambda each: each.start, reverse=True):
        if edit.start == edit.end and edit.text.endswith("\n"):
            if edit.start[0] == len(lines) and lines and not lines[-1].endswith(("\r", "\n")):
                lines[-1] += line_end
            lines.insert(edit.start[0], edit.text[:-1] + line_end)
            continue
        number = edit.start[0]
        line = lines[number]
        lines[number] = line[: edit.start[1]] + edit.text + line[edit.end[1] :]
    content = "".join(lines).encode()
    if _without_digests(read(content, document.name)) != _without_digests(document):
        raise RuntimeError(f"{document.name}: the digests cannot be put in")
    return (BOM if document.content.startswith(BOM) else b"") + content


def _without_digests(document: Document) -> object:
    documents = {
        id_: {key: value for key, value in entry.items() if key != "sha256"}
        for id_, entry in document.data["documents"].items()
    }
    return {**document.data, "documents": documents}
