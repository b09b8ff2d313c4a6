"""What a formula rule does with its expression; read only where a set has such a rule."""

from collections.abc import Collection, Mapping
from decimal import Decimal

from parindex.rules.base import MISSING, Inputs, number, wrong_kind
from parindex.rules.expression.errors import unknown_name, unused_fact
from parindex.rules.expression.evaluation import Evaluation, Stop, Value
from parindex.rules.expression.nodes import Name, parts
from parindex.rules.expression.parser import parse
from parindex.values.facts import Answer, Fact, Ratio
from parindex.values.numbers import ZERO, evaluate
from parindex.values.steps import NoScore, Outcome, Step, outcome
from parindex.values.targets import Target

RESERVED = ("points", "target")
"""Names that every formula may use besides the leaf's facts: the leaf's maximum and the target's value."""

_PARTS = ("numerator", "denominator")


def names_in(expression: str) -> tuple[Name, ...]:
    """Every use of a name, from left to right."""
    return tuple(part for part in parts(parse(expression)) if isinstance(part, Name))


def check_names(expression: str, facts: Collection[str]) -> None:
    """See ``Formula.check_names``."""
    names = names_in(expression)
    for name in names:
        known = name.name in facts or (name.name in RESERVED and name.part is None)
        if not known or (name.part is not None and name.part not in _PARTS):
            allowed = ", ".join([*sorted(facts), *RESERVED])
            raise unknown_name(name.start + 1, expression[name.start : name.end], allowed)
    used = {name.name for name in names if name.name not in RESERVED}
    for fact in facts:
        if fact not in used:
            raise unused_fact(fact)


def score(expression: str, inputs: Inputs, points: Decimal) -> Outcome | NoScore:
    """See ``Formula.score``."""
    used = tuple(dict.fromkeys(name.name for name in names_in(expression) if name.name not in RESERVED))
    if any(name not in inputs.facts for name in used):
        return MISSING
    values: dict[str, Value | NoScore] = {"points": points, "target": _target(inputs.target)}
    for name in used:
        values |= _values(name, inputs.facts[name])
    run = Evaluation(expression, values)
    try:
        sum_ = run.number(parse(expression))
        value = evaluate(sum_)
    except Stop as stop:
        return stop.why
    except ArithmeticError:  # divided by zero, or beyond what a number can hold
        return NoScore("invalid", "invalid.formula")
    steps = [Step("formula.text", {"formula": expression}), *_told(values, used), *run.steps]
    if value > points:
        return outcome(("min", (points, sum_)), *steps, Step("formula.over", {"value": value, "points": points}))
    if value < 0:
        return outcome(("max", (ZERO, sum_)), *steps, Step("formula.under", {"value": value}))
    return outcome(sum_, *steps)


def _target(target: Target | None) -> Value | NoScore:
    if target is None:
        return NoScore("no_target", "no_target.none")
    if isinstance(target.value, bool | Decimal):
        return target.value
    return NoScore("invalid", "invalid.target_kind")


def _values(name: str, fact: Fact) -> dict[str, Value | NoScore]:
    """What a fact's name, and its numerator and denominator, stand for."""
    whole: Value | NoScore
    if isinstance(fact, Answer):
        whole = fact.yes
    else:
        measured = number(fact)
        whole = measured if isinstance(measured, NoScore) else measured[0]
    above: Value | NoScore = fact.numerator if isinstance(fact, Ratio) else wrong_kind(fact)
    below: Value | NoScore = fact.denominator if isinstance(fact, Ratio) else wrong_kind(fact)
    return {name: whole, f"{name}.numerator": above, f"{name}.denominator": below}


def _told(values: Mapping[str, Value | NoScore], used: tuple[str, ...]) -> list[Step]:
    """What each name stood for."""
    steps = []
    for name in used:
        value = values[name]
        if isinstance(value, bool):
            steps.append(Step("formula.fact_yes" if value else "formula.fact_no", {"name": name}))
        elif not isinstance(value, NoScore):
            steps.append(Step("formula.fact", {"name": name, "value": evaluate(value)}))
    return steps
