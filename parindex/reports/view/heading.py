"""Head and foot of a document: names, number, place and date, addressees, recipients, signature."""

from __future__ import annotations

import re
import unicodedata
from itertools import combinations, pairwise

from msgspec import Struct

from parindex.locale.formats import long_day
from parindex.model.sheet import Sheet
from parindex.model.unit import ReportEntry, Unit
from parindex.reports.view.data import Heading, Signature
from parindex.reports.view.words import sentence, undashed
from parindex.values.names import folded

COMMITTEE = "Ủy ban nhân dân"
SYNTHETIC = "(Số liệu giả định, chỉ để minh họa)"
_SHORT = ("ubnd ", f"{folded(COMMITTEE)} ")
_BLANK = "\u00a0"
_BLANKS = _BLANK * 10
_NO_PLACE = "……………"
"""Where the place is blank; the clock and the place are never guessed."""

_LETTERS = {
    250: " .,", 278: "il", 333: "-fjt", 389: "Is", 444: "cerz", 556: "Sbdđhknpqu", 611: "FP", 667: "BELTZ",
    778: "GHKOQ", 833: "m", 944: "M", 1000: "W",
}  # fmt: skip
_CAPITAL, _OTHER = 722, 500
_WIDTHS = {letter: width for width, letters in _LETTERS.items() for letter in letters} | {"J": 500, "w": 722}
"""Advance widths of Times New Roman Bold in thousandths of the size; other capitals 722, all else 500."""
_NAME_SIZE, _SUBJECT_SIZE, _BLANK_WIDTH, _COLUMN, _LINE = 13, 14, 2, 163, 453
"""Points: sizes of the agency's name and of the subject, a blank of the rule at size 8, widths of the left column of
the head and of the page's text."""


def committee_of(name: str) -> str | None:
    """``phường Phú Sơn`` for ``UBND phường Phú Sơn`` and its other spellings; ``None`` for another agency."""
    words = unicodedata.normalize("NFC", name).split()
    key = folded(name) + " "
    for prefix in _SHORT:
        if key.startswith(prefix):
            return " ".join(words[len(prefix.split()) :]) or None
    return None


def full_name(name: str) -> str:
    """``Ủy ban nhân dân phường Phú Sơn`` for ``UBND phường Phú Sơn``."""
    place = committee_of(name)
    return f"{COMMITTEE} {place}" if place else unicodedata.normalize("NFC", name)


def capitals(name: str) -> tuple[str, ...]:
    """A name for the head of a document; a People's Committee takes two lines."""
    place = committee_of(name)
    if place:
        return COMMITTEE.upper(), *_balanced(place.upper())
    return _balanced(unicodedata.normalize("NFC", name).upper())


_MOST_WORDS = 14
"""Names of more words are not broken here; Word breaks them where they must."""


def _balanced(text: str) -> tuple[str, ...]:
    """The text in as few lines as fit the column: broken after a hyphen or before "và" if it can be, else evenly."""
    words = re.split(r"\s+(?![-–])", text.strip())
    if len(words) > _MOST_WORDS:
        return (text.strip(),)
    for breaks in range(len(words)):
        found = [_lines(words, cuts) for cuts in combinations(range(1, len(words)), breaks)]
        fitting = [lines for lines in found if max(map(_width, lines)) <= _COLUMN]
        if fitting:
            return min(fitting, key=lambda lines: (_unnatural(lines), max(map(_width, lines))))
    return (text.strip(),)


def _lines(words: list[str], cuts: tuple[int, ...]) -> tuple[str, ...]:
    return tuple(" ".join(words[first:last]) for first, last in pairwise((0, *cuts, len(words))))


def _unnatural(lines: tuple[str, ...]) -> int:
    return sum(not (above.endswith(("-", "–", ",")) or below.startswith("VÀ ")) for above, below in pairwise(lines))


def _width(line: str, size: int = _NAME_SIZE) -> float:
    """Width of a bold line in points; an accent does not change the width of a letter."""
    letters = (char for char in unicodedata.normalize("NFD", line) if not unicodedata.combining(char))
    return sum(_WIDTHS.get(char, _CAPITAL if char.isupper() else _OTHER) for char in letters) * size / 1000


def rule_under(line: str, size: int = _NAME_SIZE, most: int = _COLUMN) -> str:
    """Blanks to be underlined at size 8, 2/5 as wide as the line above (the decree: 1/3 to 1/2)."""
    return _BLANK * max(8, round(min(_width(line, size), most) * 2 / 5 / _BLANK_WIDTH))


class Sender(Struct, frozen=True):
    """Who issues a document, and in which year."""

    name: str
    parent: str | None
    year: int
    synthetic: bool = False
    later: bool = False
    """The document is of a later year than its figures, which one is not known: a blank day has a blank year."""

    @classmethod
    def of(cls, of: Sheet | Unit) -> Sender:
        """The unit of a sheet or of a file."""
        return cls(of.unit.name, of.unit.parent, of.year, of.unit.synthetic)

    @property
    def full_name(self) -> str:
        """``Ủy ban nhân dân phường Phú Sơn``."""
        return full_name(self.name)


class DocumentType(Struct, frozen=True):
    """A type of document: its name, and its abbreviation in the symbol (Nghị định 30/2020/NĐ-CP, Phụ lục III)."""

    name: str
    symbol: str


REPORT = DocumentType("Báo cáo", "BC")
SUBMISSION = DocumentType("Tờ trình", "TTr")
DECISION = DocumentType("Quyết định", "QĐ")
MINUTES = DocumentType("Biên bản", "BB")


def heading_of(sender: Sender, entry: ReportEntry, subject: str, type_: DocumentType = REPORT) -> Heading:
    """The head of a document; the rule stands under the last line of ``subject``."""
    above = entry.agency_above or sender.parent
    lines = capitals(sender.name)
    return Heading(
        superior=() if committee_of(sender.name) or not above else capitals(above),
        name=lines,
        rule=rule_under(lines[-1]),
        number=f"Số: {number_of(sender, entry, type_)}",
        place_and_day=f"{entry.place or _NO_PLACE}, {day_of(sender, entry)}",
        subject=subject,
        subject_rule=rule_under(subject.rpartition("\n")[2], _SUBJECT_SIZE, _LINE),
        notice=SYNTHETIC if sender.synthetic else None,
        addressees=tuple(entry.addressees),
    )


def number_of(sender: Sender, entry: ReportEntry, type_: DocumentType = REPORT) -> str:
    """The number as the unit gives it; else a blank before the symbol, to be filled in by hand."""
    if entry.number:
        return entry.number
    return f"{_BLANKS}/{type_.symbol}-{'UBND' if committee_of(sender.name) else '……'}"


def reference_of(sender: Sender, entry: ReportEntry, type_: DocumentType = REPORT) -> str:
    """Which document an annex comes with."""
    number = number_of(sender, entry, type_)
    return f"(Kèm theo {type_.name} số {number} {day_of(sender, entry)} của {sender.full_name})"


def day_of(sender: Sender, entry: ReportEntry) -> str:
    """The day of the document; blanks to be filled in by hand where the unit leaves it open."""
    words = long_day(entry.date, sender.year)
    return words if entry.date or not sender.later else words.replace(str(sender.year), "……")


def signature_of(sender: Sender, entry: ReportEntry, *, personal: bool = False, first: str | None = None) -> Signature:
    """Recipients and the signature block; what the unit leaves blank stays blank, to be signed by hand.

    ``personal``: the head of the agency decides alone, so that nobody signs for the committee. ``first``: whom the
    document itself names, where the entry names no recipients.
    """
    lines = _authority(sender.name, entry)
    if personal:
        lines = tuple(line for line in lines if not line.startswith("TM. "))
    return Signature(_recipients(entry, first), lines, entry.signer or "")


def _recipients(entry: ReportEntry, first: str | None) -> tuple[str, ...]:
    given = [undashed(unicodedata.normalize("NFC", text)).rstrip(".;,") for text in entry.recipients]
    kept = [text for text in given if text]
    archive = [text for text in kept if text.lower().startswith("lưu")]
    others = [text for text in kept if text not in archive]
    if not others and (first or entry.addressees):
        others = [first or "Như trên"]
    return (*(f"- {text};" for text in others), f"- {sentence(archive[-1] if archive else 'Lưu: VT')}")


def _authority(name: str, entry: ReportEntry) -> tuple[str, ...]:
    committee = committee_of(name) is not None
    behalf = (entry.on_behalf_of or "").upper()
    title = (entry.signer_title or "").upper()
    chair = "CHỦ TỊCH" if committee else "THỦ TRƯỞNG ĐƠN VỊ"
    first: tuple[str, ...]
    on_behalf = f"TM. {COMMITTEE.upper()}"
    match entry.authority:
        case "TM.":
            return f"TM. {behalf or (COMMITTEE.upper() if committee else name.upper())}", title or chair
        case "KT.":
            first = (f"KT. {behalf or chair}", title or f"PHÓ {chair}")
        case "Q.":
            first = (f"Q. {title or behalf or chair}",)
        case "TL." | "TUQ.":
            return tuple(line for line in (f"{entry.authority} {behalf or chair}", title) if line)
        case None:
            first = (title or chair,)
    return (on_behalf, *first) if committee else first
