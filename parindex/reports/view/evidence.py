"""The annex of evidence, numbered TLKC-01 …, linked to files and back to the criteria."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from posixpath import basename
from urllib.parse import unquote

from parindex.locale.formats import day
from parindex.model.sheet import Sheet
from parindex.model.unit import DocumentEntry
from parindex.reports.view.data import EvidenceAnnex, EvidenceRow, ProvedRow, Span, Spans
from parindex.reports.view.words import DASH

_FORMS = {
    "administrative": "văn bản hành chính",
    "party": "văn bản của Đảng",
    "legal-normative": "văn bản quy phạm pháp luật",
    "extract": "bản trích",
    "screenshot": "ảnh chụp màn hình",
    "media": "tệp ảnh, ghi âm, ghi hình",
    "link": "liên kết",
    "physical": "bản giấy, lưu tại đơn vị",
}


def labels_of(sheet: Sheet) -> dict[str, str]:
    """``TLKC-01`` … by document: in the order in which the table of scores cites them, then the rest."""
    declared = sheet.documents
    cited = dict.fromkeys(proof.doc for leaf in sheet.leaves() for proof in leaf.evidence if proof.doc in declared)
    order = [*cited, *(id_ for id_ in declared if id_ not in cited)]
    width = max(2, len(str(len(order))))
    return {id_: f"TLKC-{number:0{width}}" for number, id_ in enumerate(order, start=1)}


def criterion_mark(code: str) -> str:
    """The bookmark of a criterion's row."""
    return f"tieu_chi_{code.replace('.', '_')}"


def evidence_mark(label: str) -> str:
    """The bookmark of a document's row."""
    return label.lower().replace("-", "_")


def linked(labels: list[str]) -> Spans:
    """The labels with their links; three and more in a row as the first and the last."""
    runs: list[list[str]] = []
    for label in labels:
        if runs and int(label.rpartition("-")[2]) == int(runs[-1][-1].rpartition("-")[2]) + 1:
            runs[-1].append(label)
        else:
            runs.append([label])
    spans: list[Span] = []
    for run in runs:
        shown = [run[0], run[-1]] if len(run) > 2 else run
        for at, label in enumerate(shown):
            if spans:
                spans.append(Span(" –\n" if at and len(run) > 2 else ",\n"))
            spans.append(Span(label, to=evidence_mark(label)))
    return tuple(spans)


def evidence_annex(sheet: Sheet, links: Mapping[str, str], label: str) -> EvidenceAnnex | None:
    """The documents with what they prove; ``None`` where the unit names none."""
    labels = labels_of(sheet)
    proved: dict[str, dict[str, list[str]]] = {}
    for leaf in sheet.leaves():
        for proof in dict.fromkeys((each.doc, each.at) for each in leaf.evidence):
            places = proved.setdefault(proof[0], {}).setdefault(leaf.code, [])
            places += [proof[1]] if proof[1] else []
    rows = tuple(
        _document(sheet.documents[id_], name, proved.get(id_, {}), links.get(id_)) for id_, name in labels.items()
    )
    return EvidenceAnnex(label, rows, tuple(_by_criterion(sheet, labels))) if rows else None


def _by_criterion(sheet: Sheet, labels: Mapping[str, str]) -> Iterator[ProvedRow]:
    told: dict[str, tuple[Span, str]] = {}
    for id_, label in labels.items():
        document = sheet.documents[id_]
        said = document.number or document.title
        said += f" ngày {day(document.date)}" if document.date else ""
        told[id_] = Span(label, to=evidence_mark(label)), said
    for leaf in sheet.leaves():
        places: dict[str, list[str]] = {}
        for proof in leaf.evidence:
            if proof.doc in labels:
                places.setdefault(proof.doc, []).extend([proof.at] if proof.at else [])
        spans: list[Span] = []
        for id_ in sorted(places, key=labels.__getitem__):
            label_span, said = told[id_]
            at = "; ".join(dict.fromkeys(places[id_]))
            before = Span("; ")
            spans += [*([before] if spans else []), label_span, Span(f": {said}{f' ({at})' if at else ''}")]
        if spans:
            yield ProvedRow((Span(leaf.code, to=criterion_mark(leaf.code)),), leaf.name, tuple(spans))


def _document(document: DocumentEntry, label: str, proved: Mapping[str, list[str]], link: str | None) -> EvidenceRow:
    proves: list[Span] = []
    for code, places in proved.items():
        proves += [Span("\n")] if proves else []
        proves.append(Span(code, to=criterion_mark(code)))
        proves += [Span(f": {'; '.join(places)}")] if places else []
    return EvidenceRow(
        label=(Span(label, bookmark=evidence_mark(label)),),
        number=document.number or DASH,
        day=day(document.date) if document.date else DASH,
        issuer=document.issuer or DASH,
        signer=document.signer,
        title=document.title,
        proves=tuple(proves) or (Span("chưa dẫn ở tiêu chí nào"),),
        file=_file(document, link),
    )


def _file(document: DocumentEntry, link: str | None) -> Spans:
    """The name of the file, the host of an address, or the form of what has neither."""
    href = link or document.link
    if document.file:
        return (Span(basename(document.file.replace("\\", "/")), href=href),)
    if href is None:
        return (Span(_FORMS[document.form]),)
    return (Span(href.split("/")[2] if "://" in href else basename(unquote(href)), href=href),)
