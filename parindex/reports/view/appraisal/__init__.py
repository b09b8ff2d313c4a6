"""Documents of the appraisal: the council's minutes, and the unit's answer to its requests."""

from __future__ import annotations

from parindex.reports.view.appraisal.explanation import explanation_view
from parindex.reports.view.appraisal.minutes import minutes_view

__all__ = ["explanation_view", "minutes_view"]
