"""What changed between two sets: matched leaves, came, went, and every field that counts."""

from __future__ import annotations

from decimal import Decimal

import pytest

from parindex.files.load import load_model
from parindex.model.criteria import CriteriaSet
from parindex.scoring.diff import FIELDS, SetDiff, diff
from tests.checks.criteria.good import GOOD, LIBRARY


def changed(*pairs: tuple[str, str]) -> SetDiff:
    text = GOOD
    for old, new in pairs:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    before, _ = load_model(GOOD.encode(), CriteriaSet, "a")
    after, _ = load_model(text.encode(), CriteriaSet, "b")
    return diff(before, after)


LEAF = GOOD[GOOD.index('      - code: "1.3"') : GOOD.index('      - code: "1.4"')]


def test_the_same_set_has_no_differences() -> None:
    found = changed()
    assert found.empty
    assert found.same == 11


def test_notes_and_cases_are_no_differences() -> None:
    assert changed(("points: 3.76}", "points: 3.75}"), ("name: Giám sát", "name: Giám sát\n        note: Mới")).empty


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("name: Giám sát", "name: Giám sát CCHC", "name"),
        ("points: 4\n            indicator", "points: 5\n            indicator", "points"),
        ("        counts: penalty\n", "", "counts"),
        ("floor: 90", "floor: 85", "rule"),
        ("value: 95}", "value: 98}", "otherwise"),
        ("evidence: [Văn bản]", "evidence: [Văn bản, Ảnh]", "evidence"),
        ("indicator: direction.public-oversight", "indicator: direction.index-held", "indicator"),
        ("rule: {kind: survey}\n        scored_by: survey", "rule: {kind: survey}", "scored_by"),
        ("name: Giám sát", "name: Giám sát\n        appraised_by: Phòng Nội vụ", "appraised_by"),
        ("name: Giám sát", "name: Giám sát\n        not_arising: zero", "not_arising"),
        ("name: Giám sát", "name: Giám sát\n        aspiration: true", "aspiration"),
        ('code: "2.3"', 'code: "2.4"', "code"),
    ],
)
def test_one_field(old: str, new: str, field: str) -> None:
    found = changed((old, new))
    assert [[change.field for change in leaf.changes] for leaf in found.changed] == [[field]]
    assert (found.added, found.dropped) == ((), ())
    assert field in FIELDS


def test_added_and_dropped() -> None:
    gone = changed((LEAF, ""))
    assert [leaf.code for leaf in gone.dropped] == ["1.3"]
    assert [(part.code, part.changes[0].before, part.changes[0].after) for part in gone.domains] == [("1", 7, 5)]
    new = LEAF.replace("1.3", "1.5").replace("Giám sát", "Phản biện").replace("public-oversight", "index-held")
    came = changed((LEAF, LEAF + new))
    assert [leaf.code for leaf in came.added] == ["1.5"]
    assert (came.same, came.changed) == (11, ())


def test_a_leaf_with_another_number_is_not_dropped_and_added() -> None:
    # 1.3 becomes 1.4 and 1.4 becomes 1.3: both are known again by what feeds them or by their names.
    found = changed(('code: "1.3"', 'code: "1.9"'), ('code: "1.4"', 'code: "1.3"'))
    assert [(leaf.before.code, leaf.after.code) for leaf in found.changed] == [("1.3", "1.9"), ("1.4", "1.3")]
    assert (found.added, found.dropped) == ((), ())


def test_domains_and_groups_by_their_sums() -> None:
    found = changed(
        ("points: 4\n            indicator", "points: 5\n            indicator"), ("name: Hồ sơ", "name: Hồ sơ TTHC")
    )
    (domain,), (group,) = found.domains, found.groups
    assert [(change.field, change.before, change.after) for change in domain.changes] == [("points", 9, Decimal(10))]
    assert [change.field for change in group.changes] == ["name", "points"]


def test_a_domain_that_came_and_one_that_went() -> None:
    found = changed(("id: tac-dong", "id: the-che"))
    assert [(part.came, part.went) for part in found.domains] == [(False, True), (True, False)]


def test_heading_policy_and_windows() -> None:
    found = changed(
        ("year: 2023", "year: 2024"),
        ("title: Bộ tiêu chí thử", "title: Bộ tiêu chí mới"),
        ("  bonus_cap: 1\n", "  bonus_cap: 2\n  missing_survey: rescale\n"),
        ("date: {from: 2022-12-01", "date: {from: 2022-11-01"),
        ("name: Khá, from: 60", "name: Khá, from: 65"),
    )
    assert [change.field for change in found.heading] == ["title", "year"]
    assert [change.field for change in found.policy] == ["missing_survey", "bonus_cap", "classes"]
    assert [change.field for change in found.windows] == ["date"]
    assert found.changed == ()
    assert not found.empty


@pytest.mark.parametrize("one", LIBRARY.ids("criteria"))
@pytest.mark.parametrize("other", LIBRARY.ids("criteria"))
def test_of_shipped_sets_every_leaf_is_told_once_and_the_way_back_mirrors(one: str, other: str) -> None:
    before, after = LIBRARY.criteria(one), LIBRARY.criteria(other)
    there, back = diff(before, after), diff(after, before)
    kept = len(there.changed) + there.same
    assert kept + len(there.dropped) == len(list(before.leaves()))
    assert kept + len(there.added) == len(list(after.leaves()))
    assert {leaf.code for leaf in there.added} == {leaf.code for leaf in back.dropped}
    assert {leaf.code for leaf in there.dropped} == {leaf.code for leaf in back.added}
    assert (one == other) == there.empty
