"""The pictures of the guide show what the commands make now: ``make test-visual``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from docs import pictures

pytestmark = pytest.mark.visual


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    made = tmp_path_factory.mktemp("pictures")
    pictures.run_commands(made)
    return made


def test_no_picture_is_out_of_date(folder: Path) -> None:
    assert pictures.stale(folder) == [], "remake the pictures: make docs-pictures"
    assert {path.stem for path in pictures.IMAGES.glob("*.png")} == set(pictures.PICTURES)


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
