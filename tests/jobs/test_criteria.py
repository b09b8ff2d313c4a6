"""Sets by id or file; overlays and broken files among them."""

from __future__ import annotations

from pathlib import Path

import pytest

from parindex.files.unusable import Unusable
from parindex.jobs.criteria import check_sets, close_code, known_sets, open_set
from tests.checks.criteria.good import GOOD

OVERLAY = """\
kind: criteria
format: 1
id: thu-2024
title: Bộ thử 2024
extends: thu
level: commune
year: 2023
drop: ["1.4"]
change:
  2.1.1:
    rule: {kind: proportional, base: hundred, floor: 100}
add:
  - under: chi-dao-dieu-hanh
    criteria:
      - code: "1.5"
        name: Mới
        points: 1
        indicator: direction.index-held
        rule: {kind: meets}
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "parindex.yaml").write_text("kind: project\n")
    (tmp_path / "criteria").mkdir()
    (tmp_path / "criteria" / "thu.yaml").write_text(GOOD, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_by_id_and_by_file(project: Path) -> None:
    by_id, by_file = open_set("thu"), open_set("criteria/thu.yaml")
    assert by_id.criteria == by_file.criteria
    assert by_file.document.name == "criteria/thu.yaml"


def test_an_unknown_id_has_a_close_match(project: Path) -> None:
    with pytest.raises(Unusable) as problem:
        open_set("thuu")
    assert [(finding.code, finding.data["close"]) for finding in problem.value.findings] == [("E301", "thu")]


def test_all_known_sets_pass_over_broken_ones(project: Path) -> None:
    (project / "criteria" / "hong.yaml").write_text(
        GOOD.replace("id: thu\n", "id: hong\n").replace("scale: 20", "scale: 2a")
    )
    sets, findings = known_sets()
    assert "thu" in [each.id for each in sets]
    assert [finding.code for finding in findings] == ["E203"]


def test_a_project_that_takes_a_shipped_id_is_told(project: Path) -> None:
    (project / "criteria" / "xa.yaml").write_text(GOOD.replace("id: thu\n", "id: cap-xa-2023\n"))
    _, findings = known_sets()
    assert {finding.code for finding in findings} == {"E308"}


def test_check_goes_on_past_broken_files(project: Path) -> None:
    (project / "hong.yaml").write_text("kind: criteria\nformat: 1\n")
    checked = check_sets(["hong.yaml", "thu"])
    assert [each.check is not None for each in checked.sets] == [False, True]
    assert {finding.code for finding in checked.findings} == {"E201"}
    assert not checked.lost


@pytest.mark.parametrize("name", ["khong-co", "khong-co.yaml", "criteria"])
def test_what_is_not_there_is_lost(project: Path, name: str) -> None:
    checked = check_sets([name, "thu"])
    assert checked.lost is (name != "thu")
    assert checked.sets[1].check is not None


def test_without_names_all_are_checked(project: Path) -> None:
    names = [each.name for each in check_sets().sets]
    assert "thu" in names
    assert "cap-xa-2023" in names


def test_findings_of_an_overlay_stand_in_the_file_that_says_it(project: Path) -> None:
    (project / "criteria" / "thu-2024.yaml").write_text(OVERLAY, encoding="utf-8")
    checked = check_sets(["criteria/thu-2024.yaml"])
    found = [(f.code, f.file, f.place.line if f.place else 0) for f in checked.findings]
    assert (
        found
        == [
            ("W723", "criteria/thu-2024.yaml", 11),  # the floor of 100% in change
            ("W724", "criteria/thu-2024.yaml", 15),  # the added leaf names no evidence
            ("W728", "criteria/thu.yaml", GOOD[: GOOD.index("points: 3.76")].count("\n") + 1),  # the base's case
        ]
    )


def test_a_finding_of_a_shared_base_is_told_once(project: Path) -> None:
    (project / "criteria" / "thu.yaml").write_text(GOOD.replace("scale: 20", "scale: 30"), encoding="utf-8")
    checked = check_sets(["thu", "thu", "criteria/thu.yaml"])
    assert len(checked.sets) == 2
    assert [finding.code for finding in checked.findings] == ["W704"]


def test_close_codes(project: Path) -> None:
    criteria = open_set("thu").criteria
    assert close_code("2.1.3", criteria) in {"2.1.1", "2.1.2"}
    assert close_code("XYZ", criteria) is None
