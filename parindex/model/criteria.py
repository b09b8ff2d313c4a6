"""A criteria set: the tree of domains, criteria and sub-criteria, and how points are given."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal, Self

from pydantic import Discriminator, Field, Tag, model_validator
from pydantic_core import PydanticCustomError

from parindex.model.plan import Level
from parindex.model.policy import NotArising, Policy
from parindex.model.unit import Reported, Values
from parindex.rules.union import AnyRule
from parindex.values.fields import (
    EMPTY_DICT,
    EMPTY_LIST,
    Bound,
    Code,
    Day,
    Flag,
    Id,
    Model,
    NotNegative,
    Number,
    Text,
    Year,
)
from parindex.values.targets import Comparator

ScoredBy = Literal["unit", "council", "survey"]


class Threshold(Model):
    """The set's own threshold ("ngưỡng tham chiếu"), used where no plan sets a target."""

    comparator: Comparator
    """So sánh | Comparator"""
    value: Bound
    """Giá trị | Value"""


class CaseFacts(Values):
    """The facts of a case; the reports of a duty stand here too."""

    reports: dict[str, Reported] | None = None
    """Báo cáo theo kỳ | Reports by period"""


_KEYS = frozenset(CaseFacts.model_fields)
_NESTED = frozenset({"answers", "reports"})
"""The values of a case that are mappings themselves."""


def _facts_shape(value: Any) -> str:
    """One indicator's values, or named facts of a leaf that several feed.

    A name may be spelt as the key of a value is: ``{count: {count: 3}, rank: {rank: 1}}`` is named all the same.
    """
    if not isinstance(value, Mapping):
        return "one"
    if not value.keys() <= _KEYS:
        return "named"
    nested = all(isinstance(each, (dict, Mapping, CaseFacts)) for each in value.values())  # a dict nearly always
    return "named" if nested and not value.keys() <= _NESTED else "one"


AnyCaseFacts = Annotated[
    Annotated[CaseFacts, Tag("one")] | Annotated[dict[str, CaseFacts], Tag("named")], Discriminator(_facts_shape)
]


class Case(Model):
    """An example worked out by hand: facts in, points out. The tool and the test suite run it."""

    facts: AnyCaseFacts | None = None
    """Số liệu; trống: không có số liệu | Facts; none: not reported"""
    previous: AnyCaseFacts | None = None
    """Số liệu năm trước | Last year's facts"""
    target: Threshold | None = None
    """Chỉ tiêu giả định của kế hoạch | A plan's target, supposed"""
    points: Number | None = None
    """Điểm tính tay | Points worked out by hand"""
    status: Literal["missing", "invalid", "no_target", "pending"] | None = None
    """Trạng thái, khi không có điểm | The status, where there are no points"""
    note: Text | None = None
    """Ghi chú | Note"""

    @model_validator(mode="after")
    def _one_result(self) -> Self:
        if (self.points is None) == (self.status is None):
            raise PydanticCustomError("case_result", "give points or status, one of them")
        return self


class Leaf(Model):
    """A criterion or sub-criterion that is given points."""

    code: Code
    """Mã: 3.1.1 | Code"""
    name: Text
    """Tên | Name"""
    points: NotNegative
    """Điểm tối đa | Max points"""
    counts: Literal["normal", "bonus", "penalty"] = "normal"
    """Tính thường, thưởng hay phạt | Normal, bonus or penalty"""
    indicator: Id | None = None
    """Chỉ số đo | The indicator"""
    facts: dict[str, Id] | None = None
    """Các chỉ số đo, có tên, khi có nhiều | Named indicators, when several feed it"""
    rule: AnyRule
    """Quy tắc chấm điểm | How points are given"""
    evidence: list[Text] = EMPTY_LIST
    """Tài liệu kiểm chứng cần có | Evidence required"""
    scored_by: ScoredBy = "unit"
    """Ai nhập số liệu | Who enters the fact"""
    appraised_by: Text | None = None
    """Cơ quan thẩm định | The agency that appraises it"""
    otherwise: Threshold | None = None
    """Ngưỡng tham chiếu | Threshold where no plan sets a target"""
    aspiration: Flag = False
    """Dùng cả chỉ tiêu phấn đấu | Whether an aspiration of a plan counts as target"""
    not_arising: NotArising | None = None
    """Khi không phát sinh | When nothing arose"""
    note: Text | None = None
    """Ghi chú | Note"""
    cases: list[Case] = EMPTY_LIST
    """Ví dụ tính tay | Examples worked out by hand"""

    @model_validator(mode="after")
    def _has_facts(self) -> Self:
        given = (self.indicator is not None) + (self.facts is not None)
        if given == 2 or (given == 0 and self.rule.kind != "appraised"):
            raise PydanticCustomError("leaf_indicator", "needs indicator or facts, one of them")
        if self.rule.kind == "formula":
            self.rule.check_names(self.names)
        return self

    @property
    def names(self) -> dict[str, str]:
        """The indicators that feed the leaf, by the names that the rule uses."""
        if self.facts is not None:
            return self.facts
        return {"value": self.indicator} if self.indicator is not None else {}


class Group(Model):
    """A criterion with sub-criteria."""

    code: Code
    """Mã: 3.1 | Code"""
    name: Text
    """Tên | Name"""
    points: NotNegative | None = None
    """Điểm tối đa, để kiểm tra | Max points, to check the sum"""
    criteria: Annotated[list["Node"], Field(min_length=1)]
    """Tiêu chí thành phần | Sub-criteria"""


def _node_shape(value: Any) -> str:
    if isinstance(value, Mapping):
        return "group" if "criteria" in value else "leaf"
    return "group" if isinstance(value, Group) else "leaf"


Node = Annotated[Annotated[Group, Tag("group")] | Annotated[Leaf, Tag("leaf")], Discriminator(_node_shape)]


class Domain(Model):
    """A domain of the set."""

    id: Id
    """Mã lĩnh vực | Id"""
    code: Code
    """Số thứ tự | Code"""
    name: Text
    """Tên lĩnh vực | Name"""
    maps_to: Id | None = None
    """Lĩnh vực chung tương ứng | The shared domain it maps to"""
    points: NotNegative | None = None
    """Điểm tối đa, để kiểm tra | Max points, to check the sum"""
    criteria: Annotated[list[Node], Field(min_length=1)]
    """Tiêu chí | Criteria"""


class Span(Model):
    """A span of days, both ends included."""

    from_: Annotated[Day, Field(alias="from")]
    """Từ ngày | First day"""
    to: Day
    """Đến ngày | Last day"""


class CriteriaSet(Model):
    """A file of ``criteria/``."""

    kind: Literal["criteria"]
    format: Literal["1"]
    id: Id
    """Mã bộ tiêu chí | Id"""
    title: Text
    """Tên bộ tiêu chí | Title"""
    level: Level
    """Cấp | Level"""
    year: Year
    """Năm | Year"""
    status: Literal["reference", "official"] = "reference"
    """Tham chiếu hay chính thức | Reference or official"""
    decision: Text | None = None
    """Quyết định ban hành (bộ chính thức) | The decision that issued it"""
    scale: NotNegative
    """Thang điểm | Scale"""
    data_period: Span | None = None
    """Kỳ số liệu | Period of the figures"""
    windows: dict[str, Span] = EMPTY_DICT
    """Thời gian hợp lệ của minh chứng theo loại | When evidence must be dated, by kind"""
    policy: Policy = Policy.model_construct()
    """Chính sách tính điểm | Policy"""
    domains: Annotated[list[Domain], Field(min_length=1)]
    """Các lĩnh vực | Domains"""
    note: Text | None = None
    """Ghi chú | Note"""

    @model_validator(mode="after")
    def _official_has_decision(self) -> Self:
        if (self.status == "official") != (self.decision is not None):
            raise PydanticCustomError("set_decision", "an official set, and only that, names its decision")
        return self

    def leaves(self) -> Iterator[tuple[Domain, Leaf]]:
        """All leaves in order, with their domain."""
        for domain in self.domains:
            for leaf in leaves_of(domain.criteria):
                yield domain, leaf


def leaves_of(nodes: list[Node]) -> Iterator[Leaf]:
    """The leaves under some nodes, in order."""
    for node in nodes:
        if isinstance(node, Group):
            yield from leaves_of(node.criteria)
        else:
            yield node
