"""The shared vocabulary: what is measured, how, and which direction is better."""

from typing import Annotated, Literal

from parindex.values.facts import Measure
from parindex.values.fields import Id, Model, Text, doc


class Indicator(Model):
    """One thing that plans set targets for, criteria give points for and units report."""

    id: Annotated[Id, doc("Mã chỉ số đo, ví dụ tthc.on-time", "Id, for example tthc.on-time")]
    name: Annotated[Text, doc("Tên tiếng Việt", "Vietnamese name")]
    domain: Annotated[Id, doc("Lĩnh vực", "Domain")]
    measure: Annotated[Measure, doc("Cách đo", "How it is measured")]
    numerator: Annotated[Text | None, doc("Tử số đếm gì", "What the numerator counts")] = None
    denominator: Annotated[Text | None, doc("Mẫu số đếm gì", "What the denominator counts")] = None
    counts: Annotated[
        Text | None, doc("Đơn vị đếm khi in, ví dụ hồ sơ", "The unit of counting as printed: hồ sơ, văn bản")
    ] = None
    items: Annotated[dict[Id, Text] | None, doc("Các mục của danh mục kiểm tra", "The items of a checklist, by id")] = (
        None
    )
    better: Annotated[
        Literal["higher", "lower", "earlier", "yes"] | None,
        doc("Chiều tốt hơn", "Which direction is better"),
    ] = None
    over_time: Annotated[
        Literal["sum", "last", "none"],
        doc(
            "Cộng dồn theo thời gian (cộng tử số và mẫu số)",
            "How periods add up: of counts, never of percents",
        ),
    ] = "none"
    derived: Annotated[
        Literal["tasks-done", "tasks-on-time", "inspection-findings-remedied"] | None,
        doc("Tính từ các mục khác của đơn vị", "Computed from the unit's other entries"),
    ] = None
    note: Annotated[Text | None, doc("Phân biệt với chỉ số tương tự", "How it differs from a similar one")] = None


class Indicators(Model):
    """The file ``criteria/indicators.yaml``."""

    kind: Literal["indicators"]
    format: Literal["1"]
    indicators: Annotated[list[Indicator], doc("Danh mục chỉ số đo", "The indicators")]
