"""What all templates share: the head, numbered sections, the unit's own words, the foot, annexes."""

from __future__ import annotations

from collections.abc import Callable

from docx.document import Document
from docx.oxml.xmlchemy import BaseOxmlElement as Element

from templates.charts import Charts
from templates.parts import annex_head, head_table, signature_table
from templates.xml import control, inline_control, paragraph, section_break, tag

Put = Callable[..., None]


def putter(document: Document) -> Put:
    """Puts parts at the end of the document, before the page of its last section."""
    body = document.element.body

    def put(*parts: Element) -> None:
        for part in parts:
            body.insert(len(body) - 1, part)

    return put


def head(put: Put, type_: str, *, status: str = "") -> None:
    """Everything up to the body: agency and motto, type, subject, what it is worth, addressees, opening."""
    put(head_table())
    put(paragraph("Tên loại văn bản", type_))
    put(paragraph("Trích yếu", "{{ heading.subject }}"))
    put(paragraph("Vạch dưới", "{{ heading.subject_rule }}"))
    notice(put)
    if status:
        put(paragraph("Ghi chú", status))
    addressees(put)
    put(tag("p for text in opening"), paragraph("Nội dung", "{{ text }}"), tag("p endfor"))


def notice(put: Put) -> None:
    """The line that says that figures are synthetic."""
    put(tag("p if heading.notice"), paragraph("Ghi chú", "{{ heading.notice }}"), tag("p endif"))


def addressees(put: Put) -> None:
    """ "Kính gửi", one on its line or several as a list."""
    put(tag("p if heading.addressees | length == 1"))
    put(paragraph("Kính gửi", "Kính gửi: {{ heading.addressees[0] }}."))
    put(tag("p elif heading.addressees"), paragraph("Kính gửi", "Kính gửi:"))
    put(tag("p for addressee in heading.addressees"))
    put(paragraph("Kính gửi – danh sách", "- {{ addressee }}{% if loop.last %}.{% else %};{% endif %}"))
    put(tag("p endfor"), tag("p endif"))


def texts(put: Put, of: str) -> None:
    """The content of a section or part: paragraphs, items, explanations, own words."""
    put(tag(f"p for text in {of}.paragraphs"))
    put(tag(f"p if loop.last and ({of}.items or ({of}.own and {of}.own.listed))"))
    put(paragraph("Nội dung – dẫn", "{{ text }}"))
    put(tag("p else"), paragraph("Nội dung", "{{ text }}"), tag("p endif"), tag("p endfor"))
    put(tag(f"p for text in {of}.items"), paragraph("Gạch đầu dòng", "{{ text }}"), tag("p endfor"))
    own_words(put, of)


def own_words(put: Put, of: str) -> None:
    """The unit's own words, in a content control."""
    put(tag(f"p if {of}.own"))
    put(
        control(
            "Nội dung của đơn vị",
            f"{{{{ {of}.own.route }}}}",
            tag(f"p for text in {of}.own.texts"),
            tag(f"p if {of}.own.listed"),
            paragraph("Gạch đầu dòng", "{{ text }}"),
            tag("p else"),
            paragraph("Nội dung", "{{ text }}"),
            tag("p endif"),
            tag("p endfor"),
        )
    )
    put(tag("p endif"))


def explained(put: Put, of: str) -> None:
    """Criteria with the unit's explanations."""
    put(tag(f"p for each in {of}.explained"))
    put(inline_control("Gạch đầu dòng", "{{ each.lead }} ", "Giải trình", "{{ each.route }}", "{{ each.text }}"))
    put(tag("p endfor"))


def section(put: Put, name: str, title: str) -> None:
    """A section that is there only with content, and its numbered parts."""
    put(tag(f"p if {name}"), paragraph("Đề mục I", f"{{{{ {name}.number }}}}. {title}"))
    texts(put, name)
    put(tag(f"p for part in {name}.parts"), tag("p if part.title"))
    put(paragraph("Đề mục 1", "{{ part.number }}. {{ part.title }}"), tag("p endif"))
    texts(put, "part")
    explained(put, "part")
    put(tag("p endfor"), tag("p endif"))


def foot(put: Put, *, annexes: bool = True) -> None:
    """The last paragraph, recipients and signature; the page of the body ends here where annexes follow."""
    put(paragraph("Đoạn kết", "{{ closing }}"))
    put(signature_table())
    if annexes:
        put(section_break(landscape=False))


def annex(put: Put, name: str, title: str, *content: Element) -> None:
    """An annex on pages of its own."""
    put(*annex_head(name, title), *content)


def chart(put: Put, charts: Charts, tag_: str, *series: str, height: float, dark: int = 0) -> None:
    """A chart with its title, where there is something to draw."""
    put(tag(f"p if {tag_}"), charts.add(tag_, *series, height=height, dark=dark), tag("p endif"))
