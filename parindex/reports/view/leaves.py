"""One criterion in words: what was reached, and why points were not."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from parindex.locale.steps import REASON, STATUS, STEP
from parindex.model.sheet import FactLine, Line, Sheet, Totals
from parindex.reports.view.words import Scores, series
from parindex.reports.working import bound_text, fact_text, step_text
from parindex.values.numbers import rounded

_GOOD = frozenset(
    {"meets.met", "proportional.met", "deadline.on_time", "reports.on_time", "checklist.done", "checklist.all"}
)
_SAID = frozenset(
    {"meets.not_met", "proportional.below_floor", "proportional.of_hundred", "proportional.of_target", "survey.index"}
)
"""Steps that a comparison of result and target says already, and better."""
NOT_SCORED = ("missing", "no_target", "invalid")
"""Earns nothing and stays in the maximum."""


class Groups:
    """The leaves of a part of the sheet, sorted by what there is to say of them."""

    def __init__(self, leaves: Iterable[Line]) -> None:
        self.all = tuple(leaves)
        normal = [leaf for leaf in self.all if leaf.counts == "normal"]
        self.pending = [leaf for leaf in normal if leaf.status == "pending"]
        self.not_arising = [leaf for leaf in normal if _left_out(leaf)]
        counted = [leaf for leaf in normal if leaf.status != "pending" and not _left_out(leaf)]
        self.full = [leaf for leaf in counted if _full(leaf)]
        self.short = [leaf for leaf in counted if not _full(leaf)]
        """Below the maximum, those without figures among them."""
        self.extra = [leaf for leaf in self.all if leaf.counts != "normal" and leaf.self_score]
        """Bonus and penalty points that were given."""


def _left_out(leaf: Line) -> bool:
    return leaf.status == "not_arising" and leaf.computed is None


def _full(leaf: Line) -> bool:
    return leaf.self_score is not None and leaf.self_score >= leaf.max


def gap_of(leaf: Line, score: Scores) -> str:
    """The points that a criterion did not reach, so that they make its maximum with those printed."""
    return score.gap(leaf.max, leaf.self_score)


def total_gap(totals: Totals | None, groups: Groups, score: Scores) -> str:
    """The points not reached: what could be scored less those earned, unless points were added or taken away."""
    if totals is not None and not groups.extra:
        return score.gap(totals.scorable, totals.earned)
    return score(sum((leaf.max - (leaf.self_score or 0) for leaf in groups.short), Decimal(0)))


def differs(leaf: Line) -> bool:
    """Whether the unit claims another score than the computed one."""
    return leaf.claimed is not None and leaf.claimed != leaf.computed


def why_short(leaf: Line) -> str:
    """Why the criterion is below its maximum, in the words of its own working."""
    if leaf.status in NOT_SCORED:
        return reason(leaf)
    words = [_brief(fact, leaf) for fact in leaf.facts[:1] if _tells(fact)]
    if words and leaf.target is not None and leaf.met is False:
        words.append(f"chỉ tiêu: {bound_text(leaf.target, leaf)}")
    for step in leaf.steps:
        if step.what in STEP and step.what not in _GOOD and not (words and step.what in _SAID):
            words.append(step_text(step, leaf))
    return "; ".join(words)


def _tells(fact: FactLine) -> bool:
    """Whether the fact itself says something; reports and checklists are told step by step."""
    return fact.value is not None or fact.date is not None or fact.answer is not None


def _brief(fact: FactLine, leaf: Line) -> str:
    """The fact without its day, a share to two decimals where that does not hide the distance to the target."""
    changes: dict[str, object] = {"as_of": None}
    if fact.value is not None:
        near = rounded(fact.value, 2, "half-up")
        if leaf.target is None or near != leaf.target.value:
            changes["value"] = near
    words = fact_text(fact.but(**changes))
    return f"thực hiện {words}" if fact.date is not None else f"kết quả {words}"


def reason(leaf: Line) -> str:
    """The reason of a line without a score."""
    for step in leaf.steps:
        if step.what in REASON:
            return REASON[step.what][0].format_map(step.words)
    if leaf.reason in REASON:
        return REASON[leaf.reason][0]
    # The unit's own words have spaces; a message id that has no sentence must not be printed.
    return leaf.reason if leaf.reason and " " in leaf.reason else STATUS[leaf.status or "missing"][0]


def by_reason(leaves: Iterable[Line]) -> list[tuple[str, list[Line]]]:
    """Lines without a score, by their reason in words."""
    found: dict[str, list[Line]] = {}
    for leaf in leaves:
        found.setdefault(reason(leaf), []).append(leaf)
    return list(found.items())


def sum_of(leaves: Iterable[Line]) -> Decimal:
    """The maxima of some criteria together."""
    return sum((leaf.max for leaf in leaves), Decimal(0))


def named(leaf: Line, score: Scores) -> str:
    """``Kế hoạch CCHC năm (1,50 điểm)``."""
    return f"{leaf.name} ({score(leaf.max)} điểm)"


def names(leaves: Iterable[Line], score: Scores) -> str:
    """The criteria with their maxima, as a list in a sentence."""
    return series([named(leaf, score) for leaf in leaves])


def result_text(leaf: Line, sheet: Sheet) -> str:
    """The facts of a criterion, with last year's value where there is one."""
    texts = []
    for fact in leaf.facts:
        words = _fact(fact)
        if fact.previous is not None:
            words += f" (năm {sheet.year - 1}: {_previous(fact)})"
        texts.append(f"{fact.name}: {words}" if len(leaf.facts) > 1 else words)
    return ";\n".join(texts)


def _fact(fact: FactLine) -> str:
    if fact.numerator is None and fact.value is None and fact.date is None and fact.answer is None and not fact.items:
        return "theo từng báo cáo, nêu ở cột Cách tính"
    return fact_text(fact)


def _previous(fact: FactLine) -> str:
    return _value(fact, fact.previous)


def _value(fact: FactLine, value: Decimal | None) -> str:
    near = None if value is None else rounded(value, 2, "half-up")
    return fact_text(FactLine(indicator="", name="", counts=fact.counts, value=near, percent=fact.percent))


def change_text(fact: FactLine, year: int) -> str:
    """``Tỷ lệ …: 97% (năm 2022: 95,5%)``."""
    held = " (số tạm tính)" if fact.provisional else ""
    return f"{fact.name}: {_value(fact, fact.value)}{held} (năm {year}: {_previous(fact)})"
