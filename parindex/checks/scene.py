"""Examples of diagnostics that take more than a piece of one file: what is done, step by step, until they come.

The steps are data: ``explain`` and the pages print them in either language, and the tests carry them out.
"""

from __future__ import annotations

from collections.abc import Mapping
from textwrap import indent
from typing import Literal

from msgspec import Struct

from parindex.checks.entry import Words

Start = Literal[
    "repository", "form", "submitted", "appraised", "books", "merged", "asked", "survey", "bundle", "signed"
]
"""What there is before the first step."""

STARTS: Mapping[Start, Words] = {
    "repository": Words("Kho có một đơn vị, units/a.yaml.", "A repository with one unit, units/a.yaml."),
    "form": Words(
        "Biểu mẫu Excel units/a.xlsx, units/b.xlsx đã xuất từ hai tệp số liệu.",
        "The Excel forms units/a.xlsx and units/b.xlsx were made of two units' files.",
    ),
    "submitted": Words("Đơn vị đã nộp hồ sơ, ở thư mục nop.", "The unit has submitted, into the folder nop."),
    "appraised": Words(
        "Hồ sơ đã nộp ở thư mục nop; mỗi cơ quan đã chấm ở tệp của mình.",
        "The submission is in the folder nop; each agency has scored in a file of its own.",
    ),
    "books": Words(
        "Hồ sơ đã nộp ở thư mục nop; mỗi cơ quan có một sổ Excel, sổ của Phòng Tư pháp đã ghi ngày và chức vụ.",
        "The submission is in the folder nop; each agency has a workbook, one of them with its date and post.",
    ),
    "merged": Words(
        "Hồ sơ đã nộp ở thư mục nop, các cơ quan đã chấm, đã tổng hợp vào nop/tham-dinh.yaml.",
        "The submission is in the folder nop, scored and merged into nop/tham-dinh.yaml.",
    ),
    "asked": Words(
        "Phòng Tư pháp yêu cầu bổ sung; đã tổng hợp, đơn vị đã trả lời ở nop/giai-trinh.yaml.",
        "An agency made a request; it was merged, and answered in nop/giai-trinh.yaml.",
    ),
    "survey": Words("Phiếu khảo sát phieu.csv, ánh xạ anh-xa.yaml.", "Responses in phieu.csv, mapped by anh-xa.yaml."),
    "bundle": Words(
        "Báo cáo và tài liệu kiểm chứng đã gói vào goi.zip.", "A report and its evidence were bundled into goi.zip."
    ),
    "signed": Words(
        "Báo cáo bao-cao.pdf ký bằng chứng thư do ca.pem cấp; nop/ho-so.yaml ký bằng khóa SSH có trong nguoi-ky.",
        "The report bao-cao.pdf is signed under ca.pem; nop/ho-so.yaml with an SSH key that is listed in nguoi-ky.",
    ),
}

ACTS: Mapping[str, Words] = {
    "run": Words("$ {0}", "$ {0}"),
    "write": Words("Tệp {0}: {1}", "File {0}: {1}"),
    "add": Words("Thêm vào {0}: {1}", "Add to {0}: {1}"),
    "change": Words("Trong {0}: «{1}» → «{2}»", "In {0}: “{1}” → “{2}”"),
    "copy": Words("Chép {0} thành {1}", "Copy {0} to {1}"),
    "delete": Words("Xóa {0}", "Delete {0}"),
    "link": Words("{0} là liên kết tới {1}", "{0} is a link to {1}"),
    "pipe": Words("{0} là ống dẫn (FIFO), không phải tệp", "{0} is a pipe (FIFO), no file"),
    "repeat": Words("Thêm {2} dòng «{1}» vào {0}", "Add {2} lines “{1}” to {0}"),
    "bytes": Words("Byte {1} ở đầu {0}", "The bytes {1} at the beginning of {0}"),
    "encode": Words("Lưu {0} theo bảng mã {1}", "Save {0} in the encoding {1}"),
    "decompose": Words("Tên {0} trên đĩa ghép dấu rời (NFD)", "The name {0} on disk is decomposed (NFD)"),
    "cell": Words("Trong {0}, ô của {1}: {2}", "In {0}, the cell of {1}: {2}"),
    "cell-date": Words("Trong {0}, ô của {1}: ngày {2}", "In {0}, the cell of {1}: the day {2}"),
    "cell-percent": Words(
        "Trong {0}, ô của {1}: {2}, định dạng phần trăm", "In {0}, the cell of {1}: {2}, formatted as a percent"
    ),
    "cell-error": Words("Trong {0}, công thức ở ô của {1} báo {2}", "In {0}, the formula in the cell of {1} gives {2}"),
    "cell-merge": Words("Trong {0}, gộp ô của {1} với ô dưới", "In {0}, merge the cell of {1} with the one below"),
    "row-delete": Words("Trong {0}, xóa dòng của {1}", "In {0}, delete the row of {1}"),
    "row-double": Words("Trong {0}, chép dòng của {1} đè lên dòng dưới", "In {0}, copy the row of {1} over the next"),
    "sheet-empty": Words("Trong {0}, xóa hết trang «{1}»", "In {0}, clear the sheet “{1}”"),
    "sheet-foreign": Words("Trong {0}, thêm trang «{1}»", "In {0}, add the sheet “{1}”"),
    "cell-far": Words("Trong {0}, gõ vào ô {2} của trang «{1}»", "In {0}, type into the cell {2} of the sheet “{1}”"),
    "columns-sorted": Words(
        "Trong {0}, trang «{1}»: đổi chỗ hai dòng mà không đổi cột ẩn",
        "In {0}, sheet “{1}”: let two rows change places, but not their hidden column",
    ),
    "hidden": Words("Trong {0}, trang ẩn ghi mẫu số {1}", "In {0}, the hidden sheet says format {1}"),
    "workbook": Words("{0} là một tệp Excel khác", "{0} is another Excel file"),
    "legacy": Words("Lưu {0} theo dạng Excel 97–2003", "Save {0} in the form of Excel 97–2003"),
    "macro": Words("Lưu {0} kèm macro", "Save {0} with macros"),
    "picture": Words("Chèn một ảnh {1} MB vào {0}", "Put a picture of {1} MB into {0}"),
    "hold": Words("Một lượt chạy khác đang ghi vào {0}", "Another run is writing into {0}"),
    "password": Words("Đặt mật khẩu mở cho {0}", "Lock {0} by a password"),
    "member-change": Words("Sửa {1} trong {0}", "Edit {1} in {0}"),
    "member-delete": Words("Xóa {1} khỏi {0}", "Take {1} out of {0}"),
    "member-add": Words("Thêm {1} vào {0}", "Put {1} into {0}"),
    "older": Words(
        "Hồ sơ {0} lập bằng bản chương trình khác, được {1} điểm ở tiêu chí {2}",
        "{0} was made with another version of the program, which gave {1} points for {2}",
    ),
    "pdf": Words("{0} là PDF không có chữ ký số", "{0} is a PDF without a signature"),
    "pdf-append": Words("Sửa {0} sau khi ký, lưu thêm vào cuối tệp", "Edit {0} after signing, appended to the file"),
    "pdf-flip": Words("Sửa một ký tự trong phần đã ký của {0}", "Change a letter in the signed part of {0}"),
}
"""What a step does, with its arguments."""


class Step(Struct, frozen=True):
    """One step: a command that is typed, or a change of a file."""

    act: str
    """A key of ``ACTS``."""
    given: tuple[str, ...]

    def of(self, lang: str) -> str:
        """The step in ``vi`` or ``en``."""
        return ACTS[self.act].of(lang).format(*(_shown(self.act, text) for text in self.given))


def _shown(act: str, text: str) -> str:
    """Several lines stand below what is said of them; in a line of its own a line end is a sign."""
    text = text.strip("\n")
    if act in ("write", "add"):
        return "\n" + indent(text, "    ") if "\n" in text else text.strip()
    return text.replace("\n", " ⏎ ")


def step(act: str, *given: str) -> Step:
    """A step by the name of its act."""
    return Step(act, given)


def run(command: str) -> Step:
    """A command of the program."""
    return Step("run", (f"parindex {command}",))


class Scene(Struct, frozen=True):
    """Steps at whose end the diagnostic comes, and the same mended; the last of either is a command."""

    start: Start
    bad: tuple[Step, ...]
    good: tuple[Step, ...]

    def shown(self, lang: str) -> tuple[str, str]:
        """Both as text, a line for each step."""
        first = STARTS[self.start].of(lang)
        bad, good = ("\n".join([first, *(each.of(lang) for each in steps)]) + "\n" for steps in (self.bad, self.good))
        return bad, good


def mended(start: Start, faults: tuple[Step, ...], last: Step) -> Scene:
    """The faults and the last command, against the last command alone."""
    return Scene(start, (*faults, last), (last,))
