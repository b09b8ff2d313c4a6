"""The result of checking a set: one line, the attainable points leaf by leaf, and plain data."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from parindex.locale.formats import day, number, percent
from parindex.locale.steps import Lang
from parindex.model.criteria import CriteriaSet
from parindex.scoring.bounds import Attained, Bounds
from parindex.values.facts import Answer, Answers, Fact, Issued, Ratio, Sent, Ticks, measured
from parindex.values.numbers import evaluate, plain


def verdict(criteria: CriteriaSet, errors: int, warnings: int, lang: Lang = "vi") -> str:
    """``cap-xa-2023: 92 tiêu chí, 345 ví dụ; không có lỗi``."""
    leaves = [leaf for _, leaf in criteria.leaves()]
    cases = sum(len(leaf.cases) for leaf in leaves)
    if lang == "en":
        result = f"{errors} errors, {warnings} warnings" if errors or warnings else "sound"
        return f"{criteria.id}: {len(leaves)} leaves, {cases} cases; {result}"
    result = f"{errors} lỗi, {warnings} cảnh báo" if errors or warnings else "không có lỗi"
    return f"{criteria.id}: {len(leaves)} tiêu chí, {cases} ví dụ tính tay; {result}"


def bounds_table(criteria: CriteriaSet, bounds: Mapping[str, Bounds], lang: Lang = "vi") -> RenderableType:
    """The best and worst attainable points of each leaf: from which value on, and up to which."""
    heads = ("Mã", "Tối đa", "Cao nhất", "từ mức", "Thấp nhất", "đến mức", "Đã thử")
    if lang == "en":
        heads = ("Code", "Max", "Best", "from", "Worst", "up to", "Tried")
    grid = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for at, head in enumerate(heads):
        grid.add_column(head, justify="left" if at in (0, 3, 5) else "right", no_wrap=at not in (3, 5))
    for _, leaf in criteria.leaves():
        found = bounds.get(leaf.code)
        best, worst = (found.best, found.worst) if found else (None, None)
        grid.add_row(
            Text(leaf.code),
            number(leaf.points),
            *_cells(best),
            *_cells(worst),
            str(found.tried) if found else "–",
        )
    return grid


def bounds_data(bounds: Mapping[str, Bounds]) -> list[dict[str, Any]]:
    """The attainable points as plain data, exact."""
    return [
        {
            "code": code,
            "best": plain(found.best.points) if found.best else None,
            "worst": plain(found.worst.points) if found.worst else None,
            "tried": found.tried,
        }
        for code, found in bounds.items()
    ]


def _cells(attained: Attained | None) -> tuple[Text, Text]:
    if attained is None:
        return Text("–"), Text()
    facts = attained.inputs.facts
    shown = [_fact(fact) if len(facts) == 1 else f"{name} {_fact(fact)}" for name, fact in facts.items()]
    return Text(number(attained.points)), Text("; ".join(shown))


def _fact(fact: Fact) -> str:
    match fact:
        case Answer(yes):
            return "có" if yes else "không"
        case Issued(on):
            return day(on)
        case Ticks(done):
            return f"{len(done)} mục"
        case Sent(reports):
            return f"{len(reports)} báo cáo"
        case Answers(counts):
            return ", ".join(counts)
        case Ratio():
            return percent(evaluate(fact.share))
        case _:
            share = measured(fact)
            return number(evaluate(share)) if share is not None else ""
