"""Documents on the ranking of many units: the summary report, the submission and the decision."""

from __future__ import annotations

from parindex.reports.view.ranking.decision import decision_view
from parindex.reports.view.ranking.issuer import Issuer
from parindex.reports.view.ranking.submission import submission_view
from parindex.reports.view.ranking.summary import summary_view

__all__ = ["Issuer", "decision_view", "submission_view", "summary_view"]
