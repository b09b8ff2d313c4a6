"""What a report says, as plain data made from the score sheet; one view feeds every output."""

from __future__ import annotations

from parindex.reports.view.data import Paper, SelfReport
from parindex.reports.view.heading import capitals
from parindex.reports.view.self_report import self_view

__all__ = ["Paper", "SelfReport", "capitals", "self_view"]
