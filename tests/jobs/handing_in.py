"""A small evidence repository with files on disk, ready to be handed in."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from parindex.jobs.submit import submit
from tests.jobs.making import write

SET = """\
kind: criteria
format: 1
id: thu
title: Bộ tiêu chí thử (không phải bộ tiêu chí chính thức)
level: commune
year: 2023
scale: 20
domains:
  - id: tthc
    code: "1"
    name: Cải cách thủ tục hành chính
    criteria:
      - code: "1.1"
        name: Hồ sơ đúng hạn
        points: 10
        indicator: tthc.on-time
        rule: {kind: proportional, base: hundred, floor: 0}
        otherwise: {comparator: ">=", value: 100}
        evidence: [Báo cáo kiểm soát TTHC]
        appraised_by: Văn phòng HĐND và UBND
      - code: "1.2"
        name: Kế hoạch năm
        points: 4
        indicator: direction.par-plan-issued
        rule: {kind: deadline, due: {to: 2023-01-15, inclusive: false}, on_time: 4, late: []}
        evidence: [Kế hoạch]
        appraised_by: Phòng Tư pháp
  - id: tac-dong
    code: "2"
    name: Tác động
    criteria:
      - code: "2.1"
        name: Sáng kiến
        points: 6
        scored_by: council
        rule: {kind: appraised}
"""
"""1.1 gives 10 × share ÷ 100; 1.2 gives 4 when issued before 15/01; 2.1 is the council's, 6."""

PROJECT = """\
kind: project
format: 1
id: kho-thu
title: Kho thử
year: 2023
criteria: thu
units: [units/*.yaml]
deadlines: {submission: 2023-12-20, round-1: 2024-01-20, response: 2024-01-31, round-2: 2024-02-10}
"""

UNIT = """\
kind: unit
format: 1
unit: {id: a, name: UBND phường A, level: commune, type: phường, synthetic: true}
year: 2023
criteria: thu
documents:
  kh-1: {form: administrative, number: 1/KH-UBND, date: 2023-01-10, title: Kế hoạch, file: minh-chung/kh-1.txt}
  bc-2: {form: administrative, number: 2/BC-UBND, date: 2023-12-14, title: Báo cáo, file: minh-chung/bc-2.txt}
facts:
  direction.par-plan-issued: {values: {date: 2023-01-10}, evidence: [{doc: kh-1}]}
  tthc.on-time:  # 90 trên 100 hồ sơ
    values: {numerator: 90, denominator: 100}
    evidence: [{doc: bc-2, at: trang 1}]
"""

ON = date(2023, 12, 20)


def ready(root: Path, *, project: str = "") -> Path:
    """The unit's file of a repository in a folder."""
    for folder in ("criteria", "units/minh-chung"):
        (root / folder).mkdir(parents=True, exist_ok=True)
    write(root / "parindex.yaml", PROJECT + project)
    write(root / "criteria" / "thu.yaml", SET)
    write(root / "units" / "a.yaml", UNIT)
    write(root / "units" / "minh-chung" / "kh-1.txt", "Kế hoạch số 1/KH-UBND ngày 10/01/2023\n")
    write(root / "units" / "minh-chung" / "bc-2.txt", "Báo cáo số 2/BC-UBND ngày 14/12/2023\n")
    return root / "units" / "a.yaml"


def handed_in(root: Path, *, project: str = "") -> Path:
    """The manifest of a submission of that unit."""
    done = submit(ready(root, project=project), on=ON, post="Chủ tịch")
    assert done.path is not None, done.findings
    return done.path
