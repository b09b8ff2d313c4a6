"""What the YAML parser complains of, as findings with a code for each remedy."""

from __future__ import annotations

import re
from typing import Any

from parindex.files.document import mark_place
from parindex.files.pyyaml import yaml
from parindex.values.findings import Finding, Place

_COMPLAINTS = (
    (re.compile(r"unexpected (end of stream|document separator)"), "E121"),
    (re.compile(r"expected ',' or"), "E122"),
    (re.compile(r"mapping values are not allowed"), "E123"),
    (re.compile(r"could not find expected ':'"), "E124"),
    (re.compile(r"expected (<block end>|'<document start>')"), "E125"),
    (re.compile(r"cannot start any token|expected alphabetic or numeric character"), "E126"),
    (re.compile(r"unknown escape character|expected escape sequence"), "E127"),
    (re.compile(r"expected the node content"), "E128"),
    (re.compile(r"sequence entries are not allowed"), "E129"),
    (re.compile(r"indentation indicator|expected a comment or a line break"), "E130"),
    (re.compile(r"mapping keys are not allowed"), "E120"),
)
"""By the words of the pure parser, which reads every file that libyaml refuses; anything else is E110."""


def syntax_finding(error: yaml.MarkedYAMLError, text: str, name: str) -> Finding:
    """The finding for a parser's error, placed on what has to be mended.

    A quotation mark or a bracket that is never closed is placed where it was opened: the end of the file, where the
    parser noticed, tells an officer nothing.
    """
    problem = str(error.problem or "")
    code = next((code for pattern, code in _COMPLAINTS if pattern.search(problem)), "E110")
    mark: Any = error.problem_mark or error.context_mark
    if mark is None:
        return Finding(code, name)
    lines = text.splitlines()
    line = lines[mark.line] if mark.line < len(lines) else ""
    here = line[mark.column : mark.column + 1]
    if here == "\t":
        code = "E111"
    elif code in ("E121", "E122") and error.context_mark is not None:
        mark = error.context_mark
    elif code == "E127" and (backslash := line.rfind("\\", 0, mark.column + 1)) >= 0:
        return Finding(code, name, place=Place(mark.line + 1, backslash + 1, text=line))
    data = {"character": here} if code == "E126" else {}
    return Finding(code, name, data=data, place=mark_place(mark, None, lines))
