"""The pictures of the guide show what the commands make now: ``make test-visual``."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from docs import pictures
from docs.book import book
from tests.reports.word.pages import NEEDED, convert, pages
from tests.visual.browser import AVAILABLE, browser

pytestmark = pytest.mark.visual


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    made = tmp_path_factory.mktemp("pictures")
    pictures.run_commands(made)
    return made


def test_no_picture_is_out_of_date(folder: Path) -> None:
    assert pictures.stale(folder) == [], "remake the pictures: make docs-pictures"
    there = {*pictures.IMAGES.glob("*.png"), *(pictures.ROOT / "docs").glob("*.pdf")}
    assert there == {pictures.place(name) for name in pictures.PICTURES}


def test_a_change_of_what_a_picture_shows_is_noticed(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = folder / "ket-qua" / "html" / "don-vi" / "sao-do.html"
    before = page.read_bytes()
    try:
        page.write_bytes(before.replace(b"91,59", b"91,60"))
        assert pictures.stale(folder) == ["trang-web-don-vi"]
    finally:
        page.write_bytes(before)
    name = "bieu-mau-so-lieu"
    for path in pictures.IMAGES.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes() + (b" " if path.stem == name else b""))
    monkeypatch.setattr(pictures, "IMAGES", tmp_path)
    assert pictures.stale(folder) == [name]


def test_pictures_are_small_and_all_are_shown() -> None:
    paths = sorted(pictures.IMAGES.glob("*.png"))
    assert sum(path.stat().st_size for path in paths) < 3_000_000
    shown = set()
    for page in (pictures.ROOT / "README.md", *(pictures.ROOT / "docs").rglob("*.md")):
        shown |= set(re.findall(r"!\[[^\]]+\]\([^)]*images/([^)]+)\)", page.read_text(encoding="utf-8")))
    assert shown == {path.name for path in paths}
    for path in paths:
        with Image.open(path) as image:
            assert image.mode == "P"
            assert image.width <= 1900


@NEEDED
def test_the_quick_start_is_one_page(tmp_path: Path) -> None:
    docs = pictures.ROOT / "docs"
    (page,) = pages(convert(tmp_path, docs / "nhanh.docx", "pdf"), "-bbox")
    words = re.findall(r'yMax="([\d.]+)">([^<]*)</word>', page)
    assert max(float(bottom) for bottom, _ in words) < 297 * 72 / 25.4 - 14 * 72 / 25.4 + 4
    source = re.sub(r"[*|#]|^\|[-|]+$|^\d+\. ", " ", (docs / "nhanh.md").read_text(encoding="utf-8"), flags=re.M)
    printed = "".join(html.unescape(word) for _, word in words)
    missing = [word for word in re.findall(r"\w+", source) if word not in printed]
    assert missing == []
    assert len(pages(docs / "nhanh.pdf")) == 1


@pytest.mark.skipif(not AVAILABLE, reason="chromium, chromium-driver")
def test_the_guide_opens_as_one_file(tmp_path: Path) -> None:
    path = tmp_path / "hướng dẫn.html"
    path.write_text(book(), encoding="utf-8")
    with browser() as window:
        for width in (1180, 390):
            window.size(width, 900)
            window.open(path)
            assert window.run("return [...document.images].filter(each => !each.naturalWidth).length") == 0
            assert window.run("return document.images.length") >= len(pictures.PICTURES) - 1
            assert window.run("return document.body.scrollWidth") <= width
        assert window.complaints() == []
        assert all(each.startswith(("file:", "data:")) for each in window.requests())
