"""``parindex form`` as typed."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests.cli.conftest import UNIT, Result
from tests.jobs.typed import fill, place

Run = Callable[..., Result]
ON_TIME = ("facts", "tthc.on-time", "values", "numerator")


def test_out_and_back(parindex: Run, unit: Path, tmp_path: Path) -> None:
    form = tmp_path / "f.xlsx"
    result = parindex("form", "export", unit, "-o", form)
    assert (result.code, result.out) == (0, f"Đã xuất biểu mẫu: {form}\n")
    same = parindex("form", "import", form)
    assert (same.code, same.out) == (0, f"Biểu mẫu không có gì mới so với {unit}.\n")
    fill(form, {ON_TIME: 1176})
    dry = parindex("form", "import", form, "--dry-run")
    sheet, reference = place(form, ON_TIME)
    assert dry.out == f"{form}: {sheet}!{reference}: 1164 → 1176\nChưa ghi: {unit} sẽ thay đổi 1 ô.\n"
    assert unit.read_text(encoding="utf-8") == UNIT
    done = parindex("form", "import", form, "--json")
    assert done.code == 0
    assert json.loads(done.out)["changes"] == [
        {"cell": f"{form}: {sheet}!{reference}", "before": "1164", "after": "1176"}
    ]
    assert unit.read_text(encoding="utf-8") == UNIT.replace("1164", "1176")


def test_changes_are_told_as_the_cells_show_them(parindex: Run, unit: Path, tmp_path: Path) -> None:
    form = tmp_path / "f.xlsx"
    parindex("form", "export", unit, "-o", form)
    fill(
        form,
        {
            ("facts", "tthc.on-time", "as_of"): date(2023, 12, 15),
            ("documents", "kh-05", "form"): "Văn bản của Đảng",
            ("claims", "3.1.1"): 3.75,
            ("explanations", "3.1.1"): "Theo mục 2.1",
        },
    )
    told = parindex("form", "import", form, "--dry-run").out
    assert ": 14/12/2023 → 15/12/2023\n" in told
    assert ": Văn bản hành chính → Văn bản của Đảng\n" in told
    assert ": – → 3,75\n" in told
    assert ": – → Theo mục 2.1\n" in told


def test_problems_are_named_by_cell(parindex: Run, unit: Path, tmp_path: Path) -> None:
    form = tmp_path / "f.xlsx"
    parindex("form", "export", unit, "-o", form)
    fill(form, {ON_TIME: "nhiều", ("facts", "tthc.on-time", "as_of"): "31/2/2023"})
    result = parindex("form", "import", form)
    assert (result.code, result.out) == (1, "")
    for route, code in ((ON_TIME, "E172"), (("facts", "tthc.on-time", "as_of"), "E174")):
        assert f"{form}: {'!'.join(place(form, route))}: {code} " in result.err
    assert f"Chưa ghi gì vào {unit}" in result.err
    assert unit.read_text(encoding="utf-8") == UNIT


def test_into_another_place(parindex: Run, unit: Path, tmp_path: Path) -> None:
    form = tmp_path / "xa" / "f.xlsx"
    form.parent.mkdir()
    parindex("form", "export", unit, "-o", form)
    fill(form, {ON_TIME: 1176})
    assert parindex("form", "import", form).code == 2  # beside the form there is no unit.yaml
    assert parindex("form", "import", form, "--into", unit).code == 0


def test_nothing_is_overwritten_without_force(parindex: Run, unit: Path, tmp_path: Path) -> None:
    form = tmp_path / "f.xlsx"
    form.write_bytes(b"mine")
    result = parindex("form", "export", unit, "-o", form)
    assert result.code == 2
    assert "E141" in result.err
    assert parindex("form", "export", unit, "-o", form, "--force").code == 0


def test_a_unit_without_a_file(parindex: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    new = ("form", "export", "--unit", "moi", "--name", "UBND xã Mới", "--criteria", "cap-xa-2023")
    assert parindex(*new, "--plan", "phu-son-2023").code == 0
    result = parindex("form", "import", "bieu-mau-moi-2023.xlsx")
    assert result.code == 0, result.err
    assert (tmp_path / "moi.yaml").read_text(encoding="utf-8").startswith("kind: unit\nformat: 1\n")
    assert parindex("score", tmp_path / "moi.yaml").code == 0


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("unit.yaml", "--unit", "a"),
        ("--unit", "a"),
        ("--unit", "a", "--name", "A", "--criteria", "khong-co"),
        ("khong-co.yaml",),
    ],
)
def test_usage_errors(parindex: Run, arguments: tuple[str, ...]) -> None:
    result = parindex("form", "export", *arguments)
    assert (result.code, result.out) == (2, "")


def test_a_whole_repository(parindex: Run, unit: Path, tmp_path: Path) -> None:
    other = tmp_path / "khac.yaml"
    other.write_text(UNIT.replace("id: phu-son,", "id: phu-nam,"), encoding="utf-8")
    result = parindex("form", "export", tmp_path, "-o", tmp_path / "bm")
    assert result.code == 0, result.err
    assert sorted(path.name for path in (tmp_path / "bm").iterdir()) == [
        "bieu-mau-phu-nam-2023.xlsx",
        "bieu-mau-phu-son-2023.xlsx",
    ]


def test_changes_are_printed_as_they_are_read(parindex: Run, unit: Path, tmp_path: Path) -> None:
    form = tmp_path / "f.xlsx"
    parindex("form", "export", unit, "-o", form)
    fill(form, {ON_TIME: 1163.5, ("facts", "tthc.on-time", "as_of"): "1/12/2023"})
    out = parindex("form", "import", form, "--dry-run").out
    assert "1164 → 1163,5" in out
    assert "14/12/2023 → 01/12/2023" in out


def test_a_folder_of_forms(parindex: Run, unit: Path, tmp_path: Path) -> None:
    folder = tmp_path / "bm"
    folder.mkdir()
    assert parindex("form", "import", folder).code == 2
    good, bad = folder / "a.xlsx", folder / "b.xlsx"
    parindex("form", "export", unit, "-o", good)
    bad.write_bytes(b"hong")
    (tmp_path / "parindex.yaml").write_text(
        "kind: project\nformat: 1\nid: kho\ntitle: Kho\nyear: 2023\ncriteria: cap-xa-2023\nunits: ['*.yaml']\n",
        encoding="utf-8",
    )
    fill(good, {ON_TIME: 1176})
    assert parindex("form", "import", folder, "--into", unit).code == 2
    result = parindex("form", "import", folder)
    assert result.code == 1  # one of them is no form; the other was read
    assert f"{bad}: E161" in result.err
    assert "1176" in unit.read_text(encoding="utf-8")
    found = json.loads(parindex("form", "import", folder, "--json").out)
    assert [each["written"] for each in found] == [False]
