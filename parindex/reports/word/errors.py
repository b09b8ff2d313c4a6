"""What can be wrong with a Word template, as data: a reason, the place in the document, and the tag."""

from __future__ import annotations

from typing import Literal

Language = Literal["vi", "en"]
Reason = Literal[
    "not-a-docx",
    "too-big",
    "macros",
    "strict",
    "external",
    "broken",
    "xml",
    "no-tags",
    "open-tag",
    "row-text",
    "no-row",
    "no-chart",
    "no-series",
    "unclosed",
    "unopened",
    "crossed",
    "word",
    "filter",
    "syntax",
    "unknown",
    "refused",
    "too-long",
    "not-text",
    "value",
]

_SENTENCES: dict[Reason, tuple[str, str]] = {
    "not-a-docx": ("tệp mẫu không phải tệp Word (.docx) đọc được", "the file is no Word document (.docx)"),
    "too-big": ("tệp mẫu quá lớn", "the template is too big"),
    "macros": (
        "tệp mẫu chứa macro; hãy lưu lại ở dạng .docx không có macro",
        "the template has macros; save it as a .docx without them",
    ),
    "strict": (
        "tệp lưu ở dạng Strict Open XML; hãy lưu lại ở dạng Word Document (.docx)",
        "the file is saved as Strict Open XML; save it as Word Document (.docx)",
    ),
    "external": (
        "tệp mẫu trỏ tới tệp ở ngoài; hãy chèn hẳn hình ảnh, đối tượng vào tệp mẫu",
        "the template links to a file outside; put the picture or object into the template itself",
    ),
    "broken": ("tệp mẫu thiếu một phần bên trong; hãy mở và lưu lại bằng Word", "a part of the template is missing"),
    "no-tags": (
        "tệp không có thẻ nào; hãy bắt đầu từ bản sao của mẫu có sẵn: parindex new template LOẠI",
        "the file has no tags; begin with a copy of the shipped one: parindex new template KIND",
    ),
    "xml": ("một phần của tệp mẫu không đọc được", "a part of the template cannot be read"),
    "open-tag": (
        "thẻ mở hoặc đóng dở dang, phải viết đủ {{ … }} hoặc {% … %} trong cùng một đoạn",
        "a tag is left open; write {{ … }} or {% … %} whole, in one paragraph",
    ),
    "row-text": (
        "hàng (đoạn, ô) chứa thẻ {%tr, {%p, {%tc còn có chữ khác; chữ đó sẽ mất khi lập báo cáo",
        "the row (paragraph, cell) of a {%tr, {%p or {%tc tag has other text, which would be lost",
    ),
    "no-row": ("thẻ {%tr hoặc {%tc phải nằm trong bảng", "a {%tr or {%tc tag must stand in a table"),
    "no-chart": (
        "thẻ {{c phải là văn bản thay thế (Alt Text) của một biểu đồ, mỗi biểu đồ một thẻ",
        "a {{c tag must be the alternative text of a chart, one for each chart",
    ),
    "no-series": ("biểu đồ của mẫu không còn dãy số liệu nào", "the template's chart has no series left"),
    "unclosed": ("thẻ chưa có thẻ đóng", "the tag is never closed"),
    "unopened": ("thẻ đóng không có thẻ mở tương ứng", "a closing tag without its opening tag"),
    "crossed": (
        "thẻ mở và thẻ đóng nằm ở hai chỗ khác nhau; hãy dùng {%p cho cả đoạn, {%tr cho cả hàng",
        "opening and closing tag stand in different places; use {%p for whole paragraphs, {%tr for whole rows",
    ),
    "word": ("từ khóa không có", "no such keyword"),
    "filter": ("không có bộ lọc này", "no such filter"),
    "syntax": ("thẻ sai cú pháp", "the tag is not well formed"),
    "unknown": ("tên không có trong dữ liệu của báo cáo", "the report's data have no such name"),
    "refused": ("thẻ dùng điều mà mẫu không được phép dùng", "the tag uses what a template must not use"),
    "too-long": (
        "báo cáo từ mẫu này quá dài, hoặc vòng lặp lồng nhau quá sâu",
        "the report of this template is too long, or its loops are nested too deep",
    ),
    "not-text": (
        "trường này không phải chữ hay số nên không in được; in từng trường bên trong, hoặc lặp bằng {%p for … %}",
        "the field is neither text nor number; print the fields inside it, or repeat them with {%p for … %}",
    ),
    "value": ("thẻ không tính được giá trị", "the value of the tag cannot be worked out"),
}
_WORDS = {
    "close": ("có phải là {close}?", "do you mean {close}?"),
    "near": ("gần “{near}”", "near “{near}”"),
    "tag": ("thẻ {tag}", "tag {tag}"),
    "at": ("ở {at}: “{paragraph}”", "in {at}: “{paragraph}”"),
    "at-tag": ("ở {at}", "in {at}"),
    "paragraph": ("ở đoạn “{paragraph}”", "in the paragraph “{paragraph}”"),
    "cell": ("bảng {0}, hàng {1}, ô {2}", "table {0}, row {1}, cell {2}"),
    "part": ("phần {part}", "part {part}"),
}


class TemplateError(Exception):
    """A template that cannot be used.

    ``reason`` says what kind of fault it is; the other attributes say where. ``str()`` is a Vietnamese sentence
    that names the paragraph or cell and the tag, fit to show to whoever wrote the template.
    """

    def __init__(
        self,
        reason: Reason,
        *,
        part: str = "",
        paragraph: str = "",
        cell: tuple[int, int, int] | None = None,
        tag: str = "",
        name: str = "",
        close: str = "",
        near: str = "",
        detail: str = "",
    ) -> None:
        self.reason = reason
        self.part = part
        """The part of the package, such as ``word/document.xml``."""
        self.paragraph = paragraph
        """Text of the paragraph or table cell where the tag stands, shortened."""
        self.cell = cell
        """Numbers of the table in its part, of the row and of the cell, from 1; ``None`` outside of tables."""
        self.tag = tag
        """The tag as the template has it."""
        self.name = name
        """The unknown name."""
        self.close = close
        """A known name that is close to it, if any."""
        self.near = near
        """What the template language did not expect."""
        self.detail = detail
        """The template language's own words (English), for a log."""
        super().__init__(self.sentence())

    def sentence(self, lang: Language = "vi") -> str:
        """The fault with its place and a close match."""
        at = 0 if lang == "vi" else 1

        def say(key: str, **values: str) -> str:
            return _WORDS[key][at].format(**values)

        words = _SENTENCES[self.reason][at]
        if self.name:
            words += f": {self.name}"
        if self.close:
            words += f" ({say('close', close=self.close)})"
        elif self.near:
            words += f" {say('near', near=self.near)}"
        if self.tag:
            words += f"; {say('tag', tag=self.tag)}"
        told = self.paragraph if self.paragraph != self.tag else ""
        if self.cell:
            cell = _WORDS["cell"][at].format(*self.cell)
            words += f"; {say('at', at=cell, paragraph=told)}" if told else f"; {say('at-tag', at=cell)}"
        elif told:
            words += f"; {say('paragraph', paragraph=told)}"
        if self.part and self.part != "word/document.xml":
            words += f"; {say('part', part=self.part)}"
        return words


def short(text: str, length: int = 80) -> str:
    """The text on one line, cut with an ellipsis."""
    words = " ".join(text.split())
    return words if len(words) <= length else f"{words[: length - 1].rstrip()}…"
