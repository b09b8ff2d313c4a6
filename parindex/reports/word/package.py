"""A .docx file as parts: read within bounds, written so that the same parts give the same bytes."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import PurePosixPath

from parindex.reports.word.errors import TemplateError

MAX_PARTS = 1_000
MAX_PART = 20_000_000
MAX_TOTAL = 60_000_000
"""Bounds of an unpacked template, in bytes; a package above them is refused before it fills the memory."""

_FIRST = ("[Content_Types].xml", "_rels/.rels")
_EPOCH = (1980, 1, 1, 0, 0, 0)


def unpack(data: bytes) -> dict[str, bytes]:
    """The parts of a .docx by name.

    Raises ``TemplateError``: not a Word document, parts beyond the bounds, or macros.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            entries = [entry for entry in package.infolist() if not entry.is_dir()]
            if len(entries) > MAX_PARTS:
                raise TemplateError("too-big")
            parts: dict[str, bytes] = {}
            left = MAX_TOTAL
            for entry in entries:
                if entry.filename in parts:
                    raise TemplateError("not-a-docx", part=entry.filename)
                with package.open(entry) as part:
                    # The declared size may lie: read one byte more than is allowed and look.
                    content = part.read(min(MAX_PART, left) + 1)
                if len(content) > min(MAX_PART, left):
                    raise TemplateError("too-big", part=entry.filename)
                left -= len(content)
                parts[entry.filename] = content
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, ValueError, OSError) as error:
        raise TemplateError("not-a-docx", detail=str(error)) from None
    if "word/document.xml" not in parts or "[Content_Types].xml" not in parts:
        raise TemplateError("not-a-docx")
    if any(name.endswith("vbaProject.bin") for name in parts):
        raise TemplateError("macros")
    return parts


def declare(parts: dict[str, bytes], name: str, relation: str, kind: str) -> None:
    """Tell the package of a part that is of the whole document; ``relation`` and ``kind`` are the format's names."""
    if "_rels/.rels" not in parts:
        return
    id_ = f"rId{PurePosixPath(name).stem.capitalize()}"
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(
        b"</Relationships>",
        f'<Relationship Id="{id_}" Type="{relation}" Target="{name}"/></Relationships>'.encode(),
    )
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
        b"</Types>", f'<Override PartName="/{name}" ContentType="{kind}"/></Types>'.encode()
    )


def pack(parts: Mapping[str, bytes]) -> bytes:
    """A package of the parts: fixed order, fixed timestamps, so that the same parts give the same bytes."""
    names = [name for name in _FIRST if name in parts]
    names += sorted(name for name in parts if name not in _FIRST)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name in names:
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            entry.external_attr = 0
            package.writestr(entry, parts[name], compresslevel=6)
    return buffer.getvalue()
