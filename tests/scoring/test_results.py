"""What a ranking takes from a sheet."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from parindex.jobs.score import score_file
from parindex.model.policy import Policy
from parindex.model.sheet import Sheet
from parindex.scoring.results import TOTAL, NextClass, PartResult, UnitResult, next_class, result_of
from parindex.values.records import from_json, to_json
from tests.jobs.making import repository, unit, write

D = Decimal


def sheet_of(
    root: Path, on_time: int | None, satisfied: int | None, *, survey: str = "pending", extra: str = ""
) -> Sheet:
    repository(root, {"a": unit("a", on_time, satisfied, more=extra)}, survey=survey)
    sheet = score_file(root / "units" / "a.yaml").sheet
    assert sheet is not None
    return sheet


def parts(result: UnitResult) -> dict[str, PartResult]:
    return {part.code: part for part in result.parts}


def test_an_appraised_part_and_a_survey_part_add_up_to_the_total(tmp_path: Path) -> None:
    # 6 × 62 ÷ 100 = 3,72 and 4 × 55 ÷ 100 = 2,2: together 5,92 of 10.
    total = parts(result_of(sheet_of(tmp_path, 62, 55)))[TOTAL]
    assert (total.appraised, total.survey, total.earned, total.index) == (D("3.72"), D("2.2"), D("5.92"), D("59.2"))


def test_domains_come_after_the_whole_and_add_up_to_it(tmp_path: Path) -> None:
    result = result_of(sheet_of(tmp_path, 62, 55))
    assert [part.code for part in result.parts] == [TOTAL, "1", "2"]
    whole, *domains = result.parts
    assert [(part.earned, part.survey, part.index) for part in domains] == [
        (D("3.72"), 0, 62),
        (D("2.2"), D("2.2"), 55),
    ]
    assert sum(part.earned for part in domains) == whole.earned


def test_classes_and_the_next_one(tmp_path: Path) -> None:
    # Classes from 70 and from 90: 59,2 is 10,8 short of the next, 62 is 8 short, 55 is 15 short.
    found = parts(result_of(sheet_of(tmp_path, 62, 55)))
    assert {code: part.score_class for code, part in found.items()} == dict.fromkeys(("", "1", "2"), "Trung bình")
    shorts = {code: part.next_class.short for code, part in found.items() if part.next_class}
    assert shorts == {"": D("10.8"), "1": 8, "2": 15}


def test_the_top_class_has_none_above(tmp_path: Path) -> None:
    assert all(part.next_class is None for part in result_of(sheet_of(tmp_path, 100, 100)).parts)


GATED = Policy.model_validate(
    {
        "classes": {
            "mac-dinh": [
                {"name": "Tốt", "from": 90, "gates": [{"code": "tac-dong", "least": 80}, {"code": "1.1", "least": 10}]},
                {"name": "Khá", "from": 70},
            ],
            "xã": [{"name": "Đạt", "from": 50}],
        }
    }
)


def test_a_gate_keeps_a_unit_out_of_the_next_class(tmp_path: Path) -> None:
    # 6 × 100 ÷ 100 + 4 × 79 ÷ 100 = 9,16: 91,6 is enough for Tốt, 79 in the second domain is not.
    sheet = sheet_of(tmp_path, 100, 79)
    gated = sheet.but(policy=GATED, score_class="Khá")
    found = parts(result_of(gated))
    assert found[TOTAL].next_class == NextClass("Tốt", D(0), ("tac-dong", "1.1"))
    # Criterion 1.1 is a leaf, which has no totals of its own: such a gate is never passed, as in class_of.
    assert found["2"].next_class == NextClass("Tốt", D(11))
    assert found["2"].score_class == "Khá"


@pytest.mark.parametrize(
    ("index", "own", "kind", "expected"),
    [
        (None, None, None, None),
        ("60", None, None, NextClass("Khá", D(10))),
        ("60", None, "xã", NextClass("Đạt", D(0))),
        ("60", "Đạt", "xã", None),
        ("89.996", "Khá", "phường", NextClass("Tốt", D("0.004"), ("tac-dong", "1.1"))),
    ],
)
def test_next_class(index: str | None, own: str | None, kind: str | None, expected: NextClass | None) -> None:
    assert next_class(D(index) if index else None, own, {}, GATED, kind) == expected


def test_a_unit_that_waits_for_the_survey_is_provisional(tmp_path: Path) -> None:
    total, _, domain = result_of(sheet_of(tmp_path, 62, None)).parts
    assert (total.index, total.provisional, total.rescaled, total.pending) == (62, True, False, 4)
    assert (domain.index, domain.provisional, domain.score_class, domain.next_class) == (None, True, None, None)


def test_a_unit_without_survey_may_be_rescaled(tmp_path: Path) -> None:
    total = result_of(sheet_of(tmp_path, 62, None, survey="rescale")).parts[0]
    assert (total.index, total.provisional, total.rescaled) == (62, False, True)


def test_last_year_and_what_is_known_of_the_unit(tmp_path: Path) -> None:
    extra = "previous: {file: ../2022/a.yaml, index: 61.5, place: 4}\n"
    (tmp_path / "2022").mkdir()
    write(tmp_path / "2022" / "a.yaml", unit("a", 50, 75, year=2022))
    result = result_of(sheet_of(tmp_path, 62, 55, extra=extra))
    assert [(part.previous_index, part.previous_place) for part in result.parts] == [
        (D("61.5"), 4),
        (50, None),
        (75, None),
    ]
    assert (result.id, result.type, result.year, result.synthetic) == ("a", "phường", 2023, True)
    assert (result.set_id, result.set_status, result.decision) == ("thu", "reference", None)
    assert [(leaf.code, leaf.domain, leaf.final, leaf.status) for leaf in result.leaves] == [
        ("1.1", "1", D("3.72"), "scored"),
        ("2.1", "2", D("2.2"), "scored"),
    ]


def test_a_saved_sheet_gives_the_same_result(tmp_path: Path) -> None:
    sheet = sheet_of(tmp_path, 62, 55)
    again = from_json(Sheet, to_json(sheet))
    assert result_of(again) == result_of(sheet)
