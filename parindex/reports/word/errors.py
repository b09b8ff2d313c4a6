"""What can be wrong with a Word template, as data: a reason, the place in the document, and the tag."""

from __future__ import annotations

from typing import Literal

Reason = Literal[
    "not-a-docx",
    "too-big",
    "macros",
    "xml",
    "open-tag",
    "row-text",
    "no-row",
    "no-chart",
    "unclosed",
    "unopened",
    "crossed",
    "syntax",
    "unknown",
    "refused",
    "value",
]

_SENTENCES: dict[Reason, str] = {
    "not-a-docx": "tệp mẫu không phải tệp Word (.docx) đọc được",
    "too-big": "tệp mẫu quá lớn",
    "macros": "tệp mẫu chứa macro; hãy lưu lại ở dạng .docx không có macro",
    "xml": "một phần của tệp mẫu không đọc được",
    "open-tag": "thẻ mở hoặc đóng dở dang, thiếu {{ }} hoặc {% %}",
    "row-text": "hàng (đoạn, ô) chứa thẻ {%tr, {%p, {%tc còn có chữ khác; chữ đó sẽ mất khi lập báo cáo",
    "no-row": "thẻ {%tr hoặc {%tc phải nằm trong bảng",
    "no-chart": "thẻ {{c phải là văn bản thay thế (Alt Text) của một biểu đồ, mỗi biểu đồ một thẻ",
    "unclosed": "thẻ chưa có thẻ đóng",
    "unopened": "thẻ đóng không có thẻ mở tương ứng",
    "crossed": "thẻ mở và thẻ đóng nằm ở hai chỗ khác nhau; hãy dùng {%p cho cả đoạn, {%tr cho cả hàng",
    "syntax": "thẻ sai cú pháp",
    "unknown": "tên không có trong dữ liệu của báo cáo",
    "refused": "thẻ dùng điều mà mẫu không được phép dùng",
    "value": "thẻ không tính được giá trị",
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
        tag: str = "",
        name: str = "",
        close: str = "",
        detail: str = "",
    ) -> None:
        self.reason = reason
        self.part = part
        """The part of the package, such as ``word/document.xml``."""
        self.paragraph = paragraph
        """Text of the paragraph or table cell where the tag stands, shortened."""
        self.tag = tag
        """The tag as the template has it."""
        self.name = name
        """The unknown name, for ``unknown``."""
        self.close = close
        """A known name that is close to it, if any."""
        self.detail = detail
        """The template language's own words (English), for a log."""
        super().__init__(self.sentence())

    def sentence(self) -> str:
        """The fault in Vietnamese, with its place and a close match."""
        words = _SENTENCES[self.reason]
        if self.name:
            words += f": {self.name}"
        if self.close:
            words += f" (có phải là {self.close}?)"
        if self.tag:
            words += f"; thẻ {self.tag}"
        if self.paragraph and self.paragraph != self.tag:
            words += f"; ở đoạn “{self.paragraph}”"
        if self.part and self.part != "word/document.xml":
            words += f"; phần {self.part}"
        return words


def short(text: str, length: int = 80) -> str:
    """The text on one line, cut with an ellipsis."""
    words = " ".join(text.split())
    return words if len(words) <= length else f"{words[: length - 1].rstrip()}…"
