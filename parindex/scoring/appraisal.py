"""The appraisal's entries applied to a unit as it submitted: a score sheet with rounds, final scores and history.

The entries act in their order, the first round before the second. A score stands as it is given; a corrected fact
makes the engine score again every criterion that uses its indicator, without the unit's claims on them. The last act
on a criterion prevails; acts that contradict each other are named by ``scoring.appraisal_review``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Literal

from msgspec import Struct

from parindex.model.appraisal import Correction, Entry, Response
from parindex.model.criteria import CriteriaSet
from parindex.model.indicators import Indicator
from parindex.model.plan import Plan
from parindex.model.sheet import AppraisalLine, ChangeLine, Sheet
from parindex.model.unit import DocumentEntry, FactEntry, Unit
from parindex.scoring.appraisal_sheet import Appraised, rebuilt
from parindex.scoring.derived import derive, derived_proofs
from parindex.scoring.facts import once
from parindex.scoring.sheet import score
from parindex.values.numbers import exactly

Act = Literal["score", "fact", "agree", "withdrawn"]


class Case(Struct, frozen=True):
    """What an appraisal is about: the unit as submitted, and what it was scored with."""

    unit: Unit
    criteria: CriteriaSet
    plans: tuple[Plan, ...]
    indicators: Mapping[str, Indicator]
    submitted: Sheet
    digest: str
    """SHA-256 of the submission."""
    elsewhere: tuple[Plan, ...] = ()

    def leaves_of(self, indicator: str) -> tuple[str, ...]:
        """The codes of all criteria that an indicator feeds, in order."""
        return tuple(leaf.code for _, leaf in self.criteria.leaves() if indicator in leaf.names.values())


@exactly
def appraise(case: Case, entries: Sequence[Entry], responses: Sequence[Response] = ()) -> Sheet:
    """The sheet after the appraisal; the submitted sheet is left as it is.

    Entries must have been reviewed: one that names an unknown criterion or indicator raises ``KeyError``.
    """
    work = _Work(case, entries, responses)
    done: list[int] = []
    for number in sorted({entry.round for entry in entries}):
        for entry in entries:
            if entry.round == number:
                work.act(entry)
        work.close(number)
        done.append(number)
    lines = {code: work.line(code) for code in work.current}
    gaps = tuple(code for code in work.current if code not in work.decided)
    sheet = rebuilt(case.submitted, case.unit, case.criteria.policy, lines)
    return sheet.but(
        documents={**case.submitted.documents, **_added(responses)},
        appraisal=AppraisalLine(
            submission=case.digest,
            rounds=tuple(done),
            agencies=tuple(dict.fromkeys(entry.by.agency for entry in entries)),
            undecided=gaps,
            submitted_earned=case.submitted.totals.earned,
            submitted_index=case.submitted.totals.index,
        ),
    )


def effective(entries: Iterable[Entry]) -> list[Entry]:
    """The entries that no other one replaces."""
    given = list(entries)
    gone = {entry.replaces for entry in given if entry.replaces is not None}
    return [entry for entry in given if entry.id not in gone]


def to_answer(entries: Iterable[Entry], sheet: Sheet) -> list[Entry]:
    """What the unit may answer: each request, and what lowered a score; ``sheet`` is that after the appraisal."""
    lowered = {
        change.entry
        for line in sheet.leaves()
        for change in line.history
        if change.before is not None and (change.after is None or change.after < change.before)
    }
    return [entry for entry in effective(entries) if entry.request is not None or entry.id in lowered]


def drawn_along(entry: Entry, sheet: Sheet) -> Iterator[tuple[str, Decimal | None, Decimal | None]]:
    """The other criteria whose score an entry changed, for a corrected figure can feed several: before and after."""
    for line in sheet.leaves():
        changes = [change for change in line.history if change.entry == entry.id]
        if line.code != entry.code and changes and changes[0].before != changes[-1].after:
            yield line.code, changes[0].before, changes[-1].after


class _Standing(Struct, frozen=True):
    """What stands at a criterion."""

    score: Decimal | None
    given: bool
    decided: bool


class _Work:
    """Scores as they change, act by act."""

    def __init__(self, case: Case, entries: Sequence[Entry], responses: Sequence[Response]) -> None:
        self.case, self.entries, self.responses = case, entries, responses
        self.submitted = {line.code: line for line in case.submitted.leaves()}
        self.scored = dict(self.submitted)
        """The lines by the facts as corrected so far."""
        self.current = {code: line.self_score for code, line in self.submitted.items()}
        self.given = dict.fromkeys(self.submitted, False)
        """Whether the score that stands was given by an appraiser, not by the rules."""
        self.history: dict[str, list[ChangeLine]] = {code: [] for code in self.submitted}
        self.rounds: dict[int, dict[str, Decimal | None]] = {}
        self.decided: set[str] = set()
        self.touched: set[str] = set()
        self.corrections: dict[str, Correction] = {}
        """By the id of the entry, in the order of the acts."""
        self.overruled: dict[str, dict[str, Decimal | None]] = {}
        """By the id of a correction the given scores that it overruled."""
        self.before: dict[str, _Standing] = {}
        """By the id of an entry that gave a score what stood before it."""
        self.last: dict[str, str] = {}
        """By criterion the entry that acted on it last."""

    def act(self, entry: Entry) -> None:
        """Let one entry change the scores that it changes."""
        if entry.replaces in self.corrections:
            self._withdraw(entry, entry.replaces)
        stood = self._taken_back(entry)
        if entry.fact is not None:
            codes = self.case.leaves_of(entry.fact.indicator)
            kept = {code: self.current[code] for code in codes if self.given[code]}
            self.overruled[entry.id] = {**self.overruled.get(entry.id, {}), **kept}
            self.corrections[entry.id] = entry.fact
            self._score_again(entry, entry.fact.indicator, "fact")
        elif entry.score is not None:
            penalty = self.submitted[entry.code].counts == "penalty"
            self.before[entry.id] = stood
            self._set(entry, entry.code, "score", -entry.score if penalty else entry.score)
            self.given[entry.code] = True
        elif entry.agree:
            self._set(entry, entry.code, "agree", self.current[entry.code])
        if entry.decides:
            self.decided.add(entry.code)

    def _taken_back(self, entry: Entry) -> _Standing:
        """What stands before the entry acts: without the score of an entry that it replaces, if that one stands.

        Another score is simply put in its place.
        """
        code = entry.code
        old = self.before.get(entry.replaces or "")
        if old is None or self.last[code] != entry.replaces:
            for kept in self.overruled.values() if old is not None else ():
                kept.pop(code, None)  # a correction that overruled the score does not bring it back
            return _Standing(self.current[code], self.given[code], code in self.decided)
        if entry.score is None:
            self._set(entry, code, "withdrawn", old.score)
            self.given[code] = old.given
            if not old.decided:
                self.decided.discard(code)
        return old

    def close(self, number: int) -> None:
        """Keep the scores at the end of a round, of what was decided or scored again so far."""
        reached = self.decided | self.touched
        self.rounds[number] = {code: value for code, value in self.current.items() if code in reached}

    def line(self, code: str) -> Appraised:
        """What became of one criterion."""
        line = self.scored[code] if code in self.touched else self.submitted[code]
        asked = {entry.id for entry in self.entries if entry.code == code}
        proofs = [
            proof
            for response in self.responses
            for answer in response.answers
            if answer.to in asked
            for proof in answer.evidence
        ]
        return Appraised(
            line=line.but(evidence=once((*line.evidence, *proofs))),
            submitted=self.submitted[code],
            round1=self.rounds.get(1, {}).get(code),
            round2=self.rounds.get(2, {}).get(code),
            final=self.current[code],
            given=self.given[code],
            history=tuple(self.history[code]),
        )

    def _set(self, entry: Entry, code: str, act: Act, after: Decimal | None, indicator: str | None = None) -> None:
        self.history[code].append(
            ChangeLine(
                entry=entry.id,
                round=entry.round,
                act=act,
                agency=entry.by.agency,
                post=entry.by.post,
                date=entry.date,
                reason=entry.reason,
                before=self.current[code],
                after=after,
                indicator=indicator,
            )
        )
        self.current[code] = after
        self.last[code] = entry.id

    def _withdraw(self, entry: Entry, id_: str) -> None:
        """Take a correction back; scores that appraisers had given before it stand again."""
        later = list(self.corrections)[list(self.corrections).index(id_) + 1 :]
        withdrawn = self.corrections.pop(id_)
        before = self.overruled.pop(id_, {})
        if entry.fact is not None and entry.fact.indicator == withdrawn.indicator:
            self.overruled[entry.id] = before  # another correction takes its place
            return
        corrected_since = {code for each in later for code in self.case.leaves_of(self.corrections[each].indicator)}
        back = {code: value for code, value in before.items() if code not in corrected_since}
        self._score_again(entry, withdrawn.indicator, "withdrawn", back)

    def _score_again(
        self, entry: Entry, indicator: str, act: Act, given: Mapping[str, Decimal | None] | None = None
    ) -> None:
        """Score what an indicator feeds by the facts as they are now; ``given`` are scores that stand instead."""
        case = self.case
        codes = case.leaves_of(indicator)
        self.touched.update(codes)
        latest = {correction.indicator: correction for correction in self.corrections.values()}
        fed = {code for id_ in latest for code in case.leaves_of(id_)}
        unit = corrected(case, latest, fed, self.responses)
        sheet = score(
            unit, case.criteria, case.plans, case.indicators, elsewhere=case.elsewhere, corrected=frozenset(latest)
        )
        self.scored = {line.code: line for line in sheet.leaves()}
        stand = given or {}
        for code in codes:
            if act == "withdrawn" and self.given[code]:
                continue  # its appraiser gave it a score since: what another takes back does not change that
            self._set(entry, code, act, stand.get(code, self.scored[code].self_score), indicator)
            self.given[code] = code in stand


def corrected(
    case: Case, corrections: Mapping[str, Correction], without_claims: Iterable[str], responses: Sequence[Response]
) -> Unit:
    """The unit with corrected facts, and without its own claims on the criteria that they feed."""
    unit = case.unit
    facts, reports, nothing = dict(unit.facts), dict(unit.reports), dict(unit.not_arising)
    derived = derive(unit, case.plans)
    for id_, correction in corrections.items():
        nothing.pop(id_, None)
        if correction.reports is not None:
            reports[id_] = correction.reports
            continue
        old = facts.get(id_)
        kind = case.indicators[id_].derived
        proofs = [*(old.evidence if old else ()), *(derived_proofs(unit, kind) if kind in derived and kind else ())]
        facts[id_] = FactEntry(
            values=correction.values,
            as_of=correction.as_of or (old.as_of if old else None),
            evidence=list(dict.fromkeys([*proofs, *correction.evidence])),
            conducted_by=correction.conducted_by or (old.conducted_by if old else None),
        )
    dropped = set(without_claims)
    return unit.model_copy(
        update={
            "facts": facts,
            "reports": reports,
            "not_arising": nothing,
            "claims": {code: points for code, points in unit.claims.items() if code not in dropped},
            "documents": {**unit.documents, **_added(responses)},
        }
    )


def _added(responses: Sequence[Response]) -> dict[str, DocumentEntry]:
    return {id_: document for response in responses for id_, document in response.documents.items()}
