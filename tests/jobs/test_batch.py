"""Runs over a repository: every unit once, whatever happens to the others."""

from __future__ import annotations

import errno
import json
import os
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from parindex.files.unusable import Unusable
from parindex.jobs import batch_finish
from parindex.jobs.batch import NothingToDo, Options, run_batch
from parindex.jobs.batch_finish import Finished, finish
from parindex.jobs.batch_outputs import SUMMARY
from parindex.jobs.cache import Entry
from parindex.jobs.check import run_check
from parindex.jobs.rank import NAMES, rank_folder
from parindex.jobs.rank_write import write_ranking
from parindex.jobs.score import score_file
from parindex.values.records import to_json
from tests.jobs.making import repository, unit, write

ALONE = Options(jobs=1)


class Silent:
    """Watches a run; may stop it after some units."""

    def __init__(self, stop_after: int | None = None) -> None:
        self.begun: tuple[int, int] | None = None
        self.seen: list[Entry] = []
        self._stop_after = stop_after

    def begin(self, units: int, unchanged: int) -> None:
        self.begun = (units, unchanged)

    def step(self, entry: Entry) -> None:
        self.seen.append(entry)
        if len(self.seen) == self._stop_after:
            raise KeyboardInterrupt


def batch(root: Path, out: Path, options: Options = ALONE) -> Finished:
    run = run_batch(root, out, options, Silent(), (*NAMES, SUMMARY))
    try:
        return finish(run, docx=options.docx)
    finally:
        run.cache.close()


def ranking(out: Path) -> dict[str, list[tuple[str, int, str]]]:
    """Per group: unit, place, index."""
    data = json.loads((out / "ranking.json").read_text(encoding="utf-8"))
    return {
        group["name"]: [(row["id"], row["place"], row["index"]) for row in group["parts"][0]["rows"]]
        for group in data["groups"]
    }


def apart(out: Path) -> dict[str, str]:
    data = json.loads((out / "ranking.json").read_text(encoding="utf-8"))
    return {unit["name"]: unit["reason"] for unit in data["apart"]}


def content(folder: Path) -> dict[str, bytes]:
    """Every output, without the program's own state."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".parindex" not in path.parts
    }


FOUR = {"a": unit("a", 90), "b": unit("b", 80), "c": unit("c", 80, 90), "d": unit("d", 100, 50, kind="xã")}
"""Indices: 94, 88, 84 and 80 (6 × share of dossiers + 4 × share of answers, of 10 points)."""


def test_every_unit_is_scored_ranked_and_written(tmp_path: Path) -> None:
    root, out = repository(tmp_path / "root", FOUR), tmp_path / "out"
    finished = batch(root, out)
    assert (finished.units, finished.scored, finished.ranked, finished.apart) == (4, 4, 4, 0)
    assert (finished.errors, finished.findings, finished.anew) == (0, (), True)
    assert ranking(out) == {
        "phường": [("a", 1, "94"), ("b", 2, "88"), ("c", 3, "84")],
        "xã": [("d", 1, "80")],
    }
    assert set(content(out)) == {*NAMES, *(f"sheets/{name}.json" for name in FOUR)}


def test_a_saved_sheet_is_the_one_that_score_gives(tmp_path: Path) -> None:
    root, out = repository(tmp_path / "root", FOUR), tmp_path / "out"
    batch(root, out)
    sheet = score_file(root / "units" / "b.yaml").sheet
    assert sheet is not None
    assert (out / "sheets" / "b.json").read_text(encoding="utf-8") == to_json(sheet) + "\n"


def test_results_do_not_depend_on_processes_or_the_order_of_files(tmp_path: Path) -> None:
    root = repository(tmp_path / "root", FOUR)
    batch(root, tmp_path / "one")
    batch(root, tmp_path / "two", Options(jobs=2))
    batch(root, tmp_path / "none", Options(jobs=3, use_cache=False))
    first = content(tmp_path / "one")
    assert content(tmp_path / "two") == first
    assert content(tmp_path / "none") == first
    # The same units under file names that reverse their order: the same places.
    other = repository(tmp_path / "other", {f"{9 - at}": text for at, text in enumerate(FOUR.values())})
    batch(other, tmp_path / "three")
    assert ranking(tmp_path / "three") == ranking(tmp_path / "one")


def test_broken_units_are_told_with_their_place_and_disturb_nobody(tmp_path: Path) -> None:
    bad = {
        "x": "kind: unit\nformat: 1\nunit: {id: x, name: X, level: commune}\nyear: 20x3\ncriteria: thu\n",
        "y": "kind: unit\na: [\n",
        "z": unit("z", 50).replace("criteria: thu", "criteria: tu"),
    }
    root, out = repository(tmp_path / "root", FOUR), tmp_path / "out"
    batch(root, out)
    good = ranking(out)
    repository(root, bad)
    finished = batch(root, out)
    assert ranking(out) == good
    assert (finished.ranked, finished.apart, finished.errors) == (4, 3, len(finished.findings))
    places = [(Path(f.file).name, f.code, f.place and f.place.line) for f in finished.findings]
    assert ("x.yaml", "E228", 4) in places
    assert ("z.yaml", "E301", 5) in places
    assert any(name == "y.yaml" for name, _, _ in places)
    assert apart(out) == {"x": "unreadable", "y": "unreadable", "UBND phường z": "not_scored"}


def test_an_error_in_a_unit_stands_in_its_row(tmp_path: Path) -> None:
    root = repository(tmp_path / "root", {"a": unit("a", 90, more="claims: {'9.9': 1}\n")})
    finished = batch(root, tmp_path / "out")
    assert [finding.code for finding in finished.findings] == ["E304"]
    data = json.loads((tmp_path / "out" / "ranking.json").read_text(encoding="utf-8"))
    assert data["groups"][0]["parts"][0]["rows"][0]["errors"] == 1


def test_a_folder_that_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root, out = repository(tmp_path / "root", FOUR), tmp_path / "out"
    real = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path).name != "units" and real(path, mode))
    finished = batch(root, out)
    assert ([f.code for f in finished.findings], finished.errors, finished.ranked) == (["E103"], 1, 4)
    for path in (root / "units").iterdir():
        path.unlink()
    with pytest.raises(Unusable):
        batch(root, out)


@pytest.mark.skipif(os.name == "nt", reason="links need a right of their own")
@pytest.mark.parametrize("folder", [False, True])
def test_a_unit_s_file_that_lies_elsewhere_is_not_read(tmp_path: Path, folder: bool) -> None:
    root, out = repository(tmp_path / "root", FOUR), tmp_path / "out"
    write(
        root / "parindex.yaml",
        (root / "parindex.yaml").read_text(encoding="utf-8").replace("units/*.yaml", "units*/*.yaml"),
    )
    assert batch(root, out).ranked == 4
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (root / "units" / "a.yaml").rename(elsewhere / "a.yaml")
    link = root / "units2" if folder else root / "units" / "a.yaml"
    link.symlink_to(elsewhere if folder else elsewhere / "a.yaml")
    for _ in range(2):
        finished = batch(root, out)
        (told,) = finished.findings
        assert (told.code, Path(told.file).name, finished.ranked) == ("E405", "a.yaml", 3)
    assert apart(out) == {"a": "unreadable"}
    for checked in (link, root):
        listing = run_check([checked]).listing
        assert [(each.code, Path(each.file).name) for each in listing.found if each.severity == "error"] == [
            ("E405", "a.yaml")
        ]


def test_two_files_of_one_unit_are_both_left_out(tmp_path: Path) -> None:
    root, out = repository(tmp_path / "root", FOUR | {"e": unit("a", 10)}), tmp_path / "out"
    finished = batch(root, out)
    assert [(Path(f.file).name, f.code, f.place and f.place.line) for f in finished.findings] == [
        ("a.yaml", "E308", 3),
        ("e.yaml", "E308", 3),
    ]
    assert ranking(out)["phường"] == [("b", 1, "88"), ("c", 2, "84")]
    assert not (out / "sheets" / "a.json").exists()
    assert batch(root, out).errors == 2


def test_groups_special_units_and_other_years(tmp_path: Path) -> None:
    project = "groups: {Phường và xã: [phường, xã]}\nleft_out: {b: Đơn vị đặc thù}\n"
    more = {"e": unit("e", kind="đặc khu"), "f": unit("f", year=2022), "g": unit("g", None, None)}
    root, out = repository(tmp_path / "root", FOUR | more, project=project), tmp_path / "out"
    batch(root, out)
    assert ranking(out) == {"Phường và xã": [("a", 1, "94"), ("c", 2, "84"), ("d", 3, "80"), ("g", 4, "0")]}
    assert apart(out) == {"UBND phường b": "left_out", "UBND đặc khu e": "no_group", "UBND phường f": "other_year"}
    assert not (out / "sheets" / "f.json").exists()


def test_a_unit_left_out_that_does_not_exist(tmp_path: Path) -> None:
    root = repository(tmp_path / "root", FOUR, project="left_out: {bb: Đặc thù}\n")
    finished = batch(root, tmp_path / "out")
    assert [(f.code, Path(f.file).name, f.place and f.place.line) for f in finished.findings] == [
        ("E315", "parindex.yaml", 8)
    ]


def test_a_unit_of_which_nothing_can_be_scored_has_no_place(tmp_path: Path) -> None:
    root, out = repository(tmp_path / "root", {"a": unit("a", 90)}), tmp_path / "out"
    text = unit("n", None, None, more="not_arising:\n  tthc.on-time: {reason: Không có hồ sơ}\n")
    write(root / "units" / "n.yaml", text)
    batch(root, out)
    assert apart(out) == {"UBND phường n": "no_index"}


def test_units_of_different_sets_are_ranked_apart(tmp_path: Path) -> None:
    root, out = repository(tmp_path / "root", FOUR), tmp_path / "out"
    text = (root / "criteria" / "thu.yaml").read_text(encoding="utf-8").replace("id: thu\n", "id: thu-2\n", 1)
    write(root / "criteria" / "thu-2.yaml", text)
    write(root / "units" / "b.yaml", FOUR["b"].replace("criteria: thu\n", "criteria: thu-2\n"))
    batch(root, out)
    data = json.loads((out / "ranking.json").read_text(encoding="utf-8"))
    assert [(group["name"], group["set_id"], group["units"]) for group in data["groups"]] == [
        ("phường (thu)", "thu", 2),
        ("phường (thu-2)", "thu-2", 1),
        ("xã", "thu", 1),
    ]


def test_nothing_to_do(tmp_path: Path) -> None:
    with pytest.raises(NothingToDo):
        batch(repository(tmp_path / "root", {}), tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_broken_project_stops_the_run(tmp_path: Path) -> None:
    root = repository(tmp_path / "root", FOUR, project="status: final\n")
    with pytest.raises(Unusable):
        batch(root, tmp_path / "out")


def test_a_folder_without_a_project(tmp_path: Path) -> None:
    root, out = repository(tmp_path / "root", FOUR), tmp_path / "out"
    (root / "parindex.yaml").unlink()
    (root / ".git").mkdir()
    batch(root, out)
    assert ranking(out)["phường"][0] == ("a", 1, "94")


def test_ctrl_c_leaves_what_is_finished_whole_and_the_next_run_goes_on(tmp_path: Path) -> None:
    root, out = repository(tmp_path / "root", FOUR), tmp_path / "out"
    with pytest.raises(KeyboardInterrupt):
        run_batch(root, out, ALONE, Silent(stop_after=2), NAMES)
    assert sorted(content(out)) == ["sheets/a.json", "sheets/b.json"]
    for name in ("a", "b"):
        json.loads((out / "sheets" / f"{name}.json").read_text(encoding="utf-8"))
    watcher = Silent()
    run = run_batch(root, out, ALONE, watcher, NAMES)
    finish(run)
    run.cache.close()
    assert watcher.begun == (4, 2)
    assert [Path(entry.path).stem for entry in watcher.seen] == ["c", "d"]
    batch(root, tmp_path / "whole")
    assert content(out) == content(tmp_path / "whole")


def test_a_fault_of_the_program_in_one_unit_loses_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from parindex.jobs import batch_unit

    real = batch_unit.score_unit

    def fails(unit: object, document: object, path: Path, *rest: object, **more: object) -> object:
        if path.stem == "b":
            raise RuntimeError("lỗi thử")
        return real(unit, document, path, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(batch_unit, "score_unit", fails)
    out = tmp_path / "out"
    finished = batch(repository(tmp_path / "root", FOUR), out)
    assert [(Path(path).name, "lỗi thử" in trace) for path, trace in finished.faults] == [("b.yaml", True)]
    assert ranking(out)["phường"] == [("a", 1, "94"), ("c", 2, "84")]
    assert apart(out) == {"b": "fault"}


def test_outputs_that_somebody_worked_on_are_not_overwritten(tmp_path: Path) -> None:
    root, out = repository(tmp_path / "root", FOUR), tmp_path / "out"
    batch(root, out)
    (out / "ranking.csv").write_bytes(b"ghi chu")
    write(root / "units" / "a.yaml", unit("a", 91))
    with pytest.raises(Unusable) as problem:
        batch(root, out)
    assert [(f.code, Path(f.file).name) for f in problem.value.findings] == [("E141", "ranking.csv")]
    assert (out / "ranking.csv").read_bytes() == b"ghi chu"
    batch(root, out, replace(ALONE, force=True))
    assert (out / "ranking.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_a_sheet_that_cannot_be_written_stops_the_run(tmp_path: Path) -> None:
    root, out = repository(tmp_path / "root", FOUR), tmp_path / "out"
    batch(root, out)
    for jobs in (1, 2):
        (out / "sheets" / "a.json").unlink(missing_ok=True)
        write(out / "sheets" / "a.json", "cua toi")
        write(root / "units" / "b.yaml", unit("b", 80 + jobs))
        with pytest.raises(Unusable) as problem:
            batch(root, out, Options(jobs=jobs))
        assert [(f.code, Path(f.file).name) for f in problem.value.findings] == [("E141", "a.json")]
        assert (out / "sheets" / "a.json").read_bytes() == b"cua toi"


@pytest.mark.parametrize(("code", "told"), [(errno.ENOSPC, "E142"), (errno.EROFS, "E142")])
def test_a_full_disk_is_told_as_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, told: str) -> None:
    root, out = repository(tmp_path / "root", FOUR), tmp_path / "out"

    def full(*_: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr("parindex.reports.ranking.csv.write_csv", full)
    with pytest.raises(Unusable) as problem:
        batch(root, out)
    assert [f.code for f in problem.value.findings] == [told]
    monkeypatch.undo()
    assert batch(root, out).anew


def test_what_a_killed_process_left_half_written_is_taken_away(tmp_path: Path) -> None:
    root, out = repository(tmp_path / "root", FOUR), tmp_path / "out"
    batch(root, out)
    write(out / "sheets" / ".a.json.xyz.tmp", "nua chung")
    batch(root, out)
    assert not (out / "sheets" / ".a.json.xyz.tmp").exists()


def test_sheets_of_units_that_are_gone_are_taken_away(tmp_path: Path) -> None:
    root, out = repository(tmp_path / "root", FOUR), tmp_path / "out"
    batch(root, out)
    write(out / "sheets" / "ghi-chu.json", "{}")
    (root / "units" / "d.yaml").unlink()
    batch(root, out)
    assert sorted(path.name for path in (out / "sheets").iterdir()) == ["a.json", "b.json", "c.json", "ghi-chu.json"]


def test_what_a_run_that_failed_has_begun_to_write_is_not_taken_for_the_run_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, out = repository(tmp_path / "root", FOUR), tmp_path / "out"
    batch(root, out)
    before = content(out)

    def broken_off(*arguments: Any, **more: Any) -> None:
        write_ranking(*arguments, **more)
        raise OSError(errno.ENOSPC, "full")

    with monkeypatch.context() as patched:
        patched.setattr(batch_finish, "write_ranking", broken_off)
        write(root / "units" / "a.yaml", unit("a", 99))
        with pytest.raises(Unusable):
            batch(root, out)
    assert (out / "ranking.csv").read_bytes() != before["ranking.csv"]
    write(root / "units" / "a.yaml", FOUR["a"])
    assert batch(root, out).anew
    assert content(out) == before


def test_kinds_are_one_group_however_they_are_spelt(tmp_path: Path) -> None:
    kinds = {"a": "phường", "b": "Phường", "c": unicodedata.normalize("NFD", "phường")}
    units = {name: unit(name, 90 - at, name=f"UBND {name}", kind=kind) for at, (name, kind) in enumerate(kinds.items())}
    root, out = repository(tmp_path / "root", units), tmp_path / "out"
    batch(root, out)
    assert {group: [row[:2] for row in rows] for group, rows in ranking(out).items()} == {
        "phường": [("a", 1), ("b", 2), ("c", 3)]
    }


def test_sheets_of_two_editions_of_a_set_are_ranked_apart(tmp_path: Path) -> None:
    for name in "ab":
        root = repository(tmp_path / name, {name: unit(name, 90)})
        if name == "b":  # issued anew: the survey weighs more
            file = root / "criteria" / "thu.yaml"
            text = file.read_text(encoding="utf-8").replace("points: 6", "points: 5").replace("points: 4", "points: 5")
            write(file, text)
        batch(root, tmp_path / f"out-{name}")
        (tmp_path / "mail").mkdir(exist_ok=True)
        (tmp_path / f"out-{name}" / "sheets" / f"{name}.json").rename(tmp_path / "mail" / f"{name}.json")
    rank_folder(tmp_path / "mail", tmp_path / "ranked", None, force=False, show=lambda view: None)
    assert ranking(tmp_path / "ranked") == {
        "phường (thu)": [("a", 1, "94")],
        "phường (thu-ban-2)": [("b", 1, "95")],  # 5 × 90 ÷ 100 + 5
    }
    data = json.loads((tmp_path / "ranked" / "ranking.json").read_text(encoding="utf-8"))
    assert [[each["max"] for each in group["criteria"]] for group in data["groups"]] == [["6", "4"], ["5", "5"]]


def test_a_run_without_the_cache_keeps_others_out_too(tmp_path: Path) -> None:
    root, out = repository(tmp_path / "root", FOUR), tmp_path / "out"
    uncached = replace(ALONE, use_cache=False)
    run = run_batch(root, out, uncached, Silent())
    try:
        for options in (ALONE, uncached):
            with pytest.raises(Unusable) as told:
                run_batch(root, out, options, Silent())
            assert [finding.code for finding in told.value.findings] == ["E144"]
    finally:
        run.cache.close()
    assert (batch(root, out, uncached).scored, batch(root, out, uncached).scored) == (4, 4)


def test_a_ranking_says_where_own_scores_are_not_those_of_the_rules(tmp_path: Path) -> None:
    # 1.1 gives 5,4 of 6, claimed 6: 100 of 100 instead of 94
    claimed = unit("a", 90, more="claims: {'1.1': 6}\nexplanations: {'1.1': Có lý do}\n")
    root, out = repository(tmp_path / "root", {"a": claimed, "b": unit("b", 95)}), tmp_path / "out"
    batch(root, out)
    assert ranking(out) == {"phường": [("a", 1, "100"), ("b", 2, "97")]}
    rows = [row for row in (out / "ranking.csv").read_text(encoding="utf-8-sig").splitlines() if "Tổng hợp" in row]
    assert ["theo máy tính 94,00%" in row for row in rows] == [True, False]


def test_what_is_rescaled_is_not_waited_for(tmp_path: Path) -> None:
    root = repository(tmp_path / "root", {"a": unit("a", 90, None)}, survey="rescale")
    batch(root, tmp_path / "out")
    data = json.loads((tmp_path / "out" / "ranking.json").read_text(encoding="utf-8"))
    row = data["groups"][0]["parts"][0]["rows"][0]
    assert (row["rescaled"], row["pending"], row["index"]) == (True, "0", "90")
