"""Sections of a plan as an officer would name them."""

from __future__ import annotations

import re

_PREFIXES = {"PL": "Phụ lục", "QD": "Điều", "KH": "kế hoạch kèm theo, mục"}


def section_name(section: str) -> str:
    """A section as an officer would name it: ``mục II.2.2``, ``Phụ lục 07, mục 2``, ``khoản 2 Điều 2``."""
    if section in ("mở-đầu", "cuối"):
        return "phần mở đầu" if section == "mở-đầu" else "phần cuối"
    prefix, _, rest = section.partition(".")
    if prefix not in _PREFIXES or not rest:
        return f"mục {section}"
    if prefix == "KH":
        return f"{_PREFIXES[prefix]} {rest}"
    first, _, below = rest.partition(".")
    if prefix == "QD":
        return f"khoản {below} Điều {first}" if below else f"Điều {first}"
    if not re.fullmatch(r"\d+", first) and not below:
        return f"{_PREFIXES[prefix]}, mục {first}"
    return f"{_PREFIXES[prefix]} {first}, mục {below}" if below else f"{_PREFIXES[prefix]} {first}"
