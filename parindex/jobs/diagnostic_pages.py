"""The pages about diagnostics, one for each code and a list, made from the registry."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from parindex.checks.entry import Entry, Example
from parindex.checks.examples import EXAMPLES
from parindex.checks.explaining import visible
from parindex.checks.registry import REGISTRY
from parindex.checks.render import plain

FAMILIES = {
    "1": "Đọc tệp",
    "2": "Cấu trúc tệp",
    "3": "Tham chiếu giữa các tệp",
    "4": "Minh chứng trên đĩa",
    "5": "Số liệu, tài liệu đáng ngờ",
    "6": "Chấm điểm",
    "7": "Bộ tiêu chí và kế hoạch",
}
"""By the first digit of the code."""

SEVERITY = {"error": "lỗi", "warning": "cảnh báo", "note": "lưu ý"}


def diagnostic_pages() -> Mapping[str, str]:
    """Every page by its name."""
    return {"README.md": _list()} | {f"{code}.md": _page(entry) for code, entry in REGISTRY.items()}


def _list() -> str:
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield "# Mã chẩn đoán"
    yield ""
    yield "Trang này và các trang từng mã được tạo từ chương trình (`make docs`); `parindex explain MÃ` in cùng"
    yield "nội dung."
    yield "Mã không đổi nghĩa và không dùng lại. Chữ đầu là họ mã; mức độ do từng mã quy định, đổi được ở"
    yield "`checks.severities` của `parindex.yaml`."
    for digit, family in FAMILIES.items():
        yield from ("", f"## {family}", "", "| Mã | Mức độ | Nội dung |", "|---|---|---|")
        for code, entry in REGISTRY.items():
            if code[1] == digit:
                yield f"| [{code}]({code}.md) | {SEVERITY[entry.severity]} | {_cell(plain(entry.message))} |"


def _page(entry: Entry) -> str:
    parts = [
        f"# {entry.code}: {plain(entry.message)}",
        f"Mức độ: {SEVERITY[entry.severity]} · {FAMILIES[entry.code[1]]} · [tất cả các mã](README.md)",
        f"**Vì sao.** {entry.why.vi}",
        f"**Cách sửa.** {plain(entry.remedy)}",
    ]
    if (example := EXAMPLES.get(entry.code)) is not None:
        language = "yaml" if isinstance(example, Example) else "text"
        bad, good = example.shown("vi")
        parts += [f"Sai:\n\n{_block(bad, language)}", f"Đúng:\n\n{_block(good, language)}"]
    parts.append(f"*English.* {plain(entry.message, 'en')} {entry.why.en} {plain(entry.remedy, 'en')}")
    return "\n\n".join(parts) + "\n"


def _block(example: str, language: str) -> str:
    fence = "```"
    return f"{fence}{language}\n{visible(example).rstrip()}\n{fence}"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
