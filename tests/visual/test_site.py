"""The site in Chromium, from the folder as an officer opens it: ``make test-visual``."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path
from shutil import which

import pytest

from tests.jobs.making import repository, unit
from tests.jobs.test_site import batch
from tests.visual.browser import AVAILABLE, Browser, browser
from tests.visual.contrast import CONTRASTS

pytestmark = [
    pytest.mark.visual,
    pytest.mark.skipif(not AVAILABLE, reason="chromium, chromium-driver"),
]

NAMES = ["Đa Mai", "An Lạc", "Hòa Bình", "Ăn Bờ", "Ba Vì", "<script>document.title='x'</script>"]
PAGES = [
    "index.html", "don-vi/u-1.html", "tieu-chi/index.html", "tieu-chi/thu--1.1.html", "linh-vuc/thu--1.html",
    "ban-do-nhiet/nhom-1.html",
]  # fmt: skip
SIZES = [(1280, 900), (390, 844)]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Six wards: 95, 85, … 45 dossiers of 100 on time; the third without a survey; the last named to do harm."""
    folder = tmp_path_factory.mktemp("trang web số 1")
    units = {
        f"u{at}": unit(f"u-{at}", 95 - 10 * at, None if at == 2 else 80, name=f'"UBND phường {name}"')
        for at, name in enumerate(NAMES)
    }
    batch(repository(folder / "kho", units, survey="rescale"), folder / "out")
    return folder / "out" / "html"


@pytest.fixture(scope="module")
def window() -> Iterator[Browser]:
    with browser() as made:
        yield made


def shown(window: Browser) -> list[str]:
    return window.run(
        "return [...document.querySelectorAll('#bang-1 tbody tr')].filter(r => r.offsetParent !== null)"
        ".map(r => r.querySelector('th').textContent.replace('UBND phường ', ''))"
    )


def focus(window: Browser) -> str:
    return window.run("return document.activeElement.textContent.trim()")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("page", PAGES)
def test_pages_fit_the_screen_without_complaint_or_network(
    page: str, size: tuple[int, int], site: Path, window: Browser
) -> None:
    window.size(*size)
    window.open(site / page)
    assert window.run("return document.documentElement.scrollWidth") <= size[0]
    assert window.complaints() == []
    assert window.run("return document.title").endswith("Kho thử năm 2023")
    requests = [address for address in window.requests() if not address.startswith("file://")]
    assert requests == []
    assert window.run("return document.images.length") == 0
    small = window.run(
        "return [...document.querySelectorAll('main *')].filter(e => e.childElementCount === 0 && e.textContent.trim()"
        " && !e.closest('svg') && parseFloat(getComputedStyle(e).fontSize) < 12).map(e => e.outerHTML)"
    )
    assert small == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("page", PAGES)
def test_texts_hold_contrast_aa(page: str, size: tuple[int, int], site: Path, window: Browser) -> None:
    window.size(*size)
    window.open(site / page)
    measured = window.run(CONTRASTS)
    assert measured["texts"] > 20
    assert measured["low"] == []


def test_contrast_is_really_measured(site: Path, window: Browser) -> None:
    window.open(site / "index.html")
    window.run("document.querySelector('h1').style.color = '#999'")
    assert [each["ratio"] for each in window.run(CONTRASTS)["low"]] == [2.85]


def test_table_sorts_by_mouse_and_says_so(site: Path, window: Browser) -> None:
    window.size(1280, 900)
    window.open(site / "index.html")
    order = ["Đa Mai", "An Lạc", "Ba Vì"]
    assert [name for name in shown(window) if name in order] == order
    window.click("#bang-1 th.unit button")
    assert shown(window)[:5] == ["An Lạc", "Ăn Bờ", "Ba Vì", "Đa Mai", "Hòa Bình"]
    assert window.run("return [...document.querySelectorAll('#bang-1 [aria-sort]')].map(h => h.ariaSort)") == [
        "ascending"
    ]
    window.click("#bang-1 th.unit button")
    assert shown(window)[1:] == ["Hòa Bình", "Đa Mai", "Ba Vì", "Ăn Bờ", "An Lạc"]
    window.click("#bang-1 th.index button")
    best = window.run("return [...document.querySelectorAll('#bang-1 td.index')].map(c => Number(c.dataset.v))")
    assert best == sorted(best, reverse=True)
    assert "Đã sắp theo Chỉ số, giảm dần" in window.run("return document.body.textContent")


def test_table_sorts_and_filters_by_keyboard_alone(site: Path, window: Browser) -> None:
    window.size(1280, 900)
    window.open(site / "index.html")
    window.press("Tab")
    assert focus(window) == "Đến nội dung chính"
    assert window.run("return document.activeElement.getBoundingClientRect().top") >= 0, "seen when focused"
    window.press("Enter", "Tab")
    assert window.run("return document.activeElement.name") == "text", "the skip link passes the menu by"
    assert window.run("return getComputedStyle(document.activeElement).outlineStyle") == "solid"
    window.press("da mai")
    assert shown(window) == ["Đa Mai"]
    assert window.run("return document.querySelector('output').textContent") == "Hiện 1 trên 6 đơn vị"
    window.press("Escape")
    assert len(shown(window)) == 6
    window.press("hòa")
    assert shown(window) == ["Hòa Bình"]
    window.press("Escape")
    window.press("hõa")
    assert shown(window) == [], "who types tones means them"
    window.press("Escape", "Tab", "Tab", "Tab")
    assert focus(window) == "Hạng"
    window.press("Tab", "Enter")
    assert shown(window)[0] == "An Lạc"
    window.press("Space")
    assert shown(window)[-1] == "An Lạc"


def test_filters_by_class_and_by_what_is_not_whole(site: Path, window: Browser) -> None:
    window.open(site / "index.html")
    choose = "const s = document.querySelector(arguments[0]); s.value = arguments[1];"
    choose += "s.dispatchEvent(new Event('input', {bubbles: true}))"
    window.run(choose, "[name=mark]", "quy-doi")
    assert shown(window) == ["Hòa Bình"]
    window.run(choose, "[name=mark]", "-")
    assert len(shown(window)) == 5 and "Hòa Bình" not in shown(window)
    window.run(choose, "[name=mark]", "")
    window.run(choose, "[name=class]", "Khá")
    classes = window.run(
        "return [...document.querySelectorAll('#bang-1 tr:not([hidden]) td.class')].map(c => c.textContent)"
    )
    assert classes and set(classes) == {"Khá"} and len(classes) < 6


def test_list_of_criteria_keeps_its_headings_only_in_its_own_order(site: Path, window: Browser) -> None:
    window.open(site / "tieu-chi/index.html")
    rows = (
        "return [...document.querySelectorAll('tbody tr')].filter(r => r.offsetParent).map(r => r.cells[0].textContent)"
    )
    before = window.run(rows)
    assert len(before) == 4
    window.click("thead th:nth-child(2) button")
    assert window.run(rows) == ["1.1 Hồ sơ đúng hạn", "2.1 Mức độ hài lòng"]
    window.click("thead th:nth-child(2) button")
    assert window.run(rows) == ["2.1 Mức độ hài lòng", "1.1 Hồ sơ đúng hạn"]
    window.click("thead th:first-child button")
    assert window.run(rows) == before
    window.click("[name=text]")
    window.press("hai long")
    assert window.run(rows) == ["2. Tác động", "2.1 Mức độ hài lòng"]


def test_criteria_of_a_unit_are_filtered_and_found_again(site: Path, window: Browser) -> None:
    window.open(site / "don-vi/u-2.html")
    leaves = "return [...document.querySelectorAll('.leaf')].filter(l => l.offsetParent).map(l => l.id)"
    assert window.run(leaves) == ["tieu_chi_1_1", "tieu_chi_2_1"]
    window.click("[data-state=waiting]")
    assert window.run(leaves) == ["tieu_chi_2_1"]
    assert window.run("return document.querySelector('[data-state=waiting]').ariaPressed") == "true"
    window.run("location.hash = 'tieu_chi_1_1'")
    window.run("return new Promise(done => setTimeout(done, 50))")
    assert window.run(leaves) == ["tieu_chi_1_1", "tieu_chi_2_1"]


def test_names_from_units_do_not_run(site: Path, window: Browser) -> None:
    window.open(site / "don-vi/u-5.html")
    assert window.run("return document.title").startswith("UBND phường <script>")
    assert window.run("return document.scripts.length") == 1


@pytest.mark.parametrize("size", SIZES)
def test_screen_reader_gets_a_table_with_names_on_any_screen(
    size: tuple[int, int], site: Path, window: Browser
) -> None:
    window.size(*size)
    window.open(site / "index.html")
    tree = window.tree()
    roles = [role for role, _ in tree]
    assert ("table", "Bảng xếp hạng: Phường") in tree
    assert roles.count("rowheader") >= 6 and roles.count("row") >= 7
    assert {"banner", "navigation", "main", "contentinfo"} <= set(roles)
    bars = [name for role, name in tree if role in ("image", "img", "graphics-document", "SvgRoot") and "/" in name]
    assert any(name.startswith("Cải cách thủ tục hành chính: 5,70/6,00; Tác động: 3,20/4,00") for name in bars)
    assert not [name for role, name in tree if role in ("button", "link", "textbox", "combobox") and not name.strip()]


def test_spread_has_a_name_and_a_description(site: Path, window: Browser) -> None:
    window.open(site / "tieu-chi/thu--1.1.html")
    names = [name for _, name in window.tree()]
    assert any("6 đơn vị có điểm: thấp nhất 2,70" in name for name in names)
    assert window.run("return document.querySelectorAll('circle').length") == 6


def test_pages_read_without_script(site: Path) -> None:
    with browser(script=False) as plain:
        plain.open(site / "index.html")
        tree = plain.tree()
    assert ("table", "Bảng xếp hạng: Phường") in tree
    assert not [role for role, _ in tree if role in ("button", "textbox", "searchbox")], (
        "what would not work is not shown"
    )


@pytest.mark.skipif(not which("pdftotext"), reason="poppler")
@pytest.mark.parametrize(("page", "paper"), [("index.html", (842, 595)), ("don-vi/u-1.html", (595, 842))])
def test_prints_on_a4_with_the_draft_label_on_every_sheet(
    page: str, paper: tuple[int, int], site: Path, window: Browser, tmp_path: Path
) -> None:
    window.size(1280, 900)
    window.open(site / page)
    window.print(tmp_path / "p.pdf")
    said = subprocess.run(["pdfinfo", str(tmp_path / "p.pdf")], check=True, capture_output=True, text=True).stdout
    width, height = (float(word) for word in said.split("Page size:")[1].split()[:3:2])
    assert (round(width), round(height)) == paper
    text = subprocess.run(
        ["pdftotext", "-layout", str(tmp_path / "p.pdf"), "-"], check=True, capture_output=True, text=True
    )
    sheets = text.stdout.split("\f")[:-1]
    assert sheets and all("DỰ THẢO" in sheet for sheet in sheets)
    assert "Tìm đơn vị" not in text.stdout and "Bản đồ nhiệt" not in text.stdout
    assert "Đơn vị" in sheets[0] or "UBND" in sheets[0]


@pytest.mark.skipif(not which("pdftotext"), reason="poppler")
def test_long_tables_print_their_heads_again(tmp_path: Path, window: Browser) -> None:
    units = {f"u{at}": unit(f"u-{at:02}", 95 - at, 80) for at in range(60)}
    batch(repository(tmp_path / "kho", units), tmp_path / "out")
    window.size(1280, 900)
    window.open(tmp_path / "out/html/index.html")
    window.print(tmp_path / "p.pdf")
    text = subprocess.run(
        ["pdftotext", "-layout", str(tmp_path / "p.pdf"), "-"], check=True, capture_output=True, text=True
    )
    sheets = [sheet for sheet in text.stdout.split("\f") if "UBND" in sheet]
    assert len(sheets) > 2
    for sheet in sheets:
        assert all(word in sheet for word in ("Hạng", "Đơn vị", "Điểm theo lĩnh vực", "Ghi"))
    assert sheets[1].split()[0] == "2", "page numbers begin on the second sheet"
