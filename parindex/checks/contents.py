"""What is inside evidence files: the right kind, one document each, nothing secret or personal (E412 to W419)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec.structs import replace

from parindex.checks.proofs import named_documents
from parindex.checks.sensitive import Signs, citizen_numbers, covered, redacted, secret_mark
from parindex.checks.subject import Subject
from parindex.files.contents import Content, Contents
from parindex.values.findings import Finding
from parindex.values.steps import Datum

MANY = 6
"""Facts from which one document alone is too few, when they are more than half of all."""

Found = Mapping[str, Path]
"""The files of documents that were found on disk, by document id."""


def check_contents(subject: Subject, found: Found, contents: Contents[Signs]) -> Iterator[Finding]:
    """Look into the evidence of a unit; files that are missing or cannot be read are told of elsewhere."""
    read: dict[str, Content[Signs]] = {}
    for id_, path in found.items():
        try:
            read[id_] = contents.of(path)
        except OSError as error:
            if subject.unit.documents[id_].sha256 is None:
                yield _at(subject, id_, "E410", reason=error.strerror or str(error))
    for id_, content in read.items():
        yield from _kind(subject, id_, content, found[id_].suffix.lower())
    yield from _same_content(subject, found, read)
    yield from _collected(subject, found)
    yield from _secret(subject, found, read)
    yield from _personal(subject, found, read)
    yield from _one_for_all(subject)


def _at(subject: Subject, id_: str, code: str, /, **data: str | int) -> Finding:
    file = subject.unit.documents[id_].file or ""
    return subject.document.finding(code, ("documents", id_, "file"), file=file, **data)


def _kind(subject: Subject, id_: str, content: Content[Signs], suffix: str) -> Iterator[Finding]:
    if content.wrong == "damaged":
        yield _at(subject, id_, "E413", suffix=suffix)
    elif content.wrong == "locked":
        yield _at(subject, id_, "E441")
    elif content.wrong is not None:
        yield _at(subject, id_, "E412", suffix=suffix, found=content.wrong)


def _same_content(subject: Subject, found: Found, read: Mapping[str, Content[Signs]]) -> Iterator[Finding]:
    """The same bytes in two files under another number or date (W415)."""
    first: dict[str, str] = {}
    for id_, content in read.items():
        other = first.setdefault(content.sha256, id_)
        if found[other] != found[id_] and _identity(subject, other) != _identity(subject, id_):
            yield _at(subject, id_, "W415", other=other)


def _identity(subject: Subject, id_: str) -> tuple[object, ...]:
    entry = subject.unit.documents[id_]
    return entry.number, entry.date, entry.issuer


def _collected(subject: Subject, found: Found) -> Iterator[Finding]:
    """One file declared for several documents (W416), unless every proof says where in it a document stands."""
    by_path: dict[Path, list[str]] = {}
    for id_, path in found.items():
        by_path.setdefault(path, []).append(id_)
    shared = [ids for ids in by_path.values() if len({_identity(subject, id_) for id_ in ids}) > 1]
    proofs = named_documents(subject.document.data, ()) if shared else ()
    anywhere = {proof["doc"] for _, proof in proofs if not proof.get("at")}
    for ids in shared:
        if anywhere.intersection(ids):
            yield _at(subject, ids[0], "W416", count=len(ids), ids=", ".join(ids))


def _secret(subject: Subject, found: Found, read: Mapping[str, Content[Signs]]) -> Iterator[Finding]:
    """Material that is marked as secret, in its title or its text (W418); a file is told of once."""
    told: set[Path] = set()
    for id_, entry in subject.unit.documents.items():
        if mark := secret_mark(entry.title):
            yield subject.document.finding("W418", ("documents", id_, "title"), id=id_, mark=mark)
        elif id_ in read and (mark := read[id_].seen.stamp) and found[id_] not in told:
            told.add(found[id_])
            yield subject.document.finding("W418", ("documents", id_, "file"), id=id_, mark=mark)


def _personal(subject: Subject, found: Found, read: Mapping[str, Content[Signs]]) -> Iterator[Finding]:
    """Citizens' numbers, in a title or a text (W419); a file is told of once."""
    told: set[Path] = set()
    for id_, entry in subject.unit.documents.items():
        named = [("title", tuple(citizen_numbers(entry.title)))]
        if id_ in read and found[id_] not in told:
            named.append(("file", read[id_].seen.numbers))
        for key, numbers in named:
            if numbers:
                told |= {found[id_]} if key == "file" else set()
                data: dict[str, Datum] = {"id": id_, "count": len(numbers), "number": redacted(numbers[0])}
                finding = subject.document.finding("W419", ("documents", id_, key), **data)
                place = finding.place
                yield finding if place is None else replace(finding, place=replace(place, text=covered(place.text)))


def _one_for_all(subject: Subject) -> Iterator[Finding]:
    """One document that is the only evidence of more than half of the facts (W417)."""
    alone: dict[str, int] = {}
    proved = 0
    for entry in subject.unit.facts.values():
        ids = {proof.doc for proof in entry.evidence}
        proved += bool(ids)
        if len(ids) == 1:
            (id_,) = ids
            alone[id_] = alone.get(id_, 0) + 1
    for id_, count in alone.items():
        if count >= MANY and count * 2 > proved and id_ in subject.unit.documents:
            yield subject.document.key_finding("W417", ("documents", id_), id=id_, count=count, all=proved)
