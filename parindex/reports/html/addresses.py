"""Where each page lies in the site, and which addresses a page may link to.

Ids, codes and links come from files of others: none of them may lead out of the site or run anything.
"""

from __future__ import annotations

import hashlib
import re
from urllib.parse import urlsplit

INDEX = "index.html"
CRITERIA = "tieu-chi/index.html"

_PLAIN = re.compile(r"[a-z0-9][a-z0-9.-]{0,99}")
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?")
"""Names that Windows keeps for devices, whatever follows the point."""
_UNSEEN = re.compile(r"[\x00-\x20\x7f-\x9f\\]")
"""Browsers drop some of these before they read an address: ``java\\nscript:`` would run."""


def safe_name(text: str) -> str:
    """A file name that every system takes: the text itself when it is plain, else its digest."""
    if _PLAIN.fullmatch(text) and not _RESERVED.fullmatch(text) and not text.endswith("."):
        return text
    return f"_{hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:20]}"


def unit_page(id_: str) -> str:
    """The page of a unit."""
    return f"don-vi/{safe_name(id_)}.html"


def criterion_page(set_id: str, code: str) -> str:
    """The page of a criterion of a set."""
    return f"tieu-chi/{safe_name(f'{set_id}--{code}')}.html"


def domain_page(set_id: str, code: str) -> str:
    """The ranking in one domain of a set."""
    return f"linh-vuc/{safe_name(f'{set_id}--{code}')}.html"


def heat_page(group: int, number: int = 1) -> str:
    """A page of the heat map of a group; a large group has several."""
    return f"ban-do-nhiet/nhom-{group}{f'-{number}' if number > 1 else ''}.html"


def up(page: str) -> str:
    """What leads from a page to the root of the site."""
    return "../" * page.count("/")


def safe_link(link: str | None) -> str | None:
    """The address if it leads to the web or to a file beside the site, else ``None``.

    Only ``http``, ``https`` and relative paths pass; what could be read as another scheme or host does not.
    """
    if not link or _UNSEEN.search(link) or link.startswith("/"):
        return None
    try:
        parts = urlsplit(link)
    except ValueError:
        return None
    if parts.scheme in ("http", "https"):
        return link if parts.hostname else None
    return link if not parts.scheme and not parts.netloc and ":" not in link.partition("/")[0] else None


def is_external(link: str) -> bool:
    """Whether a safe link leads to the web."""
    return link.startswith(("http:", "https:"))
