"""A ranking as a static site: pages that work from a folder, without network and without any framework."""

from __future__ import annotations

from parindex.reports.html.columns import Columns, medians
from parindex.reports.html.criteria import criteria_page, criterion_pages
from parindex.reports.html.environment import Templates
from parindex.reports.html.heat import heat_pages
from parindex.reports.html.rankings import domain_pages, index_page
from parindex.reports.html.shell import Frame, frame_of
from parindex.reports.html.unit import UnitPlace, unit_page_of, unit_places

__all__ = [
    "Columns",
    "Frame",
    "Templates",
    "UnitPlace",
    "criteria_page",
    "criterion_pages",
    "domain_pages",
    "frame_of",
    "heat_pages",
    "index_page",
    "medians",
    "unit_page_of",
    "unit_places",
]
