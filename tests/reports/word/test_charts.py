"""Charts: filled with the report's numbers, restyled by nobody, and gone where there is nothing to draw."""

from __future__ import annotations

import io
import re
from decimal import Decimal

import docx
import pytest
from lxml import etree
from python_calamine import CalamineWorkbook

from parindex.reports.view.data import Bar, Chart
from parindex.reports.word import self_report
from parindex.reports.word.charts import filled
from parindex.reports.word.errors import TemplateError
from parindex.reports.word.package import pack, unpack
from parindex.reports.word.template import compiled
from parindex.reports.word.workbook import workbook
from templates.charts import Charts
from tests.reports.sample import make
from tests.reports.word.making import document
from tests.reports.word.reading import TEMPLATE as SELF
from tests.reports.word.reading import Report
from tests.reports.word.structure import C, R, assert_sound

CHART = Chart(
    "Điểm <theo> lĩnh vực & nguyên nhân",
    ("Tự chấm", "Tối đa"),
    (Bar("Thể chế", (Decimal("1.50"), Decimal(2))), Bar("Bộ & máy", (None, Decimal("3.3333")))),
)


def template(*tags: str, extra: str = "") -> bytes:
    """A document with a chart for each tag."""
    charts = Charts()
    made = docx.Document(io.BytesIO(document(extra or "mở đầu")))
    body = made.element.body
    for tag in tags:
        body.insert(len(body) - 1, charts.add(tag, "Một", "Hai"))
    buffer = io.BytesIO()
    made.save(buffer)
    return pack(charts.into(unpack(buffer.getvalue())))


def chart_of(data: bytes, name: str = "chart1") -> etree._Element:
    return etree.fromstring(unpack(data)[f"word/charts/{name}.xml"])


def test_chart_and_workbook_hold_the_numbers() -> None:
    made = compiled(template("chart")).render({"chart": CHART})
    parts = assert_sound(made)
    names = [each.text for each in chart_of(made).iter(f"{C}v")]
    assert names == [
        "Tự chấm", "Thể chế", "Bộ & máy", "1.5", "Tối đa", "Thể chế", "Bộ & máy", "2", "3.3333",
    ]  # fmt: skip
    book = CalamineWorkbook.from_filelike(io.BytesIO(parts["word/embeddings/chart1.xlsx"]))
    assert book.get_sheet_by_index(0).to_python() == [
        ["", "Tự chấm", "Tối đa"], ["Thể chế", 1.5, 2.0], ["Bộ & máy", "", 3.3333],
    ]  # fmt: skip
    assert (
        b'descr="\xc4\x90i\xe1\xbb\x83m &lt;theo&gt; l\xc4\xa9nh v\xe1\xbb\xb1c &amp; nguy'
        in parts["word/document.xml"]
    )


@pytest.mark.parametrize("count", [1, 2, 3])
def test_series_are_added_and_taken_away(count: int) -> None:
    chart = Chart("x", tuple(f"D{at}" for at in range(count)), (Bar("a", (Decimal(1),) * count),))
    root = chart_of(compiled(template("chart")).render({"chart": chart}))
    series = list(root.iter(f"{C}ser"))
    assert [each.find(f"{C}idx").get("val") for each in series] == [str(at) for at in range(count)]
    formulas = [each.find(f"{C}val//{C}f").text for each in series]
    assert formulas == [f"Sheet1!${letter}$2:${letter}$2" for letter in "BCD"[:count]]


def test_the_look_of_the_template_stays() -> None:
    before = etree.fromstring(unpack(template("chart"))["word/charts/chart1.xml"])
    after = etree.fromstring(filled(etree.tostring(before), CHART))
    for name in ("barDir", "gapWidth", "txPr", "spPr", "legend", "numFmt"):
        one, other = ([etree.tostring(each) for each in root.iter(f"{C}{name}")] for root in (before, after))
        assert one == other


def test_a_chart_that_is_left_out_leaves_nothing_behind() -> None:
    charts = Charts()
    made = docx.Document(io.BytesIO(document("mở đầu")))
    body = made.element.body
    for text in ("{%p if chart %}", None, "{%p endif %}", ""):
        if text is None:
            body.insert(len(body) - 1, charts.add("chart", "Một"))
        elif text:
            made.add_paragraph(text)
    buffer = io.BytesIO()
    made.save(buffer)
    data = compiled(pack(charts.into(unpack(buffer.getvalue())))).render({"chart": None})
    parts = assert_sound(data)
    assert not [name for name in parts if "chart" in name]
    assert b"chart1" not in parts["[Content_Types].xml"]
    rels = etree.fromstring(parts["word/_rels/document.xml.rels"])
    assert "rIdChart1" not in [each.get("Id") for each in rels]


def test_two_charts_are_told_apart() -> None:
    other = Chart("khác", ("S",), (Bar("z", (Decimal(9),)),))
    made = compiled(template("one", "two")).render({"one": CHART, "two": other})
    assert_sound(made)
    assert [each.text for each in chart_of(made, "chart2").iter(f"{C}v")] == ["S", "z", "9"]


def test_the_same_chart_gives_the_same_bytes() -> None:
    assert workbook(CHART) == workbook(CHART)
    data = template("chart")
    assert compiled(data).render({"chart": CHART}) == compiled(bytes(bytearray(data))).render({"chart": CHART})


def test_what_is_no_chart_names_the_tag() -> None:
    with pytest.raises(TemplateError) as caught:
        compiled(template("chart")).render({"chart": "chữ"})
    assert caught.value.reason == "not-text"
    assert "chart" in caught.value.tag


def test_an_unknown_chart_comes_with_a_close_name() -> None:
    with pytest.raises(TemplateError) as caught:
        compiled(template("chrat")).render({"chart": CHART})
    assert (caught.value.name, caught.value.close) == ("chrat", "chart")


def test_a_chart_tag_elsewhere_is_refused() -> None:
    data = unpack(template("chart"))
    xml = data["word/document.xml"].replace(b"<c:chart ", b"<c:other ")
    with pytest.raises(TemplateError) as caught:
        compiled(pack(data | {"word/document.xml": xml}))
    assert caught.value.reason == "no-chart"


def test_the_same_chart_twice_is_refused() -> None:
    data = unpack(template("one", "two"))
    xml = data["word/document.xml"].replace(b'r:id="rIdChart2"', b'r:id="rIdChart1"')
    with pytest.raises(TemplateError) as caught:
        compiled(pack(data | {"word/document.xml": xml}))
    assert caught.value.reason == "no-chart"
    assert R


def test_points_beyond_the_data_go() -> None:
    root = etree.fromstring(unpack(template("chart"))["word/charts/chart1.xml"])
    series = next(root.iter(f"{C}ser"))
    for at in (0, 5):
        point = etree.SubElement(series, f"{C}dPt")
        etree.SubElement(point, f"{C}idx").set("val", str(at))
    after = etree.fromstring(filled(etree.tostring(root), CHART))
    first = next(after.iter(f"{C}ser"))
    assert [each.find(f"{C}idx").get("val") for each in first.findall(f"{C}dPt")] == ["0"]


def test_a_chart_that_lost_its_alternative_text_is_known_by_its_title() -> None:
    parts = unpack(SELF)
    parts["word/document.xml"] = re.sub(rb' descr="[^"]*"', b"", parts["word/document.xml"])
    sheet, unit = make(24)
    ours, theirs = (Report(self_report(sheet, unit, each)) for each in (SELF, pack(parts)))
    charts = [name for name in ours.parts if name.startswith("word/charts/chart")]
    assert charts
    assert [theirs.parts[name] for name in charts] == [ours.parts[name] for name in charts]
