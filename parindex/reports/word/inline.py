"""Values as WordprocessingML: text that stays text, and runs with links and bookmarks."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from urllib.parse import quote

from markupsafe import Markup, escape
from msgspec import Struct

from parindex.reports.view.data import Chart, Span

_INVALID = re.compile(
    r"[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069]"
)
"""What XML 1.0 refuses, the control characters that it merely discourages, and those that turn the direction
of what follows: a number must not be read backwards."""
_BREAKS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_LINE = Markup('</w:t><w:br/><w:t xml:space="preserve">')
_TAB = Markup('</w:t><w:tab/><w:t xml:space="preserve">')


def clean(text: str) -> str:
    """The text without what XML cannot hold; every kind of line break is ``\\n``."""
    if text.isprintable():
        return text
    return _INVALID.sub("", _BREAKS.sub("\n", text))


def text_xml(value: object) -> Markup:
    """A value as the inside of ``w:t``: escaped, line breaks and tabs as Word's own."""
    text = clean(str(value))
    xml = escape(text)
    if "\n" in text:
        xml = xml.replace("\n", _LINE)
    if "\t" in text:
        xml = xml.replace("\t", _TAB)
    return xml


def target(href: str) -> str:
    """The link as a URI: an address stays one, anything else is a path relative to the report.

    What is escaped already (``%20``) stays so; a per cent sign that escapes nothing is escaped. A path cannot turn
    into a scheme (``javascript:…``): its colon is escaped.
    """
    href = _PERCENT.sub("%25", clean(href).replace("\n", "").strip())
    if href.startswith(("http://", "https://")):
        return quote(href, safe="%:/?#[]@!$&'()*+,;=~")
    return quote(href.replace("\\", "/"), safe="%/()+,=@!$&'~")


class Sheaf(Struct):
    """What one rendering of one part gathers: relationships to the outside, and ids of bookmarks."""

    properties: Sequence[tuple[str, str]] = ()
    """Per ``{{r`` tag of the part: run properties for links, and for plain text."""
    first_id: int = 1
    hrefs: dict[str, str] = {}
    """Relationship id by target."""
    charts: dict[int, Chart] = {}
    """What is to be drawn, by the number of the chart in the part."""

    def runs(self, spans: object, index: int) -> Markup:
        """Spans (or a plain value) as runs with the properties of the tag's own run."""
        linked, plain = self.properties[index]
        if not isinstance(spans, list | tuple):
            spans = [spans]
        return Markup(  # noqa: S704  # every text in it is escaped
            "".join(self._span(span, linked, plain) if isinstance(span, Span) else _run(span, plain) for span in spans)
        )

    def _span(self, span: Span, linked: str, plain: str) -> str:
        run = _run(span.text, linked if span.to or span.href else plain)
        if span.to is not None:
            run = f'<w:hyperlink w:anchor="{escape(span.to)}" w:history="1">{run}</w:hyperlink>'
        elif span.href is not None:
            id_ = self.hrefs.setdefault(target(span.href), f"rIdLink{len(self.hrefs) + 1}")
            run = f'<w:hyperlink r:id="{id_}" w:history="1">{run}</w:hyperlink>'
        if span.bookmark is not None:
            start = f'<w:bookmarkStart w:id="{self.first_id}" w:name="{escape(span.bookmark)}"/>'
            run = f'{start}{run}<w:bookmarkEnd w:id="{self.first_id}"/>'
            self.first_id += 1
        return run


def _run(text: object, properties: str) -> str:
    return f'<w:r>{properties}<w:t xml:space="preserve">{text_xml(text)}</w:t></w:r>'


def relationships(existing: bytes | None, hrefs: Mapping[str, str]) -> bytes:
    """The part's relationships with those of the links added."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
    new = Markup("").join(
        Markup('<Relationship Id="{}" Type="{}" Target="{}" TargetMode="External"/>').format(id_, kind, href)
        for href, id_ in hrefs.items()
    )
    if existing is None:
        namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
        head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        return f'{head}<Relationships xmlns="{namespace}">{new}</Relationships>'.encode()
    return existing.replace(b"</Relationships>", f"{new}</Relationships>".encode())
