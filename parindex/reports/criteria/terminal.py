"""A criteria set in a terminal of 80 columns and more."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from parindex.locale.policies import LEVEL, word
from parindex.locale.steps import Lang
from parindex.model.criteria import CriteriaSet
from parindex.reports.criteria.view import Row, SetView

LABELS: Mapping[str, tuple[str, str]] = {
    "measures": ("Số liệu", "Fact"),
    "how": ("Cách chấm", "Scoring"),
    "target": ("Chỉ tiêu", "Target"),
    "evidence": ("Minh chứng", "Evidence"),
    "scorer": ("Người chấm", "Scored by"),
    "counts": ("Cách tính", "Counts as"),
    "not_arising": ("Không phát sinh", "Not arising"),
    "note": ("Ghi chú", "Note"),
}
"""What is said of a leaf, in this order."""


def show_set(view: SetView, lang: Lang = "vi") -> RenderableType:
    """The set with its policy, then every domain, group and leaf."""
    head = [_pairs(view.labels)] if view.labels else []
    said = {label for row in view.rows for label, _ in details(row, lang)}
    width = max(map(cell_len, said), default=0) + 2
    return Group(Text(view.title, style="bold"), *head, *(_row(row, lang, width) for row in view.rows))


def show_list(sets: Sequence[CriteriaSet], lang: Lang = "vi") -> RenderableType:
    """The known sets, one a line: id, level, year, number of criteria, title."""
    vi = lang == "vi"
    grid = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), expand=True, header_style="bold")
    grid.add_column("Mã" if vi else "Id", no_wrap=True)
    grid.add_column("Cấp" if vi else "Level", no_wrap=True)
    grid.add_column("Năm" if vi else "Year", no_wrap=True)
    grid.add_column("Tiêu chí" if vi else "Leaves", justify="right", no_wrap=True)
    grid.add_column("Tên" if vi else "Title", ratio=1)
    for criteria in sets:
        level = word(LEVEL, criteria.level, lang).partition(" (")[0]
        count = str(sum(1 for _ in criteria.leaves()))
        grid.add_row(Text(criteria.id), level, str(criteria.year), count, Text(criteria.title))
    return grid


def details(row: Row, lang: Lang = "vi") -> Iterator[tuple[str, str]]:
    """What is said of a leaf, label by label."""
    side = 0 if lang == "vi" else 1
    said = {
        "measures": "; ".join(row.measures),
        "how": " ".join(row.how),
        "target": own_threshold(row, lang),
        "evidence": "; ".join(row.evidence),
        "scorer": scorer(row, lang),
        "counts": row.counts,
        "not_arising": row.not_arising,
        "note": row.note,
    }
    for key, labels in LABELS.items():
        if text := said[key]:
            yield labels[side], text


def own_threshold(row: Row, lang: Lang = "vi") -> str | None:
    """``ngưỡng tham chiếu: từ 95% trở lên``: what counts where no plan sets a target."""
    if row.threshold is None:
        return None
    return f"{'threshold of the set' if lang == 'en' else 'ngưỡng tham chiếu'}: {row.threshold}"


def scorer(row: Row, lang: Lang = "vi") -> str:
    """Who scores, and who appraises."""
    if not row.appraised_by:
        return row.scored_by
    if lang == "en":
        return f"{row.scored_by}; appraised by {row.appraised_by}"
    return f"{row.scored_by}; {row.appraised_by} thẩm định"


def _row(row: Row, lang: Lang, width: int) -> RenderableType:
    head = Table.grid(expand=True, padding=(0, 2, 0, 0))
    head.add_column(no_wrap=True)
    head.add_column(ratio=1)
    head.add_column(justify="right", no_wrap=True)
    name = row.name.upper() if row.level == "domain" else row.name
    head.add_row(Text(row.code), Text(name), Text(row.points), style="bold" if row.level != "leaf" else "")
    indent = 2 * max(0, row.depth - 1)
    if row.level != "leaf":
        return Padding(head, (1 if row.level == "domain" else 0, 0, 0, indent))
    body = Padding(_pairs(tuple(details(row, lang)), width), (0, 0, 0, 2))
    return Padding(Group(head, body), (0, 0, 0, indent))


def _pairs(pairs: tuple[tuple[str, str], ...], width: int = 0) -> RenderableType:
    """Labels and texts in two columns; the same width for all leaves, so that they stand in line."""
    grid = Table.grid(padding=0)
    width = width or max((cell_len(label) for label, _ in pairs), default=0) + 2
    grid.add_column(width=width, no_wrap=True)
    grid.add_column(ratio=1)
    for label, text in pairs:
        grid.add_row(Text(label, style="cyan"), Text(text))
    return grid
