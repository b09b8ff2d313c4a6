"""For people: place, sentence, source line, caret and remedy of each finding, and a line that sums up."""

from __future__ import annotations

from parindex.reports.findings.data import Listing

_SUMMARY = {
    "vi": "Đã kiểm tra {files} tệp: {errors} lỗi, {warnings} cảnh báo, {notes} lưu ý",
    "en": "Checked {files} files: {errors} errors, {warnings} warnings, {notes} notes",
}
_ACCEPTED = {"vi": "; {count} điều được chấp nhận theo ngoại lệ", "en": "; {count} accepted by exceptions"}
_GRADE = {
    "vi": {"error": "lỗi", "warning": "cảnh báo", "note": "lưu ý"},
    "en": {"error": "error", "warning": "warning", "note": "note"},
}


def text(listing: Listing) -> str:
    """All findings and the summary; every line ends with a line end."""
    return "".join(f"{told.text}\n" for told in listing.found) + summary(listing) + "\n"


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
