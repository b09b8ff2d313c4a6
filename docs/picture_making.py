"""Take pictures of workbooks and documents as LibreOffice lays them out, and of pages as Chromium shows them."""

from __future__ import annotations

import io
import subprocess
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from lxml import etree
from PIL import Image, ImageChops

from tests.visual.browser import browser

Part = tuple[float, float, float, float]
"""Left, top, right and bottom of what is kept, as shares of the page without its white borders."""
WHOLE: Part = (0, 0, 1, 1)
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
SETTINGS = """\
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>vi</value></prop>
</item></oor:items>
"""
"""Numbers and days as a computer in Vietnam shows them."""


@dataclass(frozen=True)
class Sheet:
    """A part of the first page of a workbook that holds a text; with the letters and numbers of columns and rows."""

    source: str
    text: str
    part: Part = WHOLE
    dpi: int = 170


@dataclass(frozen=True)
class Page:
    """A part of the first page of a document that holds a text."""

    source: str
    text: str
    part: Part = WHOLE
    dpi: int = 90


@dataclass(frozen=True)
class View:
    """The top of a page of the site in a window of this size."""

    source: str
    width: int
    height: int


@dataclass(frozen=True)
class Print:
    """A whole document as PDF."""

    source: str


Picture = Sheet | Page | View | Print


class Office:
    """LibreOffice with settings of its own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "office"
        self._pdfs: dict[str, Path] = {}
        settings = self._folder / "profile" / "user" / "registrymodifications.xcu"
        settings.parent.mkdir(parents=True)
        settings.write_text(SETTINGS, encoding="utf-8")

    def picture(self, folder: Path, picture: Sheet | Page) -> bytes:
        """The picture as PNG."""
        pdf = self.pdf(folder / picture.source, headings=isinstance(picture, Sheet))
        number = _page_with(pdf, picture.text)
        command = ["pdftoppm", "-png", "-r", str(picture.dpi), "-f", str(number), "-l", str(number), str(pdf)]
        made = subprocess.run(command, check=True, capture_output=True).stdout  # noqa: S603
        return _cut(made, picture.part)

    def pdf(self, source: Path, *, headings: bool = False) -> Path:
        """The document as PDF; with the headings of columns and rows of a workbook."""
        if str(source) not in self._pdfs:
            shown = self._folder / source.name
            shown.write_bytes(_with_headings(source.read_bytes()) if headings else source.read_bytes())
            profile = f"-env:UserInstallation={(self._folder / 'profile').as_uri()}"
            command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(self._folder)]
            subprocess.run([*command, str(shown)], check=True, capture_output=True, timeout=300)  # noqa: S603
            self._pdfs[str(source)] = shown.with_suffix(".pdf")
        return self._pdfs[str(source)]


def fonts_lacking() -> list[str]:
    """Fonts that would be drawn without, or with borrowed, Vietnamese letters here."""
    return [name for name in ("Times New Roman", "Arial") if not _has_vietnamese(name)]


def _has_vietnamese(name: str) -> bool:
    """Whether the font that stands in for this one has ạ (U+1EA1), which fonts without Vietnamese lack first."""
    command = ["fc-match", "-f", "%{charset}", name]
    ranges = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()  # noqa: S603
    ends = [(first, last or first) for first, _, last in (each.partition("-") for each in ranges)]
    return any(int(first, 16) <= 0x1EA1 <= int(last, 16) for first, last in ends)


def _with_headings(workbook: bytes) -> bytes:
    """The workbook with the letters of columns and the numbers of rows in print, as the screen shows them."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as package, zipfile.ZipFile(out, "w") as copy:
        for name in package.namelist():
            content = package.read(name)
            if name.startswith("xl/worksheets/sheet"):
                root = etree.fromstring(content)
                options = root.find(f"{MAIN}printOptions")
                if options is None:
                    options = etree.Element(f"{MAIN}printOptions")
                    root.find(f"{MAIN}pageMargins").addprevious(options)
                options.set("headings", "1")
                content = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
            copy.writestr(name, content)
    return out.getvalue()


def _page_with(pdf: Path, text: str) -> int:
    """The number of the first page with a text; a line end in it stands for the end of a line there."""
    found = subprocess.run(["pdftotext", str(pdf), "-"], check=True, capture_output=True, text=True).stdout  # noqa: S603, S607
    for number, page in enumerate(found.split("\f"), 1):
        if text in page:
            return number
    raise LookupError(f"{pdf.name}: {text!r}")


def _cut(png: bytes, part: Part) -> bytes:
    image = Image.open(io.BytesIO(png)).convert("RGB")
    box = ImageChops.difference(image, Image.new("RGB", image.size, "white")).getbbox()
    assert box is not None, "an empty page"  # noqa: S101
    image = image.crop(box)
    left, top, right, bottom = part
    kept = (
        round(left * image.width),
        round(top * image.height),
        round(right * image.width),
        round(bottom * image.height),
    )
    bordered = Image.new("RGB", (kept[2] - kept[0] + 24, kept[3] - kept[1] + 24), "white")
    bordered.paste(image.crop(kept), (12, 12))
    return _png(bordered)


def web_pictures(folder: Path, pictures: Mapping[str, Picture]) -> dict[str, bytes]:
    """The pictures of pages of the site, by name."""
    views = {name: picture for name, picture in pictures.items() if isinstance(picture, View)}
    taken: dict[str, bytes] = {}
    if views:
        with browser() as window:
            for name, view in views.items():
                window.size(view.width, view.height)
                window.open(folder / view.source)
                window.picture(shot := folder / "shot.png")
                taken[name] = shot.read_bytes()
    return taken


def palette(png: bytes) -> bytes:
    """The picture in at most 255 colours: a third of the bytes, text stays sharp, and small areas keep their colour."""
    image = Image.open(io.BytesIO(png)).convert("RGB")
    return _png(image.quantize(255, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE))


def _png(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()
