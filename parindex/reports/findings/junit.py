"""JUnit XML: a suite for each file, a failed case for each finding that makes the check fail."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from parindex.reports.findings.data import Listing, Told
from parindex.reports.findings.text import grade

_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_CLEAN = {"vi": "không có lỗi", "en": "no errors"}


def junit(listing: Listing) -> str:
    """All suites. A file without failures has one passed case; what does not fail is told in its output."""
    root = Element("testsuites", name="parindex check")
    tests = failures = 0
    by_file: dict[str, list[Told]] = {file: [] for file in listing.files}
    for told in listing.found:
        by_file.setdefault(told.file, []).append(told)
    for file, found in by_file.items():
        failing = [told for told in found if listing.fails(told)]
        suite = SubElement(root, "testsuite", name=_legal(file), tests=str(max(1, len(failing))))
        suite.attrib |= {"failures": str(len(failing)), "errors": "0", "skipped": "0", "time": "0"}
        for told in failing:
            case = SubElement(suite, "testcase", classname=_legal(file), name=_name(told), time="0")
            failure = SubElement(case, "failure", type=told.code, message=_legal(told.message))
            failure.text = _legal(told.text)
        if not failing:
            SubElement(suite, "testcase", classname=_legal(file), name=_CLEAN[listing.lang], time="0")
        others = [told for told in found if not listing.fails(told)]
        if others:
            out = SubElement(suite, "system-out")
            out.text = _legal("\n".join(f"[{grade(told.severity, listing.lang)}] {told.text}" for told in others))
        tests += max(1, len(failing))
        failures += len(failing)
    root.attrib |= {"tests": str(tests), "failures": str(failures), "errors": "0", "skipped": "0", "time": "0"}
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _name(told: Told) -> str:
    place = f":{told.line}:{told.column}" if told.line else ""
    return _legal(f"{told.code}{place} {told.message}")


def _legal(text: str) -> str:
    return _ILLEGAL.sub("\N{REPLACEMENT CHARACTER}", text)
