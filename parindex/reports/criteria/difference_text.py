"""The differences of two sets as a terminal view, as Markdown and as plain data for JSON."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict
from pydantic import BaseModel
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from parindex.locale.steps import Lang
from parindex.reports.criteria.difference import DiffView, Entry
from parindex.scoring.diff import SetDiff
from parindex.values.numbers import plain


def terminal(view: DiffView, lang: Lang = "vi") -> RenderableType:
    """Section by section; of each field the old line, then the new one."""
    parts: list[RenderableType] = [Text(view.title, style="bold")]
    for section in view.sections:
        parts += [Text(), Text(f"{section.title} ({len(section.entries)})", style="bold")]
        for entry in section.entries:
            parts.append(Padding(Text(entry.head), (0, 0, 0, 2)))
            parts += [Padding(line, (0, 0, 0, 4)) for line in _lines(entry)]
    if not view.sections:
        parts.append(Text("No differences." if lang == "en" else "Hai bộ tiêu chí chấm như nhau."))
    return Group(*parts, Text(), Text(view.summary))


def _lines(entry: Entry) -> list[Text]:
    told = [Text(entry.told)] if entry.told else []
    for fact in entry.facts:
        label = f"{fact.label}: " if fact.label else ""
        if len(fact.before) + len(fact.after) + len(label) < 60:
            told.append(Text(f"{label}{fact.before} → {fact.after}"))
            continue
        if label:
            told.append(Text(label.strip()))
        told += [Text(f"- {fact.before}", style="red"), Text(f"+ {fact.after}", style="green")]
    return told


def markdown(view: DiffView, lang: Lang = "vi") -> str:
    """A document for a review: headings, bullets, fields old and new."""
    lines = [f"# {_escaped(view.title)}", "", view.summary]
    for section in view.sections:
        lines += ["", f"## {section.title} ({len(section.entries)})", ""]
        for entry in section.entries:
            lines.append(f"- **{_escaped(entry.head)}**" + (f": {_escaped(entry.told)}" if entry.told else ""))
            for fact in entry.facts:
                label = f"{fact.label}: " if fact.label else ""
                lines.append(f"  - {label}{_escaped(fact.before)} → {_escaped(fact.after)}")
    if not view.sections:
        lines += ["", "No differences." if lang == "en" else "Hai bộ tiêu chí chấm như nhau."]
    return "\n".join(lines) + "\n"


def _escaped(text: str) -> str:
    """Text that Markdown does not take for markup."""
    return "".join(f"\\{char}" if char in "\\`*_[]<>#|" else char for char in text)


def data(diff: SetDiff) -> dict[str, Any]:
    """The differences as plain data: numbers as text, exact; sets by id."""
    found: dict[str, Any] = {"format": "1", "before": diff.before.id, "after": diff.after.id}
    for name, value in asdict(diff).items():
        found.setdefault(name, _plain(value))
    return found


def _plain(value: object) -> Any:
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    if isinstance(value, Struct):
        return {name: _plain(each) for name, each in asdict(value).items()}
    if isinstance(value, dict):
        return {str(key): _plain(each) for key, each in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_plain(each) for each in value]
    if isinstance(value, Decimal):
        return plain(value)
    return value.isoformat() if isinstance(value, date) else value
