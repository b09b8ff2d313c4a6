"""For people: place, sentence, source line, caret and remedy of each finding, and a line that sums up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from parindex.locale.formats import visible
from parindex.reports.findings.data import Listing, Told

FEW = 3
"""Notes of one code in one file that are told one by one; more are told together."""
MANY = 12
"""Notes of one code in all files from which those of each file are told together, few as they are."""

_SUMMARY = {
    "vi": "Đã kiểm tra {files} tệp: {errors} lỗi, {warnings} cảnh báo, {notes} lưu ý",
    "en": "Checked {files} files: {errors} errors, {warnings} warnings, {notes} notes",
}
_ACCEPTED = {"vi": "; {count} điều được chấp nhận theo ngoại lệ", "en": "; {count} accepted by exceptions"}
_MORE = {
    "vi": "    … và {count} lưu ý {code} nữa ở tệp này; xem đủ: parindex check {file}",
    "en": "    … and {count} more {code} notes in this file; see all: parindex check {file}",
}
_REMEDY = {"vi": "    Cách sửa: {remedy}", "en": "    Remedy: {remedy}"}
_GRADE = {
    "vi": {"error": "lỗi", "warning": "cảnh báo", "note": "lưu ý"},
    "en": {"error": "error", "warning": "warning", "note": "note"},
}


def text(listing: Listing) -> str:
    """Errors and warnings one by one, then the notes, and the summary; every line ends with a line end.

    Notes that repeat themselves must not bury what has to be mended: those of one code in one file are told by a line
    each with their remedy once, and of several such files each with its first and their number, unless all are asked
    for (``Listing.full``).
    """
    loud = [told.text for told in listing.found if told.severity != "note" or listing.full]
    notes = [] if listing.full else sorted((told for told in listing.found if told.severity == "note"), key=_group)
    total = Counter(told.code for told in notes)
    groups = [list(group) for _, group in groupby(notes, _group)]
    together = [len(group) > FEW or total[group[0].code] > MANY for group in groups]
    several = len({group[0].file for group, many in zip(groups, together, strict=True) if many}) > 1
    quiet = [
        line
        for group, many in zip(groups, together, strict=True)
        for line in (_together(group, listing, several=several) if many else (told.text for told in group))
    ]
    return "".join(f"{line}\n" for line in (*loud, *quiet, summary(listing)))


def _group(told: Told) -> tuple[str, str]:
    return told.file, told.code


def _together(group: Sequence[Told], listing: Listing, *, several: bool) -> Iterator[str]:
    first, *others = (told.text.partition("\n")[0] for told in group)
    yield first
    if several and others:
        yield _MORE[listing.lang].format(count=len(others), code=group[0].code, file=_typed(group[0].file))
    if several:
        return
    yield from others
    remedy = next(rule.remedy for rule in listing.rules if rule.code == group[0].code)
    yield _REMEDY[listing.lang].format(remedy=remedy)


def _typed(file: str) -> str:
    """A file as it is typed on the command line."""
    file = visible(file)
    return f'"{file}"' if " " in file else file


def summary(listing: Listing) -> str:
    """How many files were checked and what was found."""
    counts = {f"{severity}s": listing.count(severity) for severity in ("error", "warning", "note")}
    line = _SUMMARY[listing.lang].format(files=len(listing.files), **counts)
    if listing.accepted:
        line += _ACCEPTED[listing.lang].format(count=len(listing.accepted))
    return line + "."


def grade(severity: str, lang: str) -> str:
    """The word for a severity."""
    return _GRADE[lang][severity]
