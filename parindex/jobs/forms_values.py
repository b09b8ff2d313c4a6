"""What was typed into a cell of a form, as the text that the unit's file would hold, or why it cannot be told."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date, datetime, time
from decimal import Decimal
from difflib import get_close_matches
from typing import Any

from msgspec import Struct

from parindex.files.source import FORBIDDEN
from parindex.jobs.forms_book import Cell
from parindex.locale.alphabet import slug
from parindex.reports.forms.cells import CHOICES, NUMBERS, Field, folded, lines_of
from parindex.values.numbers import is_whole, plain
from parindex.values.steps import Datum


class Problem(Struct, frozen=True):
    """Why a cell cannot be read: a diagnostic and what it names."""

    code: str
    data: dict[str, Datum] = {}


_YES = frozenset({"có", "co", "x", "✓", "✔", "v", "true", "đúng", "1", "yes"})
_NO = frozenset({"không", "khong", "k", "false", "sai", "0", "no", "-", "–"})
_DASHES = frozenset({"-", "–", "—", "/", "…", "..."})
"""How nothing is written into a cell; in one of a number it could mean 0, and is asked about."""
_DOC_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_ONE_LINE = frozenset({
    "number", "title", "issuer", "signer", "at", "file", "link", "receiver",
    "place", "agency_above", "on_behalf_of", "signer_title", "post",
})  # fmt: skip
"""Keys of what is one line by nature: breaks that were pasted along would tear the lines of a report's tables."""
_DIGITS = 15
_SPACES = re.compile(r"[\s\u00a0\u202f]+")


def read_value(each: Field, cell: Cell, documents: Collection[str]) -> str | Problem:
    """The text that the file would hold, empty for an empty cell; ``documents`` are the ids that evidence may name."""
    if cell.merged:
        return Problem("E170")
    if cell.error:
        return Problem("E171", {"value": cell.error})
    value = cell.value
    bare = folded(value) if isinstance(value, str) else value
    if bare is None or bare == "":
        return ""
    if bare in _DASHES and bare != each.base and each.kind not in (*NUMBERS, *CHOICES):
        return ""
    if each.kind in NUMBERS:
        return _number(each, cell, value)
    if each.kind == "day":
        return _day(value)
    if each.kind in CHOICES:
        return _choice(each, value)
    text = _text(value)
    if isinstance(text, Problem):
        return text
    if each.kind == "lines":
        return "\n".join(lines_of(text))
    if each.kind == "document":
        return _document(text, documents)
    if each.kind == "document-id":
        return _document_id(text)
    # What stood so in the file stays: a cell that nobody touched changes nothing.
    return " ".join(text.split()) if each.route[-1] in _ONE_LINE and text != each.base else text


def _number(each: Field, cell: Cell, value: Any) -> str | Problem:
    if isinstance(value, bool | date | time):
        return Problem("E172", {"value": _shown(value)})
    if isinstance(value, int | float):
        if cell.percent:
            shown = plain(Decimal(_digits(value)) * 100)
            return Problem("E176", {"value": f"{shown}%".replace(".", ","), "right": shown.replace(".", ",")})
        found = Decimal(_digits(value))
        return plain(found) if each.kind != "whole" or is_whole(found) else _divided(value)
    return _number_text(each, folded(str(value)))


def _digits(value: float) -> str:
    """A number as Excel shows it: 15 digits, so that 0,1 + 0,2 is 0,3."""
    return f"{value:.{_DIGITS}g}"


def _number_text(each: Field, text: str) -> str | Problem:
    """A number typed as text: Vietnamese or English marks, where only one reading is possible."""
    bare = _SPACES.sub("", text)
    if each.kind == "percent":
        bare = bare.removesuffix("%")
    sign = "-" if bare.startswith("-") else ""
    bare = bare.removeprefix("-")
    readings: set[str] = set()
    if re.fullmatch(r"\d+", bare):
        readings.add(bare)
    for thousands, point in ((".", ","), (",", ".")):
        if re.fullmatch(rf"\d+\{point}\d+", bare):
            readings.add(bare.replace(point, "."))
        if re.fullmatch(rf"[1-9]\d{{0,2}}(\{thousands}\d{{3}})+(\{point}\d+)?", bare):
            readings.add(bare.replace(thousands, "").replace(point, "."))
    if each.kind == "whole":  # 1.200 cases are 1200, never 1,2
        given, readings = readings, {reading for reading in readings if is_whole(Decimal(reading))}
        if given and not readings:
            return _divided(text)
    if not readings:
        return Problem("E172", {"value": _shown(text)})
    if len(readings) > 1:
        one, other = sorted(readings, key=Decimal, reverse=True)
        return Problem("E173", {"value": text, "one": one, "other": other.replace(".", ",")})
    return plain(Decimal(sign + readings.pop()))


def _divided(value: float | str) -> Problem:
    return Problem("E160", {"value": _shown(value).replace(".", ",")})


def _day(value: Any) -> str | Problem:
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if not isinstance(value, str):
        return Problem("E174", {"value": _shown(value)})
    text = re.sub(r"\s*([/.-])\s*", r"\1", folded(value).lower())
    text = re.sub(r"[t ]0?0:00(:00(\.0+)?)?$", "", text)  # a day that passed through a program that keeps the hour
    for pattern, order in (
        (r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", (2, 1, 0)),
        (r"(\d{4})[/-](\d{1,2})[/-](\d{1,2})", (0, 1, 2)),
        (r"(?:ngày\s+)?(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})", (2, 1, 0)),
    ):
        if match := re.fullmatch(pattern, text, re.ASCII if "ng" not in pattern else 0):
            year, month, day = (int(match.groups()[place]) for place in order)
            try:
                return date(year, month, day).isoformat()
            except ValueError:
                break
    return Problem("E174", {"value": _shown(value)})


def _choice(each: Field, value: Any) -> str | Problem:
    options = CHOICES[each.kind]
    if isinstance(value, bool):
        given = "true" if value else "false"
    else:
        given = folded(_digits(value) if isinstance(value, float) else str(value)).lower()
    for key, label in options.items():
        if given in (key, label.lower()):
            return key
    if each.kind in ("yes-no", "tick"):
        if given in _YES:
            return "true"
        if given in _NO:
            return "false"
    return Problem("E175", {"value": _shown(value), "allowed": ", ".join(options.values())})


def _text(value: Any) -> str | Problem:
    if isinstance(value, date | time):
        return Problem("E177", {"value": _shown(value)})
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return plain(Decimal(_digits(value)))
    text = folded(str(value))
    if found := FORBIDDEN.search(text):
        return Problem("E189", {"character": f"U+{ord(found[0]):04X}"})
    return text


def _document(text: str, documents: Collection[str]) -> str | Problem:
    for id_ in (text, text.lower()):
        if id_ in documents:
            return id_
    near = get_close_matches(text.lower(), documents, n=1, cutoff=0.6)
    return Problem("E179", {"value": _shown(text), **({"close": near[0]} if near else {})})


def _document_id(text: str) -> str | Problem:
    id_ = text.lower()
    if _DOC_ID.fullmatch(id_) and len(id_) <= 80:
        return id_
    right = slug(id_)[:80] or "bc-01"
    return Problem("E178", {"value": _shown(text), "right": right})


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, datetime | date):
        return f"{value:%d/%m/%Y}"
    text = _digits(value) if isinstance(value, float) else str(value)
    return text if len(text) <= 60 else text[:59] + "…"
