"""Made-up dossiers and procedures of one commune of Chí Linh: counts that hang together, made in one go."""

from __future__ import annotations

from random import Random

from chi_linh_made import Figures, part


def procedures(made: Figures, rng: Random, skill: float) -> None:
    """Dossiers and procedures, all within one whole; the figures of every quarter add up to the year's."""
    quarters = [rng.randint(180, 420) for _ in range(4)]
    late = [rng.randint(0, round(each * (0.09 - 0.085 * skill))) for each in quarters]
    online = [round(each * min(0.95, rng.uniform(0.3, 0.5) + 0.4 * skill)) for each in quarters]
    solved, all_late, all_online = sum(quarters), sum(late), sum(online)
    received = solved + rng.randint(-15, 25)
    made.quarters["tthc.on-time"] = [(q - n, q) for q, n in zip(quarters, late, strict=True)]
    made.quarters["tthc.online-dossiers"] = list(zip(online, quarters, strict=True))
    made.ratio("tthc.on-time", solved - all_late, solved)
    made.ratio("tthc.online-dossiers", all_online, solved)
    made.ratio("tthc.early", min(solved - all_late, round(solved * rng.uniform(0.35, 0.6 + 0.3 * skill))), solved)
    made.ratio("tthc.internal-electronic", part(rng, skill, solved, 0.7), solved)
    made.ratio("tthc.dossiers-updated", part(rng, skill, solved, 0.85), solved)
    made.ratio("tthc.digitised-on-receipt", part(rng, skill, received, 0.5), received)
    made.ratio("tthc.no-resubmission", round(received * rng.uniform(0.2, 0.45 + 0.3 * skill)), received)
    eligible = min(solved, round(all_online / (0.55 + 0.45 * skill)) + 1)
    made.ratio("tthc.digitised-results", part(rng, skill, eligible), eligible)
    charged = round(solved * rng.uniform(0.4, 0.7))
    made.ratio("tthc.online-payment", round(charged * min(1, rng.uniform(0.1, 0.4) + 0.4 * skill)), charged)
    _apologies(made, rng, skill, all_late)
    _offered(made, rng, skill, all_online)
    before = round(solved * rng.uniform(0.85, 1))
    was_online = round(before * min(0.95, all_online / solved * rng.uniform(0.75, 1.02)))
    made.previous["tthc.online-dossiers"] = f"{{numerator: {was_online}, denominator: {before}}}"
    made.proofs |= dict.fromkeys(made.values, "tx-mot-cua")


def _apologies(made: Figures, rng: Random, skill: float, late: int) -> None:
    if late:
        made.ratio("tthc.apologies", part(rng, skill, late, 0.8), late)
    else:
        made.not_arising["tthc.apologies"] = ("Không có hồ sơ trễ hẹn", "Bộ phận tiếp nhận và trả kết quả")


def _offered(made: Figures, rng: Random, skill: float, all_online: int) -> None:
    """Procedures offered online, those of them on the national portal, and what is between agencies."""
    eligible = rng.randint(70, 110)
    offered = round(eligible * min(1, rng.uniform(0.4, 0.55) + 0.5 * skill))
    made.ratio("tthc.procedures-online", offered, eligible)
    made.ratio("tthc.procedures-national-portal", part(rng, skill, offered, 0.5), offered)
    full = round(offered * rng.uniform(0.4, 0.6))
    made.ratio("tthc.procedures-full-online", part(rng, skill, full, 0.5), full)
    fully = round(all_online * rng.uniform(0.5, 0.7))
    made.ratio("tthc.dossiers-full-online", round(fully * min(1, rng.uniform(0.2, 0.45) + 0.4 * skill)), fully)
    between = rng.randint(20, 60)
    made.ratio("tthc.agency-dossiers-online", part(rng, skill, between), between)
    made.ratio("tthc.agency-dossiers-post", round(between * rng.uniform(0.3, 0.6 + 0.4 * skill)), between)
    asked = rng.randint(0, 5)
    if asked:
        made.ratio("tthc.feedback-handled", part(rng, skill, asked, 0.6), asked)
    else:
        reason = "Trong năm không nhận được phản ánh, kiến nghị về thủ tục hành chính"
        made.not_arising["tthc.feedback-handled"] = (reason, "Văn phòng HĐND và UBND thành phố")
