"""Points by a small formula over the leaf's named facts."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import AfterValidator

from parindex.rules.base import Inputs, Rule
from parindex.values.steps import NoScore, Outcome

if TYPE_CHECKING:
    from parindex.rules.expression.nodes import Name
    from parindex.rules.expression.reach import Span, Unreachable


def _parsed(text: str) -> str:
    from parindex.rules.expression.parser import parse

    parse(text)
    return text


class Formula(Rule):
    """Points by an expression such as ``points * share / 100 if share >= 90 else 0``.

    It may use numbers, + − × ÷ (also - * /), comparisons (``70 <= share < 80`` too), and/or/not, min, max,
    round(number, decimals; half-up), ``a if condition else b``, the leaf's facts by name, ``points`` (the maximum)
    and ``target``. A ratio is its share in percent, and has ``name.numerator`` and ``name.denominator``; a yes-no
    fact is a condition. Numbers are unrounded. A fact that is named and not reported leaves the leaf without a score;
    dividing by zero makes the line invalid; a branch that is not taken is not worked out. The result is held within
    0 and the maximum, and the working says when that cut something off.
    """

    kind: Literal["formula"]
    expression: Annotated[str, AfterValidator(_parsed)]
    """Công thức tính điểm | The formula of the points"""

    @property
    def names(self) -> tuple[Name, ...]:
        """Every use of a name, from left to right."""
        from parindex.rules.expression.working import names_in

        return names_in(self.expression)

    def check_names(self, facts: Collection[str]) -> None:
        """Hold that every name is a fact of the leaf, and every fact is used.

        Raises ``PydanticCustomError`` ``formula_name`` with the position, or ``formula_unused``.
        """
        from parindex.rules.expression.working import check_names

        check_names(self.expression, facts)

    def unreachable(self, spans: Mapping[str, Span] | None = None) -> list[Unreachable]:
        """The branches that no fact can lead to; ``spans`` are bounds of facts known from elsewhere."""
        from parindex.rules.expression.parser import parse
        from parindex.rules.expression.reach import unreachable

        return unreachable(self.expression, parse(self.expression), spans)

    def score(self, inputs: Inputs, points: Decimal) -> Outcome | NoScore:
        """The formula's value, held within 0 and the maximum."""
        from parindex.rules.expression.working import score

        return score(self.expression, inputs, points)
