import io
import re
import zipfile
from collections.abc import Callable

import docx
import pytest
from lxml import etree

from parindex.reports.view.data import Span
from parindex.reports.word.errors import TemplateError
from parindex.reports.word.inline import target
from parindex.reports.word.printed import digest, remember, remembered
from parindex.reports.word.template import compiled
from tests.reports.word.making import document, rendered
from tests.reports.word.reading import TEMPLATE as SELF

CUSTOM = """<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
 xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><!-- x -->
<property fmtid="{D5}" pid="2" name="loi_a"><vt:lpwstr>old</vt:lpwstr></property>
<property fmtid="{D5}" pid="7" name="Nơi lưu"><vt:lpwstr>Công văn</vt:lpwstr></property></Properties>""".encode()


def test_tag_split_over_runs_is_one_tag() -> None:
    assert rendered(document(["Xin {", "{ na", "me }", "} nhé"]), name="chào") == ["Xin chào nhé"]


def test_typographic_quotes_of_a_tag_are_straight() -> None:
    assert rendered(document("a {% if name == “x” %}có{% else %}không{% endif %}"), name="x") == ["a có"]


def test_comment_prints_nothing() -> None:
    assert rendered(document("a{# ghi chú #}b {{ name }}"), name="x") == ["ab x"]


def test_rows_repeat_and_tag_rows_go() -> None:
    template = document(
        rows=[["STT", "Tên"], ["{%tr for r in rows %}", ""], ["{{ loop.index }}", "{{ r }}"], ["{%tr endfor %}", ""]]
    )
    assert rendered(template, rows=["a", "b"])[-3:] == ["STT|Tên", "1|a", "2|b"]


def test_paragraphs_repeat_and_tag_paragraphs_go() -> None:
    template = document("{%p for r in rows %}", "- {{ r }};", "{%p endfor %}", "hết")
    assert rendered(template, rows=["a", "b"]) == ["- a;", "- b;", "hết"]


@pytest.mark.parametrize("text", ["{{ 7*7 }}", "<w:p>", "a & b", "]]>", "&amp;", "\"'", "{% for %}", "d" * 5000])
def test_values_stay_text(text: str) -> None:
    assert rendered(document("{{ name }}"), name=text) == [text]


def test_control_characters_go_and_line_ends_become_breaks() -> None:
    assert rendered(document("{{ name }}"), name="a\x00\x07\ufffe\ud800b\r\nc\u2028d\te") == ["ab\nc\nd\te"]


def test_none_prints_nothing() -> None:
    assert rendered(document("a{{ name }}b"), name=None) == ["ab"]


@pytest.mark.parametrize(
    ("tag", "reason"),
    [
        ("{{ name.__class__ }}", "refused"),
        ("{{ name['__class__'] }}", "refused"),
        ("{{ name.upper() }}", "refused"),
        ("{{ 'a' * 1000000000 }}", "refused"),
        ("{{ 9 ** 9 ** 9 }}", "refused"),
        ("{{ '%s' % name }}", "refused"),
        ("{% include 'x' %}", "refused"),
        ("{% raw %}", "refused"),
        ("{{ name | safe }}", "filter"),
        ("{% macro m() %}", "refused"),
        ("{% for i in range(1001) %}{% endfor %}", "refused"),
        ("{{ items }}", "not-text"),
        ("{{ items[9] }}", "unknown"),
        ("{{ items | map(attribute='__class__') | list }}", "not-text"),
        ("{{ name | }}", "syntax"),
        ("{% lặp %}", "word"),
        ("{{ nam }}", "unknown"),
        ("{{ 1 / 0 }}", "value"),
    ],
)
def test_fault_names_reason_tag_and_paragraph(tag: str, reason: str) -> None:
    template = document("Đoạn lành {{ name }}", f"Đoạn hỏng {tag} ở đây", "Đoạn sau {{ name }}")
    with pytest.raises(TemplateError) as caught:
        rendered(template, name="x", items=("a",))
    assert caught.value.reason == reason
    assert caught.value.tag == tag.removesuffix("{% endfor %}")
    assert caught.value.paragraph == f"Đoạn hỏng {tag} ở đây"
    assert caught.value.tag in str(caught.value)


@pytest.mark.parametrize(
    ("paragraphs", "reason", "tag"),
    [
        (["Mở {% if name %}", "đóng {% endif %}"], "crossed", "{% endif %}"),
        (["Mở {% if name %}", "hết"], "unclosed", "{% if name %}"),
        (["{% endfor %}"], "unopened", "{% endfor %}"),
        (["{% if name %}{% endfor %}"], "unopened", "{% endfor %}"),
        (["{%p if name %}", "a", "{%p endfor %}"], "unopened", "{%p endfor %}"),
        (["Một dấu { name.text } thôi"], "open-tag", "{ name.text }"),
        (["Dở {{ name"], "open-tag", "{{"),
        (["Dở name }}"], "open-tag", "}}"),
        (["Chữ sẽ mất {%p if name %}", "{%p endif %}"], "row-text", "{%p if name %}"),
        (["{%tr if name %}", "{%tr endif %}"], "no-row", "{%tr if name %}"),
    ],
)
def test_misplaced_tags(paragraphs: list[str], reason: str, tag: str) -> None:
    with pytest.raises(TemplateError) as caught:
        compiled(document(*paragraphs))
    assert (caught.value.reason, caught.value.tag) == (reason, tag)


def test_unknown_name_comes_with_a_close_one() -> None:
    with pytest.raises(TemplateError) as caught:
        rendered(document("{{ nmae }}"), name="x", other="y")
    assert (caught.value.name, caught.value.close) == ("nmae", "name")
    with pytest.raises(TemplateError) as caught:
        rendered(document("{{ span.txt }}"), span=Span("a"))
    assert (caught.value.name, caught.value.close) == ("txt", "text")


@pytest.mark.parametrize(
    ("tag", "reason", "name", "close"),
    [
        ("{% fr x in items %}", "word", "fr", "for"),
        ("{% endfo %}", "word", "endfo", "endfor"),
        ("{{ name | uper }}", "filter", "uper", "upper"),
        ("{{ Name }}", "unknown", "Name", "name"),
    ],
)
def test_words_of_the_language_come_with_a_close_one_too(tag: str, reason: str, name: str, close: str) -> None:
    with pytest.raises(TemplateError) as caught:
        rendered(document(tag), name="x", items=("a",))
    fault = caught.value
    assert (fault.reason, fault.name, fault.close) == (reason, name, close)
    assert f"{name} (có phải là {close}?)" in fault.sentence()
    assert f"{name} (do you mean {close}?)" in fault.sentence("en")


def test_a_tag_that_is_not_well_formed_is_told_with_the_word_at_fault() -> None:
    with pytest.raises(TemplateError) as caught:
        rendered(document("{{ tên đơn vị }}"))
    assert caught.value.sentence() == "thẻ sai cú pháp gần “đơn”; thẻ {{ tên đơn vị }}"


def test_fault_in_a_cell_names_the_cell() -> None:
    rows = [["a", "b"], ["{%tr for r in items %}", ""], ["Cột {{ r }}", "Điểm {{ diem }}"], ["{%tr endfor %}", ""]]
    with pytest.raises(TemplateError) as caught:
        rendered(document(rows=rows), items=("x",))
    assert (caught.value.paragraph, caught.value.cell) == ("Điểm {{ diem }}", (1, 3, 2))
    assert str(caught.value).endswith("ở bảng 1, hàng 3, ô 2: “Điểm {{ diem }}”")
    rows[1][0] = "{%tr for r in itms %}"
    with pytest.raises(TemplateError) as caught:
        rendered(document(rows=rows), items=("x",))
    assert (caught.value.tag, caught.value.cell, caught.value.close) == ("{%tr for r in itms %}", (1, 2, 1), "items")


def test_runs_and_attributes_are_told_as_the_template_has_them() -> None:
    with pytest.raises(TemplateError) as caught:
        rendered(document("xem ", ["{{r ", "spns }}"]), spans=())
    assert (caught.value.tag, caught.value.close) == ("{{r spns }}", "spans")


def test_loops_and_length_have_bounds() -> None:
    loops, ends = "{% for a in items %}" * 5, "{% endfor %}" * 5
    with pytest.raises(TemplateError) as caught:
        compiled(document(f"{loops}a{ends}"))
    assert caught.value.reason == "too-long"
    long = "{% for a in items %}{% for b in items %}{{ name }}{% endfor %}{% endfor %}"
    with pytest.raises(TemplateError) as caught:
        rendered(document(long), items=("a",) * 100, name="x" * 5000)
    assert caught.value.reason == "too-long"


def test_links_and_bookmarks() -> None:
    template = document(["xem ", "{{r spans }}", "."])
    spans = [Span("tệp", href="minh chứng/a&b.pdf"), ", ", Span("3.1", bookmark="tc_3", to="tlkc_1")]
    assert rendered(template, spans=spans) == ["xem tệp, 3.1."]
    with zipfile.ZipFile(io.BytesIO(compiled(template).render({"spans": spans}))) as package:
        xml = package.read("word/document.xml").decode()
        rels = package.read("word/_rels/document.xml.rels").decode()
    assert 'w:anchor="tlkc_1"' in xml
    assert 'w:name="tc_3"' in xml
    assert 'Target="minh%20ch%E1%BB%A9ng/a&amp;b.pdf" TargetMode="External"' in rels


@pytest.mark.parametrize(
    ("href", "uri"),
    [
        ("javascript:alert(1)", "javascript%3Aalert(1)"),
        ("file:///etc/x", "file%3A///etc/x"),
        ("a b#1?.pdf", "a%20b%231%3F.pdf"),
        ("minh%20ch%E1%BB%A9ng/50%25.pdf", "minh%20ch%E1%BB%A9ng/50%25.pdf"),
        ("50%.pdf", "50%25.pdf"),
        ("C:\\x\\y.pdf", "C%3A/x/y.pdf"),
        ("https://vd.vn/a?b=1&c=ă", "https://vd.vn/a?b=1&c=%C4%83"),
        ('https://vd.vn/"><x', "https://vd.vn/%22%3E%3Cx"),
    ],
)
def test_link_target(href: str, uri: str) -> None:
    assert target(href) == uri


def test_properties_of_the_template_stay_beside_what_a_report_remembers() -> None:
    parts = {
        "docProps/custom.xml": CUSTOM,
        "_rels/.rels": b"<R></Relationships>",
        "[Content_Types].xml": b"<T></Types>",
    }
    remember(parts, {"loi_a": ["- Một;"], "loi_b": []})
    assert parts["_rels/.rels"] == b"<R></Relationships>"
    kept = etree.fromstring(parts["docProps/custom.xml"])[1:]
    assert [(each.get("pid"), each.get("name")) for each in kept] == [("7", "Nơi lưu"), ("8", "loi_a"), ("9", "loi_b")]
    assert remembered(parts) == {"loi_a": digest(["Một"]), "loi_b": digest([])}


def test_same_input_same_bytes_without_a_clock() -> None:
    template = document("{{ name }}")
    first = compiled(template).render({"name": "x"}, title="Báo cáo", author="UBND")
    assert compiled(bytes(bytearray(template))).render({"name": "x"}, title="Báo cáo", author="UBND") == first
    with zipfile.ZipFile(io.BytesIO(first)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = package.read("docProps/core.xml").decode()
    assert "Báo cáo" in core
    assert "created" not in core


def _zip(**parts: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name.replace("__", "/").replace("_xml", ".xml").replace("_bin", ".bin"), content)
        package.writestr("[Content_Types].xml", b"<Types/>")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "not-a-docx"),
        (b"PK\x03\x04 broken", "not-a-docx"),
        (_zip(other_xml=b"<a/>"), "not-a-docx"),
        (_zip(word__document_xml=b"<a/>"), "broken"),
        (_zip(word__document_xml=b"<a/>", word__vbaProject_bin=b""), "macros"),
        (_zip(word__document_xml=b" " * 21_000_000), "too-big"),
    ],
)
def test_unusable_files(data: bytes, reason: str) -> None:
    with pytest.raises(TemplateError) as caught:
        compiled(data)
    assert caught.value.reason == reason


def _changed(part: str, change: Callable[[bytes], bytes], template: bytes = SELF, **more: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(template)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts[part] = change(parts[part])
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, content in {**parts, **more}.items():
            package.writestr(name, content)
    return buffer.getvalue()


def _external(kind: str) -> Callable[[bytes], bytes]:
    more = (
        f'<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" '
        'Target="https://la.example/x" TargetMode="External"/></Relationships>'
    )
    return lambda content: content.replace(b"</Relationships>", more.encode())


_RELS, _TYPES, _BODY = "word/_rels/document.xml.rels", "[Content_Types].xml", "word/document.xml"
_MAIN = b"vnd.openxmlformats-officedocument.wordprocessingml.document.main"


@pytest.mark.parametrize(
    ("part", "change", "reason"),
    [
        (_BODY, lambda content: b"<a>", "xml"),
        (_BODY, lambda content: b'<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', "xml"),
        (_BODY, lambda content: re.sub(rb"\{[{%].*?[}%]\}", b"", content), "no-tags"),
        (_BODY, lambda content: content.replace(b"schemas.openxmlformats.org", b"purl.oclc.org/ooxml"), "strict"),
        (_TYPES, lambda content: content.replace(_MAIN, b"vnd.ms-word.document.macroEnabled.main"), "macros"),
        (_RELS, _external("image"), "external"),
        (_RELS, _external("oleObject"), "external"),
        (_RELS, lambda content: content.replace(b'Id="rIdChart1"', b'Id="rIdX"'), "broken"),
        (_RELS, lambda content: content.replace(b"styles.xml", b"khac.xml"), "broken"),
        ("word/charts/chart1.xml", lambda content: b"<c", "xml"),
        ("word/charts/chart1.xml", lambda content: re.sub(rb"<c:ser>.*</c:ser>", b"", content), "no-series"),
        ("word/header1.xml", lambda content: content.replace(b"{%r endif %}", b""), "unclosed"),
    ],
)  # fmt: skip
def test_templates_that_would_make_a_broken_report_are_refused(
    part: str, change: Callable[[bytes], bytes], reason: str
) -> None:
    with pytest.raises(TemplateError) as caught:
        compiled(_changed(part, change))
    assert caught.value.reason == reason


@pytest.mark.parametrize("name", ["../../x.txt", "/x.txt", "word\\x.xml"])
def test_names_that_lead_out_of_the_package_are_refused(name: str) -> None:
    with pytest.raises(TemplateError) as caught:
        compiled(_changed(_BODY, lambda content: content, **{name: b"x"}))
    assert caught.value.reason == "not-a-docx"


def test_a_dotx_makes_a_document_and_the_attached_template_is_let_go() -> None:
    dotx = _changed(_TYPES, lambda content: content.replace(_MAIN, _MAIN.replace(b"document.main", b"template.main")))
    rels = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
    attached = _changed(
        "word/settings.xml",
        lambda content: content.replace(b"<w:zoom", b'<w:attachedTemplate r:id="rIdX"/><w:zoom', 1),
        dotx,
        **{"word/_rels/settings.xml.rels": _external("attachedTemplate")(rels)},
    )
    static = compiled(attached).static
    assert _MAIN + b"+xml" in static[_TYPES]
    assert b"attachedTemplate" not in static["word/settings.xml"]
    assert b"la.example" not in static["word/_rels/settings.xml.rels"]


def test_marks_of_editing_do_not_come_twice() -> None:
    made = docx.Document(io.BytesIO(document(rows=[["{%tr for r in rows %}"], ["{{ r }}"], ["{%tr endfor %}"]])))
    paragraph = made.tables[0].rows[1].cells[0].paragraphs[0]._p
    w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    for name in ("Start", "End"):
        mark = etree.SubElement(paragraph, f"{{{w}}}bookmark{name}", {f"{{{w}}}id": "7"})
        if name == "Start":
            mark.set(f"{{{w}}}name", "_GoBack")
    paragraph.set("{http://schemas.microsoft.com/office/word/2010/wordml}paraId", "1A2B3C4D")
    buffer = io.BytesIO()
    made.save(buffer)
    with zipfile.ZipFile(io.BytesIO(compiled(buffer.getvalue()).render({"rows": ["a", "b"]}))) as package:
        xml = package.read("word/document.xml").decode()
    assert xml.count(">a<") == xml.count(">b<") == 1
    assert "bookmark" not in xml
    assert "1A2B3C4D" not in xml


def test_cell_whose_paragraphs_are_all_left_out_keeps_an_empty_one() -> None:
    made = docx.Document(io.BytesIO(document(rows=[["", "ô"]])))
    cell = made.tables[0].rows[0].cells[0]
    cell.paragraphs[0].text = "{%p if name %}"
    cell.add_paragraph("có tên")
    cell.add_paragraph("{%p endif %}")
    buffer = io.BytesIO()
    made.save(buffer)
    assert rendered(buffer.getvalue(), name="")[-1] == "|ô"
    assert rendered(buffer.getvalue(), name="x")[-1] == "có tên|ô"


@pytest.mark.parametrize("count", [1, 2, 3])
def test_columns_come_from_the_data_and_the_grid_follows(count: int) -> None:
    rows = [["Tên", "{%tc for h in heads %}", "{{ h }}", "{%tc endfor %}"]]
    made = docx.Document(io.BytesIO(compiled(document(rows=rows)).render({"heads": ["a", "b", "c"][:count]})))
    table = made.tables[0]
    assert [cell.text for cell in table.rows[0].cells] == ["Tên", *["a", "b", "c"][:count]]
    assert len(table.columns) == 1 + count
