"""Ids, codes and links from others lead nowhere else and run nothing."""

from __future__ import annotations

import pytest

from parindex.reports.html.addresses import criterion_page, domain_page, heat_page, safe_link, safe_name, unit_page, up


@pytest.mark.parametrize("id_", ["phu-son", "xa-00001", "a", "1.1.2", "cap-xa-2023--3.1.1", "constant"])
def test_plain_ids_are_their_own_names(id_: str) -> None:
    assert safe_name(id_) == id_


@pytest.mark.parametrize(
    "id_",
    ["", "..", "../x", "a/b", "a\\b", "/etc/passwd", "C:x", "Phu-Son", "phú-sơn", "a b", "con", "nul.html", "lpt1",
     "a.", ".a", "-a", "a" * 101, "a\n", "a%2fb", "\ud800"],
)  # fmt: skip
def test_other_ids_become_a_digest_of_their_own(id_: str) -> None:
    name = safe_name(id_)
    assert name.startswith("_") and name[1:].isalnum() and len(name) == 21
    assert unit_page(id_) == f"don-vi/{name}.html"


def test_ids_that_differ_by_case_only_do_not_meet() -> None:
    names = {safe_name(id_).lower() for id_ in ("an-lac", "An-lac", "AN-LAC")}
    assert len(names) == 3
    assert criterion_page("bo", "1.a") != criterion_page("bo", "1.A")


def test_pages_lie_one_folder_deep() -> None:
    pages = [unit_page("a"), criterion_page("bo", "1.1"), domain_page("bo", "1"), heat_page(1), heat_page(1, 2)]
    assert pages[1:] == [
        "tieu-chi/bo--1.1.html", "linh-vuc/bo--1.html", "ban-do-nhiet/nhom-1.html", "ban-do-nhiet/nhom-1-2.html",
    ]  # fmt: skip
    assert {up(page) for page in pages} == {"../"}
    assert up("index.html") == ""


@pytest.mark.parametrize(
    "link",
    ["https://vanban.example/1?x=1&y=2#z", "http://a.example", "HTTPS://A.example/x", "../../units/minh-chung/05.pdf",
     "minh%20chung/05.pdf", "a/b:c.pdf", "05.pdf#page=3"],
)  # fmt: skip
def test_links_that_pass(link: str) -> None:
    assert safe_link(link) == link


@pytest.mark.parametrize(
    "link",
    [None, "", "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)",
     "java\tscript:alert(1)", "\x01javascript:alert(1)", "data:text/html,<script>", "vbscript:x", "file:///etc/passwd",
     "//evil.example/x", "/etc/passwd", "\\\\evil\\x", "https:\\evil", "https://", "http:///x", "ftp://a.example/x",
     "mailto:a@b.example", "https://[::1", "a:b", "https://a.example/\u0085x"],
)  # fmt: skip
def test_links_that_are_dropped(link: str | None) -> None:
    assert safe_link(link) is None
