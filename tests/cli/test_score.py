"""``parindex score`` as typed."""

from __future__ import annotations

import json
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from parindex.model.sheet import Sheet
from parindex.values.records import from_json
from tests.cli.conftest import UNIT, Result
from tests.jobs.handing_in import ready

Run = Callable[..., Result]


def test_the_worked_example(parindex: Run, unit: Path) -> None:
    # 1164 ÷ 1200 = 97%; under 98%, over 90%: 4 × 97 ÷ 100 = 3,88; 98% of 1200 is 1176, 12 more.
    result = parindex("score", unit, "--explain", "3.1.1")
    words = " ".join(result.out.split())
    assert result.code == 0
    assert "3,88 / 4,00 điểm" in words
    assert "1.164 / 1.200 hồ sơ = 97%, tính đến 14/12/2023" in words
    assert "212/BC-UBND ngày 14/12/2023, mục 2, trang 3" in words
    assert "từ 98% trở lên: Kế hoạch CCHC năm 2023 của phường Phú Sơn, mục II.2.2" in words
    assert "4 × 97 ÷ 100 = 3,88" in words
    assert "thêm 12 hồ sơ" in words
    assert "1.176" in words
    assert "trên 95% (mục II.2.a)" in words


def test_the_table_fits_80_columns(parindex: Run, unit: Path) -> None:
    result = parindex("score", unit)
    assert result.code == 0
    assert max(map(len, result.out.splitlines())) <= 80
    assert "5,38 / 91,50" in result.out  # 1,5 + 3,88 of 100 less 8 (survey) and 0,5 (council)


def test_json_is_the_sheet_and_reads_back(parindex: Run, unit: Path) -> None:
    result = parindex("score", unit, "--json")
    sheet = from_json(Sheet, result.out)
    data = json.loads(result.out)
    assert sheet.totals.earned == Decimal("5.38")
    assert data["totals"]["earned"] == "5.38"
    assert {
        "format",
        "program",
        "unit",
        "year",
        "period",
        "set",
        "plans",
        "policy",
        "inputs",
        "totals",
        "class",
    } <= set(data)
    line = next(line for line in sheet.leaves() if line.code == "3.1.1")
    assert (line.computed, line.max, line.unreached) == (Decimal("3.88"), 4, Decimal("0.12"))


def test_the_same_input_gives_the_same_bytes(parindex: Run, unit: Path) -> None:
    assert parindex("score", unit, "--json").out == parindex("score", unit, "--json").out


@pytest.mark.parametrize(("code", "count"), [("3.1.1", 1), ("3.1", 5), ("3", 22)])
def test_a_group_is_explained_criterion_by_criterion(parindex: Run, unit: Path, code: str, count: int) -> None:
    result = parindex("score", unit, "--explain", code)
    assert result.code == 0
    heads = [line for line in result.out.splitlines() if line.endswith(" điểm") and line[0].isdigit()]
    assert len(heads) == count
    assert all(head.startswith(code) for head in heads)


def test_an_unknown_code_names_a_close_one(parindex: Run, unit: Path) -> None:
    result = parindex("score", unit, "--explain", "3.1.11")
    assert result.code == 2
    assert "3.1.1" in result.err
    assert not result.out


CHANGES = [
    ("unknown indicator", "tthc.on-time:", "tthc.on-tine:", 1, "E303", "tthc.on-time"),
    ("numerator over denominator", "numerator: 1164", "numerator: 1264", 1, "W501", "unit.yaml:25:"),
    ("undeclared document", "doc: bc-212", "doc: bc-213", 1, "E305", "bc-212"),
    ("a date that does not exist", "2023-01-12\n    issuer", "2023-02-30\n    issuer", 2, "E208", "unit.yaml:11:"),
    ("a printed date", "as_of: 2023-12-14", "as_of: 14/12/2023", 2, "E207", "2023-12-14"),
    ("a decimal comma", "numerator: 1164", 'numerator: "1164,5"', 2, "E204", "1164.5"),
    ("an unknown key", "criteria: cap-xa-2023", "critera: cap-xa-2023", 2, "E202", "criteria"),
    ("an unknown set", "cap-xa-2023", "cap-xa-2024", 1, "E301", "cap-xa-2023"),
    ("an unknown plan", "[phu-son-2023]", "[phu-son-2032]", 1, "E302", "phu-son-2023"),
    ("a duplicate key", "year: 2023", "year: 2023\nyear: 2023", 2, "E1", "unit.yaml:5:"),
    ("a tab", "  kh-05:", "\tkh-05:", 2, "E1", "unit.yaml:8:"),
    ("an anchor", "{date: 2023-01-12}", "&a {date: 2023-01-12}", 2, "E1", "unit.yaml:22:"),
]


@pytest.mark.parametrize(
    ("old", "new", "code", "diagnostic", "hint"), [c[1:] for c in CHANGES], ids=[c[0] for c in CHANGES]
)
def test_bad_input(parindex: Run, unit: Path, old: str, new: str, code: int, diagnostic: str, hint: str) -> None:
    assert old in UNIT
    unit.write_text(UNIT.replace(old, new), encoding="utf-8")
    result = parindex("score", unit)
    assert result.code == code, result.err
    assert f": {diagnostic}" in result.err
    assert hint in result.err
    assert "Traceback" not in result.err


@pytest.mark.parametrize(
    ("content", "diagnostic"),
    [(b"", "E1"), (b"%PDF-1.7\x00\x01\x02", "E1"), (b"\xff\xfe\x00k", "E1"), (b"- a\n", "E235")],
)
def test_files_that_are_no_yaml(parindex: Run, tmp_path: Path, content: bytes, diagnostic: str) -> None:
    path = tmp_path / "unit.yaml"
    path.write_bytes(content)
    result = parindex("score", path)
    assert result.code == 2
    assert f"{diagnostic}" in result.err
    assert not result.out


def test_a_missing_file_and_a_folder(parindex: Run, tmp_path: Path) -> None:
    for path in (tmp_path / "khong-co.yaml", tmp_path):
        result = parindex("score", path)
        assert result.code == 2
        assert ": E1" in result.err


def test_usage_errors_are_told_in_vietnamese(parindex: Run) -> None:
    for arguments, words in (
        (["score"], "Thiếu UNIT.yaml"),
        (["scor"], "Có phải là score?"),
        (["score", "--jsn"], "Có phải là --json?"),
    ):
        result = parindex(*arguments)
        assert result.code == 2
        assert words in result.err


def test_english_on_request(parindex: Run, unit: Path) -> None:
    unit.write_text(UNIT.replace("doc: bc-212", "doc: bc-213"), encoding="utf-8")
    result = parindex("score", unit, "--lang", "en")
    assert "errors" in result.err
    assert "lỗi" not in result.err


def test_targets_that_differ_by_their_comparator_alone(
    parindex: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ready(tmp_path)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "plans").mkdir(exist_ok=True)
    for id_, level, comparator in (("xa", "commune", ">="), ("huyen", "district", ">")):
        (tmp_path / "plans" / f"{id_}.yaml").write_text(
            f"kind: plan\nformat: 1\nid: {id_}\ntitle: Kế hoạch\nissuer: UBND\nlevel: {level}\nyear: 2023\n"
            "source: a.pdf\n"
            f'targets: [{{id: a, indicator: tthc.on-time, comparator: "{comparator}", value: 60, unit: percent, '
            "levels: [commune], cite: {section: I.1, locator: Hồ sơ}}]\n",
            encoding="utf-8",
        )
    path = tmp_path / "units" / "a.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "plans: [xa, huyen]\n", encoding="utf-8")
    for lang, said in (("vi", "(từ 60% trở lên) yêu cầu thấp hơn"), ("en", "(at least 60%) is weaker")):
        told = parindex("score", path, "--lang", lang).err
        assert "W601" in told
        assert said in told
        assert {"vi": "(trên 60%)", "en": "(above 60%)"}[lang] in told
