"""The vocabulary and the reference set for communes: what they promise, and that every worked case holds."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from parindex.files.yaml_reader import read
from parindex.model.criteria import Case, CriteriaSet, Group, Leaf, Node, Threshold, leaves_of
from parindex.model.indicators import Indicators
from parindex.model.plan import Plan, PlanTarget, Task
from parindex.model.unit import UnitIdentity
from parindex.rules.bands import Bands
from parindex.rules.checklist import Checklist
from parindex.rules.deadline import Deadline
from parindex.rules.per_case import PerCase
from parindex.rules.reports import Reports
from parindex.scoring.cases import run_case
from parindex.scoring.targets import resolve
from parindex.values.facts import Measure

ROOT = Path(__file__).resolve().parents[2]
FILE = ROOT / "criteria" / "cap-xa-2023.yaml"
SET = CriteriaSet.model_validate(read(FILE).data)
VOCABULARY = Indicators.model_validate(read(ROOT / "criteria" / "indicators.yaml").data).indicators
INDICATORS = {indicator.id: indicator for indicator in VOCABULARY}
PLANS = [Plan.model_validate(read(path).data) for path in sorted((ROOT / "plans").glob("*.yaml"))]
PHU_SON = next(plan for plan in PLANS if plan.id == "phu-son-2023")
WARD = UnitIdentity(id="phu-son", name="UBND phường Phú Sơn", level="commune")

LEAVES = [leaf for _, leaf in SET.leaves()]
CASES = [(leaf, number, case) for leaf in LEAVES for number, case in enumerate(leaf.cases, start=1)]
SCORED = [leaf for leaf in LEAVES if leaf.rule.kind != "appraised"]

DOMAINS = [
    "chi-dao-dieu-hanh",
    "the-che",
    "tthc",
    "to-chuc-bo-may",
    "che-do-cong-vu",
    "tai-chinh-cong",
    "chinh-quyen-so",
    "tac-dong",
]

MEASURES: dict[str, set[Measure]] = {
    "meets": {"ratio", "yes-no"},
    "proportional": {"ratio"},
    "bands": {"ratio"},
    "deadline": {"date"},
    "reports": {"reports"},
    "checklist": {"checklist"},
    "per_case": {"count"},
    "survey": {"survey"},
}

# What sounds alike and is not the same: each of a pair says how it differs from the other.
ALIKE = [
    ("impact.sat-procedures", "impact.sat-service"),
    ("impact.sat-land-investment", "impact.sat-procedures"),
    ("impact.sat-health-education", "impact.sat-service"),
    ("tthc.early", "tthc.on-time"),
    ("tthc.online-eligible", "tthc.online-dossiers"),
    ("tthc.online-eligible", "tthc.procedures-online"),
    ("tthc.dossiers-full-online", "tthc.online-dossiers"),
    ("tthc.procedures-full-online", "tthc.dossiers-full-online"),
    ("tthc.digitised-results", "tthc.digitised-in-force"),
    ("tthc.digitised-results", "tthc.digitised-on-receipt"),
    ("tthc.digitised-backlog", "tthc.digitised-in-force"),
    ("digital.docs-exchanged", "digital.docs-signed"),
    ("digital.work-files-online", "tthc.internal-electronic"),
    ("direction.index-reported", "direction.self-score-reported"),
    ("org.officer-posts-cut", "org.employee-posts-cut"),
    ("staff.standardised", "staff.qualified"),
]


def _best(leaf: Leaf) -> Decimal:
    """The most that the leaf's rule can give."""
    match leaf.rule:
        case Deadline(on_time=on_time):
            return on_time
        case Reports() as rule:
            return (rule.on_time + rule.content) * len(rule.required)
        case Checklist() as rule if not rule.all_or_nothing:
            return sum((item.points for item in rule.items), Decimal(0))
        case Bands() as rule:
            return max(band.points for band in rule.bands)
        case PerCase() as rule if rule.cap is not None:
            return rule.cap
        case _:
            return leaf.points


def _sum(nodes: list[Node]) -> Decimal:
    return sum((leaf.points for leaf in leaves_of(nodes)), Decimal(0))


def test_says_that_it_is_a_reference_set() -> None:
    assert SET.title == "Bộ tiêu chí tham chiếu cấp xã năm 2023 (không phải bộ tiêu chí chính thức)"
    assert (SET.status, SET.decision, SET.level, SET.year) == ("reference", None, "commune", 2023)
    assert not re.search(r"\d+/QĐ|Quyết định số", FILE.read_text("utf-8"))
    assert all("tham chiếu" in step.name for step in SET.policy.classes["mac-dinh"])


def test_eight_domains_in_order() -> None:
    assert [domain.id for domain in SET.domains] == DOMAINS
    assert [domain.code for domain in SET.domains] == list("12345678")


def test_a_hundred_points_and_every_printed_sum_is_true() -> None:
    assert SET.scale == 100
    assert _sum([node for domain in SET.domains for node in domain.criteria]) == 100
    for domain in SET.domains:
        assert domain.points == _sum(domain.criteria), domain.code
        for node in domain.criteria:
            assert not isinstance(node, Group) or node.points == _sum(node.criteria), node.code


def test_policy_of_the_set() -> None:
    policy = SET.policy
    assert (policy.not_arising, policy.missing_survey) == ("exclude", "rescale")
    assert (policy.missing_evidence, policy.ties) == ("explain", "shared")
    assert [step.from_ for step in policy.classes["mac-dinh"]] == [90, 80, 70, 50, 0]
    assert SET.data_period is not None
    assert [str(SET.data_period.from_), str(SET.data_period.to)] == ["2022-12-15", "2023-12-14"]
    assert str(SET.windows["date"].from_) < "2023-01-01"


def test_leaves_measure_different_things() -> None:
    named = [leaf.indicator for leaf in LEAVES if leaf.indicator is not None]
    assert len(named) >= 45
    assert [id_ for id_, times in Counter(named).items() if times > 1] == []
    assert set(named) <= set(INDICATORS)
    assert [leaf.code for leaf in LEAVES if leaf.indicator is None and leaf.rule.kind != "appraised"] == []


def test_every_rule_of_the_language_is_used() -> None:
    assert {leaf.rule.kind for leaf in LEAVES} == {*MEASURES, "appraised"}


@pytest.mark.parametrize("leaf", LEAVES, ids=lambda leaf: leaf.code)
def test_leaf_is_complete(leaf: Leaf) -> None:
    domain = next(domain for domain, other in SET.leaves() if other is leaf)
    assert leaf.code.startswith(f"{domain.code}.")
    assert leaf.evidence
    assert leaf.appraised_by
    assert _best(leaf) == leaf.points, "the rule cannot give exactly the maximum"
    assert not leaf.rule.needs_target or leaf.otherwise is not None, "no points where the plans are silent"
    if leaf.indicator is None:
        return
    indicator = INDICATORS[leaf.indicator]
    assert indicator.domain == domain.id
    assert indicator.measure in MEASURES[leaf.rule.kind]
    if isinstance(leaf.rule, Checklist):
        assert {item.id for item in leaf.rule.items} <= set(indicator.items or {})


def test_codes_are_distinct_and_appraisers_are_those_of_the_field() -> None:
    assert len({leaf.code for leaf in LEAVES}) == len(LEAVES)
    appraisers = {domain.id: {leaf.appraised_by for leaf in leaves_of(domain.criteria)} for domain in SET.domains}
    assert appraisers == {id_: {"Phòng Nội vụ"} for id_ in DOMAINS} | {
        "the-che": {"Phòng Tư pháp"},
        "tthc": {"Văn phòng HĐND và UBND"},
        "tai-chinh-cong": {"Phòng Tài chính - Kế hoạch"},
        "chinh-quyen-so": {"Phòng Văn hóa và Thông tin"},
    }


def test_who_enters_the_facts() -> None:
    assert {leaf.rule.kind for leaf in LEAVES if leaf.scored_by == "survey"} == {"survey"}
    assert {leaf.rule.kind for leaf in LEAVES if leaf.scored_by == "council"} == {"appraised"}
    assert [leaf.indicator for leaf in LEAVES if leaf.scored_by == "survey"] == [
        "impact.sat-procedures",
        "impact.sat-service",
    ]


@pytest.mark.parametrize("leaf", SCORED, ids=lambda leaf: leaf.code)
def test_cases_reach_both_ends(leaf: Leaf) -> None:
    points = [case.points for case in leaf.cases if case.points is not None]
    assert len(points) >= 2
    assert max(points) == leaf.points
    assert min(points) == 0


@pytest.mark.parametrize(("leaf", "number", "case"), CASES, ids=[f"{leaf.code}-{n}" for leaf, n, _ in CASES])
def test_case_holds(leaf: Leaf, number: int, case: Case) -> None:
    result = run_case(leaf, number, case, INDICATORS)
    assert result.given == result.expected


def test_a_wrong_case_is_found() -> None:
    leaf = next(leaf for leaf in LEAVES if leaf.code == "3.1.1")
    wrong = leaf.cases[0].model_copy(update={"target": Threshold(comparator=">", value="98")})
    assert run_case(leaf, 1, wrong, INDICATORS).given == Decimal("3.92")
    assert not run_case(leaf, 1, wrong, INDICATORS).holds


@pytest.mark.parametrize("target", PHU_SON.targets, ids=lambda target: target.id)
def test_every_target_of_phu_son_is_worth_points(target: PlanTarget) -> None:
    assert target.indicator in {leaf.indicator for leaf in LEAVES}


def test_the_plan_binds_before_the_set_does() -> None:
    sources = {}
    for leaf in LEAVES:
        for target in PHU_SON.targets:
            if target.indicator == leaf.indicator and target.value != "previous":
                found = resolve(
                    target.indicator, WARD, [PHU_SON], policy=SET.policy.target_policy, otherwise=leaf.otherwise
                )
                assert found.clash is None
                assert found.target is not None
                sources[leaf.code] = found.target.value
    assert len(sources) == sum(target.value != "previous" for target in PHU_SON.targets)
    assert (sources["3.1.1"], sources["8.1"], sources["8.2"]) == (98, 92, 95)


@pytest.mark.parametrize("task", PHU_SON.tasks, ids=lambda task: task.id)
def test_every_duty_of_phu_son_that_names_its_proof_is_worth_points(task: Task) -> None:
    assert set(task.indicators) <= {leaf.indicator for leaf in LEAVES}


def test_every_annex_row_of_phu_son_names_its_proof() -> None:
    assert [task.id for task in PHU_SON.tasks if task.annex and not task.indicators and not task.same_as] == []


def test_reporting_duties_of_phu_son_are_worth_points() -> None:
    assert {duty.indicator for duty in PHU_SON.reporting if duty.indicator} <= {leaf.indicator for leaf in LEAVES}


def test_vocabulary_is_well_formed() -> None:
    assert len(INDICATORS) == len(VOCABULARY), "an id stands twice"
    names = Counter(unicodedata.normalize("NFC", indicator.name).casefold() for indicator in VOCABULARY)
    assert [name for name, times in names.items() if times > 1] == []
    for indicator in VOCABULARY:
        assert indicator.domain in DOMAINS
        assert indicator.better is not None
        counted = indicator.numerator and indicator.denominator and indicator.counts
        assert counted or indicator.measure != "ratio", indicator.id
        assert (indicator.items is not None) == (indicator.measure == "checklist"), indicator.id
        assert indicator.over_time != "none" or indicator.measure not in ("ratio", "count", "percent"), indicator.id
        for mentioned in re.findall(r"\b[a-z]+\.[a-z]+(?:-[a-z]+)*\b", indicator.note or ""):
            assert mentioned in INDICATORS, (indicator.id, mentioned)


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_what_sounds_alike_says_how_it_differs(one: str, other: str) -> None:
    assert other in (INDICATORS[one].note or "")


def test_every_plan_speaks_the_vocabulary_and_nothing_stands_idle() -> None:
    used = {leaf.indicator for leaf in LEAVES}
    for plan in PLANS:
        asked = {target.indicator for target in plan.targets}
        asked |= {target.of for target in plan.targets if target.of}
        asked |= {id_ for task in plan.tasks for id_ in task.indicators}
        asked |= {duty.indicator for duty in plan.reporting if duty.indicator}
        assert asked <= set(INDICATORS), plan.id
        used |= asked
    assert set(INDICATORS) - used == set()


def test_files_are_in_composed_form() -> None:
    for path in (ROOT / "criteria").glob("*.yaml"):
        text = path.read_text("utf-8")
        assert unicodedata.is_normalized("NFC", text), path.name
        assert text.startswith("# yaml-language-server: $schema=../docs/schema/")
