"""The reference sets of all levels: a hundred points, cases that hold, and every target of every plan worth points."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest

from parindex.checks.sets import check_criteria
from parindex.files.library import Library, data_folder
from parindex.files.yaml_reader import read
from parindex.model.criteria import Case, CriteriaSet, Group, Leaf, Node, leaves_of
from parindex.model.plan import Level, Plan, PlanTarget, Task
from parindex.model.unit import UnitIdentity
from parindex.scoring.cases import run_case
from parindex.scoring.targets import Resolved, resolve

LIBRARY = Library()
INDICATORS = LIBRARY.indicators
PLANS = [LIBRARY.plan(id_) for id_ in LIBRARY.ids("plan")]

LEVELS: dict[str, Level] = {
    "cap-xa-2023": "commune",
    "cap-xa-thanh-pho-2023": "commune",
    "cap-huyen-2023": "district",
    "co-quan-2023": "agency",
    "cap-tinh-2023": "province",
}
SETS = {id_: LIBRARY.criteria(id_) for id_ in LEVELS}
OVERLAYS = [*list(LEVELS)[1:], "khung-2023"]
FRAME = LIBRARY.criteria("khung-2023")
ROOT = LIBRARY.criteria("cap-xa-2023")
SCORED = {id_: {leaf.indicator: leaf for _, leaf in criteria.leaves()} for id_, criteria in SETS.items()}

# The points of the eight domains, added up by hand when the sets were made.
MAXIMA = {
    "cap-xa-2023": "16 11 25 8 12 7 13 8",
    "cap-xa-thanh-pho-2023": "16 11 29 6 10 5 13 10",
    "cap-huyen-2023": "15.5 9 31 5.5 6.5 8.5 14 10",
    "co-quan-2023": "16.5 9.5 31.5 7 10.5 6 11 8",
    "cap-tinh-2023": "16 10.5 21.5 9 8.5 9.5 12 13",
}

# Targets with a value that no set of their level scores: plan, id, level, with the argument.
UNSCORED: dict[tuple[str, str, Level], str] = {}

# Duties of the TTHC plan of Chí Linh that the set of its communes leaves to the city, with the argument.
LEFT_TO_THE_CITY = {
    "tthc.no-boundary": "thực hiện không phụ thuộc địa giới là cách tổ chức của thành phố, chấm ở cấp huyện",
    "tthc.vertical-procedures": "TTHC ngành dọc đưa về Bộ phận Một cửa của thành phố",
    "tthc.fee-procedures-listed": "danh mục TTHC có phí do thành phố lập; xã được chấm kết quả thanh toán trực tuyến",
}


def sum_of(nodes: list[Node]) -> Decimal:
    return sum((leaf.points for leaf in leaves_of(nodes)), Decimal(0))


def own_leaves(id_: str) -> list[Leaf]:
    """The leaves that an overlay adds or changes the points, rule or cases of; of the frame and the sets on it."""
    base = {leaf.code: leaf for _, leaf in (ROOT if id_ == "khung-2023" else FRAME).leaves()}
    plain = {"appraised_by", "note"}
    return [
        leaf
        for _, leaf in LIBRARY.criteria(id_).leaves()
        if leaf.code not in base or leaf.model_dump(exclude=plain) != base[leaf.code].model_dump(exclude=plain)
    ]


OWN = [(id_, leaf) for id_ in OVERLAYS for leaf in own_leaves(id_)]
CASES = [(id_, leaf, number, case) for id_, leaf in OWN for number, case in enumerate(leaf.cases, start=1)]


@pytest.mark.parametrize("id_", LEVELS)
def test_a_hundred_points_over_the_eight_domains(id_: str) -> None:
    criteria = SETS[id_]
    assert [domain.id for domain in criteria.domains] == [domain.id for domain in ROOT.domains]
    assert len(criteria.domains) == 8
    maxima = [sum_of(domain.criteria) for domain in criteria.domains]
    assert maxima == [Decimal(points) for points in MAXIMA[id_].split()]
    assert sum(maxima) == criteria.scale == 100
    for domain in criteria.domains:
        assert domain.points == sum_of(domain.criteria)
        for node in domain.criteria:
            assert not isinstance(node, Group) or node.points == sum_of(node.criteria), node.code
    assert all(leaf.counts == "normal" for _, leaf in criteria.leaves())


@pytest.mark.parametrize("id_", [*LEVELS, "khung-2023"])
def test_says_that_it_is_a_reference_set(id_: str) -> None:
    criteria = LIBRARY.criteria(id_)
    assert criteria.title.endswith("(không phải bộ tiêu chí chính thức)")
    assert "tham chiếu" in criteria.title
    assert (criteria.status, criteria.decision, criteria.year) == ("reference", None, 2023)
    assert not re.search(r"\d+/QĐ|Quyết định số", LIBRARY.path("criteria", id_).read_text("utf-8"))
    assert criteria.policy == ROOT.policy


@pytest.mark.parametrize("id_", LEVELS)
def test_is_of_its_level_and_in_order(id_: str) -> None:
    assert SETS[id_].level == LEVELS[id_]
    assert check_criteria(SETS[id_], LIBRARY.document("criteria", id_), INDICATORS) == []
    named = [leaf.indicator for _, leaf in SETS[id_].leaves() if leaf.indicator]
    assert len(named) == len(set(named)), "one result earns points twice"


@pytest.mark.parametrize(
    ("id_", "leaf", "number", "case"), CASES, ids=[f"{i}-{leaf.code}-{n}" for i, leaf, n, _ in CASES]
)
def test_case_holds(id_: str, leaf: Leaf, number: int, case: Case) -> None:
    result = run_case(leaf, number, case, INDICATORS)
    assert result.given == result.expected


@pytest.mark.parametrize(("id_", "leaf"), OWN, ids=[f"{id_}-{leaf.code}" for id_, leaf in OWN])
def test_leaf_is_complete(id_: str, leaf: Leaf) -> None:
    domain = next(domain for domain, other in LIBRARY.criteria(id_).leaves() if other is leaf)
    assert leaf.code.startswith(f"{domain.code}.")
    assert leaf.evidence
    assert leaf.appraised_by
    assert leaf.indicator is not None
    assert INDICATORS[leaf.indicator].domain == domain.id
    assert not leaf.rule.needs_target or leaf.otherwise is not None, "no points where the plans are silent"
    points = [case.points for case in leaf.cases if case.points is not None]
    assert len(points) >= 2
    assert (max(points), min(points)) == (leaf.points, 0)
    assert at_a_boundary(leaf), "no case stands at a boundary"


def at_a_boundary(leaf: Leaf) -> bool:
    """Whether a case lies just where the points change; yes-no facts and surveys have only their two ends."""
    rule = leaf.rule
    facts = [case.facts for case in leaf.cases if case.facts is not None]
    values = [
        fact.numerator * 100 / fact.denominator if fact.denominator else fact.percent or fact.count or fact.rank
        for fact in facts
        if not isinstance(fact, dict)
    ]
    match rule.kind:
        case "proportional":
            return rule.floor in values
        case "meets" if leaf.otherwise is not None:
            return leaf.otherwise.value in values
        case "deadline":
            return rule.due is not None and rule.due.to in [getattr(fact, "date", None) for fact in facts]
        case "per_case":
            return leaf.points / rule.each in values
        case "compare":
            return any(case.facts == case.previous for case in leaf.cases)
        case kind:
            return kind in ("meets", "survey")


def sets_of(plan: Plan, level: Level) -> list[str]:
    """The sets by which a unit that has the plan is scored: a commune's depends on who issued the plan."""
    if level == "commune":
        return ["cap-xa-2023" if plan.level == "commune" else "cap-xa-thanh-pho-2023"]
    return [id_ for id_, own in LEVELS.items() if own == level]


TARGETS = [(plan, target, level) for plan in PLANS for target in plan.targets for level in target.levels]


def test_every_target_with_a_value_is_worth_points_at_each_of_its_levels() -> None:
    unscored = {
        (plan.id, target.id, level)
        for plan, target, level in TARGETS
        if target.value is not None and not any(target.indicator in SCORED[id_] for id_ in sets_of(plan, level))
    }
    assert unscored == set(UNSCORED)
    # The five plans together: a target counts once at each of its levels.
    assert sum(target.value is not None for _, target, _ in TARGETS) > 150


def test_the_test_of_coverage_would_find_a_gap() -> None:
    plan = next(plan for plan in PLANS if plan.id == "chi-linh-2023")
    asked = {target.indicator for target in plan.targets if "district" in target.levels and target.value is not None}
    assert asked <= set(SCORED["cap-huyen-2023"])
    assert not asked <= set(SCORED["cap-xa-2023"])
    assert not asked <= set(SCORED["cap-huyen-2023"]) - {"tthc.no-resubmission"}


def in_force(id_: str, indicator: str, level: Level, plans: list[str], previous: str | None = None) -> Resolved:
    leaf = SCORED[id_][indicator]
    return resolve(
        indicator,
        UnitIdentity(id="a", name="Phòng Kinh tế" if level == "agency" else "UBND", level=level),
        [LIBRARY.plan(plan) for plan in plans],
        policy=SETS[id_].policy.target_policy,
        otherwise=leaf.otherwise,
        aspiration=leaf.aspiration,
        previous=Decimal(previous) if previous else None,
    )


PRINTED = [item for item in TARGETS if item[1].value not in (None, "previous") and item[1].applies_to is None]


@pytest.mark.parametrize(("plan", "target", "level"), PRINTED, ids=[f"{p.id}-{t.id}-{lv}" for p, t, lv in PRINTED])
def test_every_target_binds_where_it_applies(plan: Plan, target: PlanTarget, level: Level) -> None:
    (id_,) = sets_of(plan, level)
    found = in_force(id_, target.indicator, level, [plan.id])
    assert found.clash is None
    assert found.target is not None
    assert (found.target.comparator, found.target.value) == (target.comparator, target.value)
    assert found.line is not None
    assert found.line.source == "plan"
    assert found.line.binding == target.binding


@pytest.mark.parametrize(
    ("id_", "indicator", "level", "plan", "value"),
    [
        ("cap-huyen-2023", "tthc.digitised-in-force", "district", "chi-linh-2023", 85),
        ("cap-xa-thanh-pho-2023", "tthc.digitised-in-force", "commune", "chi-linh-2023", 75),
        ("cap-huyen-2023", "digital.work-files-online", "district", "hung-yen-2023", 50),
        ("cap-xa-thanh-pho-2023", "digital.work-files-online", "commune", "hung-yen-2023", 30),
        ("cap-xa-2023", "digital.work-files-online", "commune", "phu-son-2023", 100),
        ("cap-huyen-2023", "tthc.early", "district", "hung-yen-2023", 80),
        ("co-quan-2023", "tthc.procedures-national-portal", "agency", "chi-linh-2023", 75),
        ("cap-tinh-2023", "direction.tasks-on-time", "province", "hai-duong-2023", 100),
    ],
)
def test_levels_have_targets_of_their_own(id_: str, indicator: str, level: Level, plan: str, value: int) -> None:
    found = in_force(id_, indicator, level, [plan])
    assert found.target is not None
    assert found.target.value == value


def test_a_term_of_one_office_binds_it_alone() -> None:
    found = in_force("co-quan-2023", "tthc.review-completed", "agency", ["chi-linh-tthc-2023"])
    assert found.target is not None
    assert str(found.target.value) == "2023-06-30"


def test_targets_against_last_year_are_scored_against_last_year() -> None:
    for plan, target, level in TARGETS:
        if target.value == "previous" and plan.level != "commune":
            (id_,) = sets_of(plan, level)
            rule = SCORED[id_][target.indicator].rule
            if target.indicator == "tthc.online-dossiers":
                continue
            assert rule.kind == "compare", target.id
            assert (rule.against, rule.equal, rule.worse) == ("previous", 0, 0)
            assert rule.direction == ("higher" if target.comparator == ">" else "lower")
    assert in_force("cap-tinh-2023", "impact.par-index", "province", ["hai-duong-2023"]).needs_previous
    found = in_force("cap-tinh-2023", "impact.par-index", "province", ["hai-duong-2023"], "88.5")
    assert found.target is not None
    assert found.target.value == Decimal("88.5")


def test_aspirations_are_used_where_the_leaf_says_so_and_nowhere_else() -> None:
    asked = {
        target.indicator for _, target, _ in TARGETS if target.binding == "aspiration" and target.value is not None
    }
    for id_ in ("cap-xa-thanh-pho-2023", "cap-huyen-2023"):
        assert {indicator for indicator, leaf in SCORED[id_].items() if leaf.aspiration} == asked


def test_where_hai_duong_prints_no_number_the_set_has_a_threshold() -> None:
    found = in_force("cap-tinh-2023", "fin.budget-revenue", "province", ["hai-duong-2023"])
    assert found.target is not None
    assert found.line is not None
    assert (found.target.comparator, found.target.value, found.line.source) == (">=", 100, "set")


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.id)
def test_reporting_duties_are_worth_points(plan: Plan) -> None:
    for duty in plan.reporting:
        for level in duty.levels:
            if duty.indicator is not None:
                assert any(duty.indicator in SCORED[id_] for id_ in sets_of(plan, level)), (duty.id, level)


TTHC = LIBRARY.plan("chi-linh-tthc-2023").tasks


@pytest.mark.parametrize("task", [task for task in TTHC if task.indicators], ids=lambda task: task.id)
def test_duties_of_the_tthc_plan_count_for_the_city_its_offices_and_its_communes(task: Task) -> None:
    leads = " ".join([task.lead] if isinstance(task.lead, str) else task.lead or []).casefold()
    communes, offices = "xã, phường" in leads, "phòng chuyên môn" in leads
    city = any(word in leads for word in ("văn phòng hđnd", "đài", "văn hóa", "các cơ quan")) or not (
        communes or offices
    )
    asked = set(task.indicators)
    if communes:
        assert asked - set(SCORED["cap-xa-thanh-pho-2023"]) <= set(LEFT_TO_THE_CITY)
    if offices:
        assert asked <= set(SCORED["co-quan-2023"])
    if city and not task.id.startswith("kh-iii-5"):  # số hóa: giao các phòng và xã, phường
        assert asked <= set(SCORED["cap-huyen-2023"])


@pytest.mark.parametrize("id_", ["cap-xa-thanh-pho-2023", "cap-huyen-2023"])
def test_that_they_count_is_said_to_be_our_choice(id_: str) -> None:
    assert "Điều 2.2" in (SETS[id_].note or "")
    assert "lựa chọn của bộ này" in (SETS[id_].note or "")


def test_what_else_must_count() -> None:
    for id_ in SETS:
        assert {"direction.tasks-done", "direction.inspection-findings-remedied", "direction.par-reports"} <= set(
            SCORED[id_]
        )
        assert {"direction.inspections-done", "impact.sat-procedures", "impact.sat-service"} <= set(SCORED[id_])
        assert id_ == "cap-xa-2023" or "direction.tasks-on-time" in SCORED[id_]
    assert {"impact.par-index-rank", "impact.papi-rank"} <= set(SCORED["cap-huyen-2023"])


def test_shared_leaves_are_written_once() -> None:
    written: dict[str, list[str]] = {}
    for id_ in OVERLAYS:
        for addition in read(data_folder() / "criteria" / f"{id_}.yaml").data.get("add", []):
            for leaf in addition["criteria"]:
                written.setdefault(leaf["indicator"], []).append(id_)
    assert {indicator: ids for indicator, ids in written.items() if len(ids) > 1} == {}
    shared = {indicator for indicator, ids in written.items() if ids == ["khung-2023"]}
    assert len(shared) > 30
    for indicator in shared:
        assert sum(indicator in SCORED[id_] for id_ in SETS) >= 2, indicator


def test_a_code_means_the_same_criterion_in_every_set() -> None:
    meaning: dict[str, str | None] = {}
    for criteria in (ROOT, FRAME, *SETS.values()):
        for _, leaf in criteria.leaves():
            assert meaning.setdefault(leaf.code, leaf.indicator) == leaf.indicator, leaf.code


def test_appraisers_are_of_the_level_above() -> None:
    def appraisers(criteria: CriteriaSet) -> set[str | None]:
        return {leaf.appraised_by for _, leaf in criteria.leaves()}

    for id_ in ("cap-huyen-2023", "cap-tinh-2023"):
        assert all(
            name is not None and name.startswith(("Sở ", "Văn phòng UBND tỉnh")) for name in appraisers(SETS[id_])
        )
    assert all(
        name is not None and name.startswith(("Cơ quan ", "Văn phòng UBND"))
        for name in appraisers(SETS["co-quan-2023"])
    )


def test_the_set_of_phu_son_is_untouched() -> None:
    assert LIBRARY.document("criteria", "cap-xa-2023").has(("domains",))
    assert Path(LIBRARY.path("criteria", "cap-xa-2023")).name == "cap-xa-2023.yaml"
    assert len(list(ROOT.leaves())) == 92
