"""What the registry says about a code, as text."""

from __future__ import annotations

from parindex.checks.entry import Entry, Words
from parindex.checks.examples import EXAMPLES
from parindex.checks.render import REMEDY, plain

_ARROWS = {"\t": "→"}

_WHY = Words("Vì sao", "Why")
_BAD = Words("Sai", "Wrong")
_GOOD = Words("Đúng", "Right")
_SEVERITY = {
    "error": Words("lỗi", "error"),
    "warning": Words("cảnh báo", "warning"),
    "note": Words("lưu ý", "note"),
}


def explain(entry: Entry, lang: str = "vi") -> str:
    """Everything that the registry says about a code."""
    parts = [
        f"{entry.code} ({_SEVERITY[entry.severity].of(lang)}): {plain(entry.message, lang)}",
        f"{_WHY.of(lang)}: {entry.why.of(lang)}",
        f"{REMEDY.of(lang)}: {plain(entry.remedy, lang)}",
    ]
    if (example := EXAMPLES.get(entry.code)) is not None:
        bad, good = example.shown(lang)
        parts += [f"{_BAD.of(lang)}:\n{_indented(bad)}", f"{_GOOD.of(lang)}:\n{_indented(good)}"]
    return "\n".join(parts)


def _indented(text: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in visible(text).split("\n")).rstrip()


def visible(text: str) -> str:
    """An example, with arrows for tabs and escapes for what cannot be seen."""
    return "".join(
        char if char == "\n" or char.isprintable() else _ARROWS.get(char, f"\\u{ord(char):04x}") for char in text
    )
