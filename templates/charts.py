"""Charts of the templates: Word's own, with sample numbers that the report replaces; restyle them in Word."""

from __future__ import annotations

from dataclasses import dataclass, field

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.xmlchemy import BaseOxmlElement as Element

from parindex.reports.view.data import Bar, Chart
from parindex.reports.word.charts import filled
from parindex.reports.word.workbook import workbook
from templates.styles import FONT, style_id

EMU_PER_CM = 360_000
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_DECLARED = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
DARK, LIGHT = "1F4E79", "BFBFBF"
"""Told apart in print without colours too."""
_NUMBERS = "[$-42A]#,##0.00"
"""With the signs of Vietnamese numbers."""


@dataclass
class Charts:
    """The charts of one template, in order."""

    made: list[bytes] = field(default_factory=list)

    def add(self, tag: str, *series: str, across: bool = True, height: float = 8, dark: int = 0) -> Element:
        """A paragraph with the title and the chart of ``tag``; bars lie ``across`` the page, or stand.

        Title and chart are lines of one paragraph, so that no page break parts them. Height in cm; ``dark`` is the
        number of the series that stands out.
        """
        self.made.append(_chart_xml(series, across, dark))
        number = len(self.made)
        width = round(15.6 * EMU_PER_CM)
        return parse_xml(
            f'<w:p {nsdecls("w")}><w:pPr><w:pStyle w:val="{style_id("Biểu đồ")}"/></w:pPr>'
            f"<w:r><w:t>{{{{ {tag}.title }}}}</w:t></w:r><w:r><w:br/></w:r><w:r><w:drawing>"
            f'<wp:inline xmlns:wp="{_WP}" distT="0" distB="0" distL="0" distR="0">'
            f'<wp:extent cx="{width}" cy="{round(height * EMU_PER_CM)}"/>'
            f'<wp:docPr id="{number}" name="Biểu đồ {number}" descr="{{{{c {tag} }}}}"/><wp:cNvGraphicFramePr/>'
            f'<a:graphic xmlns:a="{_A}"><a:graphicData uri="{_C}"><c:chart xmlns:c="{_C}" xmlns:r="{_R}" '
            f'r:id="rIdChart{number}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>'
        )

    def into(self, parts: dict[str, bytes]) -> dict[str, bytes]:
        """The package with the charts, each with its workbook."""
        types, rels = [], []
        if self.made:
            types.append(
                '<Default Extension="xlsx" ContentType='
                '"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"/>'
            )
        for number, xml in enumerate(self.made, start=1):
            name = f"charts/chart{number}.xml"
            parts[f"word/{name}"] = xml
            parts[f"word/charts/_rels/chart{number}.xml.rels"] = (
                f'{_DECLARED}<Relationships xmlns="{_PACKAGE}"><Relationship Id="rId1" Type="{_R}/package" '
                f'Target="../embeddings/chart{number}.xlsx"/></Relationships>'
            ).encode()
            parts[f"word/embeddings/chart{number}.xlsx"] = workbook(_SAMPLE)
            types.append(f'<Override PartName="/word/{name}" ContentType="{_CHART_TYPE}"/>')
            rels.append(f'<Relationship Id="rIdChart{number}" Type="{_R}/chart" Target="{name}"/>')
        _append(parts, "[Content_Types].xml", "</Types>", types)
        _append(parts, "word/_rels/document.xml.rels", "</Relationships>", rels)
        return parts


def _append(parts: dict[str, bytes], name: str, end: str, more: list[str]) -> None:
    parts[name] = parts[name].replace(end.encode(), ("".join(more) + end).encode())


_SAMPLE = Chart("Biểu đồ mẫu", ("Số liệu",), (Bar("Mục 1", (None,)), Bar("Mục 2", (None,))))


def _font(size: int) -> str:
    return (
        f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="{size * 100}"><a:solidFill>'
        f'<a:srgbClr val="000000"/></a:solidFill><a:latin typeface="{FONT}"/><a:cs typeface="{FONT}"/></a:defRPr>'
        '</a:pPr><a:endParaRPr lang="vi-VN"/></a:p></c:txPr>'
    )


def _fill(color: str) -> str:
    return f'<c:spPr><a:solidFill><a:srgbClr val="{color}"/></a:solidFill></c:spPr>'


def _chart_xml(series: tuple[str, ...], across: bool, dark: int) -> bytes:
    labels = (
        f'<c:dLbls><c:numFmt formatCode="{_NUMBERS}" sourceLinked="0"/>{_font(9)}<c:dLblPos val="outEnd"/>'
        '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/>'
        '<c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
    )
    bars = "".join(
        f'<c:ser><c:idx val="{at}"/><c:order val="{at}"/><c:tx/>{_fill(DARK if at == dark else LIGHT)}'
        f'<c:invertIfNegative val="0"/>{labels}<c:cat/><c:val/></c:ser>'
        for at in range(len(series))
    )
    legend = f'<c:legend><c:legendPos val="b"/><c:overlay val="0"/>{_font(10)}</c:legend>' if len(series) > 1 else ""
    line = '<c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="7F7F7F"/></a:solidFill></a:ln></c:spPr>'
    category, value = ("l", "b") if across else ("b", "l")
    xml = (
        f'<c:chartSpace xmlns:c="{_C}" xmlns:a="{_A}" xmlns:r="{_R}"><c:roundedCorners val="0"/><c:chart>'
        '<c:autoTitleDeleted val="1"/><c:plotArea><c:layout/><c:barChart>'
        f'<c:barDir val="{"bar" if across else "col"}"/><c:grouping val="clustered"/><c:varyColors val="0"/>{bars}'
        '<c:gapWidth val="60"/><c:axId val="111"/><c:axId val="112"/></c:barChart>'
        f'<c:catAx><c:axId val="111"/><c:scaling><c:orientation val="{"maxMin" if across else "minMax"}"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{category}"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        f'<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>{line}{_font(10)}'
        '<c:crossAx val="112"/><c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/>'
        '<c:lblOffset val="100"/><c:tickLblSkip val="1"/><c:noMultiLvlLbl val="0"/></c:catAx>'
        '<c:valAx><c:axId val="112"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling>'
        f'<c:delete val="1"/><c:axPos val="{value}"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        '<c:crossAx val="111"/><c:crosses val="autoZero"/></c:valAx>'
        f'<c:spPr><a:noFill/></c:spPr></c:plotArea>{legend}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/>'
        "</c:chart>"
        "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )
    sample = Chart("", series, tuple(Bar(f"Mục {at}", (None,) * len(series)) for at in (1, 2)))
    return filled(xml.encode(), sample)
