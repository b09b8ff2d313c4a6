"""What a domain reached and what it did not, in prose that follows the results."""

from __future__ import annotations

from decimal import Decimal

from parindex.model.sheet import Line
from parindex.reports.view.data import Part
from parindex.reports.view.leaves import NOT_SCORED, Groups, by_reason, gap_of, names, total_gap, why_short
from parindex.reports.view.words import Scores, letter, listed, sentence


def domain_part(line: Line, index: int, score: Scores) -> Part:
    """What a domain reached, what it did not and why, and what is not scored."""
    totals, groups = line.totals, Groups(line.leaves())
    head = line.name
    if totals is not None and totals.scorable:
        head += f": {score(totals.earned)}/{score(totals.scorable)} điểm, đạt {score.share(totals.index)}"
    said = _reached(groups, score)
    gap = total_gap(totals, groups, score)
    if len(groups.short) == 1:
        said.append(sentence(f"Chưa đạt {gap} điểm ở tiêu chí {_short(groups.short[0], score, gap=False)}"))
    if groups.not_arising:
        said.append(f"Không phát sinh, không tính vào điểm tối đa: {names(groups.not_arising, score)}.")
    said += [f"Chưa chấm, {why}: {names(leaves, score)}." for why, leaves in by_reason(groups.pending)]
    said += [_extra(leaf, score) for leaf in groups.extra]
    paragraphs = (" ".join(said),) if said else ()
    if len(groups.short) < 2:
        return Part(letter(index), head, paragraphs)
    lead = f"Chưa đạt {gap} điểm ở {len(groups.short)} tiêu chí:"
    return Part(letter(index), head, (*paragraphs, lead), listed(_short(leaf, score) for leaf in groups.short))


def _extra(leaf: Line, score: Scores) -> str:
    points = leaf.self_score or Decimal(0)
    verb = f"Được cộng {score(points)} điểm thưởng" if points > 0 else f"Bị trừ {score(-points)} điểm phạt"
    return sentence(f"{verb}: {leaf.name}")


def _reached(groups: Groups, score: Scores) -> list[str]:
    full, counted = len(groups.full), len(groups.full) + len(groups.short)
    if not counted:
        return []
    if full == counted:
        if full == 1:
            return [f"Tiêu chí {groups.full[0].name} đạt điểm tối đa."]
        whole = "của lĩnh vực" if full == len(groups.all) else "đã chấm"
        return [f"Cả {full} tiêu chí {whole} đều đạt điểm tối đa."]
    if full == 0:
        return ["Chưa có tiêu chí nào đạt điểm tối đa."] if counted > 1 else []
    return [f"Đạt điểm tối đa {full}/{counted} tiêu chí: {names(groups.full, score)}."]


def _short(leaf: Line, score: Scores, *, gap: bool = True) -> str:
    words = f"{leaf.name} ({leaf.code}): "
    if leaf.status in NOT_SCORED and not leaf.self_score:
        said = f"không được điểm trên {score(leaf.max)} điểm tối đa"
    else:
        said = f"tự chấm {score(leaf.self_score)}/{score(leaf.max)} điểm"
    if gap:
        said += f", chưa đạt {gap_of(leaf, score)} điểm"
    why = why_short(leaf)
    return f"{words}{said}; {why}" if why else f"{words}{said}"
