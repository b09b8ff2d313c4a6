"""The other formats, and that all are pure functions of the findings."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from msgspec.structs import replace

from parindex.checks.registry import REGISTRY
from parindex.checks.render import plain
from parindex.cli.check import Format
from parindex.reports.findings.data import Told
from parindex.reports.findings.formats import FORMATS
from parindex.reports.findings.github import SHOWN, github
from parindex.reports.findings.gitlab import gitlab
from parindex.reports.findings.json import as_json
from parindex.reports.findings.junit import junit
from parindex.reports.findings.text import text
from tests.reports.findings.making import EMPTY, MIXED, listing, one


def test_every_format_of_the_command_is_made_and_ends_with_a_line_end() -> None:
    assert set(FORMATS) == {each.value for each in Format}
    for make in FORMATS.values():
        assert make(MIXED) == make(MIXED)
        assert make(EMPTY).endswith("\n")


def test_text_has_everything_and_a_summary() -> None:
    lines = text(MIXED).splitlines()
    assert lines[0] == "kho/xã a.yaml:3:10: E204 «98,5» không phải dạng số: viết 98.5."
    assert lines[1].endswith("# «a», b: c")
    assert lines[2].strip() == "^^^^^"
    assert lines[-1] == ("Đã kiểm tra 2 tệp: 3 lỗi, 1 cảnh báo, 1 lưu ý; 1 điều được chấp nhận theo ngoại lệ.")
    assert text(listing(lang="en")) == "Checked 2 files: 0 errors, 0 warnings, 0 notes.\n"


def test_every_format_for_people_and_programs_has_the_code_frame() -> None:
    frame = "      ty-lệ: 98,5%  # «a», b: c\n             ^^^^^"
    for make in (text, junit):
        assert frame in make(MIXED)
    assert frame in json.loads(as_json(MIXED))["findings"][0]["text"]
    assert frame in json.loads(gitlab(MIXED))[0]["content"]["body"]


def notes(file: str, count: int) -> list[Told]:
    return [one("W509", "note", file=file, line=line, id=f"d-{line}") for line in range(1, count + 1)]


def test_notes_that_repeat_themselves_take_a_line_each() -> None:
    error = one("E101", file="z.yaml", line=None)
    lines = text(listing(*notes("a.yaml", 5), error)).splitlines()
    # What has to be mended comes first.
    assert lines[0].startswith("z.yaml: E101 ")
    assert [line.partition(": ")[0] for line in lines[2:7]] == [f"a.yaml:{line}:10" for line in range(1, 6)]
    assert lines[7] == "    Cách sửa: " + plain(REGISTRY["W509"].remedy)
    assert lines[8:] == ["Đã kiểm tra 2 tệp: 1 lỗi, 0 cảnh báo, 5 lưu ý."]


def test_notes_of_many_files_are_counted() -> None:
    lines = text(listing(*notes("a.yaml", 5), *notes("b c.yaml", 8), *notes("d.yaml", 1))).splitlines()
    assert [line.partition(" W509")[0] for line in lines if "W509 Tài" in line] == [
        "a.yaml:1:10:",
        "b c.yaml:1:10:",
        "d.yaml:1:10:",
    ]
    more = [line for line in lines if line.startswith("    … và")]
    assert more == [
        "    … và 4 lưu ý W509 nữa ở tệp này; xem đủ: parindex check a.yaml",
        '    … và 7 lưu ý W509 nữa ở tệp này; xem đủ: parindex check "b c.yaml"',
    ]


def test_few_notes_and_all_that_are_asked_for_are_told_in_full() -> None:
    few = listing(*notes("a.yaml", 3), *notes("b.yaml", 2))
    many = replace(listing(*notes("a.yaml", 5), *notes("b.yaml", 8)), full=True)
    for each in (few, many):
        assert text(each).count("    ^^^^^") == len(each.found)


def test_json() -> None:
    data = json.loads(as_json(MIXED))
    assert data["summary"] == {
        "files": 2, "errors": 3, "warnings": 1, "notes": 1, "accepted": 1, "failed": True
    }  # fmt: skip
    assert data["findings"][0]["route"] == "facts/a.b/3"
    assert data["findings"][3]["line"] is None
    assert data["accepted"][0]["reason"] == "số do cấp trên giữ"
    assert json.loads(as_json(EMPTY))["summary"]["failed"] is False


def test_github_escapes_what_would_end_a_command() -> None:
    first = github(MIXED).splitlines()[0]
    assert first.startswith("::error file=kho/xã a.yaml,line=3,col=10,endColumn=15,title=E204::")
    told = replace(one("E204"), message="50% «a»\r\n::error::b", file="a,b:c.yaml")
    escaped = github(listing(told)).splitlines()[0]
    assert "file=a%2Cb%3Ac.yaml" in escaped
    assert "50%25 «a»%0D%0A::error::b" in escaped
    assert len(github(listing(told)).splitlines()) == 2


def test_github_says_how_many_more_there_are() -> None:
    many = [one("E204", line=number) for number in range(1, 14)] + [one("W502", "warning")]
    lines = github(listing(*many)).splitlines()
    assert sum(line.startswith("::error ") for line in lines) == SHOWN
    assert sum(line.startswith("::warning ") for line in lines) == 1
    assert lines[-1].startswith("::notice title=parindex::")
    assert "Còn 3 điều nữa" in lines[-1]
    # What is not an annotation stands in the log, and is no command.
    assert any(line.startswith("kho/xã a.yaml:13:10: E204") for line in lines)
    notes = [one("W509", "note", line=number) for number in range(1, 12)]
    assert sum(line.startswith("::notice ") for line in github(listing(*notes)).splitlines()) == SHOWN


def test_gitlab_has_unique_fingerprints() -> None:
    issues = json.loads(gitlab(listing(one("E204"), one("E204"), one("W509", "note", line=None))))
    assert len({issue["fingerprint"] for issue in issues}) == 3
    assert [issue["severity"] for issue in issues] == ["major", "major", "info"]
    assert issues[0]["location"] == {"path": "kho/xã a.yaml", "lines": {"begin": 3}}
    assert issues[2]["location"]["lines"] == {"begin": 1}
    assert json.loads(gitlab(EMPTY)) == []


def test_junit_counts_what_fails() -> None:
    root = ElementTree.fromstring(junit(MIXED))
    suites = {suite.get("name"): suite for suite in root}
    assert (root.get("tests"), root.get("failures")) == ("4", "3")
    assert suites["kho/sạch.yaml"].get("failures") == "0"
    assert suites["kho/sạch.yaml"].find("testcase").find("failure") is None  # type: ignore[union-attr]
    dirty = suites["kho/xã a.yaml"]
    assert [each.get("type") for each in dirty.iter("failure")] == ["E204", "E101"]
    assert "[cảnh báo]" in (dirty.findtext("system-out") or "")
    strict = ElementTree.fromstring(junit(replace(MIXED, strict=True)))
    assert strict.get("failures") == "4"
    # A control character of a file is no XML.
    assert "\x0b" not in junit(MIXED)


def test_junit_for_a_common_reader(tmp_path: Path) -> None:
    junitparser = pytest.importorskip("junitparser", reason="junitparser is not installed")
    path = tmp_path / "a.xml"
    path.write_text(junit(MIXED), encoding="utf-8")
    read = junitparser.JUnitXml.fromfile(str(path))
    assert (read.tests, read.failures, read.errors) == (4, 3, 0)
    cases = [case for suite in read for case in suite]
    assert len(cases) == 4
    assert sum(bool(case.result) for case in cases) == 3
