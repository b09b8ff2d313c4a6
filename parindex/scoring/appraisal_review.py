"""What is wrong with the entries of an appraisal before they may be applied: gaps, double scores, conflicts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from parindex.model.appraisal import Entry
from parindex.model.criteria import Leaf
from parindex.scoring.appraisal import Case, effective
from parindex.scoring.facts import KEYS_OF, given_keys
from parindex.values.findings import Route
from parindex.values.steps import Datum


class Trouble(Struct, frozen=True):
    """One thing that is wrong, as a code of the registry; ``route`` starts at the entry, if it is about one."""

    code: str
    entry: str | None
    data: Mapping[str, Datum] = {}
    route: Route = ()


def review(case: Case, entries: Sequence[Entry], documents: Sequence[str], council: str) -> Iterator[Trouble]:
    """Everything that keeps entries from being applied, or that the council should know.

    ``documents`` are the ids of all documents, submitted or added; ``council`` is who appraises what the set gives to
    no agency.
    """
    leaves = {leaf.code: leaf for _, leaf in case.criteria.leaves()}
    earlier: dict[str, Entry] = {}
    for entry in entries:
        if entry.id in earlier:
            yield Trouble("E341", entry.id, {"id": entry.id}, ("id",))
        if entry.replaces is not None:
            yield from _replaces(entry, earlier)
        if entry.code in leaves:
            scored = any(other.code == entry.code and other.decides for other in earlier.values())
            yield from _fits(entry, leaves[entry.code], case, documents, council, scored=scored)
        else:
            yield Trouble("E304", entry.id, {"id": entry.code}, ("code",))
        earlier.setdefault(entry.id, entry)
    yield from _doubles(entries)
    yield from _conflicts(case, entries)


def field_of(leaf: Leaf, council: str) -> str:
    """The agency that appraises a criterion; the council itself for what the set gives to none."""
    return leaf.appraised_by or council


def gaps(case: Case, entries: Sequence[Entry], council: str) -> dict[str, list[str]]:
    """The criteria on which nobody has decided yet, by the agency whose field they are."""
    decided = {entry.code for entry in effective(entries) if entry.decides}
    found: dict[str, list[str]] = defaultdict(list)
    for _, leaf in case.criteria.leaves():
        if leaf.code not in decided:
            found[field_of(leaf, council)].append(leaf.code)
    return dict(found)


def _replaces(entry: Entry, earlier: Mapping[str, Entry]) -> Iterator[Trouble]:
    """An entry takes the place of an earlier one of the same criterion and round, and of one only (E342)."""
    old = earlier.get(entry.replaces or "")
    taken = any(other.replaces == entry.replaces for other in earlier.values())
    if old is None or taken or (old.code, old.round) != (entry.code, entry.round):
        yield Trouble("E342", entry.id, {"id": entry.id, "other": entry.replaces or ""}, ("replaces",))


def _fits(
    entry: Entry, leaf: Leaf, case: Case, documents: Sequence[str], council: str, *, scored: bool
) -> Iterator[Trouble]:
    """What is wrong with one entry by itself; ``scored``: an earlier one has decided on its criterion."""
    if entry.score is not None and entry.score > leaf.points:
        data: dict[str, Datum] = {"criterion": leaf.code, "score": entry.score, "max": leaf.points}
        yield Trouble("E343", entry.id, data, ("score",))
    if entry.fact is not None:
        yield from _correction(entry, leaf, case, documents)
    waits = any(line.code == leaf.code and line.status == "pending" for line in case.submitted.leaves())
    if entry.agree and waits and not scored:
        yield Trouble("E349", entry.id, {"criterion": leaf.code}, ("agree",))
    owner = field_of(leaf, council)
    if entry.by.agency not in (owner, council):
        data = {"criterion": leaf.code, "agency": entry.by.agency, "owner": owner}
        yield Trouble("W621", entry.id, data, ("by", "agency"))


def _correction(entry: Entry, leaf: Leaf, case: Case, documents: Sequence[str]) -> Iterator[Trouble]:
    fact = entry.fact
    if fact is None:
        return
    if fact.indicator not in leaf.names.values():
        allowed = ", ".join(leaf.names.values()) or "–"
        data: dict[str, Datum] = {"id": fact.indicator, "criterion": leaf.code, "allowed": allowed}
        yield Trouble("E344", entry.id, data, ("fact", "indicator"))
        return
    measure = case.indicators[fact.indicator].measure
    if (measure == "reports") != (fact.reports is not None):
        yield Trouble("E310" if measure == "reports" else "E311", entry.id, {"id": fact.indicator}, ("fact",))
    elif fact.values is not None:
        for key in sorted(given_keys(fact.values) - KEYS_OF[measure]):
            allowed = ", ".join(sorted(KEYS_OF[measure]))
            data = {"key": key, "id": fact.indicator, "allowed": allowed}
            yield Trouble("E306", entry.id, data, ("fact", "values", key))
        above, below = fact.values.numerator, fact.values.denominator
        if above is not None and below is not None and above > below:
            data = {"numerator": above, "denominator": below}
            yield Trouble("W501", entry.id, data, ("fact", "values", "numerator"))
    for number, proof in enumerate(fact.evidence):
        if proof.doc not in documents:
            yield Trouble("E305", entry.id, {"id": proof.doc}, ("fact", "evidence", number, "doc"))


def _doubles(entries: Sequence[Entry]) -> Iterator[Trouble]:
    """Two decisions on one criterion in one round, none of which replaces the other (E346)."""
    first: dict[tuple[int, str], Entry] = {}
    for entry in effective(entries):
        if entry.score is None and not entry.agree:
            continue
        other = first.setdefault((entry.round, entry.code), entry)
        if other is not entry:
            data: dict[str, Datum] = {"criterion": entry.code, "round": entry.round, "other": other.id}
            yield Trouble("E346", entry.id, {**data, "agency": entry.by.agency, "first": other.by.agency}, ("code",))


def _conflicts(case: Case, entries: Sequence[Entry]) -> Iterator[Trouble]:
    """A fact corrected in two ways, or under a criterion that also got a score in the same round (E347)."""
    standing = effective(entries)
    facts: dict[tuple[int, str], Entry] = {}
    for entry in standing:
        if entry.fact is None:
            continue
        other = facts.setdefault((entry.round, entry.fact.indicator), entry)
        if other is not entry and other.fact is not None and not _same(entry, other):
            yield _conflict(entry, other, entry.code)
        codes = case.leaves_of(entry.fact.indicator)
        for scored in standing:
            if scored.round == entry.round and scored.code in codes and (scored.score is not None or scored.agree):
                yield _conflict(entry, scored, scored.code)


def _same(entry: Entry, other: Entry) -> bool:
    one, two = entry.fact, other.fact
    return one is not None and two is not None and (one.values, one.reports) == (two.values, two.reports)


def _conflict(entry: Entry, other: Entry, code: str) -> Trouble:
    indicator = entry.fact.indicator if entry.fact else ""
    data: dict[str, Datum] = {"criterion": code, "id": indicator, "other": other.id, "first": other.by.agency}
    return Trouble("E347", entry.id, {**data, "agency": entry.by.agency}, ("fact", "indicator"))
