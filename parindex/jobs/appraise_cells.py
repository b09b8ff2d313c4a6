"""What an appraiser filled in for one criterion, as acts of the appraisal, or what is wrong with it, cell by cell."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from msgspec import Struct

from parindex.jobs.appraise_figures import Contradicted, Incomplete, Typed, correction
from parindex.locale.formats import points
from parindex.model.criteria import Leaf
from parindex.model.unit import Unit
from parindex.scoring.appraisal import Case
from parindex.values.findings import Finding, Route
from parindex.values.numbers import rounded

AGREED = "Thống nhất với kết quả đang có."
"""The reason of an agreement for which the appraiser wrote none."""
UNCLEAR = "Chưa đủ căn cứ để kết luận."
"""The reason of a request for which the appraiser wrote none."""

Row = Mapping[str, Typed]
"""The cells of a criterion: ``agree``, ``score``, ``reason``, ``request``, ``date``, ``post``, ``standing``."""


class Act(Struct):
    """One act on a criterion: a decision or a request."""

    slot: str
    """What it takes the place of: ``decision``, ``request``, or the indicator that is corrected."""
    data: dict[str, Any]
    """``score``, ``fact``, ``request`` or ``agree``, with ``reason``."""
    places: dict[Route, str]
    """The cells from which it comes, by route within the entry."""
    reasoned: bool = True
    """The appraiser wrote the reason; else it is one that goes without saying."""


class Acts(Struct):
    """The acts of one row."""

    acts: list[Act] = []
    findings: list[Finding] = []

    def wrong(self, code: str, where: str, **data: Any) -> None:
        """Note something that is wrong with a cell."""
        self.findings.append(Finding(code, where, data=data))


def acts_of(leaf: Leaf, row: Row, figures: Mapping[str, list[Typed]], case: Case) -> Acts:
    """What a row says; ``figures`` are the cells of corrected figures by indicator, with what the unit says."""
    found = Acts()
    reason = row["reason"].value
    for id_, cells in figures.items():
        _corrected(leaf, id_, cells, row, case.unit, found)
    corrected = bool(found.acts or found.findings)
    _decided(leaf, row, case, found, corrected=corrected)
    request = row["request"]
    if request.value:
        data = {"reason": reason or UNCLEAR, "request": request.value}
        places: dict[Route, str] = {("request",): request.where, ("reason",): row["reason"].where}
        found.acts.append(Act("request", data, places, bool(reason)))
    if not found.acts and not found.findings and (reason or row["agree"].value):
        found.wrong("E153", row["score"].where, what="điểm, số liệu đúng khác số đã khai, hoặc yêu cầu")
    return found


def _corrected(leaf: Leaf, id_: str, cells: list[Typed], row: Row, unit: Unit, found: Acts) -> None:
    reason = row["reason"]
    try:
        fact = correction(id_, cells, unit, reason.value)
    except Incomplete as problem:
        found.wrong("E153", problem.where, what=problem.what)
        return
    except Contradicted as problem:
        found.wrong("E154", problem.where, other=problem.other)
        return
    if fact is None:
        return
    if not reason.value:
        found.wrong("E153", reason.where, what=f"lý do sửa số liệu của tiêu chí {leaf.code}")
        return
    places = {("fact", *each.route[1:]): each.where for each in cells} | {("reason",): reason.where}
    places[("fact",)] = next(each.where for each in cells if each.changed)
    found.acts.append(Act(id_, {"reason": reason.value, "fact": fact}, places))


def _decided(leaf: Leaf, row: Row, case: Case, found: Acts, *, corrected: bool) -> None:
    """The score of the row, or that the one that stands is agreed with."""
    agree, score, reason = row["agree"], row["score"], row["reason"]
    given = Decimal(score.value) if score.value else None
    standing = Decimal(row["standing"].base) if row["standing"].base else None
    if given is not None and leaf.counts == "penalty":
        given = abs(given)
    if given is not None and given > leaf.points:
        found.wrong("E343", score.where, criterion=leaf.code, score=given, max=leaf.points)
        return
    same = given is not None and standing is not None and _same(given, standing, leaf, case)
    agreed = agree.value == "true" or same
    if corrected and (given is not None or agree.value == "true"):
        where = score.where if given is not None else agree.where
        found.wrong("E154", where, other="số liệu đúng: máy chấm lại theo số liệu ấy")
    elif agree.value == "true" and standing is None and _waits(leaf, case):
        found.wrong("E349", agree.where, criterion=leaf.code)
    elif agree.value == "true" and given is not None and not same:
        found.wrong("E154", score.where, other=f"«Thống nhất» với điểm đang có ({points(standing)})")
    elif agree.value == "false" and same:
        found.wrong("E154", agree.where, other=f"điểm thẩm định, vẫn bằng điểm đang có ({points(standing)})")
    elif agreed:
        places: dict[Route, str] = {("agree",): (score if same else agree).where, ("reason",): reason.where}
        data = {"reason": reason.value or AGREED, "agree": True}
        found.acts.append(Act("decision", data, places, bool(reason.value)))
    elif given is not None and not reason.value:
        found.wrong("E153", reason.where, what=f"lý do cho điểm {points(given)} ở tiêu chí {leaf.code}")
    elif given is not None:
        places = {("score",): score.where, ("reason",): reason.where}
        found.acts.append(Act("decision", {"reason": reason.value, "score": str(given)}, places))


def _waits(leaf: Leaf, case: Case) -> bool:
    """Whether only the council or a survey scores it: what did not arise can be agreed with, though it has no score."""
    return any(line.code == leaf.code and line.status == "pending" for line in case.submitted.leaves())


def _same(given: Decimal, standing: Decimal, leaf: Leaf, case: Case) -> bool:
    """Whether a typed score is the one that stands, exact or as it is printed."""
    rounding = case.criteria.policy.rounding
    typed = -given if leaf.counts == "penalty" else given
    return typed in (standing, rounded(standing, rounding.digits, rounding.mode))
