"""Run commands in this process and see what an officer would."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from parindex.cli.main import main

UNIT = """\
kind: unit
format: 1
unit: {id: phu-son, name: UBND phường Phú Sơn, level: commune, type: phường}
year: 2023
criteria: cap-xa-2023
plans: [phu-son-2023]
documents:
  kh-05:
    form: administrative
    number: 05/KH-UBND
    date: 2023-01-12
    issuer: UBND phường Phú Sơn
    title: Kế hoạch cải cách hành chính năm 2023
  bc-212:
    form: administrative
    number: 212/BC-UBND
    date: 2023-12-14
    issuer: UBND phường Phú Sơn
    title: Báo cáo kiểm soát TTHC năm 2023
facts:
  direction.par-plan-issued:
    values: {date: 2023-01-12}
    evidence: [{doc: kh-05}]
  tthc.on-time:
    values: {numerator: 1164, denominator: 1200}
    as_of: 2023-12-14
    evidence: [{doc: bc-212, at: "mục 2, trang 3"}]
"""


@dataclass(frozen=True)
class Result:
    """What a command left behind."""

    code: int
    out: str
    err: str


@pytest.fixture
def parindex(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Run ``parindex`` with arguments."""
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("PARINDEX_LANG", raising=False)

    def run(*arguments: object) -> Result:
        code = main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Result(code, captured.out, captured.err)

    return run


@pytest.fixture
def unit(tmp_path: Path) -> Path:
    """The unit of the worked example, in a folder of its own."""
    path = tmp_path / "unit.yaml"
    path.write_text(UNIT, encoding="utf-8")
    return path
