"""Every later change of what was handed in is found, and named."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from parindex.jobs.submit import submit
from parindex.jobs.verify import differences, open_submission, verify_submission
from tests.jobs.handing_in import ON, SET, UNIT, handed_in
from tests.jobs.making import write


def told(manifest: Path) -> list[tuple[str, str]]:
    found = verify_submission(manifest).findings
    return [(finding.code, str(finding.data.get("file", finding.data.get("what", "")))) for finding in found]


def edit(old: str, new: str) -> Callable[[Path], None]:
    def change(path: Path) -> None:
        text = path.read_text(encoding="utf-8")
        assert old in text
        write(path, text.replace(old, new))

    return change


CHANGES: list[tuple[str, str, Callable[[Path], None], list[tuple[str, str]]]] = [
    ("evidence", "units/minh-chung/bc-2.txt", edit("14/12", "13/12"), [("E420", "minh-chung/bc-2.txt")]),
    ("evidence is gone", "units/minh-chung/kh-1.txt", Path.unlink, [("E421", "minh-chung/kh-1.txt")]),
    ("the copy", "units/ho-so-a-2023/so-lieu.txt", edit("90,", "95,"), [("E422", "so-lieu.txt")]),
    ("the copy is gone", "units/ho-so-a-2023/so-lieu.txt", Path.unlink, [("E421", "so-lieu.txt")]),
    ("the sheet", "units/ho-so-a-2023/phieu-diem.json", edit('"13"', '"14"'), [("E422", "phieu-diem.json")]),
    ("the totals", "units/ho-so-a-2023/ho-so.yaml", edit("earned: 13", "earned: 14"), [("E422", "ho-so.yaml")]),
    ("a fact", "units/a.yaml", edit("90,", "95,"), [("E423", "facts/tthc.on-time/values/numerator")]),
    ("a place", "units/a.yaml", edit("trang 1", "trang 2"), [("E423", "facts/tthc.on-time/evidence/0/at")]),
    ("a comment", "units/a.yaml", edit("# 90 trên 100 hồ sơ", "# đã rà soát"), [("W424", "")]),
    ("the unit's file is gone", "units/a.yaml", Path.unlink, [("W426", "../a.yaml")]),
]


@pytest.mark.parametrize(("file", "change", "expected"), [c[1:] for c in CHANGES], ids=[c[0] for c in CHANGES])
def test_each_change_is_named(
    tmp_path: Path, file: str, change: Callable[[Path], None], expected: list[tuple[str, str]]
) -> None:
    manifest = handed_in(tmp_path)
    assert told(manifest) == []
    change(tmp_path / file)
    assert told(manifest) == expected


def test_what_was_added_or_taken_away_is_named_with_both_values(tmp_path: Path) -> None:
    manifest = handed_in(tmp_path)
    more = "  bc-3: {form: link, title: Bài viết, link: https://a.example/3}\nfacts:\n"
    write(tmp_path / "units" / "a.yaml", UNIT.replace("facts:\n", more).replace(", at: trang 1", ""))
    verified = verify_submission(manifest)
    assert not verified.unchanged
    found = {finding.data["what"]: (finding.data["before"], finding.data["after"]) for finding in verified.findings}
    assert set(found) == {"documents/bc-3", "facts/tthc.on-time/evidence/0/at"}
    assert found["facts/tthc.on-time/evidence/0/at"] == ("trang 1", "–")
    assert found["documents/bc-3"][0] == "–"


def test_another_set_is_named_with_the_criteria_that_it_scores_otherwise(tmp_path: Path) -> None:
    manifest = handed_in(tmp_path)
    write(tmp_path / "criteria" / "thu.yaml", SET.replace("floor: 0", "floor: 95"))
    findings = verify_submission(manifest).findings
    assert [finding.code for finding in findings] == ["E425", "E427"]
    assert findings[0].data["file"] == "criteria/thu.yaml"
    assert findings[1].data["codes"] == "1.1"


def test_a_newer_vocabulary_is_told_and_changes_nothing(tmp_path: Path) -> None:
    manifest = handed_in(tmp_path)
    more = "kind: indicators\nformat: 1\nindicators: []\n"
    write(tmp_path / "criteria" / "indicators.yaml", more)
    again = tmp_path / "units" / "ho-so-2" / "ho-so.yaml"
    assert submit(tmp_path / "units" / "a.yaml", on=ON, folder=again.parent).path == again
    write(tmp_path / "criteria" / "indicators.yaml", more + "# một dòng ghi chú\n")
    assert told(again) == [("W428", "criteria/indicators.yaml")]
    assert verify_submission(again).unchanged
    assert told(manifest) == []


def test_a_set_that_is_gone(tmp_path: Path) -> None:
    manifest = handed_in(tmp_path)
    (tmp_path / "criteria" / "thu.yaml").unlink()
    assert told(manifest) == [("E425", "thu")]


def test_a_repository_may_move(tmp_path: Path) -> None:
    handed_in(tmp_path / "cu")
    (tmp_path / "cu").rename(tmp_path / "moi")
    assert told(tmp_path / "moi" / "units" / "ho-so-a-2023" / "ho-so.yaml") == []


def test_what_was_frozen_can_be_read(tmp_path: Path) -> None:
    opened = open_submission(handed_in(tmp_path))
    assert opened.unit is not None
    assert opened.sheet is not None
    assert opened.unit.unit.id == opened.sheet.unit.id == "a"
    assert opened.unit_path == tmp_path / "units" / "a.yaml"


@pytest.mark.parametrize(
    ("before", "after", "routes"),
    [
        ({"a": "1"}, {"a": "1"}, []),
        ({"a": "1"}, {"a": "2"}, [("a",)]),
        ({"a": ["1", {"b": "2"}]}, {"a": ["1", {"b": "3"}]}, [("a", 1, "b")]),
        ({"a": ["1"]}, {"a": ["1", "2"]}, [("a",)]),
        ({"a": "1"}, {"b": "1"}, [("a",), ("b",)]),
        ({"a": {"b": "1"}}, {"a": "1"}, [("a",)]),
        ({"a": True}, {"a": "true"}, [("a",)]),
    ],
)
def test_differences(before: object, after: object, routes: list[tuple[object, ...]]) -> None:
    assert [route for route, _, _ in differences(before, after)] == routes
