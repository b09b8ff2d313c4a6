"""Criteria sets by id or file: shown, checked, compared."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path

from msgspec import Struct

from parindex.checks.criteria.check import SetCheck, check_set
from parindex.files.document import Document
from parindex.files.library import Library
from parindex.files.overlay import criteria_of
from parindex.files.unusable import Unusable
from parindex.files.yaml_reader import read
from parindex.model.criteria import CriteriaSet
from parindex.values.findings import Finding

_NOT_FOUND = ("E101", "E102", "E103", "E301")
"""Codes of a set that is not there, against one that is there and broken."""


class Opened(Struct, frozen=True):
    """A set with its file and the library around it."""

    criteria: CriteriaSet
    document: Document
    library: Library


class CheckedSet(Struct, frozen=True):
    """One set after the check."""

    name: str
    """The id, or the file as it was named."""
    opened: Opened | None
    """``None`` when the file cannot be used."""
    check: SetCheck | None
    findings: tuple[Finding, ...]


class Checked(Struct, frozen=True):
    """All sets that were asked for."""

    sets: tuple[CheckedSet, ...]
    lost: bool
    """Whether something was named that is not there."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings, each once: a base that several sets extend is told of once."""
        found: list[Finding] = []
        for each in self.sets:
            found += [finding for finding in each.findings if finding not in found]
        return tuple(found)


def library_here() -> Library:
    """The library as the working folder sees it: what is shipped, and what its repository adds."""
    return Library.around(Path.cwd() / "parindex.yaml")


def open_set(reference: str) -> Opened:
    """The set with an id, or of a file (a name that ends in .yaml or .yml, or has a folder).

    Raises ``Unusable``: E301 when nothing has the id, or what is wrong in the file.
    """
    path = Path(reference)
    if path.suffix.lower() not in (".yaml", ".yml") and len(path.parts) < 2:
        library = library_here()
        return Opened(library.criteria(reference), library.document("criteria", reference), library)
    library = Library.around(path)
    criteria, document = criteria_of(read(path), library.base)
    return Opened(criteria, document, library)


def known_sets() -> tuple[list[CriteriaSet], tuple[Finding, ...]]:
    """Every set of the library in the order of ids, and what is wrong with those that cannot be used."""
    library = library_here()
    found, wrong = [], list(library.clashes)
    for id_ in library.ids("criteria"):
        try:
            found.append(library.criteria(id_))
        except Unusable as problem:
            wrong += [finding for finding in problem.findings if finding not in wrong]
    return found, tuple(wrong)


def check_sets(references: Sequence[str] = ()) -> Checked:
    """Check the sets that are named, or all of the library; a broken one does not keep the others from it."""
    asked = list(dict.fromkeys(references)) or library_here().ids("criteria")
    sets = [_checked(reference) for reference in asked]
    lost = any(each.opened is None and all(finding.code in _NOT_FOUND for finding in each.findings) for each in sets)
    return Checked(tuple(sets), lost)


def _checked(reference: str) -> CheckedSet:
    try:
        opened = open_set(reference)
        check = check_set(opened.criteria, opened.document, opened.library.indicators)
    except Unusable as problem:
        return CheckedSet(reference, None, None, problem.findings)
    return CheckedSet(reference, opened, check, check.findings)


def close_code(code: str, criteria: CriteriaSet) -> str | None:
    """The code of the set that is nearest to one that it has not."""
    known = [leaf.code for _, leaf in criteria.leaves()] + [domain.code for domain in criteria.domains]
    return next(iter(get_close_matches(code, known, n=1, cutoff=0.5)), None)
