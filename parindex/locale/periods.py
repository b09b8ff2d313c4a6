"""Names of reporting periods as documents print them."""

from __future__ import annotations

_PARTS = {
    "": "năm",
    "Q1": "quý I năm",
    "Q2": "quý II năm",
    "Q3": "quý III năm",
    "Q4": "quý IV năm",
    "6m": "6 tháng đầu năm",
    "9m": "9 tháng đầu năm",
}


def period_name(period: str) -> str:
    """``2023-Q1`` as ``quý I năm 2023``, ``2023-04`` as ``tháng 4 năm 2023``."""
    year, _, part = period.partition("-")
    if part.isdigit():
        return f"tháng {int(part)} năm {year}"
    return f"{_PARTS[part]} {year}"
