"""Word templates: compiled once, rendered many times; the same input gives the same bytes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches
from functools import lru_cache
from html import unescape
from posixpath import basename, dirname

from jinja2 import Template as Compiled
from jinja2.exceptions import SecurityError, TemplateSyntaxError
from lxml import etree
from msgspec import Struct

from parindex.reports.word.charts import draw
from parindex.reports.word.environment import FILTERS, SHEAF, Environment, NotText, UnknownName
from parindex.reports.word.errors import Reason, TemplateError
from parindex.reports.word.grid import fitted
from parindex.reports.word.inline import Sheaf, relationships, text_xml
from parindex.reports.word.marks import marked
from parindex.reports.word.names import LIFTED
from parindex.reports.word.package import declare, pack, unpack
from parindex.reports.word.printed import remember
from parindex.reports.word.soundness import check_charts, sound
from parindex.reports.word.tags import TAG, Place, prepare

_PARTS = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml")
_BLOCK = re.compile(r"\{%-?\s*(end)?(\w*)")
_PAIRED = frozenset({"if", "for", "with", "filter", "set"})
_REFUSED = frozenset(
    {"include", "import", "from", "extends", "block", "raw", "autoescape", "macro", "call", "trans", "do"}
)
_KEYWORDS = (*sorted(_PAIRED), *(f"end{word}" for word in sorted(_PAIRED)), "else", "elif")
_DEEPEST = 4
"""Loops in loops; the templates here have two."""
_LONGEST = 40_000_000
"""Characters of a part; a report on all communes has fewer."""
_UNEXPECTED = re.compile(r"(?:got|named|tag|near|unexpected) '([^']+)'")
_DECLARED = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_EMPTY_CELLS = ("</w:tcPr></w:tc>", "<w:tc></w:tc>")
"""A cell without a paragraph, all of its lifted ones being left out: Word would refuse the file."""
_CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{}</dc:title><dc:creator>{}</dc:creator>'
    "<cp:category>{}</cp:category><dc:language>vi-VN</dc:language></cp:coreProperties>"
)
_ENVIRONMENT = Environment()


class Part(Struct, frozen=True):
    """A part of the package that has tags."""

    name: str
    compiled: Compiled
    places: tuple[Place, ...]
    properties: tuple[tuple[str, str], ...]
    first_id: int
    """The first bookmark id that the part does not use itself."""
    charts: tuple[str, ...] = ()
    """Relationship ids of the charts that are filled."""
    ragged: bool = False
    """Whether columns of a table come from the data."""


class Template(Struct, frozen=True):
    """A compiled template."""

    static: Mapping[str, bytes]
    parts: tuple[Part, ...]

    def render(self, context: Mapping[str, object], *, title: str = "", author: str = "", key: str = "") -> bytes:
        """The .docx of the context.

        ``title``, ``author`` and ``key`` go into the document's properties; no time does. Raises ``TemplateError``
        with the paragraph and the tag where the template asks for what the context has not.
        """
        parts = dict(self.static)
        parts["docProps/core.xml"] = (
            _DECLARED + _CORE.format(text_xml(title), text_xml(author), text_xml(key))
        ).encode()
        own: dict[str, list[str]] = {}
        for part in self.parts:
            sheaf = Sheaf(part.properties, part.first_id)
            xml = _run(part, context, sheaf)
            for empty in _EMPTY_CELLS:
                xml = xml.replace(empty, empty.replace("</w:tc>", "<w:p/></w:tc>"))
            xml = fitted(part.name, xml) if part.ragged else xml
            parts[part.name] = (_DECLARED + marked(xml, own)).encode()
            if sheaf.hrefs:
                name = f"{dirname(part.name)}/_rels/{basename(part.name)}.rels"
                parts[name] = relationships(parts.get(name), sheaf.hrefs)
            if part.charts:
                draw(parts, part.name, {part.charts[at]: chart for at, chart in sheaf.charts.items()}, part.charts)
        remember(parts, own)
        return pack(parts)


@lru_cache(maxsize=8)
def compiled(data: bytes) -> Template:
    """The template of some .docx bytes; compiled once for the same bytes.

    Raises ``TemplateError``: not a .docx, a tag left open, closed elsewhere or misspelt, or one that is refused.
    """
    parts = sound(unpack(data))
    with_tags = [part for name in sorted(parts) if _PARTS.fullmatch(name) and (part := _compile(name, parts))]
    if not any(part.name == "word/document.xml" for part in with_tags):
        raise TemplateError("no-tags")
    static = {name: content for name, content in parts.items() if name not in {part.name for part in with_tags}}
    _declare_core(static)
    return Template(static, tuple(with_tags))


def _declare_core(parts: dict[str, bytes]) -> None:
    """Every report has a title in its properties: declare the part where the template has none."""
    if "docProps/core.xml" not in parts:
        base = "http://schemas.openxmlformats.org/package/2006/relationships/metadata"
        kind = "application/vnd.openxmlformats-package.core-properties+xml"
        declare(parts, "docProps/core.xml", f"{base}/core-properties", kind)


def _compile(name: str, parts: dict[str, bytes]) -> Part | None:
    prepared = prepare(name, parts[name])
    if prepared is None:
        return None
    check_charts(parts, name, prepared.charts)
    _check_nesting(name, prepared.places)
    text = etree.tostring(prepared.root, encoding="unicode").replace("\n", " ")
    text = re.sub(rf"</?{LIFTED}[^>]*>", "", text)
    # A line of its own for every tag: the line of an error then names the tag.
    text = TAG.sub(lambda match: re.sub(r"^(\{[{%]-?)", r"\1\n", unescape(match[0])), text)
    try:
        template = _ENVIRONMENT.from_string(text)
    except TemplateSyntaxError as error:
        raise _malformed(name, _at(prepared.places, error.lineno), error.message or "") from None
    for place in prepared.places:
        place.container = ()  # the tree is not needed any more
    ids = [int(found) for found in re.findall(r'<w:bookmarkStart [^>]*w:id="(\d+)"', text)]
    first = max(ids, default=0) + 1
    return Part(
        name,
        template,
        tuple(prepared.places),
        tuple(prepared.properties),
        first,
        tuple(prepared.charts),
        ragged=any(place.shown.startswith("{%tc") for place in prepared.places),
    )


def _malformed(part: str, place: Place, detail: str) -> TemplateError:
    """What the template language says, with the word at which it stumbled."""
    found = _UNEXPECTED.search(detail)
    word = found[1] if found is not None else ""
    if detail.startswith("No filter named"):
        close = "".join(get_close_matches(word, [*FILTERS], n=1))
        return TemplateError("filter", part=part, name=word, close=close, detail=detail, **place.where)
    near = "" if " " in word else word
    return TemplateError("syntax", part=part, near=near, detail=detail, **place.where)


def _check_nesting(part: str, places: list[Place]) -> None:
    """Every block closes, in the paragraph, row or cell where it opened; otherwise the XML would break."""
    opened: list[tuple[str, Place]] = []

    def fault(reason: str, place: Place) -> TemplateError:
        return TemplateError(reason, part=part, **place.where)  # type: ignore[arg-type]

    for place in places:
        match = _BLOCK.match(place.tag)
        if match is None:
            continue
        ends, word = match[1], match[2]
        if word in _REFUSED:
            raise fault("refused", place)
        if (ends or "") + word not in _KEYWORDS:
            name = (ends or "") + word
            close = "".join(get_close_matches(name, _KEYWORDS, n=1))
            raise TemplateError("word", part=part, name=name, close=close, **place.where)
        if word in ("else", "elif") or ends:
            if not opened or (ends and opened[-1][0] != word):
                raise fault("unopened", place)
            if opened[-1][1].container != place.container:
                raise fault("crossed", place)
            if ends:
                opened.pop()
        elif word in _PAIRED and not (word == "set" and "=" in place.tag):
            opened.append((word, place))
            if sum(each == "for" for each, _ in opened) > _DEEPEST:
                raise fault("too-long", place)
    if opened:
        raise fault("unclosed", opened[-1][1])


def _at(places: tuple[Place, ...] | list[Place], line: int) -> Place:
    """The tag on a line of the compiled text; the first tag stands on line 2."""
    return places[min(max(line - 2, 0), len(places) - 1)]


def _run(part: Part, context: Mapping[str, object], sheaf: Sheaf) -> str:
    try:
        scope = part.compiled.new_context({**context, SHEAF: sheaf})
        pieces, length = [], 0
        for piece in part.compiled.root_render_func(scope):
            pieces.append(piece)
            length += len(piece)
            if length > _LONGEST:
                raise TemplateError("too-long", part=part.name)
        return "".join(pieces)
    except TemplateError:
        raise
    except Exception as error:
        place = _at(part.places, _line(error, part.compiled))
        if isinstance(error, UnknownName):
            close = get_close_matches(error.name, error.known or list(context), n=1)
            raise TemplateError(
                "unknown", part=part.name, name=error.name, close="".join(close), detail=str(error), **place.where
            ) from None
        reason: Reason = "value"
        if isinstance(error, SecurityError | NotText):
            reason = "refused" if isinstance(error, SecurityError) else "not-text"
        raise TemplateError(reason, part=part.name, detail=str(error), **place.where) from None


def _line(error: Exception, template: Compiled) -> int:
    """The line of the template where the error arose."""
    line = 0
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_globals.get("__jinja_template__") is template or trace.tb_frame.f_code.co_filename == (
            template.filename or "<template>"
        ):
            line = template.get_corresponding_lineno(trace.tb_lineno)
        trace = trace.tb_next
    return line
