"""``parindex criteria`` as typed."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.checks.criteria.good import GOOD
from tests.cli.conftest import Result

Run = Callable[..., Result]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "thu.yaml"
    path.write_text(GOOD, encoding="utf-8")
    return path


def test_list(parindex: Run) -> None:
    result = parindex("criteria", "list")
    assert (result.code, result.err) == (0, "")
    assert "cap-xa-2023" in result.out
    found = json.loads(parindex("criteria", "list", "--json").out)
    assert "cap-xa-2023" in [each["id"] for each in found["sets"]]


def test_show_in_80_columns(parindex: Run) -> None:
    result = parindex("criteria", "show", "cap-xa-2023")
    assert result.code == 0
    assert max(map(len, result.out.splitlines())) <= 80
    words = " ".join(result.out.split())
    assert "Đạt chỉ tiêu: 4 điểm. Chưa đạt nhưng từ 90% trở lên: 4 × tỷ lệ ÷ 100%. Dưới 90%: 0 điểm." in words
    assert "ngưỡng tham chiếu: từ 95% trở lên" in words
    assert "không phải bộ tiêu chí chính thức" in words


def test_show_one_part(parindex: Run, file: Path) -> None:
    result = parindex("criteria", "show", file, "--code", "2.1")
    assert result.code == 0
    assert "2.1.2" in result.out
    assert "Ban hành kế hoạch" not in result.out


def test_show_an_unknown_code_or_set(parindex: Run, file: Path) -> None:
    result = parindex("criteria", "show", file, "--code", "2.1.9")
    assert (result.code, result.out) == (2, "")
    assert "Có phải là 2.1." in result.err
    result = parindex("criteria", "show", "cap-xa-2032")
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("E301 ")
    assert "Có phải là «cap-xa-2023»?" in result.err


def test_show_json_reads_back(parindex: Run, file: Path) -> None:
    found = json.loads(parindex("criteria", "show", file, "--json").out)
    assert found["domains"][1]["criteria"][0]["criteria"][0]["how"][0] == "Đạt chỉ tiêu: 4 điểm."


def test_show_docx_is_written_once(parindex: Run, file: Path, tmp_path: Path) -> None:
    target = tmp_path / "bo.docx"
    result = parindex("criteria", "show", file, "--docx", "-o", target)
    assert (result.code, result.err) == (0, "")
    assert target.read_bytes().startswith(b"PK")
    again = parindex("criteria", "show", file, "--docx", "-o", target)
    assert again.code == 2
    assert "E141" in again.err
    assert parindex("criteria", "show", file, "--docx", "-o", target, "--force").code == 0
    assert parindex("criteria", "show", file, "-o", target).code == 2


def test_check_says_that_a_set_is_sound(parindex: Run, file: Path) -> None:
    result = parindex("criteria", "check", file)
    assert (result.code, result.err) == (0, "")
    assert result.out == "thu: 11 tiêu chí, 3 ví dụ tính tay; không có lỗi\n"


def test_check_shows_the_line_and_a_caret(parindex: Run, file: Path) -> None:
    file.write_text(GOOD.replace("points: 3.76}", "points: 3.75}"), encoding="utf-8")
    line = GOOD[: GOOD.index("points: 3.76")].count("\n") + 1
    result = parindex("criteria", "check", file)
    assert result.code == 1
    assert f"thu.yaml:{line}:68: W728 Tiêu chí 2.1.1, ví dụ 1: tính tay 3,75, quy tắc cho 3,76." in result.out
    assert "^^^^" in result.out
    assert "1 lỗi, 0 cảnh báo" in result.out


def test_check_strict_counts_warnings(parindex: Run, file: Path) -> None:
    file.write_text(GOOD.replace("scale: 20", "scale: 20.45"), encoding="utf-8")
    assert parindex("criteria", "check", file).code == 0
    assert parindex("criteria", "check", file, "--strict").code == 1


def test_check_verbose_tells_what_can_be_attained(parindex: Run, file: Path) -> None:
    out = parindex("criteria", "check", file, "--verbose").out
    assert "Cao nhất" in out
    assert max(map(len, out.splitlines())) <= 80


def test_check_json(parindex: Run, file: Path) -> None:
    file.write_text(GOOD.replace("scale: 20", "scale: 21"), encoding="utf-8")
    (found,) = json.loads(parindex("criteria", "check", file, "--json").out)["sets"]
    (finding,) = found["findings"]
    assert (finding["code"], finding["severity"], finding["line"]) == ("W704", "warning", 7)
    leaves = {leaf["code"]: leaf for leaf in found["leaves"]}
    assert leaves["2.1.1"] == {"code": "2.1.1", "best": "4", "worst": "0", "tried": leaves["2.1.1"]["tried"]}


def test_check_of_what_is_broken_or_not_there(parindex: Run, file: Path, tmp_path: Path) -> None:
    broken = tmp_path / "hong.yaml"
    broken.write_text("kind: criteria\nformat: 1\n", encoding="utf-8")
    result = parindex("criteria", "check", broken, file)
    assert result.code == 1
    assert "thu: 11 tiêu chí" in result.out
    assert parindex("criteria", "check", tmp_path / "khong.yaml", file).code == 2


def test_all_shipped_sets_are_sound(parindex: Run) -> None:
    result = parindex("criteria", "check", "--strict")
    assert result.code == 0, result.out


def test_diff(parindex: Run, file: Path, tmp_path: Path) -> None:
    new = tmp_path / "moi.yaml"
    new.write_text(GOOD.replace("floor: 90", "floor: 85"), encoding="utf-8")
    result = parindex("criteria", "diff", file, new)
    assert (result.code, result.err) == (0, "")
    assert "+ Đạt chỉ tiêu: 4 điểm. Chưa đạt nhưng từ 85% trở lên" in result.out
    assert "thay đổi 1, giữ nguyên 10" in result.out
    assert parindex("criteria", "diff", file, new, "--format", "markdown").out.startswith("# thu (2023)")
    found = json.loads(parindex("criteria", "diff", file, new, "--json").out)
    assert found == json.loads(parindex("criteria", "diff", file, new, "--format", "json").out)
    assert [leaf["after"]["code"] for leaf in found["changed"]] == ["2.1.1"]
    assert parindex("criteria", "diff", file, "khong-co").code == 2


def test_english(parindex: Run, file: Path) -> None:
    assert parindex("criteria", "check", file, "--lang", "en").out == "thu: 11 leaves, 3 cases; sound\n"
    words = " ".join(parindex("criteria", "show", file, "--lang", "en").out.split())
    assert "Target met: 4 points." in words
