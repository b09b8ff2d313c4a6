"""A project, ``parindex.yaml``: the root of an evidence repository, and how its units are ranked."""

from typing import Annotated, Literal, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from parindex.model.checking import CheckSettings
from parindex.model.unit import ReportEntry
from parindex.values.fields import (
    EMPTY_DICT,
    EMPTY_LIST,
    Day,
    Id,
    Model,
    Text,
    Year,
    text,
)

UnitPattern = Annotated[str, text(pattern=r"^[^/\\~:][^\\:]*$", max_length=200)]
"""A relative glob pattern with forward slashes: ``units/*.yaml``, ``**/unit.yaml``; what lies outside is never met."""


class Decision(Model):
    """The decision that approved the ranking."""

    number: Text
    """Số, ký hiệu quyết định | Number and symbol"""
    date: Day
    """Ngày ban hành | Day of issue"""
    issuer: Text | None = None
    """Cơ quan ban hành | Issuer"""


class Extension(Model):
    """A later day that one unit was granted."""

    unit: Id
    """Mã đơn vị | The unit"""
    deadline: Id
    """Mốc được gia hạn | The deadline that is extended"""
    to: Day
    """Gia hạn đến ngày | The later day"""
    by: Text
    """Ai cho phép, theo văn bản nào | Who granted it, by which document"""


class Project(Model):
    """The file ``parindex.yaml``."""

    kind: Literal["project"]
    format: Literal["1"]
    id: Id
    """Mã kho minh chứng | Id"""
    title: Text
    """Tên gọi, in ở đầu bảng xếp hạng | Title, printed above the ranking"""
    year: Year
    """Năm đánh giá | The year that is scored"""
    criteria: Id
    """Bộ tiêu chí chung | The criteria set of the project"""
    plans: list[Id] = EMPTY_LIST
    """Các kế hoạch áp dụng chung | Plans that apply to all units"""
    units: list[UnitPattern] = ["**/unit.yaml"]
    """Tệp số liệu đơn vị, mẫu tên như units/*.yaml | Glob patterns of the units' files"""
    groups: dict[Text, list[Text]] = EMPTY_DICT
    """Nhóm xếp hạng: tên nhóm và các loại đơn vị; trống: mỗi loại một nhóm |
    Ranking groups: name and kinds of unit; none: each kind is ranked apart"""
    left_out: dict[Id, Text] = EMPTY_DICT
    """Đơn vị đặc thù không xếp hạng và lý do | Special units that are not ranked, with the reason"""
    status: Literal["draft", "approved"] = "draft"
    """Dự thảo hay đã phê duyệt | Draft or approved; said in every output"""
    decision: Decision | None = None
    """Quyết định phê duyệt | The decision that approved it"""
    agency: Text | None = None
    """Cơ quan công bố, in ở đầu văn bản | The agency that publishes; the head of its documents"""
    report: dict[str, ReportEntry] = EMPTY_DICT
    """Thông tin cho báo cáo tổng hợp, tờ trình, quyết định | Documents on the ranking, by kind"""
    deadlines: dict[Id, Day] = EMPTY_DICT
    """Các mốc thời gian của đợt đánh giá | Dates of the process, by name: data, not code"""
    extensions: list[Extension] = EMPTY_LIST
    """Gia hạn cho từng đơn vị | Extensions granted to units"""
    checks: CheckSettings = CheckSettings()
    """Cách kiểm tra (parindex check) | How parindex check judges"""

    @model_validator(mode="after")
    def _approved_has_decision(self) -> Self:
        if (self.status == "approved") != (self.decision is not None):
            raise PydanticCustomError("project_decision", "an approved project, and only that, names its decision")
        return self

    @model_validator(mode="after")
    def _each_type_in_one_group(self) -> Self:
        seen: dict[str, str] = {}
        for name, types in self.groups.items():
            for kind in types:
                if seen.setdefault(kind.casefold(), name) != name:
                    raise PydanticCustomError(
                        "project_groups", "{kind} stands in two groups", {"kind": kind, "other": seen[kind.casefold()]}
                    )
        return self
