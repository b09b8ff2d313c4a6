"""A criteria set that extends another: what it drops, changes and adds; everything else is that of its base."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from parindex.model.criteria import Case, Node, ScoredBy, Span, Threshold
from parindex.model.plan import Level
from parindex.model.policy import NotArising, Policy
from parindex.rules.union import AnyRule
from parindex.values.fields import Code, Flag, Id, Model, NotNegative, Text, Year, doc


class Change(Model):
    """Named fields of a domain, group or leaf, each replaced whole; what is not named stays.

    ``null`` takes an optional field away. ``appraised_by`` of a domain or group is that of all leaves that the base
    has below it. A code cannot be changed: it is the name by which sets are compared.
    """

    name: Annotated[Text | None, doc("Tên", "Name")] = None
    points: Annotated[NotNegative | None, doc("Điểm tối đa", "Max points")] = None
    maps_to: Annotated[Id | None, doc("Lĩnh vực chung tương ứng", "The shared domain it maps to")] = None
    counts: Annotated[
        Literal["normal", "bonus", "penalty"] | None,
        doc("Tính thường, thưởng hay phạt", "Normal, bonus or penalty"),
    ] = None
    indicator: Annotated[Id | None, doc("Chỉ số đo", "The indicator")] = None
    facts: Annotated[
        dict[str, Id] | None, doc("Các chỉ số đo, có tên, khi có nhiều", "Named indicators, when several feed it")
    ] = None
    rule: Annotated[AnyRule | None, doc("Quy tắc chấm điểm", "How points are given")] = None
    evidence: Annotated[list[Text] | None, doc("Tài liệu kiểm chứng cần có", "Evidence required")] = None
    scored_by: Annotated[ScoredBy | None, doc("Ai nhập số liệu", "Who enters the fact")] = None
    appraised_by: Annotated[
        Text | None,
        doc("Cơ quan thẩm định; ở lĩnh vực, nhóm: của mọi tiêu chí bên dưới", "The appraiser; of all leaves below"),
    ] = None
    otherwise: Annotated[Threshold | None, doc("Ngưỡng tham chiếu", "Threshold where no plan sets a target")] = None
    aspiration: Annotated[
        Flag | None, doc("Dùng cả chỉ tiêu phấn đấu", "Whether an aspiration of a plan counts as target")
    ] = None
    not_arising: Annotated[NotArising | None, doc("Khi không phát sinh", "When nothing arose")] = None
    note: Annotated[Text | None, doc("Ghi chú", "Note")] = None
    cases: Annotated[list[Case] | None, doc("Ví dụ tính tay", "Examples worked out by hand")] = None


class Addition(Model):
    """Criteria put under a domain or group of the base."""

    under: Annotated[Code | Id, doc("Mã lĩnh vực hoặc nhóm", "Domain id, or code of a domain or group")]
    after: Annotated[Code | None, doc("Đứng sau mã này; trống: cuối", "After this code; none: at the end")] = None
    criteria: Annotated[list[Node], doc("Tiêu chí thêm vào", "The criteria"), Field(min_length=1)]


class Overlay(Model):
    """A file of ``criteria/`` with ``extends``.

    Domains come only from the base. First ``drop`` is done, then ``change``, then ``add``; the result is a plain
    criteria set. Scale, policy, period of the figures and windows are those of the base unless given here whole.
    """

    kind: Literal["criteria"]
    format: Literal["1"]
    id: Annotated[Id, doc("Mã bộ tiêu chí", "Id")]
    title: Annotated[Text, doc("Tên bộ tiêu chí", "Title")]
    extends: Annotated[Id, doc("Mã bộ tiêu chí gốc", "Id of the set that it extends")]
    level: Annotated[Level, doc("Cấp", "Level")]
    year: Annotated[Year, doc("Năm", "Year")]
    status: Annotated[Literal["reference", "official"], doc("Tham chiếu hay chính thức", "Reference or official")] = (
        "reference"
    )
    decision: Annotated[Text | None, doc("Quyết định ban hành (bộ chính thức)", "The decision that issued it")] = None
    scale: Annotated[NotNegative | None, doc("Thang điểm", "Scale")] = None
    data_period: Annotated[Span | None, doc("Kỳ số liệu", "Period of the figures")] = None
    windows: Annotated[
        dict[str, Span] | None,
        doc("Thời gian hợp lệ của minh chứng theo loại", "When evidence must be dated, by kind"),
    ] = None
    policy: Annotated[Policy | None, doc("Chính sách tính điểm", "Policy")] = None
    note: Annotated[Text | None, doc("Ghi chú", "Note")] = None
    drop: Annotated[list[Code], doc("Mã bỏ khỏi bộ gốc", "Codes left out")] = []
    change: Annotated[dict[Code, Change], doc("Sửa theo mã", "Changes by code")] = {}
    add: Annotated[list[Addition], doc("Thêm tiêu chí", "Criteria added")] = []

    @model_validator(mode="after")
    def _official_has_decision(self) -> Self:
        if (self.status == "official") != (self.decision is not None):
            raise PydanticCustomError("set_decision", "an official set, and only that, names its decision")
        return self
