"""Join the appraising agencies' files, and apply them to a submission."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from msgspec import Struct

from parindex.files.document import Document
from parindex.files.unusable import Unusable
from parindex.files.write import write_text
from parindex.jobs.appraise_files import (
    LoadedAppraisal,
    LoadedResponse,
    answers_changed,
    check_bound,
    check_response,
    is_book,
    load_appraisal,
    load_response,
    open_case,
    submission_path,
)
from parindex.jobs.appraise_read import Read, has_errors
from parindex.jobs.appraise_workbooks import as_files, read_all
from parindex.jobs.deadlines import of_round, project_of, term
from parindex.jobs.digests import entries_digest, entry_digest
from parindex.jobs.submit import yaml_text
from parindex.jobs.verify import Opened, verify_submission
from parindex.model.appraisal import Appraisal, Bound, Entry, Seal
from parindex.model.sheet import Input, Sheet
from parindex.scoring.appraisal import Case, appraise, effective
from parindex.scoring.appraisal_review import Trouble, gaps, review
from parindex.values.findings import Finding, Route
from parindex.values.steps import Datum

MERGED_LINE = (
    "# Bản tổng hợp thẩm định do parindex appraise merge ghi: không sửa lượt nào; lượt mới ghi ở tệp cơ quan.\n"
)

Where = Mapping[str, tuple[Document, Route]]
"""By the id of an entry the file in which it stands, and the route to it."""


class Merged(Struct, frozen=True):
    """Files joined, or why they were not."""

    path: Path | None
    appraisal: Appraisal | None
    """``None`` where a workbook could not be read."""
    findings: tuple[Finding, ...]
    read: tuple[Read, ...] = ()
    """The workbooks that were read into their files first."""


class Applied(Struct, frozen=True):
    """The sheet after an appraisal."""

    sheet: Sheet | None
    """``None`` while errors exist."""
    findings: tuple[Finding, ...]


def merge(
    paths: Sequence[Path], output: Path, *, on: date, responses: Sequence[Path] = (), force: bool = False
) -> Merged:
    """Join agencies' files into one, in the order of rounds and days, and seal what it holds.

    A workbook among them, or among the responses, is read into its own file first; with a problem in any of them
    nothing is written.
    An earlier merge at ``output`` is carried on: its entries stay first and must still be in the agencies' files as
    they were (E345). Gaps, double scores and conflicts are named; with errors nothing is written. Raises ``Unusable``
    when a file cannot be read, or what stands at ``output`` is no merge (E233, E141).
    """
    read = read_all([path for path in (*paths, *responses) if is_book(path)])
    findings = [finding for each in read for finding in each.findings]
    if has_errors(findings):
        return Merged(None, None, tuple(findings), tuple(read))
    findings = [each for each in findings if each.code != "W622"]  # told again below, by the lines of the files
    paths, responses = (as_files(each, read) for each in (paths, responses))
    loaded = [load_appraisal(path) for path in paths]
    base = _earlier(output, force)
    opened, case = open_case(submission_path(paths[0], loaded[0].appraisal.submission))
    findings += [finding for each in (*base, *loaded) for finding in each.findings]
    for each in (*base, *loaded):
        findings += check_bound(each.appraisal.submission, each.document, opened)
    kept = base[0].appraisal if base else None
    for each in loaded:
        findings += _kept(each, kept)
    entries = [*(kept.entries if kept else ())]
    known = {entry_digest(entry) for entry in entries}
    new = {entry_digest(entry): entry for each in loaded for entry in each.appraisal.entries}
    unknown = [entry for digest, entry in new.items() if digest not in known]
    entries += sorted(unknown, key=lambda entry: (entry.round, entry.date))
    where = {id_: place for each in (*base, *loaded) for id_, place in _places(each).items()}
    given = [load_response(path) for path in responses]
    twice = _twice(loaded)
    findings += [
        document.finding("E341", (*route, "id"), id=id_) for id_, all_ in twice.items() for document, route in all_
    ]
    findings += _reviewed(opened, case, entries, given, where, loaded[0].appraisal.council, set(twice))
    seals = [*(kept.seals if kept else ())]
    answered = [_bound(each.path, each.document.sha256, output) for each in given]
    if not seals or (seals[-1].entries, seals[-1].responses) != (len(entries), answered or seals[-1].responses):
        sealed = max((seal.entries for seal in seals), default=0)
        added = {entry.id: entry_digest(entry) for entry in entries[sealed:]}
        whole = entries_digest(entries)
        seals.append(Seal(date=on, entries=len(entries), sha256=whole, added=added, responses=answered))
    bound = _bound(opened.path, opened.document.sha256, output)
    first = loaded[0].appraisal
    merged = first.model_copy(update={"submission": bound, "agency": None, "entries": entries, "seals": seals})
    if has_errors(findings):
        return Merged(None, merged, tuple(findings), tuple(read))
    write_text(output, MERGED_LINE + appraisal_text(merged), force=bool(base) or force)
    return Merged(output, merged, tuple(findings), tuple(read))


def apply(path: Path, responses: Sequence[Path] = (), *, unit_path: Path | None = None) -> Applied:
    """The final scores by an appraisal's file, merged or of one agency.

    Every later change of what was submitted is among the findings (E42x). ``unit_path`` is the file of the unit that
    is meant, where that is to be checked (E352). Raises ``Unusable`` when a file cannot be read or the submission is
    not what it was.
    """
    loaded = load_appraisal(path)
    appraisal = loaded.appraisal
    opened, case = open_case(submission_path(path, appraisal.submission))
    findings = [*loaded.findings, *check_bound(appraisal.submission, loaded.document, opened)]
    if unit_path is not None and unit_path.resolve() != opened.unit_path.resolve():
        findings.append(loaded.document.finding("E352", ("unit", "id"), unit=appraisal.unit.name))
    given = [load_response(each) for each in responses]
    findings += _reviewed(opened, case, appraisal.entries, given, _places(loaded), appraisal.council)
    findings += answers_changed(loaded)
    own = len(findings)
    findings += verify_submission(opened.path).findings
    if has_errors(findings[:own]):
        return Applied(None, tuple(findings))
    sheet = appraise(case, appraisal.entries, [each.response for each in given])
    files = [(opened.path.name, opened.document.sha256), (path.name, loaded.document.sha256)]
    files += [(each.path.name, each.document.sha256) for each in given]
    inputs = (*sheet.inputs, *(Input(path=name, sha256=sha) for name, sha in files))
    return Applied(sheet.but(inputs=inputs), tuple(findings))


def appraisal_text(appraisal: Appraisal) -> str:
    """An appraisal as the text of its file."""
    data: dict[str, Any] = appraisal.model_dump(mode="json", by_alias=True, exclude_none=True, exclude={"entries"})
    data["entries"] = [entry_data(entry) for entry in appraisal.entries]
    data.pop("seals", None)
    data["seals"] = [seal.model_dump(mode="json", exclude_defaults=True) for seal in appraisal.seals]
    return yaml_text(data)


def entry_data(entry: Entry) -> dict[str, Any]:
    """An entry as plain data, without what it does not say."""
    data: dict[str, Any] = entry.model_dump(mode="json", by_alias=True, exclude_none=True, exclude_defaults=True)
    return data


def _earlier(output: Path, force: bool) -> list[LoadedAppraisal]:
    if not output.exists():
        return []
    try:
        return [load_appraisal(output)]
    except Unusable:
        if force:
            return []
        raise


def _places(loaded: LoadedAppraisal) -> dict[str, tuple[Document, Route]]:
    found: dict[str, tuple[Document, Route]] = {}
    for number, entry in enumerate(loaded.appraisal.entries):
        found[entry.id] = (loaded.document, ("entries", number))
    return found


def _twice(loaded: Sequence[LoadedAppraisal]) -> dict[str, list[tuple[Document, Route]]]:
    """Ids that entries of several files have, which say different things, with all places of each."""
    said: dict[str, set[str]] = {}
    for each in loaded:
        for entry in each.appraisal.entries:
            said.setdefault(entry.id, set()).add(entry_digest(entry))
    places = [_places(each) for each in loaded]
    found = {id_: [own[id_] for own in places if id_ in own] for id_, all_ in said.items() if len(all_) > 1}
    return {id_: all_ for id_, all_ in found.items() if len(all_) > 1}


def _bound(path: Path, sha256: str, output: Path) -> Bound:
    """A file as another that lies at ``output`` names it."""
    relative = os.path.relpath(path.absolute(), output.absolute().parent)
    return Bound(file=Path(relative).as_posix(), sha256=sha256)


def _kept(loaded: LoadedAppraisal, kept: Appraisal | None) -> Iterator[Finding]:
    """Entries of an agency that were merged before and are no longer as they were in its file (E345)."""
    if kept is None or loaded.appraisal.agency is None:
        return
    own = {entry.id: entry_digest(entry) for entry in loaded.appraisal.entries}
    before = [entry for entry in kept.entries if entry.by.agency == loaded.appraisal.agency]
    edited = [entry.id for entry in before if own.get(entry.id) != entry_digest(entry)]
    if edited:
        day = kept.seals[-1].date if kept.seals else before[0].date
        yield loaded.document.finding("E345", ("entries",), date=day, ids=", ".join(edited))


def _reviewed(
    opened: Opened,
    case: Case,
    entries: Sequence[Entry],
    responses: Sequence[LoadedResponse],
    where: Where,
    council: str,
    twice: Collection[str] = (),
) -> list[Finding]:
    """What is wrong with entries and answers together; of entries whose id stands ``twice`` nobody knows which."""
    added = [id_ for each in responses for id_ in each.response.documents]
    documents = [*case.unit.documents, *added]
    codes = [leaf.code for _, leaf in case.criteria.leaves()]
    found = [trouble for trouble in review(case, entries, documents, council) if trouble.entry not in twice]
    findings = [_placed(trouble, where, codes, documents) for trouble in found]
    for each in responses:
        findings += check_response(each, opened, entries)
    findings += _late(opened, case, entries, where)
    findings += _open_requests(entries, responses, where)
    findings += [
        opened.document.finding("W620", (), agency=agency, count=len(left), codes=", ".join(left))
        for agency, left in gaps(case, entries, council).items()
    ]
    return findings


def _placed(trouble: Trouble, where: Where, codes: Sequence[str], documents: Sequence[str]) -> Finding:
    document, route = where[trouble.entry or ""]
    data: dict[str, Datum] = dict(trouble.data)
    known = {"E304": codes, "E305": documents}.get(trouble.code, ())
    near = get_close_matches(str(data.get("id", "")), known, n=1, cutoff=0.6)
    if near:
        data["close"] = near[0]
    return document.finding(trouble.code, (*route, *trouble.route), **data)


def _late(opened: Opened, case: Case, entries: Sequence[Entry], where: Where) -> Iterator[Finding]:
    project = project_of(opened.unit_path)
    for entry in entries:
        last = term(project, of_round(entry.round), case.unit.unit.id)
        if last is not None and last.late(entry.date):
            document, route = where[entry.id]
            yield document.finding("W622", (*route, "date"), date=entry.date, day=last.day)


def _open_requests(entries: Sequence[Entry], responses: Sequence[LoadedResponse], where: Where) -> Iterator[Finding]:
    """Requests that the unit has not answered (W624), or on which nobody has decided since (W623)."""
    answered = {answer.to for each in responses for answer in each.response.answers}
    standing = effective(entries)
    for number, entry in enumerate(standing):
        if entry.request is None:
            continue
        later = [one for one in standing[number + 1 :] if one.code == entry.code and one.decides]
        if not later:
            document, route = where[entry.id]
            code = "W623" if entry.id in answered else "W624"
            yield document.finding(code, (*route, "request"), criterion=entry.code, id=entry.id)
