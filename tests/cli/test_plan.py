"""``parindex plan`` as typed."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar
from rich.cells import cell_len

from parindex.cli import days
from parindex.model.plan import Plan
from tests.cli.conftest import UNIT, Result

Run = Callable[..., Result]

TASKS = """\
tasks:
  phu-son-2023:
    pl-07-2: {done: 2023-12-24, evidence: [{doc: kh-05}]}
    pl-03-1: {done: 2024-01-03, evidence: [{doc: kh-05}]}
"""


@pytest.fixture
def working(unit: Path) -> Path:
    """The unit of the worked example with two tasks done."""
    unit.write_text(UNIT + TASKS, encoding="utf-8")
    return unit


def squeezed(text: str) -> str:
    return " ".join(text.split())


def test_the_list(parindex: Run) -> None:
    result = parindex("plan", "list")
    assert (result.code, result.err) == (0, "")
    assert "phu-son-2023" in result.out
    rows = json.loads(parindex("plan", "list", "--json").out)["plans"]
    assert [row["id"] for row in rows] == sorted(row["id"] for row in rows)
    assert {"hai-duong-2023", "hung-yen-2023", "chi-linh-2023", "chi-linh-tthc-2023"} <= {row["id"] for row in rows}


def test_show_gives_the_whole_plan_under_the_keys_of_the_files(parindex: Run) -> None:
    result = parindex("plan", "show", "phu-son-2023", "--json")
    data = json.loads(result.out)
    assert Plan.model_validate(data).id == "phu-son-2023"
    assert data["targets"][7]["value"] == "98"
    assert "from" in data["tasks"][0]["parts"][0]["deadline"]["due"][0]
    assert "Chế độ báo cáo (6)" in parindex("plan", "show", "phu-son-2023").out


def test_targets_side_by_side(parindex: Run) -> None:
    words = squeezed(parindex("plan", "targets", "tthc.on-time").out)
    assert "chi-linh-2023 100% (cấp huyện và xã) II.3.1" in words
    assert "hung-yen-2023 trên 95% (cấp huyện và xã) II.2.a" in words
    assert "phu-son-2023 từ 98% trở lên" in words
    assert "Không đặt chỉ tiêu này: chi-linh-tthc-2023, hai-duong-2023" in words


def test_targets_of_a_unit(parindex: Run, unit: Path) -> None:
    result = parindex("plan", "targets", "tthc.on-time", "--unit", unit)
    words = squeezed(result.out)
    assert result.code == 0
    assert "đang áp dụng II.2.2" in words
    assert "hung-yen-2023 trên 95% tham khảo, thấp hơn II.2.a" in words
    assert "chi-linh-2023 100% tham khảo, cao hơn II.3.1" in words
    rows = json.loads(parindex("plan", "targets", "tthc.on-time", "--unit", unit, "--json").out)["targets"]
    assert {row["plan"]: row["against"] for row in rows} == {
        "phu-son-2023": None,
        "hung-yen-2023": "weaker",
        "chi-linh-2023": "stricter",
    }


def test_tasks_by_lead_in_any_spelling_and_by_domain(parindex: Run) -> None:
    for lead in ("Công chức Tư pháp - hộ tịch", "công chức tư pháp hộ tịch", "tư pháp"):
        rows = json.loads(parindex("plan", "tasks", "--plan", "phu-son-2023", "--lead", lead, "--json").out)["tasks"]
        assert [row["id"] for row in rows] == ["pl-01-1", "pl-01-2", "pl-01-3", "iv-2-2"]
    both = parindex("plan", "tasks", "--plan", "phu-son-2023", "--lead", "tư pháp", "--domain", "tthc")
    assert (both.code, both.out, both.err) == (0, "", "Không có nhiệm vụ nào như vậy.\n")


def test_tasks_of_an_office_that_one_plan_names_in_two_ways(parindex: Run) -> None:
    for lead in ("Phòng Tư pháp", "Phòng Tư pháp thành phố"):
        rows = json.loads(parindex("plan", "tasks", "--plan", "hung-yen-2023", "--lead", lead, "--json").out)["tasks"]
        ids = [row["id"] for row in rows]
        # Six rows of annex I, and the seven duties of IV.5 that are no reports.
        assert len([id_ for id_ in ids if id_.startswith("pl-i-")]) == 6
        assert len([id_ for id_ in ids if id_.startswith("iv-5-")]) == len(ids) - 6 == 7


def test_tasks_of_a_unit(parindex: Run, unit: Path) -> None:
    result = parindex("plan", "tasks", "--unit", unit)
    assert "phu-son-2023: chủ trì 66 nhiệm vụ" in result.out


def test_due_on_a_day_in_both_forms(parindex: Run, working: Path) -> None:
    for on in ("2023-12-10", "10/12/2023"):
        result = parindex("plan", "due", "--unit", working, "--on", on, "--within", "14d", "--json")
        found = json.loads(result.out)
        assert found["until"] == "2023-12-24"
        coming = [(item["id"], item["due"], item["days"]) for item in found["items"] if item["when"] == "coming"]
        # "trước 15/12" and "trước 25/12" end the day before; PL.07.2 is done on 24/12 only.
        assert coming == [("iv-1.3", "2023-12-14", 4), ("pl-07-2", "2023-12-24", 14)]


def test_without_a_day_the_clock_is_read_here(parindex: Run, working: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(days, "today", lambda: date(2023, 12, 14))
    found = json.loads(parindex("plan", "due", "--unit", working, "--json").out)
    assert (found["on"], found["until"]) == ("2023-12-14", "2024-01-13")
    assert json.loads(parindex("plan", "progress", working, "--json").out)["on"] == "2023-12-14"


def test_the_calendar_file(parindex: Run, working: Path, tmp_path: Path) -> None:
    target = tmp_path / "lich.ics"
    arguments = ("plan", "due", "--unit", working, "--on", "2023-12-10", "--within", "2w", "--ics", target)
    first = parindex(*arguments)
    assert first.code == 0
    assert "Đã ghi lịch" in first.err
    content = target.read_bytes()
    events = {str(event["uid"]): event["dtstart"].dt for event in Calendar.from_ical(content).walk("VEVENT")}
    assert events["phu-son.phu-son-2023.task.pl-07-2.1@parindex"] == date(2023, 12, 24)
    refused = parindex(*arguments)
    assert refused.code == 2
    assert "E141" in refused.err
    assert parindex(*arguments, "--force").code == 0
    assert target.read_bytes() == content


def test_the_calendar_on_standard_output_stands_alone(working: Path) -> None:
    arguments = ("plan", "due", "--unit", working, "--on", "2023-12-10", "--ics", "-", "--json")
    done = subprocess.run([sys.executable, "-m", "parindex", *map(str, arguments)], capture_output=True, check=True)
    assert done.stdout.startswith(b"BEGIN:VCALENDAR\r\n")
    assert done.stdout.endswith(b"END:VCALENDAR\r\n")
    assert done.stderr == b""


def test_progress(parindex: Run, working: Path) -> None:
    """Of 49 duties two are done; overdue and without evidence are all others that have a day or are ongoing."""
    result = parindex("plan", "progress", working, "--on", "2024-01-10")
    assert result.code == 0
    # 31 have a day, a quarter or are ongoing (see the plan by hand in tests/scoring); one of 13 dated is on time.
    assert "Mức độ hoàn thành: 2 ÷ 31 × 100% = 6,45%; không tính 18 chưa xác định" in squeezed(result.out)
    assert "Hoàn thành đúng hạn: 1 ÷ 13 × 100% = 7,69%" in squeezed(result.out)
    found = json.loads(parindex("plan", "progress", working, "--on", "2024-01-10", "--json").out)
    assert found["total"]["finished"]["done"] == 2
    assert found["total"]["finished"]["of"] == 31
    assert found["total"]["finished"]["percent"].startswith("6.4516")
    assert {"by_annex", "by_domain", "by_lead", "tasks"} <= set(found)


@pytest.mark.parametrize(
    ("arguments", "near"),
    [
        (("targets", "tthc.on-tme"), "tthc.on-time"),
        (("show", "phu-sn-2023"), "phu-son-2023"),
        (("tasks", "--plan", "phu-sn-2023"), "phu-son-2023"),
        (("tasks", "--lead", "Công chức Tư phát hộ tịch"), "Công chức Tư pháp hộ tịch"),
        (("tasks", "--domain", "the-che-"), "the-che"),
        (("due", "--plan", "hung-yen-2032"), "hung-yen-2023"),
        (("lst",), "list"),
    ],
)
def test_unknown_names_are_told_with_a_close_match(parindex: Run, arguments: tuple[str, ...], near: str) -> None:
    result = parindex("plan", *arguments)
    assert (result.code, result.out) == (2, "")
    assert near in result.err
    assert "Có phải là" in result.err


@pytest.mark.parametrize(
    "arguments",
    [
        ("due", "--on", "2023-02-30"),
        ("due", "--on", "31/13/2023"),
        ("due", "--on", "hôm qua"),
        ("due", "--within", "-3d"),
        ("due", "--within", "3 tháng"),
        ("progress", "không-có.yaml"),
        ("show",),
    ],
)
def test_what_cannot_be_used(parindex: Run, arguments: tuple[str, ...]) -> None:
    result = parindex("plan", *arguments)
    assert (result.code, result.out) == (2, "")
    assert result.err


def test_a_unit_without_plans_has_nothing_to_show(parindex: Run, unit: Path) -> None:
    unit.write_text(UNIT.replace("plans: [phu-son-2023]\n", ""), encoding="utf-8")
    result = parindex("plan", "progress", unit)
    assert result.code == 2
    assert "chưa khai kế hoạch" in result.err


def test_an_unknown_plan_of_the_unit_is_an_error_in_its_file(parindex: Run, unit: Path) -> None:
    unit.write_text(UNIT.replace("plans: [phu-son-2023]", "plans: [phu-son-2024]"), encoding="utf-8")
    for arguments in (("progress", unit), ("tasks", "--unit", unit), ("due", "--unit", unit)):
        result = parindex("plan", *arguments)
        assert (result.code, result.out) == (1, "")
        assert "unit.yaml:6:9: E302" in result.err


def test_findings_that_are_not_of_the_plans_are_left_to_score(parindex: Run, unit: Path) -> None:
    unit.write_text(UNIT + "notes: {9.9.9: lạ}\n", encoding="utf-8")
    assert "E304" in parindex("score", unit).err
    assert parindex("plan", "tasks", "--unit", unit).err == ""


def test_english(parindex: Run, working: Path) -> None:
    assert "Completed: 2 ÷ 31" in parindex("plan", "progress", working, "--on", "2024-01-10", "--lang", "en").out
    assert "at least 98%" in parindex("plan", "targets", "tthc.on-time", "--lang", "en").out
    assert "No indicator" in parindex("plan", "targets", "x.y", "--lang", "en").err


def test_all_tables_fit_80_columns(parindex: Run, working: Path) -> None:
    for arguments in (
        ("list",),
        ("show", "hung-yen-2023"),
        ("targets",),
        ("targets", "--unit", working),
        ("tasks",),
        ("due", "--on", "2023-12-10"),
        ("due", "--on", "2023-12-10", "--unit", working),
        ("progress", working, "--on", "2023-12-10"),
    ):
        result = parindex("plan", *arguments)
        assert result.code == 0
        assert max(cell_len(line) for line in result.out.splitlines()) <= 80


def test_a_broken_plan_of_the_unit_is_told_by_every_command(
    parindex: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert parindex("new", "project", tmp_path / "p").code == 0
    monkeypatch.chdir(tmp_path / "p")
    assert parindex("new", "plan", "xa-b", "--year", "2023", "--issuer", "UBND xã B").code == 0
    file = Path("plans/xa-b.yaml")
    file.write_text(file.read_text(encoding="utf-8").replace("title:", "titel:"), encoding="utf-8")
    (unit,) = Path("units").glob("*.yaml")
    text = unit.read_text(encoding="utf-8")
    assert "\nplans:" in text
    lines = ["plans: [xa-b]" if line.startswith("plans:") else line for line in text.splitlines()]
    unit.write_text("\n".join(lines) + "\n", encoding="utf-8")
    for typed in (("targets", "--unit"), ("tasks", "--unit"), ("due", "--on", "2023-06-01", "--unit"), ("progress",)):
        result = parindex("plan", *typed, unit)
        assert result.code != 0 and "E202" in result.err and "xa-b.yaml" in result.err, (typed, result.err)
