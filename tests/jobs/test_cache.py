"""The cache: what is unchanged is not scored again, and nothing else is ever taken from it."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from msgspec.structs import replace

import parindex
from parindex.files.unusable import Unusable
from parindex.jobs import batch_surroundings
from parindex.jobs.batch import Options, run_batch
from parindex.jobs.batch_finish import finish
from parindex.jobs.cache import Cache, Entry, pack_findings, unpack_findings
from parindex.jobs.rank import NAMES
from parindex.values.findings import Finding, Place
from tests.jobs.making import repository, unit, write
from tests.jobs.test_batch import ALONE, Silent, batch, content, ranking

FILES = {"a": unit("a", 90), "b": unit("b", 80)}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return repository(tmp_path / "root", FILES)


@pytest.fixture
def out(tmp_path: Path, root: Path) -> Path:
    """The outputs of a first run."""
    batch(root, tmp_path / "out")
    return tmp_path / "out"


def scored_again(root: Path, out: Path, options: Options = ALONE) -> list[str]:
    """The units that another run does not take from the cache; its outputs are those of a run without one."""
    watcher = Silent()
    run = run_batch(root, out, options, watcher, NAMES)
    finish(run)
    run.cache.close()
    fresh = out.parent / "fresh"
    shutil.rmtree(fresh, ignore_errors=True)
    batch(root, fresh, replace(options, use_cache=False))
    assert content(out) == content(fresh), "the cache changed a result"
    return sorted(Path(entry.path).stem for entry in watcher.seen)


def test_unchanged_units_are_not_scored_again_and_nothing_is_written(root: Path, out: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in out.rglob("*.*") if ".parindex" not in path.parts}
    finished = batch(root, out)
    assert (finished.scored, finished.unchanged, finished.anew, finished.ranked) == (0, 2, False, 2)
    assert {path: path.stat().st_mtime_ns for path in before} == before


def test_without_the_cache_everything_is_scored(root: Path, out: Path) -> None:
    assert scored_again(root, out, replace(ALONE, use_cache=False)) == ["a", "b"]


def test_a_changed_unit_alone_is_scored_again(root: Path, out: Path) -> None:
    write(root / "units" / "b.yaml", unit("b", 95))
    assert scored_again(root, out) == ["b"]
    assert ranking(out)["phường"] == [("b", 1, "97"), ("a", 2, "94")]


def edited(path: str, old: str, new: str) -> Callable[[Path], None]:
    def change(root: Path) -> None:
        text = (root / path).read_text(encoding="utf-8")
        assert old in text
        write(root / path, text.replace(old, new, 1))

    return change


def added(path: str, text: str) -> Callable[[Path], None]:
    def change(root: Path) -> None:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        write(root / path, text)

    return change


PLAN = "kind: plan\nformat: 1\nid: {id}\ntitle: Kế hoạch thử\nissuer: UBND thử\nlevel: commune\nyear: 2023\n"
PLAN += "source: a.txt\n"
PLAN += (
    "targets:\n  - {{id: x, indicator: tthc.on-time, comparator: '>=', value: 85, unit: percent, levels: [commune], "
)
PLAN += "cite: {{section: I.1, locator: đúng hạn}}}}\n"
VOCABULARY = "kind: indicators\nformat: 1\nindicators:\n"
VOCABULARY += "  - {id: thu.them, name: Thêm, domain: tthc, measure: count}\n"


@pytest.mark.parametrize(
    "change",
    [
        edited("criteria/thu.yaml", "points: 6", "points: 5"),
        edited("criteria/thu.yaml", "from: 90", "from: 95"),
        # A plan that no unit names is shown beside the target: "Kế hoạch khác".
        added("plans/khac.yaml", PLAN.format(id="khac-2023")),
        added("criteria/indicators.yaml", VOCABULARY),
        added("criteria/khac.yaml", "kind: criteria\nid: khac\n"),
    ],
    ids=["points", "classes", "other-plan", "vocabulary", "other-set"],
)
def test_a_change_of_what_units_share_scores_all_again(root: Path, out: Path, change: Callable[[Path], None]) -> None:
    change(root)
    assert scored_again(root, out) == ["a", "b"]


def test_another_period_is_scored_again(root: Path, out: Path) -> None:
    assert scored_again(root, out, replace(ALONE, period="6m")) == ["a", "b"]


def test_another_program_is_scored_again(root: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parindex, "__version__", "9.9.9")
    watcher = Silent()
    run_batch(root, out, ALONE, watcher, NAMES).cache.close()
    assert watcher.begun == (2, 0)
    monkeypatch.undo()
    monkeypatch.setattr(batch_surroundings, "_program", lambda: "another")
    watcher = Silent()
    run_batch(root, out, ALONE, watcher, NAMES).cache.close()
    assert watcher.begun == (2, 0)


def test_a_change_that_keeps_size_and_time_is_seen(root: Path, out: Path) -> None:
    path = root / "units" / "a.yaml"
    before = path.stat()
    text = path.read_text(encoding="utf-8")
    write(path, text.replace("numerator: 90", "numerator: 19"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert (path.stat().st_size, path.stat().st_mtime_ns) == (before.st_size, before.st_mtime_ns)
    assert scored_again(root, out) == ["a"]


def test_files_that_trade_places_are_seen(root: Path, out: Path) -> None:
    a, b = root / "units" / "a.yaml", root / "units" / "b.yaml"
    a.rename(root / "units" / "t")
    b.rename(a)
    (root / "units" / "t").rename(b)
    assert scored_again(root, out) == ["a", "b"]


def test_a_sheet_that_was_edited_or_lost_is_made_again(root: Path, out: Path) -> None:
    sheet = out / "sheets" / "a.json"
    sheet.write_bytes(sheet.read_bytes().replace(b"90", b"99"))
    assert scored_again(root, out) == ["a"]
    sheet.unlink()
    assert scored_again(root, out) == ["a"]


def test_an_output_that_was_lost_is_made_again(root: Path, out: Path) -> None:
    before = content(out)
    (out / "ranking.xlsx").unlink()
    finished = batch(root, out)
    assert (finished.scored, finished.anew) == (0, True)
    assert content(out) == before


def test_last_years_file_counts(root: Path, out: Path) -> None:
    write(root / "units" / "a.yaml", unit("a", 90, more="previous: {file: ../2022/a.yaml}\n"))
    added("2022/a.yaml", unit("a", 50, year=2022))(root)
    assert scored_again(root, out) == ["a"]
    assert scored_again(root, out) == []
    added("2022/a.yaml", unit("a", 60, year=2022))(root)
    assert scored_again(root, out) == ["a"]
    (root / "2022" / "a.yaml").unlink()
    assert scored_again(root, out) == ["a"]
    assert scored_again(root, out) == ["a"], "a missing file is looked for every time"


PREVIOUS = unit("a", 90, more="previous: {file: ../2022/a.yaml}\n")


@pytest.fixture
def with_last_year(root: Path, out: Path) -> Path:
    write(root / "units" / "a.yaml", PREVIOUS)
    added("2022/a.yaml", unit("a", 50, year=2022))(root)
    assert scored_again(root, out) == ["a"]
    assert scored_again(root, out) == []
    return root / "2022"


@pytest.mark.skipif(os.name == "nt", reason="links need a right of their own")
def test_last_years_file_may_not_become_a_link_that_leads_out(with_last_year: Path, root: Path, out: Path) -> None:
    file, outside = with_last_year / "a.yaml", root.parent / "a.yaml"
    file.rename(outside)
    file.symlink_to(outside)
    assert scored_again(root, out) == ["a"]
    assert [f.code for f in batch(root, out).findings] == ["E405"]


@pytest.mark.skipif(os.name == "nt", reason="links need a right of their own")
def test_nor_may_its_folder(with_last_year: Path, root: Path, out: Path) -> None:
    with_last_year.rename(root.parent / "2022")
    with_last_year.symlink_to(root.parent / "2022")
    assert scored_again(root, out) == ["a"]


def test_a_nearer_root_puts_last_years_file_outside(with_last_year: Path, root: Path, out: Path) -> None:
    (root / "units" / "parindex.yaml").write_bytes((root / "parindex.yaml").read_bytes())
    assert scored_again(root, out) == ["a"]
    assert [f.code for f in batch(root, out).findings] == ["E404"]


def test_last_years_file_that_keeps_size_and_time_is_seen(with_last_year: Path, root: Path, out: Path) -> None:
    path = with_last_year / "a.yaml"
    before = path.stat()
    write(path, unit("a", 60, year=2022))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert scored_again(root, out) == ["a"]


def test_a_file_that_was_only_touched_is_no_other_file(root: Path, out: Path) -> None:
    for path in root.rglob("*.yaml"):
        os.utime(path)
    assert scored_again(root, out) == []


def test_the_language_of_messages_is_no_part_of_a_result(
    root: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PARINDEX_LANG", "en")
    assert scored_again(root, out) == []


def test_shipped_data_count(root: Path, out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from parindex.files import library

    shipped = tmp_path / "shipped"
    for folder in ("criteria", "plans", "templates"):
        shutil.copytree(library.data_folder() / folder, shipped / folder)
    monkeypatch.setattr(library, "data_folder", lambda: shipped)
    scored_again(root, out)
    assert scored_again(root, out) == []
    path = shipped / "criteria" / "indicators.yaml"
    path.write_bytes(path.read_bytes() + b"# them\n")
    assert scored_again(root, out) == ["a", "b"]


@pytest.mark.skipif(os.name == "nt", reason="links need a right of their own")
def test_evidence_may_not_become_a_link_that_leads_out(root: Path, out: Path) -> None:
    file = root / "units" / "bc.pdf"
    file.write_bytes(b"%PDF-1.4 thu")
    write(root / "units" / "e.yaml", EVIDENCE)
    assert batch(root, out).errors == 0
    file.rename(root.parent / "bc.pdf")
    file.symlink_to(root.parent / "bc.pdf")
    assert [f.code for f in batch(root, out).findings] == ["E405"]


def test_reports_are_made_again_where_the_outputs_moved(root: Path, tmp_path: Path) -> None:
    """Their links to evidence lead from where they lie."""
    (root / "units" / "bc.pdf").write_bytes(b"%PDF-1.4 thu")
    write(root / "units" / "e.yaml", EVIDENCE)
    options = replace(ALONE, docx=True)
    batch(root, tmp_path / "out", options)
    deeper = tmp_path / "x" / "y"
    deeper.mkdir(parents=True)
    (tmp_path / "out").rename(deeper / "out")
    assert batch(root, deeper / "out", options).scored == 3
    batch(root, deeper / "fresh", options)
    assert content(deeper / "out") == content(deeper / "fresh")


EVIDENCE = """\
kind: unit
format: 1
unit: {id: e, name: UBND phường E, level: commune, type: phường}
year: 2023
criteria: thu
documents:
  bc: {form: administrative, title: Báo cáo, file: bc.pdf}
facts:
  tthc.on-time: {values: {numerator: 90, denominator: 100}, evidence: [{doc: bc}]}
"""


def test_what_is_said_about_the_disk_is_never_kept(root: Path, out: Path) -> None:
    file = root / "units" / "bc.pdf"
    file.write_bytes(b"%PDF-1.4 thu")
    write(root / "units" / "e.yaml", EVIDENCE)
    assert batch(root, out).errors == 0
    assert batch(root, out).scored == 0
    file.unlink()
    for _ in range(2):
        finished = batch(root, out)
        assert (finished.scored, [f.code for f in finished.findings]) == (1, ["E401"])
    file.write_bytes(b"%PDF-1.4 thu")
    assert batch(root, out).errors == 0
    file.write_bytes(b"")
    assert [f.code for f in batch(root, out).findings] == ["E406"]


def test_a_declared_digest_is_compared_every_time(root: Path, out: Path) -> None:
    import hashlib

    file = root / "units" / "bc.pdf"
    file.write_bytes(b"%PDF-1.4 thu")
    digest = hashlib.sha256(b"%PDF-1.4 thu").hexdigest()
    write(root / "units" / "e.yaml", EVIDENCE.replace("file: bc.pdf", f"file: bc.pdf, sha256: {digest}"))
    assert batch(root, out).errors == 0
    file.write_bytes(b"%PDF-1.4 khac")
    assert [f.code for f in batch(root, out).findings] == ["E408"]


@pytest.mark.parametrize("damage", [b"", b"khong phai sqlite", b"SQLite format 3\0" + b"x" * 5000])
def test_a_broken_cache_is_built_anew_in_silence(
    root: Path, out: Path, damage: bytes, capfd: pytest.CaptureFixture[str]
) -> None:
    (out / ".parindex" / "cache.sqlite").write_bytes(damage)
    assert scored_again(root, out) == ["a", "b"]
    assert scored_again(root, out) == []
    assert capfd.readouterr() == ("", "")


def test_a_torn_cache_is_built_anew(root: Path, out: Path) -> None:
    path = out / ".parindex" / "cache.sqlite"
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    assert scored_again(root, out) in ([], ["a", "b"])


def test_a_cache_that_another_run_has_is_left_alone(root: Path, out: Path) -> None:
    path = out / ".parindex" / "cache.sqlite"
    other = Cache(path, "s")
    other.put(Entry("u.yaml", "scored", id="u", reads={"u.yaml": "0"}))
    with pytest.raises(Unusable) as refused:
        batch(root, out)
    assert [finding.code for finding in refused.value.findings] == ["E144"]
    other.seal(valid=True)
    assert other.kept("u.yaml") is not None
    other.close()
    assert batch(root, out).scored == 0


def test_a_cache_of_another_format_is_built_anew(root: Path, out: Path) -> None:
    with sqlite3.connect(out / ".parindex" / "cache.sqlite") as connection:
        connection.execute("PRAGMA user_version = 999")
    connection.close()
    assert scored_again(root, out) == ["a", "b"]


def test_there_are_no_pickles(out: Path) -> None:
    connection = sqlite3.connect(out / ".parindex" / "cache.sqlite")
    (row,) = connection.execute("SELECT result, findings FROM unit WHERE id = 'a'").fetchall()
    connection.close()
    assert all(isinstance(text, str) and text[0] in "[{" for text in row)


def test_sets_that_change_during_a_run_leave_nothing_for_the_next(root: Path, tmp_path: Path) -> None:
    """A set that is changed and put back while units are scored: what was scored meanwhile may be of either."""

    class Meddler(Silent):
        def step(self, entry: Entry) -> None:
            super().step(entry)
            path = root / "criteria" / "thu.yaml"
            text = path.read_text(encoding="utf-8")
            write(path, text.replace("points: 6", "points: 1"))
            write(path, text)

    out = tmp_path / "out"
    run_batch(root, out, ALONE, Meddler(), NAMES).cache.close()
    assert scored_again(root, out) == ["a", "b"]


def test_what_was_not_sealed_is_no_hit(tmp_path: Path) -> None:
    path = tmp_path / "cache.sqlite"
    cache = Cache(path, "s")
    cache.put(Entry("u.yaml", "scored", id="u", reads={"u.yaml": "0"}))
    assert cache.kept("u.yaml") is None
    cache.seal(valid=True)
    assert cache.kept("u.yaml") is not None
    cache.close()
    again = Cache(path, "another")
    assert again.kept("u.yaml") is None
    again.close()


def test_an_entry_without_reads_is_never_a_hit(tmp_path: Path) -> None:
    for surroundings in ("s", ""):
        cache = Cache(tmp_path / "cache.sqlite", surroundings)
        cache.put(Entry("u.yaml", "unreadable"))
        cache.seal(valid=True)
        assert cache.kept("u.yaml") is None
        assert [entry.path for entry in cache.entries(["u.yaml", "none.yaml"])] == ["u.yaml"]
        cache.close()


def test_findings_come_back_with_their_types() -> None:
    data = {"a": Decimal("12.50"), "b": date(2023, 1, 2), "c": True, "d": 3, "e": "12.5", "f": "2023-01-02", "g": False}
    findings = [
        Finding("E101", "tệp.yaml"),
        Finding("W604", "f", ("claims", "1.1", 2), "key", data, Place(3, 4, 9, "  a: b")),
    ]
    back = unpack_findings(pack_findings(findings))
    assert back == findings
    assert [type(value) for value in back[1].data.values()] == [type(value) for value in data.values()]
