"""A good unit with its evidence on disk, and what the checks say of it after a change."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from parindex.checks.references import References, check_unit
from parindex.files.library import Library
from parindex.files.load import load_model
from parindex.model.unit import Unit
from tests.cli.conftest import parindex

__all__ = ["parindex"]

UNIT = """\
kind: unit
format: 1
unit: {id: phu-son, name: UBND phường Phú Sơn, level: commune}
year: 2023
criteria: cap-xa-2023
plans: [phu-son-2023]
documents:
  kh-05:
    form: administrative
    date: 2023-01-12
    title: Kế hoạch cải cách hành chính năm 2023
    file: minh-chung/05-kh-ubnd.pdf
  bc-212:
    form: administrative
    date: 2023-12-14
    title: Báo cáo kiểm soát TTHC năm 2023
    file: minh-chung/212-bc-ubnd.pdf
facts:
  direction.par-plan-issued:
    values: {date: 2023-01-12}
    evidence: [{doc: kh-05}]
  tthc.on-time:
    values: {numerator: 1164, denominator: 1200}
    as_of: 2023-12-14
    evidence: [{doc: bc-212, at: "mục 2, trang 3"}]
"""

Check = Callable[[str], References]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "minh-chung").mkdir()
    for name in ("05-kh-ubnd.pdf", "212-bc-ubnd.pdf"):
        (tmp_path / "minh-chung" / name).write_bytes(b"%PDF-1.7 " + name.encode())
    (tmp_path / "parindex.yaml").write_text("kind: project\n")
    return tmp_path


@pytest.fixture
def check(folder: Path) -> Check:
    def run(text: str) -> References:
        path = folder / "unit.yaml"
        path.write_text(text, encoding="utf-8")
        unit, document = load_model(path, Unit, "unit.yaml")
        return check_unit(unit, document, Library.around(path), path)

    return run
