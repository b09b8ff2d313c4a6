"""Small evidence repositories for the jobs that score many units."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

SET = """\
kind: criteria
format: 1
id: thu
title: Bộ tiêu chí thử (không phải bộ tiêu chí chính thức)
level: commune
year: 2023
scale: 10
policy:
  missing_survey: {survey}
  ties: {ties}
  classes:
    mac-dinh:
      - {{name: Tốt, from: 90}}
      - {{name: Khá, from: 70}}
      - {{name: Trung bình, from: 0}}
domains:
  - id: tthc
    code: "1"
    name: Cải cách thủ tục hành chính
    criteria:
      - code: "1.1"
        name: Hồ sơ đúng hạn
        points: 6
        indicator: tthc.on-time
        rule: {{kind: proportional, base: hundred, floor: 0}}
        otherwise: {{comparator: ">=", value: 100}}
  - id: tac-dong
    code: "2"
    name: Tác động
    criteria:
      - code: "2.1"
        name: Mức độ hài lòng
        points: 4
        indicator: impact.sat-service
        scored_by: survey
        rule: {{kind: survey}}
"""
"""1.1 gives 6 × share ÷ 100; 2.1 gives 4 × satisfied share ÷ 100."""


PROJECT = "kind: project\nformat: 1\nid: kho-thu\ntitle: Kho thử\nyear: 2023\ncriteria: thu\nunits: [units/*.yaml]\n"


def unit(
    id_: str,
    on_time: int | None = 100,
    satisfied: int | None = 100,
    *,
    name: str | None = None,
    kind: str = "phường",
    year: int = 2023,
    more: str = "",
) -> str:
    """A unit's file: how many of 100 dossiers were on time, and how many of 100 persons satisfied."""
    text = f"kind: unit\nformat: 1\nunit: {{id: {id_}, name: {name or f'UBND {kind} {id_}'}, level: commune, "
    text += f"type: {kind}, synthetic: true}}\nyear: {year}\ncriteria: thu\n"
    text += "documents:\n  bc-1: {form: link, title: Báo cáo, link: https://a.example/1}\n"
    text += "facts:\n"
    if on_time is not None:
        text += f"  tthc.on-time: {{values: {{numerator: {on_time}, denominator: 100}}, evidence: [{{doc: bc-1}}]}}\n"
    if satisfied is not None:
        text += f"  impact.sat-service: {{values: {{numerator: {satisfied}, denominator: 100}}, "
        text += "conducted_by: independent, evidence: [{doc: bc-1}]}\n"
    if on_time is None and satisfied is None:
        text = text.removesuffix("facts:\n")
    return text + more


def repository(
    root: Path, units: Mapping[str, str], *, project: str = "", ties: str = "shared", survey: str = "pending"
) -> Path:
    """An evidence repository with a set of its own; ``units`` are texts by file name."""
    for folder in ("criteria", "units"):
        (root / folder).mkdir(parents=True, exist_ok=True)
    write(root / "parindex.yaml", PROJECT + project)
    write(root / "criteria" / "thu.yaml", SET.format(ties=ties, survey=survey))
    for name, text in units.items():
        write(root / "units" / f"{name}.yaml", text)
    return root


def write(path: Path, text: str) -> None:
    """Write a file in UTF-8 with the same line ends everywhere."""
    path.write_bytes(text.encode())
