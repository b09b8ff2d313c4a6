"""The jobs behind ``parindex plan``: whose plans are looked at, and names looked up."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from parindex.files.unusable import Unusable
from parindex.jobs.plan import Asked, UnknownName, asked, looked_at, state_of, targets, tasks
from tests.cli.conftest import UNIT

OWN = """\
kind: plan
format: 1
id: {id}
title: Kế hoạch của xã
issuer: UBND xã A
level: commune
year: 2023
source: a.txt
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with a plan of its own and one that is broken."""
    (tmp_path / "parindex.yaml").write_text("kind: project\n", encoding="utf-8")
    plans = tmp_path / "plans"
    plans.mkdir()
    (plans / "a.yaml").write_text(OWN.format(id="a-2023"), encoding="utf-8")
    (plans / "b.yaml").write_text(OWN.format(id="b-2023") + "targts: []\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def unit(folder: Path) -> Path:
    """The unit of the worked example inside the project."""
    path = folder / "unit.yaml"
    path.write_text(UNIT, encoding="utf-8")
    return path


def test_a_broken_plan_is_told_and_the_others_are_shown(folder: Path) -> None:
    given = asked(None)
    ids = [plan.id for plan in given.plans]
    assert "a-2023" in ids
    assert "phu-son-2023" in ids
    assert "b-2023" not in ids
    assert [finding.file.endswith("b.yaml") for finding in given.findings] == [True]


def test_a_broken_plan_asked_for_by_name_cannot_be_used(folder: Path) -> None:
    assert [plan.id for plan in asked(None, ["a-2023"]).plans] == ["a-2023"]
    with pytest.raises(Unusable):
        asked(None, ["b-2023"])


def test_the_plans_of_a_unit_are_those_that_it_names(unit: Path) -> None:
    given = asked(unit)
    assert [plan.id for plan in given.plans] == ["phu-son-2023"]
    assert asked(unit, ["a-2023"]).plans == ()
    others = looked_at(given)
    assert others[0] == "phu-son-2023"
    assert "a-2023" in others
    assert "b-2023" not in others


def test_a_missing_set_matters_only_where_its_policy_does(unit: Path) -> None:
    unit.write_text(UNIT.replace("criteria: cap-xa-2023", "criteria: khong-co"), encoding="utf-8")
    assert asked(unit, about=("tasks",)).complete
    given = asked(unit, about=("criteria",))
    assert not given.complete
    assert [finding.code for finding in given.findings] == ["E301"]


@pytest.mark.parametrize(
    ("lead", "near"),
    [
        ("Công chức Tư phát", "Công chức Tư pháp hộ tịch"),
        ("@@", None),
    ],
)
def test_an_unknown_lead(folder: Path, lead: str, near: str | None) -> None:
    with pytest.raises(UnknownName) as caught:
        tasks(asked(None, ["phu-son-2023"]), lead, None)
    assert (caught.value.kind, caught.value.name, caught.value.near) == ("lead", lead, near)


def test_words_of_a_lead_mean_all_that_hold_them(folder: Path) -> None:
    found = tasks(asked(None, ["phu-son-2023"]), "văn phòng", None)
    assert len(found) == 17  # 16 duties and one printed twice (IV.2.1 with PL.07.2)
    assert tasks(asked(None, ["phu-son-2023"]), "văn", None) != found
    with pytest.raises(UnknownName):
        tasks(asked(None, ["phu-son-2023"]), "văn phòn", None)


def test_unknown_indicators_and_domains(folder: Path) -> None:
    given = asked(None, ["phu-son-2023"])
    with pytest.raises(UnknownName) as caught:
        targets(given, "tthc.ontime")
    assert caught.value.near == "tthc.on-time"
    with pytest.raises(UnknownName) as caught:
        tasks(given, None, "thu-tuc")
    assert caught.value.kind == "domain"


def test_progress_is_of_a_unit(folder: Path) -> None:
    given: Asked = asked(None, ["phu-son-2023"])
    with pytest.raises(ValueError, match="unit"):
        state_of(given, date(2023, 1, 1))
