"""What sets differ in: options of a set, never constants of the program."""

from typing import Annotated, Literal

from pydantic import Field

from parindex.values.facts import Conductor
from parindex.values.fields import Code, Flag, Id, Model, NotNegative, Number, Text, doc
from parindex.values.numbers import RoundingMode

NotArising = Literal["exclude", "full", "zero"]


class Rounding(Model):
    """Applied once, at the named place; everything else stays exact."""

    mode: Annotated[RoundingMode, doc("Cách làm tròn", "half-up, half-even or down")] = "half-up"
    digits: Annotated[int, doc("Số chữ số thập phân", "Decimals"), Field(ge=0, le=6)] = 2
    at: Annotated[
        Literal["leaf", "total", "print"],
        doc("Làm tròn ở tiêu chí, ở tổng hay khi in", "At the leaf, at the total, or in print only"),
    ] = "print"


class Gate(Model):
    """A class may need a minimum in one part besides the total."""

    code: Annotated[Code | Id, doc("Mã lĩnh vực hoặc tiêu chí", "Domain id or criterion code")]
    least: Annotated[Number, doc("Tối thiểu, % điểm tối đa của phần đó", "At least, percent of that part's maximum")]


class ScoreClass(Model):
    """A class of results, from ``from`` up."""

    name: Annotated[Text, doc("Xếp loại", "Name")]
    from_: Annotated[NotNegative, doc("Từ chỉ số (kể cả)", "From this index, included"), Field(alias="from")]
    gates: Annotated[list[Gate], doc("Điều kiện kèm theo", "Further conditions")] = []


class Policy(Model):
    """The policy of a set (design, section 6)."""

    not_arising: Annotated[
        NotArising, doc("Không phát sinh: bỏ khỏi mẫu, đủ điểm hay 0", "Not arising: exclude, full or zero")
    ] = "exclude"
    missing_survey: Annotated[
        Literal["pending", "rescale"], doc("Chưa có điều tra: chờ hay quy đổi", "No survey yet: wait or rescale")
    ] = "pending"
    missing_evidence: Annotated[
        Literal["explain", "zero"], doc("Thiếu minh chứng: giải trình hay 0 điểm", "No evidence: explain, or zero")
    ] = "explain"
    rounding: Annotated[Rounding, doc("Làm tròn", "Rounding")] = Rounding.made()
    bonus_cap: Annotated[NotNegative | None, doc("Trần điểm thưởng", "Cap of the bonus points")] = None
    penalty_cap: Annotated[NotNegative | None, doc("Trần điểm phạt", "Cap of the penalty points")] = None
    may_exceed_scale: Annotated[Flag, doc("Tổng có thể vượt thang điểm", "Whether the total may exceed the scale")] = (
        False
    )
    classes: Annotated[
        dict[str, list[ScoreClass]],
        doc("Xếp loại theo nhóm đơn vị (mac-dinh: chung)", "Classes per group of units; mac-dinh for all others"),
    ] = {}
    ties: Annotated[
        Literal["shared", "exact"], doc("Đồng hạng theo điểm in hay điểm chính xác", "Shared rank or exact score")
    ] = "shared"
    target_policy: Annotated[
        Literal["superior-first", "listed", "strictest"],
        doc("Chọn chỉ tiêu: cấp trên trước, theo thứ tự, hay chặt nhất", "Which plan's target binds"),
    ] = "superior-first"
    surveys: Annotated[list[Conductor], doc("Điều tra của ai được tính", "Whose surveys count")] = [
        "superior",
        "independent",
    ]
