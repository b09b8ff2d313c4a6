"""The site of a run on disk: written whole, told apart from what somebody changed, without pages of old units."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import unquote

import pytest

from parindex.files.unusable import Unusable
from parindex.jobs.batch import Options, run_batch
from parindex.jobs.batch_finish import Finished, finish
from parindex.jobs.rank import NAMES, rank_folder
from parindex.jobs.site import SITE_NAMES
from parindex.reports.html.addresses import safe_name
from tests.jobs.making import repository, unit, write
from tests.jobs.test_batch import Silent
from tests.reports.html.making import Parsed


def batch(root: Path, out: Path, *, html: bool = True, jobs: int = 1, force: bool = False) -> Finished:
    run = run_batch(root, out, Options(jobs=jobs, force=force), Silent(), (*NAMES, *(SITE_NAMES if html else ())))
    try:
        return finish(run, html=html, jobs=jobs)
    finally:
        run.cache.close()


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


UNITS = {"a": unit("an-lac", 90), "b": unit("ba-vi", 80, None), "c": unit("c-xa", 70, kind="xã")}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return repository(tmp_path / "kho", UNITS)


def test_site_has_all_pages_and_leaves_nothing_half_made(root: Path, tmp_path: Path) -> None:
    finished = batch(root, tmp_path / "out")
    made = files(tmp_path / "out" / "html")
    assert {"index.html", "site.css", "site.js", "don-vi/an-lac.html", "don-vi/ba-vi.html", "don-vi/c-xa.html",
            "tieu-chi/index.html", "tieu-chi/thu--1.1.html", "linh-vuc/thu--1.html",
            "ban-do-nhiet/nhom-1.html"} <= set(made)  # fmt: skip
    assert len(made) == 13
    assert tmp_path / "out" / "html" in finished.written and finished.anew
    assert {path.name for path in (tmp_path / "out" / ".parindex").iterdir()} == {"cache.sqlite", "written.json"}


def test_number_of_processes_does_not_change_a_byte(tmp_path: Path) -> None:
    root = repository(tmp_path / "kho", {f"u{at}": unit(f"u-{at:02}", at, 3 * at) for at in range(1, 31)})
    batch(root, tmp_path / "one")
    batch(root, tmp_path / "two", jobs=2)
    assert files(tmp_path / "one" / "html") == files(tmp_path / "two" / "html")


def test_unchanged_run_writes_no_page_again(root: Path, tmp_path: Path) -> None:
    batch(root, tmp_path / "out")
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "out" / "html").rglob("*")}
    assert not batch(root, tmp_path / "out").anew
    assert {path: path.stat().st_mtime_ns for path in before} == before


def test_site_is_made_where_only_the_site_is_missing_or_old(root: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    batch(root, out, html=False)
    assert not (out / "html").exists()
    assert batch(root, out).anew
    write(root / "units" / "a.yaml", unit("an-lac", 10))
    batch(root, out, html=False)
    assert batch(root, out).anew
    assert "1. Cải cách thủ tục" in Parsed((out / "html/don-vi/an-lac.html").read_text(encoding="utf-8")).text
    assert "0,60" in (out / "html/don-vi/an-lac.html").read_text(encoding="utf-8")
    (out / "html/don-vi/an-lac.html").unlink()
    assert batch(root, out).anew and (out / "html/don-vi/an-lac.html").exists()


def test_pages_of_units_that_are_gone_go_too(root: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    batch(root, out)
    (root / "units" / "b.yaml").unlink()
    write(out / "html" / "ghi-chu.txt", "của cán bộ")
    batch(root, out)
    assert not (out / "html/don-vi/ba-vi.html").exists()
    assert (out / "html/ghi-chu.txt").exists(), "what no run wrote is nobody's to take away"
    assert "ba-vi" not in (out / "html/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["index.html", "don-vi/an-lac.html", "site.css"])
def test_a_page_that_somebody_changed_is_never_overwritten(name: str, root: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    batch(root, out)
    write(out / "html" / name, "của cán bộ")
    before = files(out / "html")
    write(root / "units" / "a.yaml", unit("an-lac", 10))
    with pytest.raises(Unusable) as refused:
        batch(root, out)
    assert [finding.code for finding in refused.value.findings] == ["E141"]
    assert files(out / "html") == before
    batch(root, out, force=True)
    assert files(out / "html")[name] != b"c\xe1\xbb\xa7a c\xc3\xa1n b\xe1\xbb\x99"


def test_a_page_that_no_run_wrote_is_not_overwritten_either(root: Path, tmp_path: Path) -> None:
    write_to = tmp_path / "out" / "html" / "don-vi" / "an-lac.html"
    write_to.parent.mkdir(parents=True)
    write(write_to, "của cán bộ")
    with pytest.raises(Unusable):
        batch(root, tmp_path / "out")
    assert write_to.read_text(encoding="utf-8") == "của cán bộ"


def test_a_run_that_breaks_off_knows_its_own_pages(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("parindex.jobs.site.heat_pages", stop)
        with pytest.raises(KeyboardInterrupt):
            batch(root, tmp_path / "out")
    assert (tmp_path / "out/html/don-vi/an-lac.html").exists()
    assert not (tmp_path / "out/html/index.html").exists(), "the first page comes last"
    write(root / "units" / "a.yaml", unit("an-lac", 10))
    assert batch(root, tmp_path / "out").anew


def test_evidence_is_linked_from_where_the_page_lies(tmp_path: Path) -> None:
    text = unit("an-lac").replace(
        "{form: link, title: Báo cáo, link: https://a.example/1}",
        '{form: administrative, number: 1/BC, date: 2023-12-01, issuer: A, title: B, file: "minh chứng/1 #a.pdf"}',
    )
    root = repository(tmp_path / "kho", {"a": text, "b": text.replace("an-lac", "b").replace("1 #a", "khong-co")})
    (root / "units" / "minh chứng").mkdir()
    write(root / "units" / "minh chứng" / "1 #a.pdf", "%PDF-1.4")
    batch(root, tmp_path / "out")
    page = tmp_path / "out/html/don-vi/an-lac.html"
    links = {each["href"] for each in Parsed(page.read_text(encoding="utf-8")).all("a") if "pdf" in each["href"]}
    (link,) = links
    assert "#" not in link and (page.parent / unquote(link)).read_bytes() == b"%PDF-1.4"
    other = Parsed((tmp_path / "out/html/don-vi/b.html").read_text(encoding="utf-8"))
    assert not [each for each in other.all("a") if "pdf" in each["href"]], "a file that is not there has no link"


def test_evidence_outside_the_repository_is_not_linked(tmp_path: Path) -> None:
    text = unit("an-lac").replace(
        "form: link, title: Báo cáo, link: https://a.example/1", "form: extract, title: B, file: ../../mat.txt"
    )
    root = repository(tmp_path / "kho", {"a": text})
    write(tmp_path / "mat.txt", "bí mật")
    batch(root, tmp_path / "out")
    assert 'mat.txt"' not in (tmp_path / "out/html/don-vi/an-lac.html").read_text(encoding="utf-8")


def test_rank_makes_the_site_of_saved_sheets_and_hostile_ids_stay_inside(root: Path, tmp_path: Path) -> None:
    batch(root, tmp_path / "out", html=False)
    sheets = tmp_path / "out" / "sheets"
    data = json.loads((sheets / "an-lac.json").read_text(encoding="utf-8"))
    data["unit"]["id"] = "../../../lac"
    (sheets / "an-lac.json").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    rank_folder(sheets, tmp_path / "xep", None, force=False, html=True, show=lambda _: None)
    assert not list(tmp_path.glob("lac*")) and not list(tmp_path.parent.glob("lac*"))
    names = {path.name for path in (tmp_path / "xep/html/don-vi").iterdir()}
    assert names == {"ba-vi.html", "c-xa.html", f"{safe_name('../../../lac')}.html"}


def test_last_years_file_of_a_unit_does_not_take_its_page(tmp_path: Path) -> None:
    root = repository(tmp_path / "kho", UNITS | {"old": unit("an-lac", 10, year=2022)})
    finished = batch(root, tmp_path / "out")
    assert (finished.ranked, finished.apart) == (3, 1)
    text = (tmp_path / "out/html/don-vi/an-lac.html").read_text(encoding="utf-8")
    assert "Không xếp hạng" not in text and "5,40" in text


def test_evidence_that_comes_and_goes_changes_the_links(tmp_path: Path) -> None:
    text = unit("an-lac").replace(
        "  bc-1: {form: link, title: Báo cáo, link: https://a.example/1}",
        "  bc-1: {form: extract, title: A, file: a.pdf}\n  bc-2: {form: extract, title: B, file: b.pdf}",
    )
    text = "bc-2}]".join(text.rsplit("bc-1}]", 1))
    root, out = repository(tmp_path / "kho", {"a": text}), tmp_path / "out"
    write(root / "units" / "a.pdf", "%PDF-1.4")
    page = out / "html/don-vi/an-lac.html"
    batch(root, out)
    assert 'a.pdf"' in page.read_text(encoding="utf-8")
    (root / "units" / "a.pdf").rename(root / "units" / "b.pdf")
    assert batch(root, out).anew, "one error before, one error now, and another page"
    assert 'b.pdf"' in page.read_text(encoding="utf-8")
