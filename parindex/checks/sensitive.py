"""Signs of secret material and of personal data in a text. They are doubts to be looked at, not proofs."""

from __future__ import annotations

import re

from msgspec import Struct

_STAMP = re.compile(r"^\W*((?:TUYỆT|TỐI)\s+MẬT|MẬT)\W*$", re.M)
"""A line that consists of the stamp alone, as it is printed under the number of a document."""

_IN_TITLE = re.compile(r"(?<!bảo )(?<!bí )\b(?:tuyệt|tối)\s+mật\b|\bđộ\s+mật\b|[(\[]\s*mật\s*[)\]]", re.I)
_CAPITALS = re.compile(r"(?<!BẢO )(?<!BÍ )\bMẬT\b")

_CITIZEN = re.compile(r"(?<!\d)(?<!\d\.)(\d{3}[ .]?\d{3}[ .]?\d{3}[ .]?\d{3})(?!\d|\.\d)")
_OLD_CARD = re.compile(r"(?:CMND|CMTND|chứng minh (?:nhân dân|thư))[^\d\n]{0,30}(\d{9})(?!\d)", re.I)
_PROVINCES = range(1, 97)
"""Codes of provinces at the beginning of citizen numbers, 001 to 096, as they were before July 2025."""


class Signs(Struct, frozen=True):
    """What is seen in the text of a document."""

    stamp: str | None
    """The stamp of secrecy."""
    numbers: tuple[str, ...]
    """Citizens' numbers, each once."""


def signs_in(text: str) -> Signs:
    """What there is to be seen in a text; nothing in an empty one."""
    return Signs(secret_stamp(text), tuple(citizen_numbers(text)))


def secret_mark(title: str) -> str | None:
    """The words in a title or number that say that a document is secret; a plan to protect secrets says none."""
    found = _IN_TITLE.search(title)
    if found is None and title != title.upper():
        found = _CAPITALS.search(title)
    return found[0].strip() if found else None


def secret_stamp(text: str) -> str | None:
    """The stamp of secrecy in a document's text, where it stands on a line of its own."""
    found = _STAMP.search(text)
    return " ".join(found[1].split()) if found else None


def citizen_numbers(text: str) -> list[str]:
    """Numbers that look like citizens' identity numbers, each once.

    Twelve digits that begin with a province's code, sex and century (0 to 3) as Nghị định 137/2015/NĐ-CP composes
    them, or nine after the name of the older card.
    """
    found = ["".join(filter(str.isdigit, each)) for each in _CITIZEN.findall(text)]
    twelve = [each for each in found if int(each[:3]) in _PROVINCES and each[3] in "0123"]
    return list(dict.fromkeys([*twelve, *_OLD_CARD.findall(text)]))


def covered(text: str) -> str:
    """A line with such numbers made unreadable, as long as before: what is told must not spread them."""
    for pattern in (_CITIZEN, _OLD_CARD):
        text = pattern.sub(lambda found: found[0].replace(found[1], f"{found[1][:3]}{'*' * (len(found[1]) - 3)}"), text)
    return text


def redacted(number: str) -> str:
    """The number as a finding may show it: its ends only."""
    return f"{number[:3]}***{number[-2:]}"
