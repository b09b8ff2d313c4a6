"""The guide does what it says: every page is followed in an empty folder, every command and link in it is real."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import typer.main

from docs.book import book
from parindex.cli.app import program
from tests.guide import ROOT, follow, matches, run, steps

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")), *sorted((ROOT / "docs" / "huong-dan").glob("*.md"))]
FOLLOWED = [page for page in PAGES[1:] if any(steps(page.read_text(encoding="utf-8")))]


def name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("page", FOLLOWED, ids=name)
def test_a_newcomer_can_follow_the_page(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("PARINDEX_LANG", raising=False)
    follow(page.read_text(encoding="utf-8"))


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_links_and_pictures_are_there(page: Path) -> None:
    for target in re.findall(r"\]\(([^)]+)\)", page.read_text(encoding="utf-8")):
        if target.startswith(("https://", "mailto:")):
            continue
        path, _, anchor = target.partition("#")
        found = (page.parent / path).resolve() if path else page
        assert found.exists(), target
        if anchor:
            assert anchor in _anchors(found.read_text(encoding="utf-8")), target


def _anchors(text: str) -> set[str]:
    """Anchors of headings, as GitHub makes them."""
    headings = re.findall(r"^#+ (.+)$", re.sub(r"^```.*?^```$", "", text, flags=re.S | re.M), re.M)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_commands_and_options_are_real(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    typed = re.findall(r"^\$ (parindex [^\n]+)$", text, re.M) + re.findall(r"`(parindex [^`]+)`", text)
    typed += re.findall(r"^(parindex [^\n]+)$", re.sub(r"^```console.*?^```$", "", text, flags=re.S | re.M), re.M)
    for line in typed:
        command: Any = typer.main.get_command(program())
        for word in _words(line)[1:]:
            if hasattr(command, "commands") and not word.startswith("-"):
                assert word in command.commands, line
                command = command.commands[word]
            elif word.startswith("-") and len(word) > 1:
                known = {option for each in command.params for option in (*each.opts, *each.secondary_opts)}
                assert word.partition("=")[0] in {*known, "--help", "-h"}, line


def _words(line: str) -> list[str]:
    """The words of a command without comment; what stands in [ ] may be left out, and is real all the same."""
    return shlex.split(re.sub(r"[\[\]]", " ", line.partition("  #")[0]))


@pytest.mark.parametrize(
    ("shown", "printed", "same"),
    [
        ("a\nb\n", "a\nb\n", True),
        ("a\n", "a\nb\n", False),
        ("a\n…\n", "a\nb\n", True),
        ("a\n…\n", "a\n", True),
        ("a\n…\nc\n", "a\nb\nb\nc\n", True),
        ("a\n…\nc\n", "a\nc\n", True),
        ("a\n…\nc\n", "a\nbc\n", False),
        ("a\n…\nc\n", "ab\nc\n", False),
        ("…\nc\n", "a\nb\nc\n", True),
        ("…\nc\n", "a\nb\n", False),
        ("…\nc\n", "c\n", True),
        ("a\n…\na\n", "a\n", False),
        ("a\n…\nb\n…\nc\n", "a\nc\nb\n", False),
        ("a\n…\nb\n…\nc\n", "a\nb\nc\n", True),
        ("", "", True),
        ("", "a\n", False),
        ("a.b\n", "axb\n", False),
    ],
)
def test_what_is_shown_is_compared_line_by_line(shown: str, printed: str, same: bool) -> None:
    assert matches(shown, printed) is same


def test_the_guide_is_one_page_that_needs_nothing_else() -> None:
    html = book()
    assert set(re.findall(r'href="#([^"]+)"', html)) <= set(re.findall(r'<section id="([^"]+)"', html))
    assert not re.findall(r'(?:href|src)="(?!#|https://|data:image/png;base64,)', html)
    assert "<!--" not in html
    for page in [*FOLLOWED, ROOT / "docs" / "nhanh.md"]:
        text = page.read_text(encoding="utf-8")
        assert f'<section id="{page.stem}">' in html
        assert len(re.findall(r"!\[", text)) == _section(html, page.stem).count("<img ")
        assert len(re.findall(r"^```", text, re.M)) == 2 * _section(html, page.stem).count("<pre>")


def _section(html: str, name_: str) -> str:
    return html.partition(f'<section id="{name_}">')[2].partition("</section>")[0]


def test_the_quick_start_has_the_numbers_of_the_menu(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PARINDEX_LANG", raising=False)
    printed, _ = run("parindex menu", ("0",))
    jobs = dict(re.findall(r"^ +(\d)  (\S.*)$", printed, re.M))
    text = (ROOT / "docs" / "nhanh.md").read_text(encoding="utf-8")
    steps_ = re.findall(r"^\| \d\. (\w+)[^|]*\| \*\*(\d)\*\* \|", text, re.M)
    assert [number for _, number in steps_] == ["1", "2", "3", "4", "5", "6"]
    for verb, number in steps_:
        assert jobs[number].startswith(verb)
    assert "gõ **7** và mã tiêu chí" in text
    assert "cách tính" in jobs["7"]
    assert "Làm gì để được thêm: gõ **8**" in text
    assert "đạt thêm" in jobs["8"]
