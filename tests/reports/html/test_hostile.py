"""Everything that comes from units is text: it neither runs nor leads anywhere it should not."""

from __future__ import annotations

import pytest

from parindex.model.sheet import Line, Sheet
from tests.reports.html.making import TEMPLATES, Parsed, sheet, site

EVIL = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>{{ 7*7 }}{% for %}&lt;b&gt;</title><!--"
LINKS = [
    "javascript:alert(1)", "java\tscript:alert(1)", "data:text/html,x", "//evil.example", "vbscript:x", "javascript://a",
]  # fmt: skip


def _poisoned(line: Line) -> Line:
    changes: dict[str, object] = {"name": EVIL, "explanation": EVIL, "note": EVIL, "appraised_by": EVIL}
    if line.level != "leaf":
        changes = {"name": EVIL}
    if line.status == "not_arising":
        changes["reason"] = EVIL
    if line.target is not None and line.target.cite is not None:
        cite = line.target.cite.but(title=EVIL, locator=EVIL, section=EVIL)
        changes["target"] = line.target.but(cite=cite)
    facts = tuple(fact.but(name=EVIL, counts=EVIL) for fact in line.facts)
    proofs = tuple(proof.model_copy(update={"at": EVIL}) for proof in line.evidence)
    children = tuple(_poisoned(child) for child in line.children)
    return line.but(**changes | {"facts": facts, "evidence": proofs, "children": children})


@pytest.fixture(scope="module")
def poisoned() -> Sheet:
    made = sheet('../../evil" onload="x', EVIL, kind=EVIL)
    documents = {
        id_: document.model_copy(
            update={"title": EVIL, "number": EVIL, "issuer": EVIL, "file": None, "link": LINKS[at % len(LINKS)]}
        )
        for at, (id_, document) in enumerate(made.documents.items())
    }
    set_ = made.set.but(title=EVIL)
    plans = tuple(plan.but(title=EVIL, number=EVIL) for plan in made.plans)
    lines = tuple(_poisoned(line) for line in made.lines)
    return made.but(documents=documents, set=set_, plans=plans, lines=lines, score_class=EVIL)


@pytest.mark.parametrize("links", [{}, {f"tl-{at}": LINKS[at % len(LINKS)] for at in range(20)}])
def test_hostile_texts_stay_texts(poisoned: Sheet, links: dict[str, str]) -> None:
    pages = site([poisoned, sheet("an-lac")], links, title=EVIL)
    for name, text in pages.items():
        if not name.endswith(".html"):
            continue
        page = Parsed(text)
        assert not page.all("img"), name
        assert [each["src"].rpartition("/")[2] for each in page.all("script")] == ["site.js"], name
        for tag, attributes in page.elements:
            assert not [key for key in attributes if key.startswith("on")], (name, tag, attributes)
            if "href" not in attributes:
                continue
            href = attributes["href"]
            assert href.startswith(
                ("#", "../", "index.html", "site.css", "don-vi/", "tieu-chi/", "linh-vuc/", "ban-do")
            ), href
            assert "script" not in href.lower() or "/" in href, href
        assert "{{ 7*7 }}" in page.text, name
        assert "49{%" not in text, name
    assert all(name.count("/") <= 1 and ".." not in name and '"' not in name for name in pages)


def test_external_evidence_is_linked_without_telling_where_from() -> None:
    made = sheet("an-lac")
    documents = {
        id_: document.model_copy(update={"file": None, "link": "https://vanban.example/x?a=1&b=2"})
        for id_, document in made.documents.items()
    }
    page = Parsed(site([made.but(documents=documents)])["don-vi/an-lac.html"])
    links = [each for each in page.all("a") if each["href"].startswith("http")]
    assert links and all(each["href"] == "https://vanban.example/x?a=1&b=2" for each in links)
    assert all(set(each["rel"].split()) >= {"noopener", "noreferrer"} for each in links)


def test_templates_cannot_mark_anything_as_safe() -> None:
    environment = TEMPLATES._environment
    assert environment.autoescape is True
    assert not {"safe", "attr", "xmlattr", "tojson", "format", "map"} & set(environment.filters)
    assert environment.globals == {}
