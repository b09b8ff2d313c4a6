"""A criteria set: the tree of domains, criteria and sub-criteria, and how points are given."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal, Self

from pydantic import Discriminator, Field, Tag, model_validator
from pydantic_core import PydanticCustomError

from parindex.model.plan import Level
from parindex.model.policy import NotArising, Policy
from parindex.model.unit import Reported, Values
from parindex.rules.union import AnyRule
from parindex.values.fields import Bound, Code, Day, Flag, Id, Model, NotNegative, Number, Text, Year, doc
from parindex.values.targets import Comparator

ScoredBy = Literal["unit", "council", "survey"]


class Threshold(Model):
    """The set's own threshold ("ngưỡng tham chiếu"), used where no plan sets a target."""

    comparator: Annotated[Comparator, doc("So sánh", "Comparator")]
    value: Annotated[Bound, doc("Giá trị", "Value")]


class CaseFacts(Values):
    """The facts of a case; the reports of a duty stand here too."""

    reports: Annotated[dict[str, Reported] | None, doc("Báo cáo theo kỳ", "Reports by period")] = None


def _facts_shape(value: Any) -> str:
    """One indicator's values, or named facts of a leaf that several feed."""
    if isinstance(value, Mapping) and not set(value) <= set(CaseFacts.model_fields):
        return "named"
    return "one"


AnyCaseFacts = Annotated[
    Annotated[CaseFacts, Tag("one")] | Annotated[dict[str, CaseFacts], Tag("named")], Discriminator(_facts_shape)
]


class Case(Model):
    """An example worked out by hand: facts in, points out. The tool and the test suite run it."""

    facts: Annotated[AnyCaseFacts | None, doc("Số liệu; trống: không có số liệu", "Facts; none: not reported")] = None
    previous: Annotated[AnyCaseFacts | None, doc("Số liệu năm trước", "Last year's facts")] = None
    target: Annotated[Threshold | None, doc("Chỉ tiêu giả định của kế hoạch", "A plan's target, supposed")] = None
    points: Annotated[Number | None, doc("Điểm tính tay", "Points worked out by hand")] = None
    status: Annotated[
        Literal["missing", "invalid", "no_target", "pending"] | None,
        doc("Trạng thái, khi không có điểm", "The status, where there are no points"),
    ] = None
    note: Annotated[Text | None, doc("Ghi chú", "Note")] = None

    @model_validator(mode="after")
    def _one_result(self) -> Self:
        if (self.points is None) == (self.status is None):
            raise PydanticCustomError("case_result", "give points or status, one of them")
        return self


class Leaf(Model):
    """A criterion or sub-criterion that is given points."""

    code: Annotated[Code, doc("Mã: 3.1.1", "Code")]
    name: Annotated[Text, doc("Tên", "Name")]
    points: Annotated[NotNegative, doc("Điểm tối đa", "Max points")]
    counts: Annotated[
        Literal["normal", "bonus", "penalty"], doc("Tính thường, thưởng hay phạt", "Normal, bonus or penalty")
    ] = "normal"
    indicator: Annotated[Id | None, doc("Chỉ số đo", "The indicator")] = None
    facts: Annotated[
        dict[str, Id] | None, doc("Các chỉ số đo, có tên, khi có nhiều", "Named indicators, when several feed it")
    ] = None
    rule: Annotated[AnyRule, doc("Quy tắc chấm điểm", "How points are given")]
    evidence: Annotated[list[Text], doc("Tài liệu kiểm chứng cần có", "Evidence required")] = []
    scored_by: Annotated[ScoredBy, doc("Ai nhập số liệu", "Who enters the fact")] = "unit"
    appraised_by: Annotated[Text | None, doc("Cơ quan thẩm định", "The agency that appraises it")] = None
    otherwise: Annotated[Threshold | None, doc("Ngưỡng tham chiếu", "Threshold where no plan sets a target")] = None
    aspiration: Annotated[
        Flag, doc("Dùng cả chỉ tiêu phấn đấu", "Whether an aspiration of a plan counts as target")
    ] = False
    not_arising: Annotated[NotArising | None, doc("Khi không phát sinh", "When nothing arose")] = None
    note: Annotated[Text | None, doc("Ghi chú", "Note")] = None
    cases: Annotated[list[Case], doc("Ví dụ tính tay", "Examples worked out by hand")] = []

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

    code: Annotated[Code, doc("Mã: 3.1", "Code")]
    name: Annotated[Text, doc("Tên", "Name")]
    points: Annotated[NotNegative | None, doc("Điểm tối đa, để kiểm tra", "Max points, to check the sum")] = None
    criteria: Annotated[list["Node"], doc("Tiêu chí thành phần", "Sub-criteria"), Field(min_length=1)]


def _node_shape(value: Any) -> str:
    if isinstance(value, Mapping):
        return "group" if "criteria" in value else "leaf"
    return "group" if isinstance(value, Group) else "leaf"


Node = Annotated[Annotated[Group, Tag("group")] | Annotated[Leaf, Tag("leaf")], Discriminator(_node_shape)]


class Domain(Model):
    """A domain of the set."""

    id: Annotated[Id, doc("Mã lĩnh vực", "Id")]
    code: Annotated[Code, doc("Số thứ tự", "Code")]
    name: Annotated[Text, doc("Tên lĩnh vực", "Name")]
    maps_to: Annotated[Id | None, doc("Lĩnh vực chung tương ứng", "The shared domain it maps to")] = None
    points: Annotated[NotNegative | None, doc("Điểm tối đa, để kiểm tra", "Max points, to check the sum")] = None
    criteria: Annotated[list[Node], doc("Tiêu chí", "Criteria"), Field(min_length=1)]


class Span(Model):
    """A span of days, both ends included."""

    from_: Annotated[Day, doc("Từ ngày", "First day"), Field(alias="from")]
    to: Annotated[Day, doc("Đến ngày", "Last day")]


class CriteriaSet(Model):
    """A file of ``criteria/``."""

    kind: Literal["criteria"]
    format: Literal["1"]
    id: Annotated[Id, doc("Mã bộ tiêu chí", "Id")]
    title: Annotated[Text, doc("Tên bộ tiêu chí", "Title")]
    level: Annotated[Level, doc("Cấp", "Level")]
    year: Annotated[Year, doc("Năm", "Year")]
    status: Annotated[Literal["reference", "official"], doc("Tham chiếu hay chính thức", "Reference or official")] = (
        "reference"
    )
    decision: Annotated[Text | None, doc("Quyết định ban hành (bộ chính thức)", "The decision that issued it")] = None
    scale: Annotated[NotNegative, doc("Thang điểm", "Scale")]
    data_period: Annotated[Span | None, doc("Kỳ số liệu", "Period of the figures")] = None
    windows: Annotated[
        dict[str, Span], doc("Thời gian hợp lệ của minh chứng theo loại", "When evidence must be dated, by kind")
    ] = {}
    policy: Annotated[Policy, doc("Chính sách tính điểm", "Policy")] = Policy.made()
    domains: Annotated[list[Domain], doc("Các lĩnh vực", "Domains"), Field(min_length=1)]
    note: Annotated[Text | None, doc("Ghi chú", "Note")] = None

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
