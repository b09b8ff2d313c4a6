"""Listings as a check makes them, with everything that formats must survive."""

from __future__ import annotations

from parindex.jobs.check_told import rules, told
from parindex.reports.findings.data import Listing, Told
from parindex.values.findings import Finding, Place, Severity

LINE = "  ty-lệ: 98,5%  # «a», b: c"


def finding(code: str, file: str = "kho/xã a.yaml", line: int | None = 3, **data: str | int) -> Finding:
    place = None if line is None else Place(line, 10, 15, LINE)
    return Finding(code, file, ("facts", "a.b", line or 0), data=data, place=place)


def one(code: str, severity: Severity = "error", accepted: str | None = None, **more: object) -> Told:
    return told(finding(code, **more), severity, "vi", accepted)  # type: ignore[arg-type]


def listing(*found: Told, accepted: tuple[Told, ...] = (), strict: bool = False, lang: str = "vi") -> Listing:
    files = ("kho/sạch.yaml", "kho/xã a.yaml")
    return Listing(found, accepted, files, rules(lang), "0.1.0", lang, strict)


MIXED = listing(
    one("E204", value="98,5", right="98.5"),
    one("W502", "warning", value="101"),
    one("W509", "note", line=7, id="kh\x0b-05"),
    one("E101", line=None),
    one("E401", file="/tuyệt/đối.yaml"),
    accepted=(one("W517", "warning", accepted="số do cấp trên giữ", id="a"),),
)
"""Errors, a warning, a note, a file without a place, an absolute path, and what is accepted."""
EMPTY = listing()
