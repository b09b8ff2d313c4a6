"""The shared vocabulary: what is measured, how, and which direction is better."""

from typing import Literal

from parindex.values.facts import Measure
from parindex.values.fields import Id, Model, Text


class Indicator(Model):
    """One thing that plans set targets for, criteria give points for and units report."""

    id: Id
    """Mã chỉ số đo, ví dụ tthc.on-time | Id, for example tthc.on-time"""
    name: Text
    """Tên tiếng Việt | Vietnamese name"""
    domain: Id
    """Lĩnh vực | Domain"""
    measure: Measure
    """Cách đo | How it is measured"""
    numerator: Text | None = None
    """Tử số đếm gì | What the numerator counts"""
    denominator: Text | None = None
    """Mẫu số đếm gì | What the denominator counts"""
    counts: Text | None = None
    """Đơn vị đếm khi in, ví dụ hồ sơ | The unit of counting as printed: hồ sơ, văn bản"""
    items: dict[Id, Text] | None = None
    """Các mục của danh mục kiểm tra | The items of a checklist, by id"""
    better: Literal["higher", "lower", "earlier", "yes"] | None = None
    """Chiều tốt hơn | Which direction is better"""
    over_time: Literal["sum", "last", "none"] = "none"
    """Cộng dồn theo thời gian (cộng tử số và mẫu số) | How periods add up: of counts, never of percents"""
    derived: Literal["tasks-done", "tasks-on-time", "inspection-findings-remedied"] | None = None
    """Tính từ các mục khác của đơn vị | Computed from the unit's other entries"""
    note: Text | None = None
    """Phân biệt với chỉ số tương tự | How it differs from a similar one"""


class Indicators(Model):
    """The file ``criteria/indicators.yaml``."""

    kind: Literal["indicators"]
    format: Literal["1"]
    indicators: list[Indicator]
    """Danh mục chỉ số đo | The indicators"""
