"""Every page: sound HTML, links that lead somewhere, labels that say what the figures are."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from posixpath import dirname, join, normpath
from urllib.parse import unquote

import pytest

from parindex.model.sheet import Sheet
from tests.reports.html.making import Parsed, sheet, site

SHEETS = [
    sheet("hoa-binh", "UBND phường Hòa Bình"),
    sheet("da-mai", "UBND phường Đa Mai"),
    sheet("an-lac", "UBND xã An Lạc", kind="xã"),
    sheet("con-dao", "UBND đặc khu Côn Đảo", kind="đặc khu"),
]
PROJECT = {"groups": {"Các phường": ["phường"], "Các xã": ["xã"]}, "left_out": {"con-dao": "huyện đảo cũ"}}


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return site(SHEETS, {"tl-0": "../../../minh-chung/5%20a.pdf"}, **PROJECT)


@pytest.fixture(scope="module")
def parsed(pages: dict[str, str]) -> dict[str, Parsed]:
    return {name: Parsed(text) for name, text in pages.items() if name.endswith(".html")}


def test_there_is_a_page_for_each_unit_criterion_domain_and_group(parsed: dict[str, Parsed]) -> None:
    kinds = Counter(name.partition("/")[0] for name in parsed)
    assert kinds == {"don-vi": 4, "tieu-chi": 25, "linh-vuc": 8, "ban-do-nhiet": 2, "index.html": 1}


def test_every_page_says_its_language_title_and_labels(parsed: dict[str, Parsed]) -> None:
    for name, page in parsed.items():
        assert page.all("html")[0]["lang"] == "vi", name
        assert len(page.all("h1")) == len(page.all("main")) == len(page.all("title")) or page.all("svg"), name
        assert page.text.count("DỰ THẢO, chưa phê duyệt") == 2, name
        assert "Bộ tiêu chí tham chiếu, không chính thức" in page.text, name
        assert "Số liệu giả định" in page.text, name
        assert "draft" in page.all("body")[0]["class"].split(), name
        assert page.all("a")[0] == {"class": "skip", "href": "#noi-dung"}, name
        assert "noi-dung" in page.ids, name


def test_headings_go_down_one_level_at_a_time() -> None:
    """A screen reader walks by them; criteria stand right under a domain as well as in groups."""
    flat = [line.but(children=tuple(line.leaves())) for line in SHEETS[0].lines[:1]]
    bare = SHEETS[0].but(lines=(*flat, *SHEETS[0].lines[1:]))
    for name, text in site([bare, *SHEETS[1:]], **PROJECT).items():
        levels = [int(level) for level in re.findall(r"<h([1-6])", text)]
        assert levels[:1] == [1] or not name.endswith(".html"), name
        assert all(after <= before + 1 for before, after in pairwise(levels)), (name, levels)


def test_approved_rankings_name_their_decision_on_every_page() -> None:
    decision = {"number": "12/QĐ-UBND", "date": "2024-01-15"}
    for name, text in site(SHEETS[:2], status="approved", decision=decision).items():
        if name.endswith(".html"):
            page = Parsed(text)
            assert "ĐÃ PHÊ DUYỆT theo Quyết định số 12/QĐ-UBND ngày 15/01/2024" in page.text, name
            assert "DỰ THẢO" not in page.text, name
            assert "draft" not in page.all("body")[0]["class"].split(), name


def test_ids_are_unique_and_references_to_them_hold(parsed: dict[str, Parsed]) -> None:
    for name, page in parsed.items():
        assert not [id_ for id_, count in Counter(page.ids).items() if count > 1], name
        known = set(page.ids)
        for _, attributes in page.elements:
            for key in ("aria-labelledby", "data-for"):
                assert set(attributes.get(key, "").split()) <= known, (name, attributes)


def test_every_link_within_the_site_leads_to_a_page_and_a_place_in_it(
    pages: dict[str, str], parsed: dict[str, Parsed]
) -> None:
    followed = 0
    for name, page in parsed.items():
        links = [each["href"] for each in page.all("a")] + [each["href"] for each in page.all("link")]
        for href in links + [each["src"] for each in page.all("script")]:
            path, _, fragment = href.partition("#")
            target = normpath(join(dirname(name), path)) if path else name
            if target.startswith("../"):
                assert unquote(target) == "../../minh-chung/5 a.pdf", href
                continue
            assert target in pages, (name, href)
            assert not fragment or fragment in parsed[target].ids, (name, href)
            followed += 1
    assert followed > 800


def test_every_page_can_be_reached_from_the_first(parsed: dict[str, Parsed]) -> None:
    seen, ahead = {"index.html"}, ["index.html"]
    while ahead:
        name = ahead.pop()
        for each in parsed[name].all("a"):
            target = normpath(join(dirname(name), each["href"].partition("#")[0] or name.rpartition("/")[2]))
            if target in parsed and target not in seen:
                seen.add(target)
                ahead.append(target)
    assert seen == set(parsed)


def test_nothing_comes_from_a_network_and_nothing_runs_but_the_script(pages: dict[str, str]) -> None:
    for name, text in pages.items():
        assert not re.search(r"(src|srcset|action|data)=\"?https?:", text), name
        assert "style=" not in text and "<style" not in text, name
    assert not re.search(r"@import|url\(|http", pages["site.css"])
    assert not re.search(
        r"innerHTML|outerHTML|insertAdjacent|document\.write|eval|fetch|XMLHttp|http", pages["site.js"]
    )


def test_drawings_have_a_text_or_stand_beside_one(parsed: dict[str, Parsed]) -> None:
    for name, page in parsed.items():
        for drawing in page.all("svg"):
            named = drawing.get("aria-label") or drawing.get("aria-labelledby")
            assert drawing.get("aria-hidden") == "true" or (drawing.get("role") == "img" and named), (name, drawing)


def test_tables_have_heads_for_rows_and_columns(parsed: dict[str, Parsed]) -> None:
    for name, page in parsed.items():
        for head in page.all("th"):
            assert head.get("scope") in ("col", "row", "colgroup", "rowgroup"), (name, head)
        for table in page.all("table", role="table"):
            assert table["aria-label"], name


def test_bars_say_every_domain_in_words(parsed: dict[str, Parsed]) -> None:
    bars = [each["aria-label"] for each in parsed["index.html"].all("svg") if each.get("role") == "img"]
    assert len(bars) == 3
    for text in bars:
        assert text.startswith("Công tác chỉ đạo, điều hành: ") and len(text.split("; ")) >= 7, text


def test_ranking_says_who_is_apart_and_why(parsed: dict[str, Parsed]) -> None:
    first = parsed["index.html"]
    assert "đơn vị đặc thù, không xếp hạng: huyện đảo cũ" in first.text
    assert "Đơn vị không xếp hạng (1)" in first.text
    own = parsed["don-vi/con-dao.html"]
    assert "Không xếp hạng: đơn vị đặc thù, không xếp hạng: huyện đảo cũ." in own.text
    assert "Hạng trên" not in own.text


def test_marks_of_what_is_not_whole_stand_at_the_unit(parsed: dict[str, Parsed]) -> None:
    rows = [each for each in parsed["index.html"].all("tr") if "data-marks" in each]
    assert {"tam-tinh", "thieu"} <= set(rows[0]["data-marks"].split())
    assert "tạm tính, chờ chấm" in parsed["index.html"].text
    assert "Tạm tính, chờ chấm" in parsed["don-vi/da-mai.html"].text


def test_names_are_sorted_by_the_vietnamese_alphabet(parsed: dict[str, Parsed]) -> None:
    heads = [each for each in parsed["index.html"].all("th") if each.get("role") == "rowheader"]
    assert [each["data-v"] for each in heads] == ["0", "1", "0"]
    assert parsed["index.html"].text.index("Đa Mai") < parsed["index.html"].text.index("Hòa Bình")


def test_unit_page_shows_the_working_with_target_citation_and_evidence(parsed: dict[str, Parsed]) -> None:
    page = parsed["don-vi/da-mai.html"]
    target = "từ 98% trở lên: Kế hoạch cải cách hành chính năm 2023, Phụ lục 02, mục 3"
    assert target in page.text and "“đúng hạn”" in page.text
    assert "1.200 / 1.200 hồ sơ = 100%, tính đến 14/12/2023" in page.text
    proofs = [each for each in page.all("a") if each["href"] == "../../../minh-chung/5%20a.pdf"]
    assert len(proofs) == 3, "two criteria and the list"
    assert len(page.all("article")) == 24
    assert "Chờ hội đồng thẩm định" in page.text
    assert "Đơn vị báo không phát sinh" in page.text


def test_unit_page_leads_to_those_beside_it(parsed: dict[str, Parsed]) -> None:
    ways = [each for each in parsed["don-vi/da-mai.html"].all("a") if each.get("rel") in ("prev", "next")]
    assert [(each["rel"], each["href"]) for each in ways] == [("next", "../don-vi/hoa-binh.html")]
    assert not [each for each in parsed["don-vi/an-lac.html"].all("a") if each.get("rel") in ("prev", "next")]


def test_criterion_page_gives_each_group_its_figures(parsed: dict[str, Parsed]) -> None:
    page = parsed["tieu-chi/bo--1.1.1.html"]
    assert "2 đơn vị có điểm: thấp nhất 2,00" in page.text
    assert page.text.count("Có điểm") == 2 and "2 / 2" in page.text and "1 / 1" in page.text


def test_heat_map_tells_what_waits_from_zero(parsed: dict[str, Parsed], pages: dict[str, str]) -> None:
    text = pages["ban-do-nhiet/nhom-1.html"]
    assert '<td class="hx">chờ</td>' in text and '<td class="h6">100</td>' in text
    assert '<td class="hx">kps</td>' in text
    heads = [each for each in parsed["ban-do-nhiet/nhom-1.html"].all("a") if each.get("aria-label")]
    assert len(heads) == 24


def test_same_sheets_give_the_same_bytes(pages: dict[str, str]) -> None:
    again = site(list(reversed(SHEETS)), {"tl-0": "../../../minh-chung/5%20a.pdf"}, **PROJECT)
    assert {name: text for name, text in again.items() if pages[name] != text} == {}


def test_a_ranking_of_nobody_still_has_a_first_page() -> None:
    pages = site([sheet("con-dao")], left_out={"con-dao": "đặc thù"})
    assert set(pages) == {"index.html", "don-vi/con-dao.html", "site.css", "site.js"}
    assert "Chưa có đơn vị nào được xếp hạng." in Parsed(pages["index.html"]).text


def test_large_groups_have_several_pages_of_the_heat_map() -> None:
    units: list[Sheet] = [sheet(f"xa-{number:03}", kind="xã", count=3) for number in range(151)]
    pages = site(units)
    assert {name for name in pages if name.startswith("ban-do")} == {
        "ban-do-nhiet/nhom-1.html",
        "ban-do-nhiet/nhom-1-2.html",
    }
    assert pages["ban-do-nhiet/nhom-1-2.html"].count('scope="row"') == 1
    assert "151–151" in pages["ban-do-nhiet/nhom-1.html"]
    assert "151 đơn vị" in pages["tieu-chi/bo--1.1.1.html"] and "<circle" not in pages["tieu-chi/bo--1.1.1.html"]
