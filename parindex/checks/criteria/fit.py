"""Whether a rule fits the indicator that it scores, and the leaf that it belongs to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from parindex.checks.criteria.set_file import SetFile
from parindex.model.criteria import Leaf
from parindex.model.indicators import Indicator
from parindex.rules.checklist import Checklist
from parindex.rules.compare import Compare
from parindex.rules.proportional import Proportional
from parindex.values.facts import Measure
from parindex.values.findings import Finding, Route

_SHARES: frozenset[Measure] = frozenset({"ratio", "percent", "survey"})
_NUMBERS: frozenset[Measure] = _SHARES | {"count", "amount", "rank"}

FITTING: Mapping[str, frozenset[Measure]] = {
    "meets": _NUMBERS | {"yes-no", "date"},
    "proportional": _SHARES | {"count", "amount"},
    "bands": _NUMBERS,
    "curve": _NUMBERS,
    "compare": _NUMBERS | {"date"},
    "change": _NUMBERS,
    "per_case": _NUMBERS - {"rank", "survey"},
    "deadline": frozenset({"date"}),
    "reports": frozenset({"reports"}),
    "checklist": frozenset({"checklist"}),
    "survey": frozenset({"survey"}),
    "formula": _NUMBERS | {"yes-no"},
}
"""The measures that each kind of rule can score; ``appraised`` looks at no fact."""


def check_fit_of_rules(file: SetFile) -> Iterator[Finding]:
    """E312, W713, W714, W724 to W727."""
    for route, leaf in file.leaves:
        yield from _leaf(file, route, leaf)
        indicator = file.indicator(leaf)
        if leaf.facts is not None and leaf.rule.kind != "formula":
            yield file.finding("W727", (*route, "facts"), criterion=leaf.code, kind=leaf.rule.kind)
        elif leaf.facts is not None:
            for name, id_ in leaf.facts.items():
                if id_ in file.indicators:
                    yield from _measure(file, (*route, "facts", name), leaf, file.indicators[id_])
        elif indicator is not None:
            yield from _measure(file, (*route, "rule", "kind"), leaf, indicator)
            yield from _direction(file, route, leaf, indicator)
            if isinstance(leaf.rule, Checklist) and indicator.measure == "checklist":
                yield from _items(file, route, leaf, leaf.rule, indicator)


def fits(leaf: Leaf, measure: Measure) -> bool:
    """Whether the leaf's rule can score a fact of the measure."""
    rule = leaf.rule
    if isinstance(rule, Proportional) and rule.base == "hundred" and measure not in _SHARES:
        return False
    if isinstance(rule, Compare) and measure == "date":
        return rule.against == "target"
    return measure in FITTING.get(rule.kind, frozenset({measure}))


def _leaf(file: SetFile, route: Route, leaf: Leaf) -> Iterator[Finding]:
    if leaf.scored_by == "unit" and leaf.rule.kind != "appraised" and not leaf.evidence:
        yield file.finding("W724", route, criterion=leaf.code)
    if (leaf.scored_by == "council") != (leaf.rule.kind == "appraised"):
        at = (*route, "scored_by") if "scored_by" in leaf.model_fields_set else (*route, "rule")
        yield file.finding("W726", at, criterion=leaf.code, by=leaf.scored_by, kind=leaf.rule.kind)


def _measure(file: SetFile, route: Route, leaf: Leaf, indicator: Indicator) -> Iterator[Finding]:
    if fits(leaf, indicator.measure):
        return
    kind: str = leaf.rule.kind
    if isinstance(leaf.rule, Proportional) and indicator.measure in FITTING["proportional"]:
        kind = "proportional (base: hundred)"
    fitting = ", ".join(kind for kind, measures in FITTING.items() if indicator.measure in measures)
    yield file.finding(
        "W713",
        route,
        criterion=leaf.code,
        kind=kind,
        id=indicator.id,
        measure=indicator.measure,
        fitting=fitting,
    )


def _direction(file: SetFile, route: Route, leaf: Leaf, indicator: Indicator) -> Iterator[Finding]:
    if not isinstance(leaf.rule, Proportional) or leaf.counts == "penalty":
        return
    lower = leaf.otherwise is not None and leaf.otherwise.comparator in ("<", "<=")
    if indicator.better == "lower" or lower:
        yield file.finding("W714", (*route, "rule", "kind"), criterion=leaf.code)


def _items(file: SetFile, route: Route, leaf: Leaf, rule: Checklist, indicator: Indicator) -> Iterator[Finding]:
    known = indicator.items or {}
    for number, item in enumerate(rule.items):
        if item.id not in known:
            at = (*route, "rule", "items", number, "id")
            yield file.finding("E312", at, indicator=indicator.id, id=item.id, known=", ".join(known))
    for id_ in known:
        if id_ not in {item.id for item in rule.items}:
            at = (*route, "rule", "items")
            yield file.finding("W725", at, criterion=leaf.code, id=id_, indicator=indicator.id)
