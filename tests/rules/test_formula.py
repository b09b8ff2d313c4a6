"""Points by a formula over named facts."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError
from pydantic_core import PydanticCustomError

from parindex.values.facts import Fact, Ticks
from parindex.values.numbers import evaluate, rounded
from tests.rules.helpers import NO, YES, cases, give, n, on, r, refused, rule, run, steps

SHARE = "points * share / 100"


def formula(expression: str) -> Any:
    return rule(kind="formula", expression=expression)


def facts(**given: Fact) -> dict[str, Fact]:
    return given


@pytest.mark.parametrize(
    ("expression", "given_facts", "given"),
    [
        (SHARE, facts(share=r(1164, 1200)), "3.88"),  # 4 × 97 ÷ 100
        (SHARE, facts(share=n("97")), "3.88"),
        ("share × points ÷ 100", facts(share=r(97, 100)), "3.88"),
        (f"{SHARE} if share >= 90 else 0", facts(share=r(90, 100)), "3.6"),
        (f"{SHARE} if share >= 90 else 0", facts(share=r(89999, 100000)), "0"),
        ("2 if 70 <= share < 80 else 1", facts(share=r(70, 100)), "2"),
        ("2 if 70 <= share < 80 else 1", facts(share=r(80, 100)), "1"),
        ("2 if 70 <= share < 80 else 1", facts(share=r(69, 100)), "1"),
        ("done.numerator - 0.5 * late", facts(done=r(3, 5), late=cases(2)), "2"),  # 3 − 0,5 × 2
        ("done.denominator - done.numerator", facts(done=r(3, 5)), "2"),
        ("done.numerator + late", facts(done=r(1, 5), late=cases(3, 1)), "3"),  # one of three excluded
        ("2 if issued else 0", facts(issued=YES), "2"),
        ("2 if issued else 0", facts(issued=NO), "0"),
        ("2 if issued and not late else 1", facts(issued=YES, late=NO), "2"),
        ("2 if issued and not late else 1", facts(issued=YES, late=YES), "1"),
        ("2 if a > 1 or b > 1 else 1", facts(a=n(0), b=n(2)), "2"),
        ("min(a, b, 3)", facts(a=n("2.5"), b=n("9")), "2.5"),
        ("max(a - b, 1)", facts(a=n(2), b=n(9)), "1"),
        ("round(a / 3, 2)", facts(a=n(2)), "0.67"),
        ("round(a / 2)", facts(a=n(1)), "1"),  # half-up: 0,5 is 1
        ("round(-a / 2 + 3)", facts(a=n(1)), "3"),  # 2,5 is 3
        ("-a + 4", facts(a=n("1.5")), "2.5"),
        ("-1 + a", facts(a=n("3")), "2"),
        ("a + a + a", facts(a=n("0.1")), "0.3"),
        ("1 if a == 0.3 else 0", facts(a=n("0.30")), "1"),
        ("1 if a != 0.3 else 0", facts(a=n("0.30")), "0"),
        ("a - (1 - 0.5)", facts(a=n(1)), "0.5"),
        ("8 / 2 / 2 * a", facts(a=n(1)), "2"),
    ],
)
def test_points(expression: str, given_facts: dict[str, Fact], given: str) -> None:
    assert give(formula(expression), given_facts, 4) == given


@pytest.mark.parametrize(
    ("expression", "to", "given"),
    [
        ("points if share >= target else points * share / target", ">= 80", "2"),  # 4 × 40 ÷ 80
        ("points if share >= target else points * share / target", ">= 40", "4"),
        ("points if not target else share / 40", "== false", "4"),
    ],
)
def test_the_target(expression: str, to: str, given: str) -> None:
    assert give(formula(expression), facts(share=r(40, 100)), 4, to) == given


@pytest.mark.parametrize(("numerator", "whole"), [(1, 3), (2, 3), (1, 7), (5, 11), (22, 23)])
def test_no_digit_is_lost_whatever_the_order(numerator: int, whole: int) -> None:
    for text in (SHARE, "share / 100 * points", "points / 100 * share"):
        result = run(formula(text), facts(share=r(numerator, whole)), whole)
        assert result.points == numerator
        assert rounded(result.points, 2, "down") == numerator


@pytest.mark.parametrize(
    ("expression", "given_facts", "to", "reason"),
    [
        (SHARE, facts(), None, "missing.fact"),
        ("a + b", facts(a=n(1)), None, "missing.fact"),
        ("1 if a > 0 else b", facts(a=n(1)), None, "missing.fact"),  # named, though not needed
        ("1 / a", facts(a=n(0)), None, "invalid.formula"),
        ("a / a", facts(a=n(0)), None, "invalid.formula"),
        ("1 if 1 / a > 0 else 0", facts(a=n(0)), None, "invalid.formula"),
        ("round(1 / a)", facts(a=n(0)), None, "invalid.formula"),
        ("share", facts(share=r(0, 0)), None, "invalid.zero_denominator"),
        ("share", facts(share=r(3, 2)), None, "invalid.over_denominator"),
        ("a", facts(a=cases(1, 2)), None, "invalid.negative"),
        ("a", facts(a=on("2023-01-01")), None, "invalid.kind"),
        ("a", facts(a=Ticks(frozenset())), None, "invalid.kind"),
        ("a + 1", facts(a=YES), None, "invalid.kind"),
        ("1 if a > 0 else 0", facts(a=YES), None, "invalid.kind"),
        ("1 if a else 0", facts(a=n(1)), None, "invalid.kind"),
        ("1 if not a else 0", facts(a=n(1)), None, "invalid.kind"),
        ("a.numerator", facts(a=n(1)), None, "invalid.kind"),
        ("a / target", facts(a=n(1)), None, "no_target.none"),
        ("a / target", facts(a=n(1)), "<= 2023-01-01", "invalid.target_kind"),
        ("a / target", facts(a=n(1)), "== true", "invalid.kind"),
    ],
)
def test_no_score(expression: str, given_facts: dict[str, Fact], to: str | None, reason: str) -> None:
    assert give(formula(expression), given_facts, 4, to) == reason


def test_a_branch_that_is_not_taken_is_not_worked_out() -> None:
    guarded = formula("0 if a == 0 else 1 / a")
    assert give(guarded, facts(a=n(0)), 4) == "0"
    assert give(guarded, facts(a=n(2)), 4) == "0.5"
    share = formula("points if share.denominator == 0 else share / 100")
    assert give(share, facts(share=r(0, 0)), 4) == "4"
    either = formula("1 if a == 0 or 1 / a > 0 else 0")
    assert give(either, facts(a=n(0)), 4) == "1"


def test_the_result_is_held_within_zero_and_the_maximum_and_says_so() -> None:
    over, under = formula("a * 2"), formula("a - 5")
    assert give(over, facts(a=n(3)), 4) == "4"
    assert steps(over, facts(a=n(3)), 4)[-2:] == ["formula.over", "sum"]
    assert run(over, facts(a=n(3)), 4).steps[-2].data["value"] == 6
    assert give(under, facts(a=n(3)), 4) == "0"
    assert steps(under, facts(a=n(3)), 4)[-2:] == ["formula.under", "sum"]
    assert steps(over, facts(a=n(2)), 4)[-2:] == ["formula.fact", "sum"]  # the maximum itself is not cut
    assert steps(under, facts(a=n(5)), 4)[-2:] == ["formula.fact", "sum"]


def test_the_working_tells_formula_facts_and_decisions() -> None:
    told = run(formula("round(a / 3, 1) if yes and a > 1 else 0"), facts(a=n(2), yes=YES), 4).steps
    assert [step.what for step in told] == [
        "formula.text",
        "formula.fact",
        "formula.fact_yes",
        "formula.yes",
        "formula.round",
        "sum",
    ]
    assert told[3].data == {"condition": "yes and a > 1"}
    assert evaluate(told[4].sum) == evaluate(("÷", (n(2).value, n(3).value)))
    assert told[5].sum == n("0.7").value
    assert steps(formula("1 if yes else 2"), facts(yes=NO), 4)[1:] == ["formula.fact_no", "formula.no", "sum"]


def test_chains_stay_flat_in_the_working() -> None:
    long = run(formula("+".join(["a"] * 100)), facts(a=n("0.01")), 4)
    assert long.points == 1
    operator, terms = long.steps[-1].sum
    assert (operator, len(terms)) == ("+", 100)


@pytest.mark.parametrize(
    ("expression", "names", "at"),
    [("a + b", {"a"}, 5), ("a + points.numerator", {"a"}, 5), ("a.count", {"a"}, 1), ("min + 1", {"a"}, 1)],
)
def test_a_name_that_is_no_fact(expression: str, names: set[str], at: int) -> None:
    with pytest.raises(PydanticCustomError) as caught:
        formula(expression).check_names(names)
    assert caught.value.type == "formula_name"
    assert caught.value.context is not None
    assert caught.value.context["position"] == at
    assert caught.value.context["allowed"] == "a, points, target"


def test_a_fact_that_is_not_used() -> None:
    formula("a + points + target").check_names({"a"})
    for names in ({"a", "b"}, {"a", "points"}):
        with pytest.raises(PydanticCustomError) as caught:
            formula("a + points").check_names(names)
        assert caught.value.type == "formula_unused"


def test_a_formula_that_cannot_be_read_is_refused_at_its_field() -> None:
    assert refused(kind="formula", expression="1 +") == "formula_end"
    with pytest.raises(ValidationError) as caught:
        rule(kind="formula", expression="a ** 2")
    (error,) = caught.value.errors()
    assert error["loc"] == ("formula", "expression")
    assert error["ctx"] == {"position": 4, "found": "*"}


def test_the_branches_out_of_reach() -> None:
    (lost,) = formula("1 if a >= 80 else 2 if a >= 90 else 0").unreachable()
    assert lost.text == "2"
    assert formula("1 if a >= 90 else 2 if a >= 80 else 0").unreachable() == []


@pytest.mark.parametrize(
    "condition",
    [
        "(a + 10) * 2 > 3 and (a > 5 or a < 2)",
        "not (a > 50 and true)",
        "((a)) > 1",
        "(a > 1)",
        "a > 1",
        "(a) > 0 and ((a) < (5))",
    ],
)
def test_a_condition_is_shown_as_it_is_written(condition: str) -> None:
    told = run(formula(f"1 if {condition} else 0"), facts(a=n("3")), 1).steps
    (shown,) = [str(step.data["condition"]) for step in told if step.what in ("formula.yes", "formula.no")]
    assert shown in (condition, condition.removeprefix("(").removesuffix(")"), "a > 1")
    assert shown.count("(") == shown.count(")")
