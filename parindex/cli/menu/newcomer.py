"""Who a unit is that has no file yet: its name, its id, the set and the plans that it is scored by."""

from __future__ import annotations

import re
from pathlib import Path

from msgspec import Struct

from parindex.cli.menu import here
from parindex.cli.menu.talk import Back, Talk
from parindex.files.library import Library
from parindex.files.unusable import Unusable
from parindex.jobs.criteria import known_sets
from parindex.locale.alphabet import slug
from parindex.model.criteria import CriteriaSet

KINDS = ("thị trấn", "đặc khu", "phường", "xã")
"""Kinds of communes as their names begin, the longer ones first."""
LEVELS = ("commune", "agency", "district", "province")
"""Sets of communes first: theirs are most of the officers."""
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_BEFORE = re.compile(r"^(ubnd|uỷ ban nhân dân|ủy ban nhân dân)\s+", re.I)


class Identity(Struct, frozen=True):
    """What a new unit's form or file is made from."""

    id: str
    year: int
    options: tuple[str, ...]
    """As ``form export`` and ``new unit`` take them."""


def identity(talk: Talk) -> Identity:
    """Ask who the unit is; a project's own set and plans are not asked about. Raises ``Back`` when there is no set."""
    criteria, plans = _project() or _asked(talk)
    name = talk.words("ask_name", lambda text: len(text) > 1, wrong="no_name")
    kind, guess = guessed(name)
    id_ = talk.words("ask_id", lambda text: bool(_ID.fullmatch(text)) and len(text) <= 80, wrong="no_id", default=guess)
    options = ["--name", name, *(["--type", kind] if kind and criteria.level == "commune" else [])]
    options += ["--criteria", criteria.id]
    for plan in plans:
        options += ["--plan", plan]
    return Identity(id_, criteria.year, tuple(options))


def guessed(name: str) -> tuple[str, str]:
    """The kind of a commune and an id, by its name: ``UBND phường Phú Sơn`` is a ``phường`` with ``phu-son``."""
    bare = _BEFORE.sub("", name.strip())
    kind = next((kind for kind in KINDS if bare.casefold().startswith(f"{kind} ")), "")
    return kind, slug(bare[len(kind) :])[:80].strip("-")


def _project() -> tuple[CriteriaSet, list[str]] | None:
    found = here.repository()
    if found is None or found.project is None:
        return None
    try:
        return Library(found.root).criteria(found.project.criteria), list(found.project.plans)
    except Unusable:
        return None


def _asked(talk: Talk) -> tuple[CriteriaSet, list[str]]:
    sets = sorted(known_sets()[0], key=lambda each: LEVELS.index(each.level))
    if not sets:
        talk.say("no_sets")
        raise Back
    talk.say("which_set")
    criteria = sets[talk.find([f"{each.title} ({each.id})" for each in sets])]
    library = Library.around(Path("unit.yaml"))
    plans = library.other_plans((), criteria.year)
    if not plans:
        return criteria, []
    talk.say("which_plans")
    chosen = talk.several([f"{plan.title} ({plan.id})" for plan in plans])
    return criteria, [plans[at].id for at in chosen]
