"""The examples of a city, a department and a province: points, domains and totals worked out by hand."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from parindex.files.library import Library
from parindex.files.load import load_model
from parindex.model.sheet import Line, Sheet
from parindex.model.unit import Unit
from parindex.scoring.sheet import score

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
LIBRARY = Library()


@dataclass(frozen=True)
class Hand:
    """One unit, as worked out from its figures and the text of its plans before any program ran."""

    folder: str
    points: dict[str, str]
    """Leaves that do not get all their points; every other leaf that is scored does."""
    shares: dict[str, Fraction]
    """Points that are no finite decimal."""
    domains: dict[str, str]
    """Sums of the points of a domain without its ``shares``."""
    pending: str
    not_arising: dict[str, str]
    """Points of the leaves left out."""
    unsupported: str
    claim: tuple[str, str]


# Miền 1: 1,5 + (1,475+0,85+0,875+0,5+0) + (0,5+0,8+0,5) + (1+1) + (1+0,25+0,5) = 10,75
# Miền 2: (1+1+0,75) + (1,5+1+0,5+1) + (1+0,9) = 8,65
# Miền 3: (3+1+2+0,375+1+0,475+0,25+0,8) + (1+1,5+0,75+1,425+0,9375+0,45+0,9375+0+0,5+0,5)
#         + (1+0,5+0,9+1+1+0,5+1+0,4+0,4+0,5+0+0,1+0,1875+0,25) + (1+0,5+0,25+0+0,25+0,15)
#         = 8,9 + 8 + 7,7375 + 2,15 = 26,7875
# Miền 4: 1+1+0,8+1+0,5+0,8 = 5,1; miền 5: (1+0,5+1) + (1+0,475) + (0,5+0,5) = 4,975
# Miền 6: (1,5+0+1) + (1+1+1+0,82) = 6,32; miền 8: 1,84+1,78+0,86+1 = 5,48
# Miền 7: (2,5+1,47+1+1+0,75) + (1,5+1+0,5+1+0,9+1) = 12,62
HUNG_YEN = Hand(
    "hung-yen-2023",
    {
        "1.2.2": "1.475",  # 118/120: 1,5 × 118 ÷ 120
        "1.2.3": "0.85",  # 3 × 0,25 + báo cáo 9 tháng gửi 25/9, hạn 20/9: 0,1
        "1.2.4": "0.875",  # 16 nhiệm vụ có hạn trong năm: 1 chậm (PL.I.4), 1 quá hạn (PL.II.5): 1 × 14 ÷ 16
        "1.2.6": "0",
        "1.3.2": "0.8",  # 8/10
        "1.3.3": "0.5",  # 6/8 = 75%: khoảng từ 50 đến dưới 80
        "1.5.4": "0.25",  # 1 sáng kiến × 0,25
        "2.1.5": "0.75",  # 3/4, chỉ tiêu 100% (II.1.c)
        "2.3.3": "0.9",  # 9/10, chỉ tiêu 100% (II.1.b)
        "3.1.6": "0.375",  # 60%, phấn đấu 80% (II.2.a): 0,5 × 60 ÷ 80
        "3.1.8": "0.475",  # 57/60 = 95%
        "3.1.9": "0.25",  # 30/60 = 50%: đúng mức sàn
        "3.1.10": "0.8",  # 3.384/8.460 = 40%, ngưỡng 50%: 1 × 40 ÷ 50
        "3.2.6": "0.75",  # 45%, bằng 90% của ngưỡng 50%: khoảng từ 80 đến dưới 100
        "3.2.8": "1.425",  # 228/240 = 95%, chỉ tiêu 100% (II.2.g): 1,5 × 95 ÷ 100
        "3.2.9": "0.9375",  # 171/228 = 75%, chỉ tiêu 80% (II.2.g): 1 × 75 ÷ 80
        "3.2.10": "0.45",  # 90/100
        "3.2.12": "0.9375",  # 6.345/8.460 = 75%, ngưỡng 80%: 1 × 75 ÷ 80
        "3.2.13": "0",  # 40%, dưới mức sàn 50%
        "3.3.3": "0.9",  # 18/20
        "3.3.9": "0.4",  # 8/10: 0,5 × 80 ÷ 100
        "3.3.11": "0.4",  # 4 × 0,1
        "3.3.13": "0",  # 5 đơn vị, ngưỡng 6; đơn vị tự chấm 0,25
        "3.3.15": "0.1",  # 14/7, hạn 30/6: chậm 14 ngày
        "3.3.16": "0.1875",  # 30/40 = 75%: 0,25 × 75 ÷ 100
        "3.4.8": "0",  # chưa ban hành
        "3.4.10": "0.15",  # 3 × 0,05
        "4.1.8": "0.8",  # 96/1.200 = 8%, ngưỡng 10%
        "4.1.11": "0.8",  # 1/50 = 2%, chỉ tiêu 2,5% (II.3.a): 1 × 2 ÷ 2,5
        "5.2.2": "0.475",  # 190/200
        "5.3.1": "0.5",  # 10/4, hạn 31/3
        "6.1.4": "0",  # 4 đơn vị, bằng năm trước
        "6.2.7": "0.82",  # 410/500 = 82%, ngưỡng trên 90%
        "7.1.6": "1.47",  # 98%, chỉ tiêu 100% (II.6.a)
        "7.1.10": "0.75",  # 30%, ngưỡng 40%
        "7.2.8": "0.9",  # 90% chưa đạt "trên 90%"
        "8.1": "1.84",  # 368/400 = 92%: 2 × 92 ÷ 100
        "8.2": "1.78",  # 356/400 = 89%
        "8.3": "0.86",  # 129/150 = 86%
    },
    {
        "1.2.1": Fraction(2 * 122, 124),  # 140 việc, trừ 9 không phát sinh, 3 chưa đến hạn, 4 không rõ; 2 chưa xong
        "3.2.11": Fraction(11, 24),  # 1.320/2.400 = 55%, phấn đấu 60% (II.6.d): 0,5 × 55 ÷ 60
        "3.3.10": Fraction(11, 24),  # 0,5 × 11 ÷ 12
        "5.1.6": Fraction(57, 58),  # 1.197/1.218, chỉ tiêu 100% (II.4.b)
        "7.1.7": Fraction(14, 15),  # 42/60 = 70%, ngưỡng 75%
    },
    {
        "1": "10.75", "2": "8.65", "3": "26.7875", "4": "5.1", "5": "4.975", "6": "6.32", "7": "12.62", "8": "5.48"
    },
    "1.5",  # 1.1.3 (0,5) chờ hội đồng; 8.6 (1) chờ điều tra
    {"3.3.14": "0.25", "6.1.6": "1", "8.4": "1", "8.7": "1", "8.8": "1"},
    "1.4.2",
    ("3.3.13", "0.25"),
)  # fmt: skip
# Miền 1: (0,75+0,8) + (1,425+1+0,5+0) + (0,5+0,75) + 1 + (0,25+0,6+0+0,5) = 8,075
# Miền 2: (1+1+0,75+0,5) + (1+0,5+0,25) + 1 = 6
# Miền 3: (4+1+2+0,40625+1+0,45+0+1) + (1+0,9+1,5+1,5+0,45+0,9375+0,3)
#         + (0,5+1+0,85+1+0,5+1+0,5+0,3+0,75+0,5) + (0,75+1) = 9,85625 + 6,5875 + 6,9 + 1,75 = 25,09375
# Miền 4: đủ 7; miền 5: (2+1+1+1) + (1+0,425) + (1+1,5+0,5) = 9,425; miền 6: 1,5 + (1+0,5+0+1+1) = 5
# Miền 7: (2,5+1,9+1+1,35+1) + (1,5+0,6+0,5) = 10,35; miền 8: 3,52
PHONG_NOI_VU = Hand(
    "phong-noi-vu-chi-linh-2023",
    {
        "1.1.1": "0.75",  # 16/01, hạn trước 15/01: chậm, trong 15 ngày
        "1.1.2": "0.8",  # 4 trong 5 mục × 0,2
        "1.2.2": "1.425",  # 76/80 = 95%: 1,5 × 95 ÷ 100
        "1.2.6": "0",
        "1.3.2": "0.75",  # 9/12
        "1.5.1": "0.25",  # 06/02, hạn 31/01
        "1.5.2": "0.6",  # 3 × 0,2
        "1.5.4": "0",
        "2.1.3": "0.75",  # 3/5 = 60%, ngưỡng 80%
        "2.2.6": "0.25",  # gửi 17/11, hạn trước 15/11
        "3.1.6": "0.40625",  # 65%, ngưỡng 80%: 0,5 × 65 ÷ 80
        "3.1.8": "0.45",  # 36/40
        "3.1.9": "0",  # 18/40 = 45%, dưới mức sàn 50%; đơn vị tự chấm 0,2
        "3.2.3": "0.9",  # 135/150
        "3.2.10": "0.45",  # 9/10
        "3.2.12": "0.9375",  # 183/244 = 75%, ngưỡng 80%
        "3.2.13": "0.3",  # 150/250 = 60%
        "3.3.1": "0.5",  # 12/4, hạn 31/3: chậm 12 ngày
        "3.3.4": "0.85",  # 3 × 0,25 + quý III gửi 26/9: 0,1
        "3.3.11": "0.3",  # 3 × 0,1
        "3.3.18": "0.75",  # 05/6, hạn của Phòng trước 31/5 (PL.I.1), không phải 31/7 của bộ
        "3.4.2": "0.75",  # thiếu quý II
        "5.2.2": "0.425",  # 17/20
        "6.2.3": "0",  # thiếu một mục: không có điểm
        "7.1.2": "1.9",  # 95%
        "7.1.6": "1.35",  # 288/320 = 90%
        "7.2.5": "0.6",  # 3 × 0,2
        "8.2": "3.52",  # 176/200 = 88%: 4 × 88 ÷ 100
    },
    {
        "1.2.1": Fraction(2 * 21, 23),  # 25 việc, trừ 1 không phát sinh, 1 chưa rõ; 2 chưa xong
        "1.4.3": Fraction(82, 2 * 83),  # 83 tiêu chí tự chấm, thiếu minh chứng 1
        "3.2.9": Fraction(10, 11),  # 15/22, chỉ tiêu 75% của Chí Linh: (15 ÷ 22) ÷ 0,75
        "3.2.11": Fraction(5, 12),  # 50%, ngưỡng 60%
        "3.3.7": Fraction(4, 9),  # 80%, ngưỡng 90%
        "5.1.2": Fraction(8, 9),
    },
    {"1": "8.075", "2": "6", "3": "25.09375", "4": "7", "5": "9.425", "6": "5", "7": "10.35", "8": "3.52"},
    "4.5",  # 1.1.3 (0,5) và 8.1 (4)
    {"1.2.4": "1", "1.3.3": "1", "2.2.1": "1.5", "2.2.8": "0.5", "2.2.9": "1", "3.2.6": "1", "3.3.10": "0.5"},
    "4.1.12",
    ("3.1.9", "0.2"),
)
# Miền 1: 1,5 + (0,85+0,5+1+1) + (0,5+0,9+0,75+1) + (1+1) + (1+0,5+0,5) = 12
# Miền 2: (1+1+1+0,5+1) + (0+0,5+1+0,5+0) + 0,95 = 7,45
# Miền 3: (4+0) + (1+0,8+1,4+0,75+1,5+0,5+1) + (1+0,95+1+1+0,5+0,5+1+0,48) + (1+0,5) = 18,88
# Miền 4: (1,5+1+0,5+0,8+0,9+0+1) + (0,5+1) = 7,2; miền 5: (0,5+1+1+0) + (1+0,475+0,5) + (1+0,5+0,5) = 6,475
# Miền 6: (1,5+1+0,85+1) + (1+1+1+1+0) = 8,35; miền 7: (2,5+1,96+1+0,95+0,95) + (1+0,5+1+1+1) = 11,86
# Miền 8: 2,715 + 1 + 0 + 0 = 3,715
HAI_DUONG = Hand(
    "hai-duong-2023",
    {
        "1.2.3": "0.85",  # báo cáo năm gửi 27/12, hạn 20/12
        "1.3.2": "0.9",  # 18/20
        "1.3.3": "0.75",  # 10/12 = 83,3%: khoảng từ 80 đến dưới 100
        "2.2.1": "0",  # 38/40
        "2.2.2": "0.5",  # 1 văn bản: trừ 0,5
        "2.2.10": "0",
        "2.3.2": "0.95",  # 57/60
        "3.1.2": "0",  # 8.550/9.000; đơn vị tự chấm 0,5
        "3.2.3": "0.8",  # 144.000/180.000
        "3.2.4": "1.4",  # 70%, ngưỡng 75%: 1,5 × 70 ÷ 75
        "3.2.6": "0.75",  # 40%, đúng 80% của ngưỡng 50%: khoảng từ 80
        "3.3.3": "0.95",
        "3.3.10": "0.48",  # 96/100: 0,5 × 96 ÷ 100
        "4.1.6": "0.5",  # vượt 1: trừ 0,5
        "4.1.7": "0.8",  # 96/2.400 = 4%, ngưỡng 5%
        "4.1.8": "0.9",  # 2.700/30.000 = 9%, ngưỡng 10%
        "4.1.13": "0",
        "5.1.12": "0",
        "5.2.2": "0.475",  # 95%
        "5.3.3": "0.5",  # 3 trường hợp, loại 1 có lý do: 1,5 − 2 × 0,5
        "6.1.3": "0.85",  # quý II gửi 23/6, hạn 20/6
        "6.2.11": "0",  # 98,4%, ngưỡng 100%
        "7.1.2": "1.96",  # 98%
        "7.1.8": "0.95",  # 3.135/3.300
        "7.1.9": "0.95",  # 76%, ngưỡng 80%
        "8.1": "2.715",  # 905/1.000: 3 × 90,5 ÷ 100
        "8.11": "0",  # 17.500 tỷ, năm trước 19.000 tỷ
        "8.12": "0",  # 11.160/18.000 = 10.540/17.000 = 62%: bằng năm trước
    },
    {
        "1.2.1": Fraction(2 * 182, 184),  # 185 việc, trừ 1 không rõ; 2 đang thực hiện; chỉ tiêu 100% (I.1)
        "3.2.9": Fraction(14, 15),  # 70%, ngưỡng 75%
        "8.13": Fraction(14, 15),
    },
    {"1": "12", "2": "7.45", "3": "18.88", "4": "7.2", "5": "6.475", "6": "8.35", "7": "11.86", "8": "3.715"},
    "4.5",  # 1.1.3 (0,5), 8.2 (3), 8.5 (1)
    {"1.2.4": "1", "8.4": "1", "8.9": "1"},
    "1.2.7",
    ("3.1.2", "0.5"),
)
HANDS = [HUNG_YEN, PHONG_NOI_VU, HAI_DUONG]
BY_NAME = pytest.mark.parametrize("hand", HANDS, ids=[hand.folder for hand in HANDS])


def sheet_of(hand: Hand) -> Sheet:
    unit, _ = load_model(EXAMPLES / hand.folder / "unit.yaml", Unit)
    plans = [LIBRARY.plan(id_) for id_ in unit.plans]
    return score(unit, LIBRARY.criteria(unit.criteria), plans, LIBRARY.indicators)


SHEETS = {hand.folder: sheet_of(hand) for hand in HANDS}


def leaves(hand: Hand) -> dict[str, Line]:
    return {line.code: line for line in SHEETS[hand.folder].leaves()}


def close(value: Decimal | None, fraction: Fraction) -> bool:
    return value is not None and abs(Fraction(value) - fraction) < Fraction(1, 10**30)


@BY_NAME
def test_points_are_those_worked_out_by_hand(hand: Hand) -> None:
    found = leaves(hand)
    assert {code: found[code].computed for code in hand.points} == {k: Decimal(v) for k, v in hand.points.items()}
    assert [code for code, points in hand.shares.items() if not close(found[code].computed, points)] == []


@BY_NAME
def test_every_other_leaf_that_is_scored_has_all_its_points(hand: Hand) -> None:
    less = hand.points.keys() | hand.shares.keys()
    rest = [line for code, line in leaves(hand).items() if line.computed is not None and code not in less]
    assert [line.code for line in rest if line.computed != line.max] == []
    assert all(line.computed != line.max for code, line in leaves(hand).items() if code in less)


@BY_NAME
def test_domains_add_up(hand: Hand) -> None:
    for line in SHEETS[hand.folder].lines:
        shares = sum(points for code, points in hand.shares.items() if code.startswith(f"{line.code}."))
        assert close(line.computed, Fraction(hand.domains[line.code]) + shares), line.code


@BY_NAME
def test_totals_by_hand(hand: Hand) -> None:
    totals = SHEETS[hand.folder].totals
    computed = sum((Fraction(each) for each in hand.domains.values()), Fraction(0)) + sum(hand.shares.values())
    out = sum(map(Decimal, hand.not_arising.values()), Decimal(0))
    scorable = 100 - Decimal(hand.pending) - out
    earned = computed + Fraction(hand.claim[1])  # điểm tính của tiêu chí tự chấm khác là 0
    assert totals.max == 100
    assert (totals.pending, totals.not_arising, totals.scorable) == (Decimal(hand.pending), out, scorable)
    assert (totals.missing, totals.unsupported) == (Decimal(0), Decimal(1))
    assert close(totals.computed, computed) and close(totals.earned, earned)
    assert totals.index is not None and close(totals.index, earned * 100 / Fraction(scorable))
    assert totals.provisional and totals.rescaled


@BY_NAME
def test_every_status_and_a_claim_are_there(hand: Hand) -> None:
    found, sheet = leaves(hand), SHEETS[hand.folder]
    counts = Counter(line.status for line in found.values())
    assert counts.keys() == {"scored", "pending", "unsupported", "not_arising"}
    assert {code for code, line in found.items() if line.status == "not_arising"} == hand.not_arising.keys()
    assert all(found[code].max == Decimal(points) for code, points in hand.not_arising.items())
    assert found[hand.unsupported].status == "unsupported" and found[hand.unsupported].explanation
    code, claimed = hand.claim
    assert (found[code].claimed, found[code].self_score, found[code].computed) == (
        Decimal(claimed),
        Decimal(claimed),
        Decimal(0),
    )
    assert found[code].explanation
    assert {line.reason for line in found.values() if line.status == "pending"} == {"pending.council", "pending.survey"}
    assert sheet.findings == ()


@pytest.mark.parametrize(
    ("hand", "code", "plan", "section"),
    [
        (HUNG_YEN, "3.1.1", "hung-yen-2023", "II.2.a"),  # 8.022/8.400 = 95,5%: đạt "trên 95%"
        (HUNG_YEN, "4.1.11", "hung-yen-2023", "II.3.a"),
        (HUNG_YEN, "7.1.1", "hung-yen-2023", "II.6.b"),
        (PHONG_NOI_VU, "3.3.18", "chi-linh-tthc-2023", "PL.I.1"),
        (PHONG_NOI_VU, "3.2.8", "chi-linh-2023", "II.3.1"),
        (HAI_DUONG, "1.2.1", "hai-duong-2023", "I.1"),
        (HAI_DUONG, "6.2.8", "hai-duong-2023", "II.6.d"),
    ],
)
def test_targets_come_from_the_plans(hand: Hand, code: str, plan: str, section: str) -> None:
    target = leaves(hand)[code].target
    assert target is not None and target.cite is not None
    assert (target.cite.plan, target.cite.section) == (plan, section)
