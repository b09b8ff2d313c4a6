"""What would win the points that were not reached, criterion by criterion, from the working of the sheet."""

from __future__ import annotations

from decimal import Decimal

from parindex.locale.formats import number
from parindex.model.sheet import Line, Sheet
from parindex.reports.view.leaves import NOT_SCORED, Groups
from parindex.reports.view.task_words import short_period
from parindex.reports.view.words import Scores, listed, series, small
from parindex.reports.working import bound_text

_MOST = 5
"""Criteria with the largest gaps that are named."""


def proposed(sheet: Sheet, score: Scores) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """A lead and items on the criteria with the largest gaps; nothing where all is reached."""
    short = [leaf for leaf in Groups(sheet.leaves()).short if leaf.unreached]
    bare = [leaf for leaf in short if leaf.status in NOT_SCORED]
    largest = sorted((leaf for leaf in short if leaf not in bare), key=lambda leaf: -(leaf.unreached or Decimal(0)))
    told = [f"{leaf.name} ({leaf.code}): {words}" for leaf in largest if (words := remedy_of(leaf, score))][:_MOST]
    if bare:
        which = f"{len(bare)} tiêu chí chưa chấm được" if len(bare) > 1 else f"tiêu chí {bare[0].name} ({bare[0].code})"
        told.append(f"Bổ sung số liệu, tài liệu kiểm chứng để có căn cứ chấm {which}")
    if not told:
        return (), ()
    whole = len(told) - bool(bare) + len(bare) == len(short)
    which = "các tiêu chí còn điểm chưa đạt" if whole else "các tiêu chí có điểm chưa đạt lớn nhất"
    return (f"Việc cần làm để đạt điểm của {which}:",), listed(told)


def remedy_of(leaf: Line, score: Scores) -> str:
    """What would win the rest of a criterion's points; empty where the working does not tell."""
    if leaf.more is not None:
        counts = f" {leaf.more.counts}" if leaf.more.counts else ""
        reach = f"(đạt {number(leaf.more.numerator)}) để được {score(leaf.more.points)} điểm"
        return f"cần thêm {number(leaf.more.more)}{counts} {reach}"
    match leaf.rule:
        case "checklist":
            left = [
                small(name) for fact in leaf.facts for id_, name in fact.items.items() if id_ not in (fact.done or ())
            ]
            return f"thực hiện nội dung chưa làm: {series(left)}" if left else ""
        case "reports":
            late = [short_period(step.words["period"]) for step in leaf.steps if step.what == "reports.late"]
            never = [short_period(step.words["period"]) for step in leaf.steps if step.what == "reports.missing"]
            said = [f"gửi đúng hạn báo cáo {series(late)}"] if late else []
            said += [f"gửi đủ báo cáo, kể cả {series(never)}"] if never else []
            return "; ".join(said) and f"lập lịch báo cáo, {'; '.join(said)}"
        case "deadline":
            done = any(step.what in ("deadline.late", "deadline.later") for step in leaf.steps)
            return "ban hành, thực hiện đúng hạn" if done else "ban hành, thực hiện trong năm"
        case "per_case":
            adds = any(step.what == "per_case.add" for step in leaf.steps)
            return "tăng số lượng được công nhận" if adds else "không để phát sinh trường hợp bị trừ điểm"
    if leaf.target is not None and leaf.met is False:
        return f"phấn đấu đạt chỉ tiêu {bound_text(leaf.target, leaf)}"
    return ""
