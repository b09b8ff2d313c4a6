"""Two sheets beside each other, worked out by hand."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from parindex.jobs.score import score_file
from parindex.model.sheet import Sheet
from parindex.scoring.compare import Comparison, Difference, compare
from tests.jobs.making import SET, repository, unit, write

D = Decimal


def sheets(root: Path, **units: str) -> dict[str, Sheet]:
    repository(root, units)
    found = {}
    for name in units:
        sheet = score_file(root / "units" / f"{name}.yaml").sheet
        assert sheet is not None
        found[name] = sheet
    return found


def by_code(found: Comparison) -> dict[str, Difference]:
    return {(each.b or each.a).codes[0]: each for each in found.differences if each.b or each.a}  # type: ignore[union-attr]


def test_two_units_of_one_set(tmp_path: Path) -> None:
    # a: 5,4 + 3,2 = 8,6 of 10; b: 4,8 + 4 = 8,8.
    both = sheets(tmp_path, a=unit("a", 90, 80), b=unit("b", 80, 100))
    found = compare(both["a"], both["b"])
    assert (found.match, found.a.index, found.b.index, found.change) == ("code", 86, 88, 2)
    rows = by_code(found)
    assert [(code, each.points, each.share) for code, each in rows.items()] == [
        ("1.1", D("-0.6"), -10),
        ("2.1", D("0.8"), 20),
    ]
    assert [(each.name, each.a, each.b, each.change) for each in found.domains] == [
        ("Cải cách thủ tục hành chính", 90, 80, -10),
        ("Tác động", 80, 100, 20),
    ]


def test_a_sheet_against_itself(tmp_path: Path) -> None:
    both = sheets(tmp_path, a=unit("a", 90, 80))
    found = compare(both["a"], both["a"])
    assert found.change == 0
    assert not any(each.changed for each in found.differences)


def test_the_same_points_from_other_figures_are_a_change(tmp_path: Path) -> None:
    both = sheets(tmp_path, a=unit("a", 90), b=unit("b", 90).replace("90, denominator: 100", "180, denominator: 200"))
    rows = by_code(compare(both["a"], both["b"]))
    assert (rows["1.1"].points, rows["1.1"].changed, rows["2.1"].changed) == (0, True, False)


def test_a_score_that_does_not_exist_yet_is_no_zero(tmp_path: Path) -> None:
    both = sheets(tmp_path, a=unit("a", 90, None), b=unit("b", 90, 50))
    row = by_code(compare(both["a"], both["b"]))["2.1"]
    assert row.a is not None and row.b is not None
    assert (row.a.points, row.a.status, row.b.points) == (None, "pending", 2)
    assert (row.points, row.share, row.changed) == (None, None, True)


OTHER = (
    SET.format(ties="shared", survey="pending")
    .replace("id: thu\n", "id: thu-2\n", 1)
    .replace("points: 6", "points: 3")
    .replace('code: "1.1"', 'code: "5.3"')
    .replace("scale: 10", "scale: 9")
)
EXTRA = """\
      - code: "2.2"
        name: Sáng kiến
        points: 2
        scored_by: council
        rule: {kind: appraised}
"""
SECOND = """\
      - code: "5.4"
        name: Hồ sơ đúng hạn, tính thêm
        points: 1
        indicator: tthc.on-time
        rule: {kind: meets}
        otherwise: {comparator: ">=", value: 95}
"""


def across(root: Path, other: str) -> Comparison:
    repository(root, {"a": unit("a", 90, 80), "b": unit("b", 80, 90).replace("criteria: thu\n", "criteria: thu-2\n")})
    write(root / "criteria" / "thu-2.yaml", other)
    first, second = (score_file(root / "units" / f"{name}.yaml").sheet for name in "ab")
    assert first is not None and second is not None
    return compare(first, second)


def test_two_sets_are_compared_by_indicator_and_by_share(tmp_path: Path) -> None:
    found = across(tmp_path, OTHER + EXTRA)
    assert found.match == "indicator"
    rows = {each.indicator: each for each in found.differences}
    on_time = rows["tthc.on-time"]
    assert on_time.a is not None and on_time.b is not None
    assert (on_time.a.codes, on_time.b.codes) == (("1.1",), ("5.3",))
    # 5,4 of 6 is 90%, 2,4 of 3 is 80%: points of different maxima are not taken from each other.
    assert (on_time.points, on_time.share) == (None, -10)
    survey = rows["impact.sat-service"]
    assert (survey.points, survey.share) == (D("0.4"), 10)
    assert rows[None].a is None
    assert rows[None].b is not None and rows[None].b.codes == ("2.2",)


def test_several_criteria_of_one_indicator_are_taken_together(tmp_path: Path) -> None:
    head, tail = OTHER.split("  - id: tac-dong")
    found = across(tmp_path, f"{head}{SECOND}  - id: tac-dong{tail}")
    row = next(each for each in found.differences if each.indicator == "tthc.on-time")
    # 80 of 100 dossiers: 2,4 of 3 and none of 1: 2,4 of 4 is 60%; in the first set 90%.
    assert row.b is not None
    assert (row.b.codes, row.b.max, row.b.points, row.share) == (("5.3", "5.4"), 4, D("2.4"), -30)
    assert len(row.b.facts) == 1


def test_what_only_the_first_has_comes_last(tmp_path: Path) -> None:
    found = across(tmp_path, OTHER.split("  - id: tac-dong")[0])
    assert [(each.indicator, each.b is None) for each in found.differences] == [
        ("tthc.on-time", False),
        ("impact.sat-service", True),
    ]
    assert [(each.name, each.b) for each in found.domains][-1] == ("Tác động", None)
