"""Makes ``self.docx``, the template of the self-assessment report; run ``python templates/build.py`` from the root.

Presentation by Nghị định 30/2020/NĐ-CP. Lengths are in twentieths of a point (twips) unless said otherwise. The
result is an ordinary document: restyle it in Word and save it; the tags are plain text.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from docx import Document
from docx.document import Document as DocumentType
from docx.oxml.xmlchemy import BaseOxmlElement as Element

from parindex.reports.word.package import pack, unpack
from templates.parts import (
    SCORE_WIDTHS,
    annex_head,
    evidence_table,
    head_table,
    score_table,
    signature_table,
    summary_table,
)
from templates.styles import add_styles, prune
from templates.xml import clear, header, paragraph, section_break, settings, tag

Add = Callable[..., None]
HERE = Path(__file__).resolve().parent


def build() -> bytes:
    """The template's bytes; the same every time."""
    document = Document()
    add_styles(document)
    clear(document)
    _body(document)
    _annexes(document)
    header(document)
    settings(document)
    return pack(prune(unpack(_saved(document))))


def _saved(document: DocumentType) -> bytes:
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _body(document: DocumentType) -> None:
    body = document.element.body

    def add(*parts: Element) -> None:
        for part in parts:
            body.insert(len(body) - 1, part)

    add(head_table())
    add(paragraph("Tên loại văn bản", "BÁO CÁO"))
    add(paragraph("Trích yếu", "{{ heading.subject }}"))
    add(paragraph("Vạch dưới", "{{ heading.subject_rule }}"))
    add(tag("p if heading.notice"), paragraph("Ghi chú", "{{ heading.notice }}"), tag("p endif"))
    add(tag("p if heading.addressees | length == 1"))
    add(paragraph("Kính gửi", "Kính gửi: {{ heading.addressees[0] }}."))
    add(tag("p elif heading.addressees"), paragraph("Kính gửi", "Kính gửi:"))
    add(tag("p for addressee in heading.addressees"))
    add(paragraph("Kính gửi – danh sách", "- {{ addressee }}{% if loop.last %}.{% else %};{% endif %}"))
    add(tag("p endfor"), tag("p endif"))
    add(tag("p for text in opening"), paragraph("Nội dung", "{{ text }}"), tag("p endfor"))
    _section(add, "organisation", "CÔNG TÁC CHỈ ĐẠO, TỔ CHỨC TỰ CHẤM ĐIỂM")
    _results(add)
    _section(add, "shortcomings", "TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN")
    _section(add, "explanations", "GIẢI TRÌNH")
    _section(add, "remedies", "GIẢI PHÁP")
    _section(add, "proposals", "ĐỀ XUẤT, KIẾN NGHỊ")
    add(paragraph("Đoạn kết", "{{ closing }}"))
    add(signature_table())
    add(section_break(landscape=False))


def _texts(add: Add, of: str) -> None:
    add(tag(f"p for text in {of}.paragraphs"))
    add(tag(f"p if loop.last and {of}.items"), paragraph("Nội dung – dẫn", "{{ text }}"))
    add(tag("p else"), paragraph("Nội dung", "{{ text }}"), tag("p endif"), tag("p endfor"))
    add(tag(f"p for text in {of}.items"), paragraph("Gạch đầu dòng", "{{ text }}"), tag("p endfor"))


def _section(add: Add, name: str, title: str) -> None:
    add(tag(f"p if {name}"), paragraph("Đề mục I", f"{{{{ {name}.number }}}}. {title}"))
    _texts(add, name)
    add(tag(f"p for part in {name}.parts"))
    add(paragraph("Đề mục 1", "{{ part.number }}. {{ part.title }}"))
    _texts(add, "part")
    add(tag("p endfor"), tag("p endif"))


def _results(add: Add) -> None:
    add(paragraph("Đề mục I", "{{ results.number }}. KẾT QUẢ TỰ CHẤM ĐIỂM"))
    add(paragraph("Đề mục 1", "{{ results.overall.number }}. Kết quả chung"))
    _texts(add, "results.overall")
    add(
        paragraph(
            "Nội dung",
            "Kết quả từng tiêu chí, cách tính và tài liệu kiểm chứng nêu tại {{ scores.label }}"
            "{% if evidence %} và {{ evidence.label }}{% endif %} kèm theo.",
        )
    )
    add(paragraph("Tên bảng", "Bảng tổng hợp điểm tự chấm theo lĩnh vực"))
    add(summary_table())
    add(tag("p if results.note"), paragraph("Ghi chú bảng", "{{ results.note }}"), tag("p endif"))
    add(paragraph("Đề mục 1", "{{ results.domains_number }}. Kết quả theo lĩnh vực"))
    add(tag("p for part in results.domains"), paragraph("Đề mục a", "{{ part.number }} {{ part.title }}"))
    _texts(add, "part")
    add(tag("p endfor"))
    for name in ("compared", "remedied"):
        add(tag(f"p if results.{name}"))
        add(paragraph("Đề mục 1", f"{{{{ results.{name}.number }}}}. {{{{ results.{name}.title }}}}"))
        _texts(add, f"results.{name}")
        add(tag("p endif"))


def _annexes(document: DocumentType) -> None:
    body = document.element.body

    def add(*parts: Element) -> None:
        for part in parts:
            body.insert(len(body) - 1, part)

    add(*annex_head("scores", "BẢNG TỰ CHẤM ĐIỂM CHI TIẾT"))
    add(tag("p for text in scores.legend"), paragraph("Ghi chú bảng", "{{ text }}"), tag("p endfor"))
    add(score_table(SCORE_WIDTHS))
    add(tag("p if evidence"), section_break(landscape=True))
    add(*annex_head("evidence", "DANH MỤC TÀI LIỆU KIỂM CHỨNG"), evidence_table(), tag("p endif"))
    add(paragraph("Cuối phần", ""))


if __name__ == "__main__":
    (HERE / "self.docx").write_bytes(build())
