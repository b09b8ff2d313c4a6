"""The cells that a unit fills in: where each stands, what it may hold, and where its value belongs in the unit's file.

Sheets, rows and columns are known by keys that stand in a hidden row and a hidden column of every sheet, never by
position or by name: a row that was moved and a sheet that was renamed are still found.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Literal, get_args

from msgspec import Struct

from parindex.values.findings import Route
from parindex.values.numbers import plain

FORM_FORMAT = "1"
"""Version of what a form looks like inside; an older form is refused by name, never misread."""
MARK = "parindex-form"
"""Begins the first cell of every sheet of a form, with the sheet's key after a slash."""
UNIT_FORM, APPRAISAL_FORM, RESPONSE_FORM = "unit", "appraisal", "response"
"""What a workbook is for, as its hidden sheet says: figures of a unit, an agency's appraisal, the unit's answers."""
HIDDEN = "parindex"
"""The name of the hidden sheet that says which unit, set and version the form is of, and lists its cells."""

Kind = Literal[
    "number", "whole", "percent", "day", "text", "lines", "yes-no", "tick", "form", "conductor", "authority",
    "document", "document-id",
]  # fmt: skip
"""What a cell may hold. ``percent`` is a number of percents: 97.5, never 0.975; ``lines`` are the items of a list."""
KINDS: tuple[str, ...] = get_args(Kind)
LABEL = "label"
"""In place of a kind: the cell is locked, and still says what it said, unless rows were mixed up."""

NUMBERS: tuple[Kind, ...] = ("number", "whole", "percent")

YES, NO = "Có", "Không"
CHOICES: Mapping[Kind, Mapping[str, str]] = {
    "yes-no": {"true": YES, "false": NO},
    "tick": {"true": YES, "false": NO},
    "form": {
        "administrative": "Văn bản hành chính",
        "party": "Văn bản của Đảng",
        "legal-normative": "Văn bản quy phạm pháp luật",
        "extract": "Trích xuất hệ thống",
        "screenshot": "Ảnh chụp màn hình",
        "media": "Tin bài và phát thanh",
        "link": "Liên kết trên mạng",
        "physical": "Hiện vật hoặc hồ sơ giấy",
    },
    "authority": {
        "TM.": "TM. (thay mặt)",
        "KT.": "KT. (ký thay)",
        "Q.": "Q. (quyền)",
        "TL.": "TL. (thừa lệnh)",
        "TUQ.": "TUQ. (thừa ủy quyền)",
    },
    "conductor": {"self": "Đơn vị tự làm", "superior": "Cấp trên", "independent": "Đơn vị độc lập"},
}
"""The values of a list and how the form shows them: without commas, which part the entries of a list in Excel."""


class Field(Struct, frozen=True):
    """One cell to fill in."""

    sheet: str
    row: str
    column: str
    route: Route
    """Where the value belongs. Of a tick the last key is the item; of a new document the id is ``+`` and a number."""
    kind: Kind
    base: str = ""
    """What stood in the file when the form was made, as text: what the cell still says was not changed."""

    def as_row(self) -> tuple[str, ...]:
        """As a row of the hidden sheet."""
        return (self.sheet, self.row, self.column, json.dumps(self.route, ensure_ascii=False), self.kind, self.base)


class Label(Struct, frozen=True):
    """One locked cell by which a line, or without a row a column, is known to the eye."""

    sheet: str
    row: str
    column: str
    text: str

    def as_row(self) -> tuple[str, ...]:
        """As a row of the hidden sheet."""
        return (self.sheet, self.row, self.column, "", LABEL, self.text)


def from_row(row: tuple[str, ...]) -> Field:
    """A field from a row of the hidden sheet; raises ``ValueError`` for anything else."""
    sheet, line, column, route, kind, base = row
    if kind not in KINDS:
        raise ValueError(kind)
    steps = json.loads(route)
    if not isinstance(steps, list) or not steps or not all(isinstance(step, str | int) for step in steps):
        raise ValueError(route)
    return Field(sheet, line, column, tuple(steps), kind, base)  # type: ignore[arg-type]


def at(data: Any, route: Route) -> Any:
    """The value at the end of a route in the raw data of a file; ``None`` where there is none."""
    for step in route:
        if isinstance(data, list):
            data = data[step] if isinstance(step, int) and step < len(data) else None
        else:
            data = data.get(step) if isinstance(data, dict) else None
    return data


def stated(kind: Kind, route: Route, data: Any) -> str:
    """What a file says at a field, as the text by which values are compared; empty when it says nothing."""
    if kind == "tick":
        done = at(data, route[:-1])
        return "" if not isinstance(done, list) else "true" if route[-1] in done else "false"
    value = at(data, route)
    if kind == "lines":
        return "\n".join(line for item in value for line in lines_of(str(item))) if isinstance(value, list) else ""
    if value is None or isinstance(value, dict | list):
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if kind in NUMBERS:
        return plain(Decimal(value))
    return folded(str(value))


def lines_of(text: str) -> list[str]:
    """The lines of a cell that say something."""
    return [line for each in text.splitlines() if (line := folded(each))]


def folded(text: str) -> str:
    """Text as it is compared and kept: composed letters, one kind of line end, no blanks around it."""
    return unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n").strip()


def shown(kind: Kind, text: str) -> str:
    """A compared text as its cell shows it: ``14/12/2023``, ``97,5``, ``Có``."""
    if kind in CHOICES:
        return CHOICES[kind].get(text, text)
    if kind in NUMBERS:
        return text.replace(".", ",")
    if kind == "day" and len(parts := text.split("-")) == 3:
        return "/".join(reversed(parts))
    return text
