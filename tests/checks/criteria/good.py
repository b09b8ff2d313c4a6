# ruff: noqa: E501 (a file as an officer writes it)
"""A good set with a leaf of each common rule, small enough to be broken in every way."""

from __future__ import annotations

from parindex.checks.criteria.check import check_set
from parindex.files.library import Library
from parindex.files.load import load_model
from parindex.files.unusable import Unusable
from parindex.model.criteria import CriteriaSet
from parindex.values.findings import Finding

LIBRARY = Library()

GOOD = """\
kind: criteria
format: 1
id: thu
title: Bộ tiêu chí thử
level: commune
year: 2023
scale: 20
data_period: {from: 2022-12-15, to: 2023-12-14}
windows:
  date: {from: 2022-12-01, to: 2023-12-31}
policy:
  bonus_cap: 1
  penalty_cap: 2
  classes:
    mac-dinh:
      - {name: Tốt, from: 80, gates: [{code: tthc, least: 70}, {code: "1", least: 50}]}
      - {name: Khá, from: 60, gates: [{code: "2.1", least: 50}]}
      - {name: Yếu, from: 0}
domains:
  - id: chi-dao-dieu-hanh
    code: "1"
    name: Chỉ đạo, điều hành
    points: 7
    criteria:
      - code: "1.1"
        name: Ban hành kế hoạch
        points: 2
        indicator: direction.par-plan-issued
        rule: {kind: deadline, due: {to: 2023-01-15, inclusive: false}, on_time: 2, late: [{within_days: 15, points: 1}]}
        evidence: [Kế hoạch]
        cases:
          - {facts: {date: 2023-01-14}, points: 2}
          - {facts: {date: 2023-01-15}, points: 1}
      - code: "1.2"
        name: Báo cáo định kỳ
        points: 2
        indicator: direction.par-reports
        rule:
          kind: reports
          required: [{period: 2023-6m, to: 2023-06-20}, {period: 2023, to: 2023-12-20}]
          on_time: 0.75
          content: 0.25
        evidence: [Báo cáo]
      - code: "1.3"
        name: Giám sát
        points: 2
        indicator: direction.public-oversight
        rule: {kind: meets}
        evidence: [Văn bản]
      - code: "1.4"
        name: Nhận xét
        points: 1
        rule: {kind: appraised}
        scored_by: council
  - id: tthc
    code: "2"
    name: Thủ tục hành chính
    points: 9
    criteria:
      - code: "2.1"
        name: Hồ sơ
        points: 6
        criteria:
          - code: 2.1.1
            name: Đúng hạn
            points: 4
            indicator: tthc.on-time
            rule: {kind: proportional, base: hundred, floor: 90}
            otherwise: {comparator: ">=", value: 95}
            evidence: [Báo cáo]
            cases:
              - {facts: {numerator: 94, denominator: 100}, points: 3.76}
          - code: 2.1.2
            name: Trước hạn
            points: 2
            indicator: tthc.early
            rule: {kind: bands, bands: [{to: 5, points: 0}, {from: 5, to: 20, points: 1}, {from: 20, points: 2}]}
            evidence: [Trích xuất]
      - code: "2.2"
        name: Phần mềm
        points: 2
        indicator: digital.shared-software
        rule:
          kind: checklist
          items: [{id: van-ban, points: 0.5}, {id: mot-cua, points: 0.5}, {id: thu-dien-tu, points: 0.5}, {id: bao-cao, points: 0.5}]
        evidence: [Ảnh chụp]
      - code: "2.3"
        name: Văn bản trái luật
        points: 1
        indicator: inst.docs-unlawful
        rule: {kind: per_case, direction: deduct, each: 0.25}
        evidence: [Kết luận]
  - id: tac-dong
    code: "3"
    name: Tác động
    criteria:
      - code: "3.1"
        name: Hài lòng
        points: 4
        indicator: impact.sat-procedures
        rule: {kind: survey}
        scored_by: survey
      - code: "3.2"
        name: Sáng kiến
        points: 1
        counts: bonus
        indicator: direction.initiatives
        rule: {kind: per_case, direction: add, each: 0.5}
        evidence: [Quyết định]
      - code: "3.3"
        name: Vi phạm
        points: 2
        counts: penalty
        indicator: staff.violations
        rule: {kind: per_case, direction: add, each: 1}
        evidence: [Kết luận]
"""


def findings(text: str) -> list[Finding]:
    """What loading and checking a set says of it."""
    try:
        criteria, document = load_model(text.encode(), CriteriaSet, "thu.yaml")
    except Unusable as problem:
        return list(problem.findings)
    return list(check_set(criteria, document, LIBRARY.indicators).findings)


def shown(finding: Finding) -> str:
    """The text at the place of a finding, to the end of its line where the place has no end."""
    place = finding.place
    assert place is not None
    return place.text[place.column - 1 : place.end_column - 1 if place.end_column else None]
