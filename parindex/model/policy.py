"""What sets differ in: options of a set, never constants of the program."""

from typing import Annotated, Literal

from pydantic import Field

from parindex.values.facts import Conductor
from parindex.values.fields import (
    EMPTY_DICT,
    EMPTY_LIST,
    Code,
    Flag,
    Id,
    Model,
    NotNegative,
    Number,
    Text,
    whole,
)
from parindex.values.numbers import RoundingMode

NotArising = Literal["exclude", "full", "zero"]


class Rounding(Model):
    """Applied once, at the named place; everything else stays exact."""

    mode: RoundingMode = "half-up"
    """Cách làm tròn | half-up, half-even or down"""
    digits: Annotated[int, whole(ge=0, le=6)] = 2
    """Số chữ số thập phân | Decimals"""
    at: Literal["leaf", "total", "print"] = "print"
    """Làm tròn ở tiêu chí, ở tổng hay khi in | At the leaf, at the total, or in print only"""


class Gate(Model):
    """A class may need a minimum in one part besides the total."""

    code: Code | Id
    """Mã lĩnh vực hoặc tiêu chí | Domain id or criterion code"""
    least: Number
    """Tối thiểu, % điểm tối đa của phần đó | At least, percent of that part's maximum"""


class ScoreClass(Model):
    """A class of results, from ``from`` up."""

    name: Text
    """Xếp loại | Name"""
    from_: Annotated[NotNegative, Field(alias="from")]
    """Từ chỉ số (kể cả) | From this index, included"""
    gates: list[Gate] = EMPTY_LIST
    """Điều kiện kèm theo | Further conditions"""


class Policy(Model):
    """The policy of a set (design, section 6)."""

    not_arising: NotArising = "exclude"
    """Không phát sinh: bỏ khỏi mẫu, đủ điểm hay 0 | Not arising: exclude, full or zero"""
    missing_survey: Literal["pending", "rescale"] = "pending"
    """Chưa có điều tra: chờ hay quy đổi | No survey yet: wait or rescale"""
    missing_evidence: Literal["explain", "zero"] = "explain"
    """Thiếu minh chứng: giải trình hay 0 điểm | No evidence: explain, or zero"""
    rounding: Rounding = Rounding.model_construct()
    """Làm tròn | Rounding"""
    bonus_cap: NotNegative | None = None
    """Trần điểm thưởng | Cap of the bonus points"""
    penalty_cap: NotNegative | None = None
    """Trần điểm phạt | Cap of the penalty points"""
    may_exceed_scale: Flag = False
    """Tổng có thể vượt thang điểm | Whether the total may exceed the scale"""
    classes: dict[str, list[ScoreClass]] = EMPTY_DICT
    """Xếp loại theo nhóm đơn vị (mac-dinh: chung) | Classes per group of units; mac-dinh for all others"""
    ties: Literal["shared", "exact"] = "shared"
    """Đồng hạng theo điểm in hay điểm chính xác | Shared rank or exact score"""
    target_policy: Literal["superior-first", "listed", "strictest"] = "superior-first"
    """Chọn chỉ tiêu: cấp trên trước, theo thứ tự, hay chặt nhất | Which plan's target binds"""
    surveys: list[Conductor] = [
        "superior",
        "independent",
    ]
    """Điều tra của ai được tính | Whose surveys count"""
