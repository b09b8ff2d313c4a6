"""The styles of the templates, by Nghị định 30/2020/NĐ-CP; custom ones have Vietnamese names."""

from __future__ import annotations

import re

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.xmlchemy import BaseOxmlElement as Element

FONT = "Times New Roman"
_LANG = "vi-VN"

# name: (size, properties of the run, properties of the paragraph); sizes in half points
_C = '<w:jc w:val="center"/>'
_TIGHT = '<w:spacing w:before="0" w:after="0"/>'
_KEEP = "<w:keepNext/><w:keepLines/>"
_BODY = '<w:spacing w:before="0" w:after="120" w:line="264" w:lineRule="auto"/>'
_HEAD = '<w:spacing w:before="120" w:after="120" w:line="264" w:lineRule="auto"/>'
_FIRST = '<w:ind w:firstLine="720"/>'
_RULE = '<w:spacing w:before="0" w:after="{after}" w:line="100" w:lineRule="exact"/>'
STYLES: dict[str, tuple[int, str, str]] = {
    "Cơ quan cấp trên": (26, "", _TIGHT + _C),
    "Tên cơ quan": (26, "<w:b/>", _TIGHT + _C),
    "Vạch dưới": (16, '<w:u w:val="single"/>', '<w:spacing w:before="0" w:after="120"/>' + _C),
    "Quốc hiệu": (26, "<w:b/>", _TIGHT + _C),
    "Tiêu ngữ": (28, "<w:b/>", _TIGHT + _C),
    "Số, ký hiệu": (26, "", _TIGHT + _C),
    "Địa danh, ngày tháng": (28, "<w:i/>", _TIGHT + _C),
    "Tên loại văn bản": (28, "<w:b/>", _KEEP + '<w:spacing w:before="360" w:after="0"/>' + _C),
    "Trích yếu": (28, "<w:b/>", _KEEP + _TIGHT + _C),
    "Ghi chú": (28, "<w:i/>", '<w:spacing w:before="0" w:after="120"/>' + _C),
    "Kính gửi": (28, "", '<w:spacing w:before="120" w:after="120"/>' + _C),
    "Kính gửi – danh sách": (
        28,
        "",
        '<w:spacing w:before="0" w:after="120"/><w:ind w:left="2835"/><w:contextualSpacing/>',
    ),
    "Nội dung": (28, "", _BODY + _FIRST + '<w:jc w:val="both"/>'),
    "Nội dung – dẫn": (28, "", "<w:keepNext/>" + _BODY + _FIRST + '<w:jc w:val="both"/>'),
    "Đoạn kết": (28, "", "<w:keepNext/><w:keepLines/>" + _HEAD + _FIRST + '<w:jc w:val="both"/>'),
    "Gạch đầu dòng": (28, "", _BODY + _FIRST + '<w:jc w:val="both"/>'),
    "Đề mục I": (28, "<w:b/>", _KEEP + _HEAD + _FIRST + '<w:jc w:val="both"/><w:outlineLvl w:val="0"/>'),
    "Đề mục 1": (28, "<w:b/>", _KEEP + _HEAD + _FIRST + '<w:jc w:val="both"/><w:outlineLvl w:val="1"/>'),
    "Đề mục a": (28, "<w:b/><w:i/>", _KEEP + _HEAD + _FIRST + '<w:jc w:val="both"/><w:outlineLvl w:val="2"/>'),
    "Tên bảng": (26, "<w:b/>", _KEEP + '<w:spacing w:before="120" w:after="60"/>' + _C),
    "Ghi chú bảng": (24, "<w:i/>", '<w:spacing w:before="60" w:after="120"/><w:jc w:val="both"/>'),
    "Thẩm quyền ban hành": (28, "<w:b/>", _KEEP + '<w:spacing w:before="240" w:after="120"/>' + _C),
    "Căn cứ": (28, "<w:i/>", _BODY + _FIRST + '<w:jc w:val="both"/>'),
    "Biểu đồ": (26, "<w:b/>", '<w:keepLines/><w:spacing w:before="120" w:after="120"/>' + _C),
    "Nơi nhận – nhãn": (24, "<w:b/><w:i/>", _TIGHT),
    "Nơi nhận": (22, "", _TIGHT),
    "Thẩm quyền ký": (28, "<w:b/>", "<w:keepNext/>" + _TIGHT + _C),
    "Họ tên người ký": (28, "<w:b/>", '<w:spacing w:before="1600" w:after="0"/>' + _C),
    "Phụ lục": (28, "<w:b/>", _KEEP + _TIGHT + _C + '<w:outlineLvl w:val="0"/>'),
    "Tên phụ lục": (28, "<w:b/>", _KEEP + _TIGHT + _C),
    "Dẫn phụ lục": (28, "<w:i/>", _KEEP + '<w:spacing w:before="0" w:after="120"/>' + _C),
    "Số trang": (28, "", _TIGHT + _C),
    "Bảng – đầu cột": (22, "<w:b/>", "<w:keepNext/>" + _TIGHT + _C),
    "Bảng – chữ": (22, "", _TIGHT),
    "Bảng – giữa": (22, "", _TIGHT + _C),
    "Bảng – số": (22, "", _TIGHT + '<w:jc w:val="right"/>'),
    "Bảng – mục": (22, "<w:b/>", "<w:keepNext/>" + _TIGHT),
    "Bảng – mục, giữa": (22, "<w:b/>", "<w:keepNext/>" + _TIGHT + _C),
    "Bảng – mục, số": (22, "<w:b/>", "<w:keepNext/>" + _TIGHT + '<w:jc w:val="right"/>'),
    "Bảng – tổng": (22, "<w:b/>", _TIGHT),
    "Bảng – tổng, giữa": (22, "<w:b/>", _TIGHT + _C),
    "Bảng – tổng, số": (22, "<w:b/>", _TIGHT + '<w:jc w:val="right"/>'),
    "Cuối phần": (2, "", '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'),
}
LINK = "Liên kết"
GRID = "Bảng số liệu"


def style_id(name: str) -> str:
    """The id of a style in the file: ASCII, for old readers."""
    index = [*STYLES, LINK, GRID].index(name)
    return f"Mau{index + 1:02}"


def add_styles(document: Document) -> None:
    """Replace the styles of the empty document by ours."""
    root = document.styles.element
    for old in list(root):
        root.remove(old)
    fonts = f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
    ns = nsdecls("w")
    root.append(
        parse_xml(
            f'<w:docDefaults {ns}><w:rPrDefault><w:rPr>{fonts}<w:color w:val="000000"/><w:sz w:val="28"/>'
            f'<w:szCs w:val="28"/><w:lang w:val="{_LANG}" w:eastAsia="{_LANG}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
            "<w:pPrDefault/></w:docDefaults>"
        )
    )
    root.append(_style("paragraph", "Normal", "Normal", "<w:qFormat/>", default=True))
    root.append(_style("character", "DefaultParagraphFont", "Default Paragraph Font", "", default=True))
    margins = "".join(f'<w:{side} w:w="0" w:type="dxa"/>' for side in ("top", "left", "bottom", "right"))
    root.append(
        _style(
            "table", "TableNormal", "Normal Table", f"<w:tblPr><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>", True
        )
    )
    for name, (size, run, layout) in STYLES.items():
        inner = (
            f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{_ordered(layout)}</w:pPr>'
            f'<w:rPr>{run.replace("<w:u ", "@u ").split("@u ")[0]}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
            f"{'<w:u ' + run.split('<w:u ')[1] if '<w:u ' in run else ''}</w:rPr>"
        )
        root.append(_style("paragraph", style_id(name), name, inner))
    root.append(
        _style("character", style_id(LINK), LINK, '<w:rPr><w:color w:val="000000"/><w:u w:val="single"/></w:rPr>')
    )
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    cells = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", 28), ("left", 57), ("bottom", 28), ("right", 57))
    )
    root.append(
        _style(
            "table",
            style_id(GRID),
            GRID,
            f'<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{sides}</w:tblBorders>'
            f"<w:tblCellMar>{cells}</w:tblCellMar></w:tblPr>",
        )
    )


def _ordered(layout: str) -> str:
    """Paragraph properties in the order that the schema wants."""
    order = ("keepNext", "keepLines", "pageBreakBefore", "spacing", "ind", "contextualSpacing", "jc", "outlineLvl")
    found = {re.match(r"<w:(\w+)", each)[1]: each for each in re.findall(r"<w:[^>]+/>", layout)}  # type: ignore[index]
    return "".join(found[name] for name in order if name in found)


def _style(kind: str, id_: str, name: str, inner: str, default: bool = False) -> Element:
    flag = ' w:default="1"' if default else ' w:customStyle="1"'
    return parse_xml(
        f'<w:style {nsdecls("w")} w:type="{kind}"{flag} w:styleId="{id_}"><w:name w:val="{name}"/>{inner}</w:style>'
    )


_NAMES = "thumbnail|app\\.xml|customXml|stylesWithEffects|numbering|webSettings|fontTable|theme|printerSettings"
_DROPPED = re.compile(rf"(^|/)({_NAMES})")
_TIMES = "dcterms:created|dcterms:modified|dc:description|cp:lastModifiedBy|cp:revision"


def prune(parts: dict[str, bytes]) -> dict[str, bytes]:
    """Without the parts of python-docx's own template that nothing here needs, and without times."""
    kept = {name: content for name, content in parts.items() if not _DROPPED.search(name)}
    target = rf'<Relationship [^>]*Target="[^"]*({_NAMES})[^"]*"[^>]*/>'
    for name in kept:
        if name.endswith(".rels"):
            kept[name] = re.sub(target, "", kept[name].decode()).encode()
    types = kept["[Content_Types].xml"].decode()
    types = re.sub(r'<Override PartName="/([^"]+)"[^>]*/>', lambda m: m[0] if m[1] in kept else "", types)
    kept["[Content_Types].xml"] = re.sub(r'<Default Extension="(jpeg|bin)"[^>]*/>', "", types).encode()
    core = kept["docProps/core.xml"].decode().replace("python-docx", "parindex")
    core = re.sub(rf"<({_TIMES})\b[^>]*/>", "", core)
    kept["docProps/core.xml"] = re.sub(rf"<({_TIMES})\b[^>]*>.*?</\1>", "", core).encode()
    return kept
