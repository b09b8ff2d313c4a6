"""Points from a survey: points × index, or answer options as shares of the points."""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from parindex.rules.base import MISSING, Inputs, Rule, met_by, number, scaled
from parindex.values.facts import Answers
from parindex.values.fields import Number
from parindex.values.numbers import HUNDRED, ZERO, Sum, evaluate, over, plus, times
from parindex.values.steps import NoScore, Outcome, Step, outcome


class Survey(Rule):
    """points × index ÷ 100, the index in percent; or the mean of the answers' shares (A 100%, B 60%, C 20%, D 0%).

    Whether a survey counts at all depends on who conducted it: that is the set's policy, decided before the rule.
    """

    kind: Literal["survey"]
    shares: dict[str, Annotated[Number, Field(ge=0, le=100)]] | None = None
    """Phần trăm điểm tối đa theo phương án trả lời | Percent of the points per answer option"""

    def score(self, inputs: Inputs, points: Decimal) -> Outcome | NoScore:
        """Points by the respondents' answers."""
        if inputs.fact is None:
            return MISSING
        if isinstance(inputs.fact, Answers):
            return self._by_answers(inputs.fact, points)
        measured = number(inputs.fact)
        if isinstance(measured, NoScore):
            return measured
        value = measured[1]
        if not 0 <= value <= HUNDRED:
            return NoScore("invalid", "invalid.over_hundred")
        step = Step("survey.index")
        return outcome(scaled(points, inputs.fact, measured, HUNDRED), step, met=met_by(inputs.target, value))

    def _by_answers(self, answers: Answers, points: Decimal) -> Outcome | NoScore:
        shares = self.shares or {}
        unknown = sorted(set(answers.counts) - set(shares))
        if unknown:
            return NoScore("invalid", "invalid.unknown_option", {"option": unknown[0]})
        total = evaluate(plus(ZERO, *answers.counts.values()))
        if not total:
            return NoScore("missing", "missing.no_answers")
        weighted: list[Sum] = [times(count, shares[option]) for option, count in sorted(answers.counts.items())]
        sum_ = over(times(points, plus(*weighted)), times(total, HUNDRED))
        return outcome(sum_, Step("survey.answers", {"answers": total}))
