"""``--html`` of ``batch`` and ``rank`` as it is typed."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from tests.cli.conftest import Result
from tests.jobs.making import repository, unit, write


def test_batch_writes_the_site_and_says_where(tmp_path: Path, parindex: Callable[..., Result]) -> None:
    root = repository(tmp_path / "kho", {"a": unit("an-lac")})
    first = parindex("batch", root, "-o", tmp_path / "out", "--html", "--jobs", 1)
    assert (first.code, "sheets, html)" in first.out) == (0, True)
    assert (tmp_path / "out/html/don-vi/an-lac.html").is_file()
    again = parindex("batch", root, "-o", tmp_path / "out", "--html", "--jobs", 1, "--json")
    assert json.loads(again.out)["anew"] is False


def test_a_page_that_somebody_changed_stops_the_run_before_scoring(
    tmp_path: Path, parindex: Callable[..., Result]
) -> None:
    root = repository(tmp_path / "kho", {"a": unit("an-lac")})
    (tmp_path / "out/html").mkdir(parents=True)
    write(tmp_path / "out/html/index.html", "của cán bộ")
    refused = parindex("batch", root, "-o", tmp_path / "out", "--html", "--jobs", 1)
    assert refused.code == 2 and "E141" in refused.err
    assert not list((tmp_path / "out" / "sheets").iterdir())
    assert parindex("batch", root, "-o", tmp_path / "out", "--html", "--jobs", 1, "--force").code == 0


def test_rank_needs_a_folder_for_the_site(tmp_path: Path, parindex: Callable[..., Result]) -> None:
    root = repository(tmp_path / "kho", {"a": unit("an-lac")})
    assert parindex("batch", root, "-o", tmp_path / "out", "--jobs", 1).code == 0
    without = parindex("rank", tmp_path / "out" / "sheets", "--html")
    assert without.code == 2 and "--html cần -o" in without.err
    assert parindex("rank", tmp_path / "out" / "sheets", "--html", "-o", tmp_path / "xep").code == 0
    assert (tmp_path / "xep/html/index.html").is_file()
