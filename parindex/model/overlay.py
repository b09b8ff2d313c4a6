"""A criteria set that extends another: what it drops, changes and adds; everything else is that of its base."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from parindex.model.criteria import Case, Node, ScoredBy, Span, Threshold
from parindex.model.plan import Level
from parindex.model.policy import NotArising, Policy
from parindex.rules.union import AnyRule
from parindex.values.fields import (
    EMPTY_DICT,
    EMPTY_LIST,
    Code,
    Flag,
    Id,
    Model,
    NotNegative,
    Text,
    Year,
)


class Change(Model):
    """Named fields of a domain, group or leaf, each replaced whole; what is not named stays.

    ``null`` takes an optional field away. ``appraised_by`` of a domain or group is that of all leaves that the base
    has below it. A code cannot be changed: it is the name by which sets are compared.
    """

    name: Text | None = None
    """Tên | Name"""
    points: NotNegative | None = None
    """Điểm tối đa | Max points"""
    maps_to: Id | None = None
    """Lĩnh vực chung tương ứng | The shared domain it maps to"""
    counts: Literal["normal", "bonus", "penalty"] | None = None
    """Tính thường, thưởng hay phạt | Normal, bonus or penalty"""
    indicator: Id | None = None
    """Chỉ số đo | The indicator"""
    facts: dict[str, Id] | None = None
    """Các chỉ số đo, có tên, khi có nhiều | Named indicators, when several feed it"""
    rule: AnyRule | None = None
    """Quy tắc chấm điểm | How points are given"""
    evidence: list[Text] | None = None
    """Tài liệu kiểm chứng cần có | Evidence required"""
    scored_by: ScoredBy | None = None
    """Ai nhập số liệu | Who enters the fact"""
    appraised_by: Text | None = None
    """Cơ quan thẩm định; ở lĩnh vực, nhóm: của mọi tiêu chí bên dưới | The appraiser; of all leaves below"""
    otherwise: Threshold | None = None
    """Ngưỡng tham chiếu | Threshold where no plan sets a target"""
    aspiration: Flag | None = None
    """Dùng cả chỉ tiêu phấn đấu | Whether an aspiration of a plan counts as target"""
    not_arising: NotArising | None = None
    """Khi không phát sinh | When nothing arose"""
    note: Text | None = None
    """Ghi chú | Note"""
    cases: list[Case] | None = None
    """Ví dụ tính tay | Examples worked out by hand"""


class Addition(Model):
    """Criteria put under a domain or group of the base."""

    under: Code | Id
    """Mã lĩnh vực hoặc nhóm | Domain id, or code of a domain or group"""
    after: Code | None = None
    """Đứng sau mã này; trống: cuối | After this code; none: at the end"""
    criteria: Annotated[list[Node], Field(min_length=1)]
    """Tiêu chí thêm vào | The criteria"""


class Overlay(Model):
    """A file of ``criteria/`` with ``extends``.

    Domains come only from the base. First ``drop`` is done, then ``change``, then ``add``; the result is a plain
    criteria set. Scale, policy, period of the figures and windows are those of the base unless given here whole.
    """

    kind: Literal["criteria"]
    format: Literal["1"]
    id: Id
    """Mã bộ tiêu chí | Id"""
    title: Text
    """Tên bộ tiêu chí | Title"""
    extends: Id
    """Mã bộ tiêu chí gốc | Id of the set that it extends"""
    level: Level
    """Cấp | Level"""
    year: Year
    """Năm | Year"""
    status: Literal["reference", "official"] = "reference"
    """Tham chiếu hay chính thức | Reference or official"""
    decision: Text | None = None
    """Quyết định ban hành (bộ chính thức) | The decision that issued it"""
    scale: NotNegative | None = None
    """Thang điểm | Scale"""
    data_period: Span | None = None
    """Kỳ số liệu | Period of the figures"""
    windows: dict[str, Span] | None = None
    """Thời gian hợp lệ của minh chứng theo loại | When evidence must be dated, by kind"""
    policy: Policy | None = None
    """Chính sách tính điểm | Policy"""
    note: Text | None = None
    """Ghi chú | Note"""
    drop: list[Code] = EMPTY_LIST
    """Mã bỏ khỏi bộ gốc | Codes left out"""
    change: dict[Code, Change] = EMPTY_DICT
    """Sửa theo mã | Changes by code"""
    add: list[Addition] = EMPTY_LIST
    """Thêm tiêu chí | Criteria added"""

    @model_validator(mode="after")
    def _official_has_decision(self) -> Self:
        if (self.status == "official") != (self.decision is not None):
            raise PydanticCustomError("set_decision", "an official set, and only that, names its decision")
        return self
