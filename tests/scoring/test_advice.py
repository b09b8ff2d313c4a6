"""Advice for whole units: what is told is what the engine gives when it is done."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from parindex.model.criteria import CriteriaSet
from parindex.model.unit import Unit
from parindex.scoring.advice import Above, Advice, Goal, advise
from parindex.values.facts import Ratio
from tests.scoring.world import D, criteria, fact, leaf, line, scored, unit, vocabulary

ON = date(2023, 6, 1)
MEETS = {"kind": "meets"}
CLASSES = {"mac-dinh": [{"name": "Khá", "from": "60"}, {"name": "Tốt", "from": "80"}]}


def meets(code: str, points: str, indicator: str, **more: Any) -> Any:
    return leaf(code, points, MEETS, indicator, otherwise={"comparator": ">=", "value": "90"}, **more)


SET = criteria(
    meets("1.1", "4", "ratio.a", evidence=["Báo cáo A"]),
    meets("1.2", "2", "ratio.b"),
    meets("1.3", "1", "ratio.a"),
    leaf("1.4", "3", {"kind": "checklist", "items": [{"id": "x", "points": "1"}, {"id": "y", "points": "2"}]},
         "checklist.c"),
    policy={"classes": CLASSES},
)  # fmt: skip
FACTS = {
    "ratio.a": fact(numerator="85", denominator="100"),
    "ratio.b": fact(numerator="10", denominator="100"),
    "checklist.c": fact(done=["y"]),
}


def advice(set_: CriteriaSet = SET, unit_: Unit | None = None, above: Above | None = None, on: date = ON) -> Advice:
    higher = {id_: {"better": "higher"} for id_ in ("ratio.a", "ratio.b")}
    return advise(unit_ or unit(FACTS), set_, [], vocabulary(set_, **higher), on, above)


def test_moves_are_sorted_by_what_the_whole_sheet_wins() -> None:
    # five more of A win 4 at 1.1 and 1 at 1.3, told at each; 80 more of B win 2; item x wins 1
    moves = advice().doable
    assert [(move.code, move.wins, move.way.more) for move in moves] == [
        ("1.1", 5, 5),
        ("1.3", 5, 5),
        ("1.2", 2, 80),
        ("1.4", 1, None),
    ]
    assert moves[0].evidence == ("Báo cáo A",)


def test_doing_what_is_told_gives_what_is_told() -> None:
    before = scored(SET, unit(FACTS)).totals.earned
    done = {**FACTS, "ratio.a": fact(numerator="90", denominator="100")}
    assert scored(SET, unit(done)).totals.earned - before == 5


def test_the_next_class_takes_the_fewest_things_that_reach_it() -> None:
    # 2 of 10 now; Khá asks for 6: A alone gives 7
    (goal,) = advice().goals
    assert (goal.kind, goal.name, goal.short, goal.reached, goal.index_after) == ("class", "Khá", 40, True, 70)
    assert [move.indicator for move in goal.moves] == ["ratio.a"]


def test_the_least_that_is_enough_is_chosen() -> None:
    # 7 of 10 now, Tốt asks for 8: B would bring 2, the item brings the 1 that is short
    done = {**FACTS, "ratio.a": fact(numerator="90", denominator="100")}
    (goal,) = advice(unit_=unit(done)).goals
    assert (goal.name, goal.index_after) == ("Tốt", 80)
    assert [move.code for move in goal.moves] == ["1.4"]


def test_a_class_out_of_reach_says_how_far_everything_leads() -> None:
    # after the period of the figures nothing can be done
    (goal,) = advice(on=date(2024, 1, 1)).goals
    assert (goal.reached, goal.moves, goal.index_after) == (False, (), 20)


def test_the_highest_class_has_no_goal_above() -> None:
    full = {
        **FACTS,
        "ratio.a": fact(numerator="95", denominator="100"),
        "ratio.b": fact(numerator="95", denominator="100"),
    }
    assert advice(unit_=unit(full)).goals == ()


def place(index: str, *, shared: bool = True) -> Goal:
    return next(goal for goal in advice(above=Above("B", D(index), shared)).goals if goal.kind == "place")


def test_the_place_above_by_printed_or_exact_index() -> None:
    assert [move.code for move in place("40").moves] == ["1.2"]  # 2 + 2 of 10
    # 70 reaches 70,001 where two printed decimals decide, and not where the exact index does
    assert [move.code for move in place("70.001").moves] == ["1.1"]
    assert len(place("70.001", shared=False).moves) == 2
    assert place("100").index_after == 100
    assert place("100.5").reached is False


def test_evidence_that_is_missing_is_told_with_what_stands_to_be_lost_or_won() -> None:
    bare = {**FACTS, "ratio.a": fact(False, numerator="95", denominator="100")}
    stands = advice(unit_=unit(bare)).unproved
    assert [(each.code, each.points, each.wins) for each in stands] == [("1.1", 4, 0), ("1.3", 1, 0)]
    strict = SET.model_copy(update={"policy": SET.policy.model_copy(update={"missing_evidence": "zero"})})
    lost = advice(strict, unit(bare)).unproved
    # evidence belongs to the indicator: proving it for 1.1 proves it for 1.3
    assert [(each.points, each.wins) for each in lost] == [(0, 5), (0, 5)]


def test_a_claim_over_the_computed_score_wins_nothing_twice() -> None:
    claims = unit(FACTS, claims={"1.1": "4"}, explanations={"1.1": "Vì"})
    moves = advice(unit_=claims).doable
    # 1.1 already has 4 by the claim: five more of A win the 1 of 1.3 alone
    assert {move.code: move.wins for move in moves} == {"1.1": 1, "1.3": 1, "1.2": 2, "1.4": 1}
    assert {move.code: move.claim for move in moves} == {"1.1": 4, "1.3": None, "1.2": None, "1.4": None}


def test_what_waits_for_others_is_told_apart() -> None:
    set_ = criteria(leaf("1.1", "4", {"kind": "appraised"}, scored_by="council"), meets("1.2", "2", "ratio.b"))
    (other,) = advice(set_, unit({"ratio.b": FACTS["ratio.b"]})).others
    assert (other.code, other.unreached, other.status, other.reason) == ("1.1", 4, "pending", "pending.council")


def test_what_did_not_arise_is_left_alone() -> None:
    nothing = unit({}, not_arising={"ratio.a": {"reason": "Không có"}, "ratio.b": {"reason": "Không có"}})
    assert {move.code for move in advice(unit_=nothing).doable} == {"1.4"}


def test_the_day_and_the_callers_context_change_nothing_else() -> None:
    from decimal import localcontext

    with localcontext() as context:
        context.prec = 3
        assert advice() == advice()
        (first, *_) = advice().doable
    assert first.way.fact == Ratio(Decimal(90), Decimal(100))
    assert line(advice().sheet, "1.4").self_score == 2
