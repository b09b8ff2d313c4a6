"""The unit's answer to the council: every request and lowered score with what the unit says to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from parindex.locale.formats import day
from parindex.locale.formats import number as figure
from parindex.model.appraisal import Appraisal, Entry, Response
from parindex.model.sheet import Sheet
from parindex.model.unit import Unit
from parindex.reports.view.appraisal.data import AnswerRow, DocumentRow, Explanation
from parindex.reports.view.data import Section
from parindex.reports.view.entries import Entry as Head
from parindex.reports.view.entries import key_of
from parindex.reports.view.heading import Sender, heading_of, reference_of, signature_of
from parindex.reports.view.periodic.duties import document_text
from parindex.reports.view.sections import carried_out
from parindex.reports.view.words import DASH, ROMAN, Scores, sentence, small
from parindex.scoring.appraisal import drawn_along, to_answer

KIND = "explanation"
UNANSWERED = "Đơn vị chưa giải trình"


def explanation_view(
    sheet: Sheet, unit: Unit, appraisal: Appraisal, responses: Sequence[Response], *, draft: bool = False
) -> Explanation:
    """The answer to everything that the council asked or lowered; ``sheet`` is that after the appraisal."""
    given = Head(unit.report, KIND, str(unit.year), draft=draft)
    sender, score = replace(Sender.of(unit), later=True), Scores(sheet.policy.rounding)
    numbers = iter(ROMAN)
    rows = tuple(_rows(sheet, unit, appraisal, responses, score))
    answered = sum(row.answer != UNANSWERED for row in rows)
    documents = tuple(_documents(responses))
    summary = Section(
        next(numbers),
        (
            f"{appraisal.council} có {len(rows)} nội dung yêu cầu giải trình hoặc hạ điểm; đơn vị "
            f"đã giải trình {answered}/{len(rows)} nội dung"
            + (f", bổ sung {len(documents)} tài liệu." if documents else "."),
        ),
    )
    number = next(numbers) if documents else ""
    own = given.own("proposals")
    subject = f"Giải trình kết quả tự chấm điểm Chỉ số cải cách hành chính năm {unit.year}\ncủa {sender.full_name}"
    return Explanation(
        title=f"Báo cáo {small(subject)}".replace("\n", " "),
        author=unit.unit.name,
        key=key_of(KIND, str(unit.year), unit),
        draft=draft,
        heading=heading_of(sender, given.entry, subject),
        opening=carried_out(
            given.entry,
            [f"yêu cầu của {appraisal.council}"],
            sender,
            "báo cáo giải trình, bổ sung tài liệu kiểm chứng như sau:",
        ),
        summary=summary,
        answers=rows,
        documents=documents,
        documents_number=number,
        proposals=Section(next(numbers), own=own) if own else None,
        closing=f"{sentence(f'Trên đây là báo cáo giải trình của {sender.full_name}')}/.",
        signature=signature_of(sender, given.entry),
        reference=reference_of(sender, given.entry),
    )


def _rows(
    sheet: Sheet, unit: Unit, appraisal: Appraisal, responses: Sequence[Response], score: Scores
) -> Iterator[AnswerRow]:
    leaves = {leaf.code: leaf for leaf in sheet.leaves()}
    answers = {answer.to: answer for response in responses for answer in response.answers}
    documents = dict(unit.documents)
    for response in responses:
        documents |= response.documents
    order = list(leaves)
    asked = {entry.id for entry in to_answer(appraisal.entries, sheet)} | set(answers)
    entries = [entry for entry in appraisal.entries if entry.code in leaves and entry.id in asked]
    entries.sort(key=lambda entry: order.index(entry.code))
    for number, entry in enumerate(entries, start=1):
        answer = answers.get(entry.id)
        proofs = [documents[proof.doc] for proof in answer.evidence if proof.doc in documents] if answer else []
        yield AnswerRow(
            number=str(number),
            code=entry.code,
            name=leaves[entry.code].name,
            asked=_asked(entry, sheet, score),
            by=f"{entry.by.agency} ({entry.by.post}, lần {entry.round}, {day(entry.date)})",
            answer=answer.text if answer is not None else UNANSWERED,
            proof="; ".join(document.number or document.title for document in proofs) or DASH,
        )


def _asked(entry: Entry, sheet: Sheet, score: Scores) -> str:
    if entry.request is not None:
        return sentence(entry.request)
    what = f"Chấm {score(entry.score)} điểm" if entry.score is not None else f"Sửa số liệu{_corrected(entry)}"
    others = [f"{code} từ {score(was)} thành {score(now)}" for code, was, now in drawn_along(entry, sheet)]
    along = f" (kéo theo tiêu chí {', '.join(others)})" if others else ""
    return sentence(f"{what}{along}: {small(entry.reason)}")


def _corrected(entry: Entry) -> str:
    """`` thành 80/100``; nothing where the figures are no numbers."""
    values = entry.fact.values if entry.fact is not None else None
    if values is None:
        return ""
    if values.numerator is not None and values.denominator is not None:
        return f" thành {figure(values.numerator)}/{figure(values.denominator)}"
    one = next((each for each in (values.percent, values.count, values.amount) if each is not None), None)
    percent = "%" if one is not None and one is values.percent else ""
    return f" thành {figure(one)}{percent}" if one is not None else ""


def _documents(responses: Sequence[Response]) -> Iterator[DocumentRow]:
    found = [document for response in responses for document in response.documents.values()]
    for number, document in enumerate(found, start=1):
        name = document_text(document)
        yield DocumentRow(str(number), name, document.issuer or DASH, document.file or document.link or DASH)
