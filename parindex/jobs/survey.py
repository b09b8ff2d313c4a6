"""Score a survey: from responses and their mapping to satisfaction, and to figures for the unit's file."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path

from msgspec import Struct

from parindex.files.document import Document
from parindex.files.library import Library
from parindex.files.load import load_model
from parindex.files.responses import Responses, folded, looks_personal, personal_heading, read_responses
from parindex.files.source import file_name
from parindex.files.unusable import Unusable
from parindex.files.write import write_bytes
from parindex.model.criteria import CriteriaSet
from parindex.model.survey import SurveyFile, SurveyResult
from parindex.model.unit import Unit
from parindex.scoring.survey import Form, Satisfaction, sample_size, satisfaction
from parindex.values.findings import Finding
from parindex.values.numbers import rounded


class Counted(Struct, frozen=True):
    """What became of the forms."""

    rows: int
    blank: int
    """Forms without an answer to any question."""
    duplicates: int
    """Later forms with the number of an earlier one; only the first of them counts."""
    valid: int
    needed: int | None
    """The least sample for the population that the mapping gives; ``None`` without one."""


class ScoredSurvey(Struct, frozen=True):
    """The outcome of one survey."""

    survey: SurveyFile
    responses: Responses
    counted: Counted
    questions: Mapping[str, Satisfaction]
    results: tuple[tuple[SurveyResult, Satisfaction], ...]
    overall: Satisfaction
    """All questions together."""
    forms: tuple[Form, ...]
    findings: tuple[Finding, ...]


def score_survey(responses: Path, mapping: Path, unit: Path | None = None) -> ScoredSurvey:
    """Score the responses; with a unit's file also say which of its criteria do not admit such a survey.

    Raises ``Unusable`` when a file cannot be read or the mapping does not fit the responses (E190 to E193).
    """
    survey, document = load_model(mapping, SurveyFile)
    library = Library.around(mapping)
    wrong = list(_references(survey, document, library))
    if wrong:
        raise Unusable(wrong)
    columns = [each.column for each in survey.questions]
    columns += [column for column in (survey.respondent, survey.group) if column]
    read = read_responses(responses, columns, survey.sheet)
    findings = list(_kept_personal(read))
    forms, counted, unknown = _forms(survey, read)
    findings += [Finding("W194", read.name, data=data) for data in unknown]
    if counted.needed is not None and counted.valid < counted.needed:
        findings.append(Finding("W195", read.name, data={"valid": counted.valid, "needed": counted.needed}))
    populations = {each.name: each.population for each in survey.groups}
    named = {folded(name): name for name in populations}
    forms = [Form(named.get(folded(form.group or ""), form.group), form.levels) for form in forms]
    findings += _too_many(survey, read, counted, forms)
    strange = sorted({form.group or "–" for form in forms if form.group not in populations}) if populations else []
    weights = populations if populations and not strange else None

    def of(questions: list[str]) -> Satisfaction:
        return satisfaction(forms, questions, survey.scale.satisfied, survey.confidence, weights)

    overall = of([each.id for each in survey.questions])
    findings += [
        Finding("W198", read.name, data={"group": group}) for group in dict.fromkeys((*strange, *overall.empty_groups))
    ]
    if unit is not None:
        findings += _not_admitted(survey, unit)
    return ScoredSurvey(
        survey,
        read,
        counted,
        {each.id: of([each.id]) for each in survey.questions},
        tuple((result, of(result.questions)) for result in survey.results),
        overall,
        tuple(forms),
        tuple(findings),
    )


def _too_many(survey: SurveyFile, read: Responses, counted: Counted, forms: Sequence[Form]) -> Iterator[Finding]:
    """Forms of more people than there are, or more forms than were handed out."""
    asked = Counter(form.group for form in forms)
    limits = [
        (asked[each.name], each.population, f"số người của nhóm «{each.name}»", f"people in “{each.name}”")
        for each in survey.groups
    ]
    if survey.population is not None:
        limits.append((len(forms), survey.population, "tổng thể khảo sát", "people in all"))
    if survey.sent is not None:
        limits.append((counted.rows - counted.duplicates, survey.sent, "số phiếu phát ra", "forms handed out"))
    for count, most, what, what_en in limits:
        if count > most:
            yield Finding("W146", read.name, data={"count": count, "most": most, "what": what, "what_en": what_en})


def _references(survey: SurveyFile, document: Document, library: Library) -> Iterator[Finding]:
    known = {each.id for each in survey.questions}
    for number, result in enumerate(survey.results):
        for place, question in enumerate(result.questions):
            if question not in known:
                yield document.finding("E192", ("results", number, "questions", place), question=question)
        indicator = library.indicators.get(result.indicator)
        if indicator is None or indicator.measure != "survey":
            yield document.finding("E193", ("results", number, "indicator"), indicator=result.indicator)


def _kept_personal(read: Responses) -> Iterator[Finding]:
    """Columns that are kept and still look personal, by their headings or their cells."""
    for column in read.rows[0] if read.rows else ():
        cells = sum(looks_personal(row[column]) for row in read.rows)
        if cells or personal_heading(column):
            yield Finding("W196", read.name, data={"column": column, "count": cells})


def _forms(survey: SurveyFile, read: Responses) -> tuple[list[Form], Counted, list[dict[str, str | int]]]:
    levels = {folded(answer): level for answer, level in survey.scale.answers.items()}
    blank = {"", *(folded(answer) for answer in survey.scale.blank)}
    seen: set[str] = set()
    forms: list[Form] = []
    empty = twice = 0
    unknown: Counter[tuple[str, str]] = Counter()
    for row in read.rows:
        if survey.respondent is not None and (code := folded(row[survey.respondent])):
            if code in seen:
                twice += 1
                continue
            seen.add(code)
        answers = {each.id: (each.column, row[each.column]) for each in survey.questions}
        given = {id_: levels[folded(text)] for id_, (_, text) in answers.items() if folded(text) in levels}
        unknown.update(
            (column, text)
            for column, text in answers.values()
            if folded(text) not in levels and folded(text) not in blank
        )
        if given:
            forms.append(Form(row[survey.group] if survey.group else None, given))
        else:
            empty += 1
    population = survey.population or sum((each.population for each in survey.groups), Decimal(0))
    needed = sample_size(int(population), survey.error) if population else None
    told: list[dict[str, str | int]] = [
        # What is no answer may be a name or a number: then it is not shown.
        {
            "column": column,
            "answer": "***" if looks_personal(text) or personal_heading(column) else text[:60],
            "count": count,
        }
        for (column, text), count in sorted(unknown.items())
    ]
    return forms, Counted(len(read.rows), empty, twice, len(forms), needed), told


def _not_admitted(survey: SurveyFile, path: Path) -> Iterator[Finding]:
    unit, document = load_model(path, Unit)
    criteria: CriteriaSet = Library.around(path).criteria(unit.criteria)
    if survey.conducted_by in criteria.policy.surveys:
        return
    asked = {result.indicator for result in survey.results}
    codes = [
        leaf.code for _, leaf in criteria.leaves() if leaf.scored_by == "survey" and asked & set(leaf.names.values())
    ]
    if codes:
        yield document.finding("W197", ("criteria",), codes=", ".join(codes))


def clean(scored: ScoredSurvey, path: Path, *, force: bool) -> str:
    """Write the answers alone, numbered, with their groups: what may serve as evidence. Gives the SHA-256.

    Raises ``Unusable`` (E141, E142).
    """
    import hashlib

    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    words = {level: answer for answer, level in reversed(scored.survey.scale.answers.items())}
    ids = [each.id for each in scored.survey.questions]
    writer.writerow(["so", "nhom", *ids])
    for number, form in enumerate(scored.forms, start=1):
        answers = [words[form.levels[id_]] if id_ in form.levels else "" for id_ in ids]
        writer.writerow([str(number), form.group or "", *answers])
    content = text.getvalue().encode("utf-8-sig")
    write_bytes(path, content, force=force)
    return hashlib.sha256(content).hexdigest()


DIGITS = 6
"""Decimals of a weighted percent, which seldom ends."""


def figures(scored: ScoredSurvey, evidence: Path, sha256: str) -> dict[str, object]:
    """The parts ``documents`` and ``facts`` of a unit's file that the survey fills; numbers as text."""
    survey = scored.survey
    doc = survey.id.replace(".", "-")
    document: dict[str, object] = {"form": "extract", "title": survey.title}
    if survey.by:
        document["issuer"] = survey.by
    document |= {"file": file_name(evidence), "sha256": sha256}
    facts: dict[str, object] = {}
    for result, found in scored.results:
        values: dict[str, object]
        if not found.valid:
            continue
        if result.give == "answers":
            values = {"answers": {str(level): str(count) for level, count in found.counts.items()}}
        elif found.weighted is not None:
            values = {"percent": str(rounded(found.weighted, DIGITS, "half-even"))}
        else:
            values = {"numerator": str(found.satisfied), "denominator": str(found.valid)}
        fact: dict[str, object] = {"values": values}
        if survey.as_of:
            fact["as_of"] = survey.as_of.isoformat()
        facts[result.indicator] = fact | {"conducted_by": survey.conducted_by, "evidence": [{"doc": doc}]}
    return {"documents": {doc: document}, "facts": facts}
