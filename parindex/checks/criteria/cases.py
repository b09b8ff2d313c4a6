"""The examples worked out by hand: their facts fit the leaf, and the rule gives what they say."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from parindex.checks.criteria.set_file import SetFile
from parindex.model.criteria import Case, CaseFacts, Leaf
from parindex.scoring.cases import run_case
from parindex.scoring.facts import KEYS_OF, given_keys
from parindex.values.findings import Finding, Route


def check_cases(file: SetFile) -> Iterator[Finding]:
    """E306, W728 and W729; leaves whose indicators nobody defines are left to E303."""
    for route, leaf in file.leaves:
        if any(id_ not in file.indicators for id_ in leaf.names.values()):
            continue
        for number, case in enumerate(leaf.cases):
            at = (*route, "cases", number)
            wrong = [*_facts(file, (*at, "facts"), leaf, case.facts)]
            wrong += _facts(file, (*at, "previous"), leaf, case.previous)
            yield from wrong or _result(file, at, leaf, number + 1, case)


def _facts(
    file: SetFile, route: Route, leaf: Leaf, given: CaseFacts | dict[str, CaseFacts] | None
) -> Iterator[Finding]:
    if given is None or not leaf.names:
        return
    named = {"value": given} if isinstance(given, CaseFacts) else given
    for name, values in named.items():
        at = route if isinstance(given, CaseFacts) else (*route, name)
        if name not in leaf.names:
            known = ", ".join(leaf.names) if leaf.facts is not None else "–"
            yield file.finding("W729", at, criterion=leaf.code, name=name, known=known)
            continue
        indicator = file.indicators[leaf.names[name]]
        keys = KEYS_OF[indicator.measure]
        for key in sorted(given_keys(values) - keys):
            yield file.finding("E306", (*at, key), key=key, id=indicator.id, allowed=", ".join(sorted(keys)))


def _result(file: SetFile, route: Route, leaf: Leaf, number: int, case: Case) -> Iterator[Finding]:
    result = run_case(leaf, number, case, file.indicators)
    if not result.holds:
        at = (*route, "points" if isinstance(result.expected, Decimal) else "status")
        yield file.finding("W728", at, criterion=leaf.code, number=number, expected=result.expected, given=result.given)
