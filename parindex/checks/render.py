"""Findings as text."""

from __future__ import annotations

import unicodedata
from datetime import date
from decimal import Decimal

from parindex.checks.entry import Words
from parindex.checks.registry import REGISTRY
from parindex.locale.formats import day, number, visible
from parindex.locale.system import system_reason
from parindex.values.findings import Finding, Place
from parindex.values.steps import Datum

WIDEST = 120
"""Columns of a source line that are shown."""

_CLOSE = Words(" Có phải là «{close}»?", " Did you mean “{close}”?")
REMEDY = Words("Cách sửa", "Remedy")


def message(finding: Finding, lang: str = "vi") -> str:
    """The sentence of a finding, with a close match where there is one.

    A datum ``problem_en`` is what the English sentence says for ``problem``.
    """
    words = _words_of(finding, lang)
    text = REGISTRY[finding.code].message.of(lang).format_map(words)
    return text + _CLOSE.of(lang).format_map(words) if "close" in finding.data else text


def remedy(finding: Finding, lang: str = "vi") -> str:
    """How to mend what the finding says."""
    words = _words_of(finding, lang)
    return REGISTRY[finding.code].remedy.of(lang).format_map(words)


def _words_of(finding: Finding, lang: str) -> _Words:
    words = _Words({name: datum_text(datum, lang) for name, datum in finding.data.items()})
    if "reason" in words:
        words["reason"] = system_reason(words["reason"], lang)
    if lang == "en":
        words |= {name.removesuffix("_en"): text for name, text in words.items() if name.endswith("_en")}
    return words


def render(finding: Finding, lang: str = "vi") -> str:
    """``path:line:col: CODE message``, the source line, a caret line, and the remedy."""
    place = finding.place
    file = visible(finding.file)
    where = f"{file}:{place.line}:{place.column}" if place else file
    # What was asked for by a wrong id lies in no file.
    lines = [
        f"{where}: {finding.code} {message(finding, lang)}" if where else f"{finding.code} {message(finding, lang)}"
    ]
    if place is not None and place.text.strip():
        lines += [f"    {line}".rstrip() for line in caret(place)]
    lines.append(f"    {REMEDY.of(lang)}: {remedy(finding, lang)}")
    return "\n".join(lines)


def caret(place: Place) -> tuple[str, str]:
    """The source line and a line of carets under what is meant, aligned in a terminal.

    Letters with combining marks take one cell and East Asian wide ones two; a long line is cut around the place.
    """
    start = place.column - 1
    end = max(start + 1, (place.end_column or 0) - 1)
    text = "".join(" " if char == "\t" else char for char in place.text)
    if _cells(text) > WIDEST:
        text, start, end = _cut(text, start, end)
    width = max(1, _cells(text[start:end]))
    return text, " " * _cells(text[:start]) + "^" * width


def _cut(text: str, start: int, end: int) -> tuple[str, int, int]:
    left = max(0, start - WIDEST // 3)
    right = min(len(text), left + WIDEST * 2 // 3)
    before, after = "…" if left else "", "…" if right < len(text) else ""
    end = min(end, right)
    shift = len(before) - left
    return before + text[left:right] + after, start + shift, end + shift


def _cells(text: str) -> int:
    return sum(_cell(char) for char in text)


def _cell(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in ("W", "F") else 1


def datum_text(datum: Datum, lang: str) -> str:
    """A datum as a sentence of the language prints it."""
    if isinstance(datum, bool):
        return "true" if datum else "false"
    if isinstance(datum, Decimal):
        return number(datum) if lang != "en" else f"{datum:f}"
    if isinstance(datum, date):
        return day(datum) if lang != "en" else datum.isoformat()
    return visible(str(datum))


class _Words(dict[str, str]):
    """A finding without a datum that its sentence names is shown with a blank, never with a fault."""

    def __missing__(self, key: str) -> str:
        return "…"


def plain(words: Words, lang: str = "vi") -> str:
    """A text of the registry with blanks in place of the data of a finding."""
    return words.of(lang).format_map(_Words())
