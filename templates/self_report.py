"""The self-assessment report."""

from __future__ import annotations

from docx.document import Document

from templates.charts import Charts
from templates.frame import Put, annex, chart, foot, head, putter, section, texts
from templates.parts import SCORE_WIDTHS, evidence_table, proved_table, score_table, summary_table
from templates.xml import paragraph, section_break, tag


def self_report(document: Document, charts: Charts) -> None:
    """Fill an empty document."""
    put = putter(document)
    head(put, "BÁO CÁO")
    section(put, "organisation", "CÔNG TÁC CHỈ ĐẠO, TỔ CHỨC TỰ CHẤM ĐIỂM")
    _results(put, charts)
    section(put, "shortcomings", "TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN")
    section(put, "explanations", "GIẢI TRÌNH")
    section(put, "remedies", "GIẢI PHÁP")
    section(put, "proposals", "ĐỀ XUẤT, KIẾN NGHỊ")
    foot(put)
    annex(put, "scores", "BẢNG TỰ CHẤM ĐIỂM CHI TIẾT")
    put(tag("p for text in scores.legend"), paragraph("Ghi chú bảng", "{{ text }}"), tag("p endfor"))
    put(score_table(SCORE_WIDTHS))
    put(tag("p if evidence"), section_break(landscape=True))
    annex(put, "evidence", "DANH MỤC TÀI LIỆU KIỂM CHỨNG")
    put(paragraph("Tên bảng", "1. Theo tài liệu"), evidence_table())
    put(tag("p if evidence.criteria"), paragraph("Tên bảng", "2. Theo tiêu chí"), proved_table(), tag("p endif"))
    put(tag("p endif"), paragraph("Cuối phần", ""))


def _results(put: Put, charts: Charts) -> None:
    put(paragraph("Đề mục I", "{{ results.number }}. KẾT QUẢ TỰ CHẤM ĐIỂM"))
    put(paragraph("Đề mục 1", "{{ results.overall.number }}. Kết quả chung"))
    texts(put, "results.overall")
    put(
        paragraph(
            "Nội dung",
            "Kết quả từng tiêu chí, cách tính và tài liệu kiểm chứng nêu tại {{ scores.label }}"
            "{% if evidence %} và {{ evidence.label }}{% endif %} kèm theo.",
        )
    )
    put(paragraph("Tên bảng", "Bảng tổng hợp điểm tự chấm theo lĩnh vực"))
    put(summary_table())
    put(tag("p if results.note"), paragraph("Ghi chú bảng", "{{ results.note }}"), tag("p endif"))
    chart(put, charts, "results.domains_chart", "Điểm tự chấm", "Điểm tối đa", height=7.8)
    put(paragraph("Đề mục 1", "{{ results.domains_number }}. Kết quả theo lĩnh vực"))
    put(tag("p for part in results.domains"), paragraph("Đề mục a", "{{ part.number }} {{ part.title }}"))
    texts(put, "part")
    put(tag("p endfor"))
    chart(put, charts, "results.causes_chart", "Điểm chưa đạt", height=6)
    for name in ("compared", "remedied"):
        put(tag(f"p if results.{name}"))
        put(paragraph("Đề mục 1", f"{{{{ results.{name}.number }}}}. {{{{ results.{name}.title }}}}"))
        texts(put, f"results.{name}")
        put(tag("p endif"))
        if name == "compared":
            chart(put, charts, "results.compared_chart", "Năm trước", "Năm nay", height=7.5, dark=1)
