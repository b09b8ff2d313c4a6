"""A comparison as Markdown, ready to be posted under a pull request."""

from __future__ import annotations

import re

from parindex.locale.formats import by_set
from parindex.reports.comparison.words import change, codes, facts, index, notes, score, signed, title
from parindex.scoring.compare import Comparison, Difference

MARK = "<!-- parindex compare -->"
"""The first line, by which a bot finds the comment that it posted before."""


def markdown(found: Comparison, *, whole: bool = False) -> str:
    """The comparison; only what differs, unless ``whole``. Names from files are shown as they are, never as markup."""
    lines = [
        MARK,
        f"### Chỉ số CCHC: {_heading(found)}",
        "",
        f"**{index(found.a)} → {index(found.b)}, chênh lệch {signed(found.change, found.b.rounding)}**",
        "",
        *(f"{_text(note)}  " for note in notes(found)),
        "",
        "| Lĩnh vực | A (%) | B (%) | B − A |",
        "|---|---:|---:|---:|",
        *(
            f"| {_text(domain.name)} | {by_set(domain.a, found.a.rounding)} | {by_set(domain.b, found.b.rounding)} "
            f"| {signed(domain.change, found.b.rounding)} |"
            for domain in found.domains
        ),
        "",
    ]
    shown = [each for each in found.differences if whole or each.changed]
    if shown:
        lines += ["| Mã | Tiêu chí | A | B | B − A | Số liệu |", "|---|---|---:|---:|---:|---|", *map(_row, shown), ""]
    if same := len(found.differences) - len(shown):
        lines.append(f"{same} tiêu chí không đổi.")
    return "\n".join(lines).rstrip() + "\n"


def _heading(found: Comparison) -> str:
    first, second = title(found.a), title(found.b)
    return _text(second) if first == second else f"{_text(first)} (A) và {_text(second)} (B)"


def _row(each: Difference) -> str:
    first, second = facts(each.a), facts(each.b)
    figures = first if first == second else f"{first or '–'} → {second or '–'}"
    cells = (codes(each), each.name, score(each.a), score(each.b), change(each), figures)
    return "| " + " | ".join(_text(cell) for cell in cells) + " |"


def _text(words: str) -> str:
    """Text that Markdown and HTML leave alone; mentions and references notify nobody."""
    words = re.sub(r"\s+", " ", words)
    words = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    words = re.sub(r"([\\`*_\[\]|~])", r"\\\1", words)
    return re.sub(r"([@#])(?=\w)", "\\1\N{WORD JOINER}", words)
