"""Points given by the appraisal council only."""

from decimal import Decimal
from typing import Literal

from parindex.rules.base import Inputs, Rule
from parindex.values.steps import NoScore


class Appraised(Rule):
    """Given by the council; pending until then, and never counted as zero in silence."""

    kind: Literal["appraised"]

    def score(self, inputs: Inputs, points: Decimal) -> NoScore:
        """Always pending: the council's score comes from its own file."""
        return NoScore("pending", "pending.council")
