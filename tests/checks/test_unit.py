"""Each fault of a unit's file gives its code, on its place, and nothing else."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from parindex.checks.references import References
from parindex.checks.render import render
from tests.checks.conftest import UNIT, Check

RATIO = "values: {numerator: 1164, denominator: 1200}"


def told(references: References) -> list[tuple[str, str]]:
    result = []
    for finding in references.findings:
        place = finding.place
        assert place is not None
        end = place.end_column - 1 if place.end_column else place.column
        result.append((finding.code, place.text[place.column - 1 : end]))
        # Every name in the texts has its datum.
        for lang in ("vi", "en"):
            assert "…" not in render(finding, lang)
    return result


def test_a_good_unit_has_no_findings(check: Check) -> None:
    references = check(UNIT)
    assert references.findings == ()
    assert references.criteria is not None
    assert references.criteria.id == "cap-xa-2023"
    assert [plan.id for plan in references.plans or ()] == ["phu-son-2023"]
    assert [each.path for each in references.inputs] == [
        "unit.yaml",
        "criteria/indicators.yaml",
        "criteria/cap-xa-2023.yaml",
        "plans/phu-son-2023.yaml",
    ]
    assert references.inputs[0].sha256 == hashlib.sha256(UNIT.encode()).hexdigest()


@pytest.mark.parametrize(
    ("old", "new", "findings"),
    [
        ("criteria: cap-xa-2023", "criteria: cap-xa-2032", [("E301", "cap-xa-2032")]),
        ("[phu-son-2023]", "[phu-son-2032]", [("E302", "phu-son-2032")]),
        ("[phu-son-2023]", "[phu-son-2023, phu-son-2023]", [("W706", "phu-son-2023")]),
        ("  tthc.on-time:", "  tthc.on-tme:", [("E303", "tthc.on-tme")]),
        ("facts:", "not_arising: {a.b: {reason: x}}\nfacts:", [("E303", "a.b")]),
        ("facts:", "previous: {facts: {a.b: {count: 3}}}\nfacts:", [("E303", "a.b")]),
        ("facts:", "reports: {a.b: {2023-Q1: {sent_at: 2023-03-14}}}\nfacts:", [("E303", "a.b")]),
        ("facts:", "claims: {9.9.9: 1}\nfacts:", [("E304", "9.9.9")]),
        ("facts:", "explanations: {9.9.9: x}\nfacts:", [("E304", "9.9.9")]),
        ("facts:", "notes: {9.9.9: x}\nfacts:", [("E304", "9.9.9")]),
        # A domain is no leaf.
        ("facts:", 'notes: {"3": x}\nfacts:', [("E304", '"3"')]),
        ("doc: bc-212", "doc: bc-211", [("W509", "bc-212"), ("E305", "bc-211")]),
        (
            "facts:",
            "inspections: [{by: A, findings: 1, remedied: 1, conclusion: {doc: x}}]\nfacts:",
            [("E305", "x")],
        ),
        ("facts:", "tasks: {phu-son-2023: {pl-07-2: {evidence: [{doc: x}]}}}\nfacts:", [("E305", "x")]),
        (RATIO, "values: {percent: 97}", [("E306", "percent")]),
        ("values: {date: 2023-01-12}", "values: {date: 2023-01-12, count: 1}", [("E306", "count")]),
        ("facts:", "tasks: {phu-son-2023: {pl-07-99: {}}}\nfacts:", [("E307", "pl-07-99")]),
        ("facts:", "tasks: {hung-yen-2023: {}}\nfacts:", [("E314", "hung-yen-2023")]),
        ("facts:", "tasks: {khong-co: {}}\nfacts:", [("E302", "khong-co")]),
        ("facts:", "tasks: {phu-son-2023: {pl-07-2: {parts: {9: {}}}}}\nfacts:", [("E313", "9")]),
        ("facts:", "facts:\n  direction.par-reports: {values: {count: 4}}", [("E310", "direction.par-reports")]),
        (
            "facts:",
            "reports: {tthc.on-time: {2023-Q1: {sent_at: 2023-03-14}}}\nfacts:",
            [("E311", "tthc.on-time")],
        ),
        (
            "facts:",
            "facts:\n  direction.plan-quality: {values: {done: [san-pham, thoihan]}, evidence: [{doc: kh-05}]}",
            [("E312", "thoihan")],
        ),
        ("1164,", "1264,", [("W501", "1264")]),
        (RATIO, "values: {numerator: 0, denominator: 0}", [("W504", "0")]),
        ("1164, denominator: 1200", "1.164, denominator: 1.200", [("W511", "1.164"), ("W511", "1.200")]),
        ("as_of: 2023-12-14", "as_of: 2022-12-14", [("W505", "2022-12-14")]),
        ("values: {date: 2023-01-12}", "values: {date: 2023-01-10}", [("W506", "2023-01-10")]),
        ("facts:", "not_arising: {tthc.on-time: {reason: x}}\nfacts:", [("W507", "tthc.on-time")]),
        (
            "facts:",
            "facts:\n  direction.directives: {values: {count: 2, excluded: [{count: 3, reason: x}]}}",
            [("W508", "[")],
        ),
        ("facts:", "inspections: [{by: A, findings: 1, remedied: 2}]\nfacts:", [("W510", "2")]),
        ("    evidence: [{doc: kh-05}]\n", "", [("W509", "kh-05")]),
        ("level: commune", "level: province", [("W701", "cap-xa-2023")]),
        ("05-kh-ubnd.pdf", "05-kh.pdf", [("E401", "minh-chung/05-kh.pdf")]),
        ("05-kh-ubnd.pdf", "05-KH-UBND.pdf", [("E411", "minh-chung/05-KH-UBND.pdf")]),
        ("minh-chung/05", "/minh-chung/05", [("E403", "/minh-chung/05-kh-ubnd.pdf")]),
        ("minh-chung/05", "../x/05", [("E404", "../x/05-kh-ubnd.pdf")]),
        ("minh-chung/05-kh-ubnd.pdf", "minh-chung", [("E407", "minh-chung")]),
        ("minh-chung/05", "minh-chung\\05", [("E409", "minh-chung\\05-kh-ubnd.pdf")]),
        (
            "    date: 2023-01-12\n    title",
            f"    date: 2023-01-12\n    sha256: {'0' * 64}\n    title",
            [("E408", "0" * 64)],
        ),
    ],
)
def test_a_fault_and_its_place(check: Check, old: str, new: str, findings: list[tuple[str, str]]) -> None:
    text = UNIT.replace(old, new, 1)
    assert text != UNIT
    assert told(check(text)) == findings


def test_another_year(check: Check) -> None:
    assert told(check(UNIT.replace("year: 2023", "year: 2024"))) == [
        ("W702", "cap-xa-2023"),
        ("W703", "phu-son-2023"),
        ("W505", "2023-12-14"),
    ]


def test_the_right_digest_is_right(check: Check) -> None:
    digest = hashlib.sha256(b"%PDF-1.7 05-kh-ubnd.pdf").hexdigest()
    assert check(UNIT.replace("    title", f"    sha256: {digest}\n    title", 1)).findings == ()


def test_an_empty_evidence_file(check: Check, folder: Path) -> None:
    (folder / "minh-chung" / "05-kh-ubnd.pdf").write_bytes(b"")
    assert told(check(UNIT)) == [("E406", "minh-chung/05-kh-ubnd.pdf")]


def test_close_matches(check: Check) -> None:
    text = UNIT.replace("  tthc.on-time:", "  tthc.on-tme:").replace("doc: kh-05", "doc: kh-5")
    found = {finding.code: finding.data.get("close") for finding in check(text).findings}
    assert found["E303"] == "tthc.on-time"
    assert found["E305"] == "kh-05"


QUARTERS = """\
    periods:
      2023-Q1: {values: {numerator: 280, denominator: 300}}
      2023-Q2: {values: {numerator: 290, denominator: 300}}
      2023-Q3: {values: {numerator: 295, denominator: 300}}
      2023-Q4: {values: {numerator: 299, denominator: 300}}
"""


def with_periods(periods: str) -> str:
    return UNIT.replace("    as_of: 2023-12-14\n", "    as_of: 2023-12-14\n" + periods)


def test_periods_that_agree_with_the_year(check: Check) -> None:
    assert check(with_periods(QUARTERS)).findings == ()


def test_periods_that_do_not(check: Check) -> None:
    (finding,) = check(with_periods(QUARTERS.replace("299", "298"))).findings
    assert finding.code == "W503"
    assert finding.route == ("facts", "tthc.on-time", "values", "numerator")
    assert (str(finding.data["year"]), str(finding.data["periods"])) == ("1164", "1163")


def test_six_months_against_their_quarters(check: Check) -> None:
    half = "      2023-6m: {values: {numerator: 570, denominator: 601}}\n"
    assert told(check(with_periods(QUARTERS + half))) == [("W503", "601")]


def test_a_missing_quarter_says_nothing_of_the_year(check: Check) -> None:
    lines = QUARTERS.splitlines(keepends=True)
    assert check(with_periods("".join(lines[:-1]))).findings == ()


def test_the_last_quarter_stands_for_the_year_where_the_indicator_says_so(check: Check) -> None:
    facts = "  direction.tasks-done:\n    values: {numerator: 8, denominator: 10}\n    periods:\n"
    for quarter, done in (("Q1", 1), ("Q2", 2), ("Q3", 3), ("Q4", 9)):
        facts += f"      2023-{quarter}: {{values: {{numerator: {done}, denominator: 10}}}}\n"
    assert told(check(UNIT + facts)) == [("W503", "8")]
    assert check(UNIT + facts.replace("numerator: 9", "numerator: 8")).findings == ()


def test_a_percent_over_a_hundred_is_doubtful(check: Check) -> None:
    found = told(check(UNIT + "  direction.par-plan-issued-x: {values: {percent: 101}}\n"))
    assert found == [("E303", "direction.par-plan-issued-x")]
    text = UNIT.replace("values: {date: 2023-01-12}", "values: {date: 2023-01-12, percent: 101}")
    assert ("W502", "101") in told(check(text))


def test_a_projects_broken_plan_is_told_in_its_own_file(check: Check, folder: Path) -> None:
    plan = "kind: plan\nformat: 1\nid: xa\ntitle: A\nissuer: A\nlevel: commune\nyear: x\nsource: a\n"
    (folder / "plans").mkdir()
    (folder / "plans" / "xa.yaml").write_text(plan)
    references = check(UNIT.replace("[phu-son-2023]", "[phu-son-2023, xa]"))
    (finding,) = references.findings
    assert (finding.code, finding.file) == ("E228", "plans/xa.yaml")
    assert references.plans is None


def test_a_set_with_an_unknown_indicator_is_not_scored(check: Check, folder: Path) -> None:
    criteria = (
        "kind: criteria\nformat: 1\nid: bo-xa\ntitle: A\nlevel: commune\nyear: 2023\nscale: 4\ndomains:\n"
        '  - {id: a, code: "1", name: A, criteria: [{code: "1.1", name: A, points: 3, indicator: tthc.on-tim, '
        "rule: {kind: meets}}]}\n"
    )
    (folder / "criteria").mkdir()
    (folder / "criteria" / "bo-xa.yaml").write_text(criteria)
    references = check(UNIT.replace("criteria: cap-xa-2023", "criteria: bo-xa"))
    (finding,) = references.findings
    assert (finding.code, finding.file, finding.data["close"]) == ("E303", "criteria/bo-xa.yaml", "tthc.on-time")
    assert references.criteria is None


def with_fact(id_: str, values: str) -> str:
    return UNIT.replace("facts:", f"facts:\n  {id_}: {{values: {{{values}}}, conducted_by: superior}}", 1)


@pytest.mark.parametrize(
    ("id_", "values", "findings"),
    [
        ("direction.directives", "count: 0.5", [("W523", "0.5")]),
        ("direction.directives", "count: 3, excluded: [{count: 1.5, reason: x}]", [("W523", "1.5")]),
        ("inst.docs-reviewed", "numerator: 2.5, denominator: 3.5", [("W523", "2.5"), ("W523", "3.5")]),
        # Money, and lengths of archive, are measured.
        ("fin.investment-disbursed", "numerator: 2.5, denominator: 3.5", []),
        ("digital.archive-arranged", "numerator: 2.5, denominator: 3.5", []),
        ("inst.docs-reviewed", "numerator: 2.0, denominator: 3", []),
        # Two thirds, rounded or cut.
        ("impact.sat-service", "numerator: 2, denominator: 3, percent: 66.67", []),
        ("impact.sat-service", "numerator: 2, denominator: 3, percent: 66.6", []),
        ("impact.sat-service", "numerator: 2, denominator: 3, percent: 66.5", [("W525", "66.5")]),
    ],
)
def test_figures_that_can_be_and_that_cannot(
    check: Check, id_: str, values: str, findings: list[tuple[str, str]]
) -> None:
    assert told(check(with_fact(id_, values))) == findings
