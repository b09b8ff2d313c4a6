"""Names of reporting periods (``2023``, ``2023-Q1``, ``2023-6m``, ``2023-9m``, ``2023-04``)."""

from __future__ import annotations

import re

PERIOD_PATTERN = r"^\d{4}(-(Q[1-4]|6m|9m|(0[1-9]|1[0-2])))?$"


def is_period(text: str) -> bool:
    """Whether the text names a period."""
    return re.match(PERIOD_PATTERN, text) is not None
