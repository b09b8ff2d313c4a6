"""Made-up figures of one commune of Chí Linh: seeded, plausible, and consistent with each other."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from random import Random

from chi_linh_made import Figures, part
from chi_linh_papers import HALVES, QUARTERS, common
from chi_linh_tthc import procedures

from parindex.model.criteria import Leaf
from parindex.model.indicators import Indicator
from parindex.rules.deadline import Deadline
from parindex.rules.reports import Reports

AS_OF = date(2023, 12, 14)
LAST = date(2023, 12, 29)
"""The unit's file is closed; nothing later has happened yet."""

SELF_COUNTED = "direction.self-score-evidence"
"""Counted from the sheet once everything else is there."""

# How many there are of what a share counts; dossiers, staff and documents hang together and are made in one go.
RANGES = {
    "direction.assigned-tasks-on-time": (40, 90),
    "direction.inspections-done": (2, 5),
    "inst.docs-lawful": (1, 3),
    "inst.docs-reviewed": (12, 30),
    "inst.docs-handled": (3, 8),
    "inst.new-policies-deployed": (6, 14),
    "inst.education-sessions": (8, 20),
    "tthc.procedures-reviewed": (8, 20),
    "tthc.procedures-public": (150, 180),
    "inst.anticorruption-disseminated": (4, 12),
    "tthc.digitised-in-force": (2000, 9000),
    "tthc.digitised-backlog": (800, 3000),
    "tthc.internal-procedures-public": (10, 20),
    "staff.training-done": (20, 60),
    "digital.work-files-online": (600, 1800),
    "digital.online-meetings": (20, 48),
    "digital.eid-users": (400, 900),
}
COUNTS = {"direction.news-items": (2, 14), "tthc.communication": (0, 7)}
"""How many there may be of what is counted one by one; else 0 to 2."""
ASKED = {"impact.sat-land-investment": (50, 120)}
"""How many answered a survey; else 180 to 320, of whom those are some."""
PAPER_OF = {
    "direction": "bc-nam", "inst": "bc-phap-luat", "tthc": "tx-mot-cua", "org": "bc-to-chuc",
    "staff": "bc-to-chuc", "fin": "bc-tai-chinh", "digital": "tx-van-ban", "impact": "bc-hai-long",
}  # fmt: skip
_TAKEN = {
    "tthc.simplifications": "qd-nhan-su",
    "direction.initiatives": "qd-nhan-su",
    "direction.par-in-emulation": "qd-nhan-su",
}


def figures(seed: str, unit: str, leaves: list[Leaf], indicators: dict[str, Indicator]) -> Figures:
    """All figures of a unit; the same seed gives the same figures."""
    rng = Random(seed)  # noqa: S311 - made-up figures, no secrets
    skill = _skill(rng)
    made = Figures(common(rng, skill, unit))
    procedures(made, rng, skill)
    _staff(made, rng, skill)
    _sent(made, rng, skill)
    made.keep({leaf.indicator for leaf in leaves})
    for leaf in leaves:
        id_ = leaf.indicator
        if id_ is None or id_ in made.values or id_ in made.not_arising or indicators[id_].derived:
            continue
        if id_ != SELF_COUNTED:
            _leaf(made, rng, skill, leaf, indicators[id_])
    _gaps(made, rng, skill, leaves)
    made.papers.number()
    return made


def last_year(seed: str) -> Decimal:
    """Last year's index of the unit with a seed, by which the units were ranked then."""
    return Decimal(f"{60 + 35 * _skill(Random(seed)):.2f}")  # noqa: S311 - made-up figures, no secrets


def _skill(rng: Random) -> float:
    """How well the unit works; the first thing that is drawn."""
    return round(rng.uniform(0.25, 1), 3)


def _leaf(made: Figures, rng: Random, skill: float, leaf: Leaf, indicator: Indicator) -> None:
    id_ = indicator.id
    match indicator.measure:
        case "date":
            _date(made, leaf, indicator)
        case "reports":
            _reports(made, rng, skill, leaf, id_)
        case "ratio" if id_ == "inst.docs-lawful" and rng.random() < 0.4:
            reason = "Trong năm không ban hành văn bản quy phạm pháp luật"
            made.not_arising[id_] = (reason, "Công chức Tư pháp - hộ tịch")
        case "ratio":
            low, high = RANGES.get(id_, (10, 40))
            whole = rng.randint(low, high)
            made.ratio(id_, part(rng, skill, whole), whole)
        case "count":
            better = indicator.better == "higher"
            low, high = COUNTS.get(id_, (0, 2))
            count = rng.randint(low, high) if better else int(rng.random() > 0.5 + 0.5 * skill)
            made.values[id_] = f"{{count: {count}}}"
        case "yes-no":
            made.values[id_] = f"{{answer: {'true' if rng.random() < 0.7 + 0.3 * skill else 'false'}}}"
        case "checklist":
            done = [item for item in indicator.items or {} if rng.random() < 0.55 + 0.45 * skill]
            made.values[id_] = f"{{done: [{', '.join(done)}]}}"
        case "survey":
            if id_ == "impact.sat-service" and rng.random() < 0.4:
                return
            low, high = ASKED.get(id_, (180, 320))
            asked = rng.randint(low, high)
            made.ratio(id_, round(asked * rng.uniform(0.82 + 0.1 * skill, 0.99)), asked)
        case _:
            raise ValueError(f"{id_}: no figures for {indicator.measure}")
    if id_ in made.values and id_ not in made.proofs and made.values[id_] != "{answer: false}":
        made.proofs[id_] = _TAKEN.get(id_, PAPER_OF[id_.partition(".")[0]])


def _date(made: Figures, leaf: Leaf, indicator: Indicator) -> None:
    rule = leaf.rule
    if not isinstance(rule, Deadline) or rule.due is None:
        raise ValueError(f"{leaf.code}: a deadline of the set is needed")
    last = min(rule.due.as_due().last_day, LAST)
    kind = {
        "direction.index-reported": "BC-UBND",
        "direction.self-score-reported": "BC-UBND",
        "fin.thrift-program-issued": "CTr-UBND",
    }
    symbol = kind.get(indicator.id, "QĐ-UBND" if indicator.id.startswith("org.f") else "KH-UBND")
    if symbol == "KH-UBND" and last.month == 12:
        last = date(2023, 2, 28)  # the set grants the whole year; a plan of the year is of use at its start
    file = {"BC-UBND": "bao-cao", "QĐ-UBND": "quyet-dinh"}.get(symbol, "ke-hoach")
    paper = indicator.id.replace(".", "-")
    name = indicator.name.removeprefix("Ban hành ").removesuffix(" năm")
    day = made.papers.issued(paper, f"{name[:1].upper()}{name[1:]} năm 2023", last, symbol=symbol, file=file)
    if day > LAST:
        del made.papers.by_id[paper]
        made.values[indicator.id] = "{answer: false}"
        made.explanations[leaf.code] = "Đến ngày tự chấm chưa ban hành."
    else:
        made.values[indicator.id] = f"{{date: {day}}}"
        made.proofs[indicator.id] = paper


def _reports(made: Figures, rng: Random, skill: float, leaf: Leaf, id_: str) -> None:
    if not isinstance(leaf.rule, Reports):
        raise ValueError(f"{leaf.code}: reports are needed")
    year = _TAKEN.get(id_, PAPER_OF[id_.partition(".")[0]])
    names = {**QUARTERS, **HALVES, "2023": "nam"}
    sent: dict[str, str] = {}
    for required in leaf.rule.required:
        single = len(leaf.rule.required) == 1
        if single or id_ == "direction.par-reports" or rng.random() < 0.8 + 0.2 * skill:
            sent[required.period] = year if single else f"bc-{names[required.period]}"
    made.reports[id_] = sent
    if len(sent) < len(leaf.rule.required):
        made.explanations[leaf.code] = "Có kỳ không gửi báo cáo do thay đổi người phụ trách."


def _staff(made: Figures, rng: Random, skill: float) -> None:
    staff = rng.randint(18, 23)
    for id_ in ("qualified", "standardised", "in-position", "work-online"):
        made.ratio(f"staff.{id_}", part(rng, skill, staff, 0.7), staff)
    made.ratio("staff.rated", staff, staff)
    made.ratio("digital.official-email", part(rng, skill, staff, 0.8), staff)
    made.proofs |= {id_: "bc-to-chuc" for id_ in made.values if id_.startswith("staff.")}
    made.proofs["digital.official-email"] = "tx-van-ban"


def _sent(made: Figures, rng: Random, skill: float) -> None:
    """Documents of the year, and those of them that go to other offices."""
    issued = rng.randint(350, 900)
    sent = round(issued * rng.uniform(0.6, 0.9))
    made.ratio("digital.docs-signed", part(rng, skill, issued), issued)
    made.ratio("digital.docs-exchanged", part(rng, skill, sent, 0.7), sent)
    made.proofs |= dict.fromkeys(("digital.docs-signed", "digital.docs-exchanged"), "tx-van-ban")


def _gaps(made: Figures, rng: Random, skill: float, leaves: list[Leaf]) -> None:
    """What real files show: a point without proof, a claim, and now and then a fact that nobody entered."""
    by_indicator = {leaf.indicator: leaf for leaf in leaves}
    for id_ in ("direction.public-oversight", "inst.decentralisation-followed", "tthc.e-certification-met"):
        if made.values[id_] == "{answer: true}" and rng.random() < 0.3:
            made.proofs.pop(id_)
            code = by_indicator[id_].code
            made.explanations[code] = "Đã thực hiện, đang hoàn thiện biên bản; sẽ bổ sung minh chứng khi thẩm định."
    sorry, late = made.shares.get("tthc.apologies", (0, 0))
    if sorry < late and rng.random() < 0.4:
        made.claims["3.1.2"] = "0.5"
        made.explanations["3.1.2"] = (
            "Một số văn bản xin lỗi gửi qua bưu điện bị trả lại nên chưa tính; đề nghị xem xét."
        )
    if skill < 0.6 and rng.random() < 0.5:
        id_ = rng.choice(["tthc.digitised-backlog", "tthc.procedures-reviewed"])
        made.values.pop(id_)
        made.proofs.pop(id_, None)
