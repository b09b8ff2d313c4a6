"""Build the evidence files of ``examples/phu-son-2023`` from its ``unit.yaml``.

    python examples/build_evidence.py [UNIT.yaml]

Every file says that it is made up, repeats number, date and title, and holds the figures that cite it at the very
section and page. The same input gives the same bytes with the same fonts and libraries: dates come from the
documents, never from the clock. Needs the ``dev`` extra and a serif font with Vietnamese letters.
"""

from __future__ import annotations

import io
import sys
import zipfile
from datetime import UTC, date, datetime, time
from functools import cache
from hashlib import sha256
from pathlib import Path

import docx
import fpdf
from docx.enum.text import WD_ALIGN_PARAGRAPH
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

sys.path.insert(0, str(Path(__file__).parent))
from evidence_text import Contents, Section

from parindex.locale.formats import day
from parindex.model.unit import DocumentEntry

LABEL = "TÀI LIỆU GIẢ ĐỊNH – chỉ để minh họa"
EMPTY = "Trang này không có số liệu dùng để chấm điểm."
UNDATED = date(2023, 12, 31)
_FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "/Library/Fonts", "C:/Windows/Fonts")
_FONTS = (
    ("DejaVuSerifCondensed.ttf", "DejaVuSerifCondensed-Bold.ttf"),
    ("DejaVuSerif.ttf", "DejaVuSerif-Bold.ttf"),
    ("times.ttf", "timesbd.ttf"),
    ("LiberationSerif-Regular.ttf", "LiberationSerif-Bold.ttf"),
)
# Letters that fonts of the Latin-1 kind lack (Liberation 1 has none of them): without them words lose their vowels.
_LETTERS = "ạảấầậắếềệịọốồộớờợụủứừựỳỷĐƠƯẢẾỆỘ"
_FORMS = {
    "extract": "Dữ liệu trích xuất",
    "screenshot": "Ảnh chụp màn hình (mô tả bằng chữ)",
    "media": "Tư liệu phát thanh (lời bản tin)",
    "physical": "Hiện vật (biên bản xác nhận)",
}


class _Pdf(fpdf.FPDF):
    """A page with the label above and the page number below."""

    def header(self) -> None:
        """The label, on every page."""
        self.set_font("Serif", "B", 11)
        self.cell(0, 8, LABEL, border=1, align="C", new_x="LMARGIN", new_y="NEXT")
        self.ln(4)

    def footer(self) -> None:
        """The page number."""
        self.set_y(-15)
        self.set_font("Serif", "", 10)
        self.cell(0, 8, f"Trang {self.page_no()}", align="C")


@cache
def fonts() -> tuple[Path, Path]:
    """A serif font with Vietnamese letters, regular and bold; raises ``FileNotFoundError``."""
    files = {path.name: path for folder in _FONT_FOLDERS for path in sorted(Path(folder).rglob("*.ttf"))}
    for regular, bold in _FONTS:
        if regular in files and bold in files and _covers(files[regular]) and _covers(files[bold]):
            return files[regular], files[bold]
    raise FileNotFoundError("no serif font with Vietnamese letters: install DejaVu")


def _covers(font: Path) -> bool:
    letters = TTFont(font).getBestCmap()
    return all(ord(letter) in letters for letter in _LETTERS)


def pdf_bytes(document: DocumentEntry, sections: list[Section]) -> bytes:
    """A document as PDF; a section with ``trang n`` stands on page n."""
    pdf = _Pdf()
    regular, bold = fonts()
    pdf.add_font("Serif", "", str(regular))
    pdf.add_font("Serif", "B", str(bold))
    pdf.set_creation_date(datetime.combine(document.date or UNDATED, time(8), UTC))
    pdf.set_title(document.title)
    pdf.set_lang("vi")
    pdf.set_margins(30, 20, 20)
    pdf.add_page()
    for text, style, align in _head(document):
        pdf.set_font("Serif", style, 13)
        pdf.multi_cell(0, 7, text, align=align, new_x="LMARGIN", new_y="NEXT")
    pdf.ln(4)
    for section in sections:
        while pdf.page_no() < section.page:
            if pdf.page_no() > 1 and not _has_page(sections, pdf.page_no()):
                pdf.cell(0, 8, EMPTY)
            pdf.add_page()
        if section.heading:
            pdf.set_font("Serif", "B", 12)
            pdf.multi_cell(0, 7, _capital(section.heading), new_x="LMARGIN", new_y="NEXT")
        for line in section.lines:
            _line(pdf, line)
    return bytes(pdf.output())


def docx_bytes(document: DocumentEntry, sections: list[Section]) -> bytes:
    """A document as Word file, without times of its own."""
    word = docx.Document()
    moment = datetime.combine(document.date or UNDATED, time(8))
    word.core_properties.author = "parindex"
    word.core_properties.title = document.title
    word.core_properties.created = word.core_properties.modified = moment
    word.sections[0].header.paragraphs[0].text = LABEL
    for text, style, align in [(LABEL, "B", "C"), *_head(document)]:
        paragraph = word.add_paragraph()
        paragraph.add_run(text).bold = style == "B"
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER if align == "C" else WD_ALIGN_PARAGRAPH.LEFT
    for section in sections:
        if section.page > 1:
            raise ValueError(f"{document.title}: a Word file promises no page; cite a section")
        if section.heading:
            word.add_paragraph().add_run(_capital(section.heading)).bold = True
        for line in section.lines:
            word.add_paragraph(line)
    buffer = io.BytesIO()
    word.save(buffer)
    return _timeless(buffer)


def build(path: Path) -> list[Path]:
    """Write every evidence file that a unit's file names; the paths written."""
    contents = Contents(path)
    written: list[Path] = []
    for id_, document in contents.unit.documents.items():
        if document.file is None:
            continue
        target = path.parent / document.file
        target.parent.mkdir(parents=True, exist_ok=True)
        sections = contents.of(id_)
        make = docx_bytes if target.suffix == ".docx" else pdf_bytes
        content = make(document, sections)
        target.write_bytes(content)
        if document.sha256 and document.sha256 != (found := sha256(content).hexdigest()):
            print(f"{document.file}: sha256 is now {found}", file=sys.stderr)
        written.append(target)
    return written


def _head(document: DocumentEntry) -> list[tuple[str, str, str]]:
    """Issuer, number, date, title and signer as (text, style, alignment)."""
    head = [((document.issuer or "").upper(), "B", "L")]
    if document.number:
        head.append((f"Số: {document.number}", "", "L"))
    if document.date:
        head.append((f"Ngày {day(document.date)}", "", "L"))
    if document.form in _FORMS:
        head.append((_FORMS[document.form], "", "L"))
    head.append((document.title, "B", "C"))
    if document.covers:
        head.append((f"Kỳ số liệu: từ {day(document.covers.from_)} đến {day(document.covers.to)}", "", "C"))
    if document.signer:
        head.append((f"Người ký: {document.signer}", "", "L"))
    return head


def _line(pdf: fpdf.FPDF, text: str) -> None:
    pdf.set_font("Serif", "", 12)
    pdf.multi_cell(0, 6, f"- {text}", new_x="LMARGIN", new_y="NEXT")
    pdf.ln(1)


def _has_page(sections: list[Section], page: int) -> bool:
    return any(section.page == page for section in sections)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _timeless(package: io.BytesIO) -> bytes:
    """The same package with the same entries, all dated 1980 as zip allows."""
    out = io.BytesIO()
    with zipfile.ZipFile(package) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda each: (each != "[Content_Types].xml", each)):
            info = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, old.read(name))
    return out.getvalue()


if __name__ == "__main__":
    default = Path(__file__).parent / "phu-son-2023" / "unit.yaml"
    for each in build(Path(sys.argv[1]) if len(sys.argv) > 1 else default):
        print(each.relative_to(Path.cwd()) if each.is_relative_to(Path.cwd()) else each)
