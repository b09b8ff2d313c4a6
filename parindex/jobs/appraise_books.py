"""Make the workbooks of the appraising agencies, from a frozen submission or from the first round."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from parindex.files.evidence import EvidenceFile, EvidenceFolder
from parindex.files.repository import repository_root
from parindex.jobs.appraise_files import LoadedResponse
from parindex.jobs.deadlines import Term
from parindex.jobs.digests import entry_digest
from parindex.jobs.verify import Opened
from parindex.locale.alphabet import slug
from parindex.locale.formats import day
from parindex.model.appraisal import Entry
from parindex.model.criteria import Leaf
from parindex.model.sheet import Line, Sheet
from parindex.model.unit import DocumentEntry
from parindex.reports.forms.appraisal.response import Asked, ResponseSource, write_response
from parindex.reports.forms.appraisal.source import AppraisalSource
from parindex.reports.forms.appraisal.workbook import write_appraisal
from parindex.reports.forms.source import FormSource
from parindex.reports.view.words import Scores
from parindex.scoring.appraisal import Case, corrected, effective

_TERMS = {
    "round-1": "Hạn thẩm định lần 1: {day}",
    "response": "Hạn giải trình: {day}",
    "round-2": "Hạn thẩm định lần 2: {day}",
}


class Round(Struct, frozen=True):
    """A submission at the beginning of a round."""

    opened: Opened
    case: Case
    sheet: Sheet
    """The scores that stand."""
    number: int
    terms: Mapping[str, Term]
    entries: Sequence[Entry] = ()
    responses: Sequence[LoadedResponse] = ()


def book_bytes(round_: Round, agency: str, leaves: Sequence[Leaf], prefix: str, file: str, folder: Path) -> bytes:
    """The workbook of an agency; ``file`` is the name of its YAML file in the same folder."""
    case, opened = round_.case, round_.opened
    corrections = {
        entry.fact.indicator: entry.fact
        for entry in sorted(effective(round_.entries), key=lambda entry: entry.round)
        if entry.fact is not None
    }
    fed = {code for id_ in corrections for code in case.leaves_of(id_)}
    given = [each.response for each in round_.responses]
    source = AppraisalSource(
        case=case,
        sheet=round_.sheet,
        unit=corrected(case, corrections, fed, given),
        corrections=corrections,
        agency=agency,
        round=round_.number,
        leaves=leaves,
        said={
            "unit": case.unit.unit.id,
            "name": case.unit.unit.name,
            "year": str(case.unit.year),
            "sha256 submission": opened.document.sha256,
            "agency": agency,
            "round": str(round_.number),
            "prefix": prefix,
            "file": file,
        },
        terms=tuple(terms_text(round_.terms)),
        links=links_of(round_, folder),
        entries=round_.entries,
        answers=[answer for response in given for answer in response.answers],
    )
    buffer = io.BytesIO()
    write_appraisal(source, buffer)
    return buffer.getvalue()


def response_bytes(
    opened: Opened, case: Case, sheet: Sheet, asked: Sequence[tuple[Entry, str]], terms: Sequence[str], file: str
) -> bytes:
    """The unit's workbook of response; ``asked`` are the entries that it may answer, with what they ask in words."""
    lines = {line.code: line for line in sheet.leaves()}
    said = {
        "unit": case.unit.unit.id,
        "name": case.unit.unit.name,
        "year": str(case.unit.year),
        "sha256 submission": opened.document.sha256,
        "file": file,
        **{f"sha256 entry {entry.id}": entry_digest(entry) for entry, _ in asked},
    }
    score = Scores(sheet.policy.rounding)
    source = ResponseSource(
        FormSource(case.unit, {}, case.criteria, case.plans, case.indicators),
        [_asked(entry, what, lines[entry.code], score) for entry, what in asked],
        said,
        terms,
    )
    buffer = io.BytesIO()
    write_response(source, buffer)
    return buffer.getvalue()


def _asked(entry: Entry, what: str, line: Line, score: Scores) -> Asked:
    text = f"{entry.by.agency}, {day(entry.date)}: {what}. Lý do: {entry.reason}"
    changes = [change for change in line.history if change.entry == entry.id]
    before = changes[0].before if changes else line.self_score
    after = changes[-1].after if changes else line.final
    return Asked(entry.id, entry.code, line.name, text, score.figure(before), score.figure(after))


def terms_text(terms: Mapping[str, Term]) -> Iterator[str]:
    """The deadlines in words: ``Hạn thẩm định lần 1: 20/01/2024 (gia hạn theo …)``."""
    for name, term in terms.items():
        extended = f" (gia hạn theo {term.extended_by})" if term.extended_by else ""
        yield _TERMS[name].format(day=day(term.day)) + extended


def links_of(round_: Round, folder: Path) -> dict[str, str]:
    """What opens each document from a workbook in a folder: its address, or the path of a file that is there."""
    found: dict[str, str] = {}
    unit = round_.opened.unit_path
    places = [(unit, round_.case.unit.documents)]
    places += [(each.path, each.response.documents) for each in round_.responses]
    for path, documents in places:
        disk = EvidenceFolder(path.parent, repository_root(path))
        for id_, document in documents.items():
            if (link := _link(document, disk, folder)) is not None:
                found[id_] = link
    return found


def _link(document: DocumentEntry, disk: EvidenceFolder, folder: Path) -> str | None:
    if document.link is not None:
        return document.link
    file = disk.resolve(document.file) if document.file is not None else None
    if not isinstance(file, EvidenceFile) or "#" in file.path.name:
        return None  # Excel takes what follows # for a place in the file
    return "external:" + Path(os.path.relpath(file.path.absolute(), folder.absolute())).as_posix()


def prefixes(agencies: Sequence[str]) -> dict[str, str]:
    """How the entries of each agency are numbered: its initials, or its name where two have the same."""
    short = {agency: "".join(word[0] for word in slug(agency).split("-")) for agency in agencies}
    alike = [agency for agency in agencies if list(short.values()).count(short[agency]) > 1]
    return short | {agency: slug(agency)[:60].rstrip("-") for agency in alike}
