"""Made-up figures of one commune of Chí Linh: seeded, plausible, and consistent with each other."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from random import Random

from chi_linh_papers import HALVES, QUARTERS, Papers, common

from parindex.model.criteria import Leaf
from parindex.model.indicators import Indicator
from parindex.rules.deadline import Deadline
from parindex.rules.reports import Reports

AS_OF = date(2023, 12, 14)
LAST = date(2023, 12, 29)
"""The unit's file is closed; nothing later has happened yet."""

SELF_COUNTED = "direction.self-score-evidence"
"""Counted from the sheet once everything else is there."""

# How many there are of what a share counts; the TTHC and staff figures hang together and are made in one go.
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
    "tthc.digitised-in-force": (2000, 9000),
    "staff.training-done": (20, 60),
    "digital.work-files-online": (600, 1800),
    "digital.docs-signed": (350, 900),
    "digital.processes-electronic": (10, 20),
    "digital.archive-digitised": (200, 700),
}
PAPER_OF = {
    "direction": "bc-nam", "inst": "bc-phap-luat", "tthc": "tx-mot-cua", "org": "bc-to-chuc",
    "staff": "bc-to-chuc", "fin": "bc-tai-chinh", "digital": "tx-van-ban", "impact": "bc-hai-long",
}  # fmt: skip
_TAKEN = {
    "tthc.simplifications": "qd-nhan-su",
    "direction.initiatives": "qd-nhan-su",
    "inst.field-reports": "bc-the-che",
}
_NO_DELAY = {"tthc.apologies", "tthc.apologies-public"}


@dataclass
class Figures:
    """What the unit's file will say."""

    papers: Papers
    values: dict[str, str] = field(default_factory=dict)
    """By indicator, as flow YAML."""
    proofs: dict[str, str] = field(default_factory=dict)
    """By indicator, as the id of a paper; none where the unit has no proof."""
    shares: dict[str, tuple[int, int]] = field(default_factory=dict)
    quarters: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    reports: dict[str, dict[str, str]] = field(default_factory=dict)
    """By indicator and period, as the id of a paper."""
    not_arising: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Reason and who says so."""
    explanations: dict[str, str] = field(default_factory=dict)
    claims: dict[str, str] = field(default_factory=dict)
    previous: dict[str, str] = field(default_factory=dict)

    def ratio(self, id_: str, part: int, whole: int) -> None:
        """A share."""
        self.shares[id_] = part, whole
        self.values[id_] = f"{{numerator: {part}, denominator: {whole}}}"


def figures(seed: str, unit: str, leaves: list[Leaf], indicators: dict[str, Indicator]) -> Figures:
    """All figures of a unit; the same seed gives the same figures."""
    rng = Random(seed)  # noqa: S311 - made-up figures, no secrets
    skill = _skill(rng)
    made = Figures(common(rng, skill, unit))
    _dossiers(made, rng, skill)
    _staff(made, rng, skill)
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
            count = rng.randint(0, 2) if better else int(rng.random() > 0.5 + 0.5 * skill)
            made.values[id_] = f"{{count: {count}}}"
        case "yes-no":
            made.values[id_] = f"{{answer: {'true' if rng.random() < 0.7 + 0.3 * skill else 'false'}}}"
        case "checklist":
            done = [item for item in indicator.items or {} if rng.random() < 0.55 + 0.45 * skill]
            made.values[id_] = f"{{done: [{', '.join(done)}]}}"
        case "survey":
            if id_ == "impact.sat-service" and rng.random() < 0.4:
                return
            asked = rng.randint(180, 320)
            made.ratio(id_, round(asked * rng.uniform(0.82 + 0.1 * skill, 0.99)), asked)
        case _:
            raise ValueError(f"{id_}: no figures for {indicator.measure}")
    if id_ in made.values and id_ not in made.proofs and made.values[id_] != "{answer: false}":
        made.proofs[id_] = _TAKEN.get(id_, PAPER_OF[id_.partition(".")[0]])


def part(rng: Random, skill: float, whole: int, least: float = 0.4) -> int:
    """A part of a whole: all of it often, else a share about the unit's skill."""
    if rng.random() < 0.15 + 0.35 * skill:
        return whole
    return min(whole, max(0, round(whole * min(1, rng.gauss(least + (1 - least) * skill, 0.1)))))


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
    if id_ == "fin.unit-autonomy-reports" and rng.random() < 0.7:
        made.not_arising[id_] = ("Không có đơn vị sự nghiệp công lập trực thuộc", "Công chức Tài chính - kế toán")
        return
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


def _dossiers(made: Figures, rng: Random, skill: float) -> None:
    """Dossiers: four quarters that add up, and every other count within the same whole."""
    quarters = [rng.randint(180, 420) for _ in range(4)]
    late = [rng.randint(0, round(each * (0.09 - 0.085 * skill))) for each in quarters]
    online = [round(each * min(0.95, rng.uniform(0.3, 0.5) + 0.4 * skill)) for each in quarters]
    solved, all_late, all_online = sum(quarters), sum(late), sum(online)
    received = solved + rng.randint(-15, 25)
    eligible = min(solved, round(all_online / (0.55 + 0.45 * skill)) + 1)
    made.quarters["tthc.on-time"] = [(q - n, q) for q, n in zip(quarters, late, strict=True)]
    made.quarters["tthc.online-dossiers"] = list(zip(online, quarters, strict=True))
    made.ratio("tthc.on-time", solved - all_late, solved)
    made.ratio("tthc.online-dossiers", all_online, solved)
    made.ratio("tthc.online-eligible", all_online, eligible)
    made.ratio("tthc.digitised-results", part(rng, skill, eligible), eligible)
    made.ratio("tthc.internal-electronic", part(rng, skill, solved, 0.7), solved)
    made.ratio("tthc.results-public", part(rng, skill, received, 0.8), received)
    made.ratio("tthc.postal", round(received * rng.uniform(0.02, 0.26)), received)
    charged = round(solved * rng.uniform(0.4, 0.7))
    made.ratio("tthc.online-payment", round(charged * min(1, rng.uniform(0.1, 0.4) + 0.4 * skill)), charged)
    if all_late:
        sorry = part(rng, skill, all_late, 0.8)
        made.ratio("tthc.apologies", sorry, all_late)
        if sorry:
            made.ratio("tthc.apologies-public", part(rng, skill, sorry, 0.8), sorry)
    for id_ in _NO_DELAY - made.values.keys():
        reason = "Không có văn bản xin lỗi phải công khai" if all_late else "Không có hồ sơ trễ hẹn"
        made.not_arising[id_] = (reason, "Bộ phận tiếp nhận và trả kết quả")
    before = round(solved * rng.uniform(0.85, 1))
    was_online = round(before * min(0.95, all_online / solved * rng.uniform(0.75, 1.02)))
    made.previous["tthc.online-dossiers"] = f"{{numerator: {was_online}, denominator: {before}}}"
    made.proofs |= dict.fromkeys(made.values, "tx-mot-cua")


def _staff(made: Figures, rng: Random, skill: float) -> None:
    staff = rng.randint(18, 23)
    officers = staff - rng.randint(8, 10)
    for id_ in ("qualified", "standardised", "in-position", "records-digital", "digital-skills"):
        made.ratio(f"staff.{id_}", part(rng, skill, staff, 0.7), staff)
    made.ratio("staff.rated", staff, staff)
    made.ratio("staff.completion-score", part(rng, skill, officers, 0.6), officers)
    made.proofs |= {id_: "bc-to-chuc" for id_ in made.values if id_.startswith("staff.")}


def _gaps(made: Figures, rng: Random, skill: float, leaves: list[Leaf]) -> None:
    """What real files show: a point without proof, a claim, and now and then a fact that nobody entered."""
    by_indicator = {leaf.indicator: leaf for leaf in leaves}
    for id_ in ("direction.public-oversight", "inst.decentralisation-followed", "tthc.payment-guidance"):
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
        id_ = rng.choice(["digital.archive-digitised", "tthc.procedures-reviewed"])
        made.values.pop(id_)
        made.proofs.pop(id_, None)
