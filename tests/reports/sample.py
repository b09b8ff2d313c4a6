"""An invented unit, set and plan of any size, scored by the engine: every status and every kind of column."""

from __future__ import annotations

from datetime import date
from typing import Any

from parindex.model.criteria import CriteriaSet
from parindex.model.indicators import Indicator
from parindex.model.plan import Plan
from parindex.model.sheet import Sheet
from parindex.model.unit import Unit
from parindex.scoring.sheet import score

DOMAINS = [
    "Công tác chỉ đạo, điều hành",
    "Cải cách thể chế",
    "Cải cách thủ tục hành chính",
    "Cải cách tổ chức bộ máy",
    "Cải cách chế độ công vụ",
    "Cải cách tài chính công",
    "Xây dựng và phát triển chính quyền số",
    "Tác động của cải cách hành chính đến người dân và phát triển kinh tế - xã hội",
]
NAMES = [
    "Tỷ lệ hồ sơ thủ tục hành chính trả kết quả đúng hạn",
    "Ban hành kế hoạch cải cách hành chính năm",
    "Tuyên truyền cải cách hành chính bằng nhiều hình thức",
    "Số văn bản ban hành trái quy định bị cơ quan có thẩm quyền kiến nghị xử lý",
    "Thực hiện chế độ tự chủ, tự chịu trách nhiệm về sử dụng biên chế và kinh phí quản lý hành chính",
    "Mức độ hài lòng của người dân, tổ chức",
    "Sáng kiến cải cách hành chính được áp dụng",
    "Tỷ lệ dịch vụ công trực tuyến toàn trình có phát sinh hồ sơ",
]


def _leaf(index: int, code: str) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
    """A leaf, its indicator, and what the unit says of it."""
    id_, name = f"do.so-{index}", NAMES[index % len(NAMES)]
    indicator: dict[str, Any] = {"id": id_, "name": name, "domain": "chung", "measure": "ratio", "counts": "hồ sơ"}
    leaf: dict[str, Any] = {"code": code, "name": name, "points": "2", "indicator": id_}
    leaf |= {"rule": {"kind": "proportional", "base": "hundred", "floor": "70"}, "evidence": ["Báo cáo năm"]}
    leaf["otherwise"] = {"comparator": ">=", "value": "95"}
    done = str(1200 - 36 * (index % 5))
    facts: dict[str, Any] = {"values": {"numerator": done, "denominator": "1200"}, "as_of": "2023-12-14"}
    facts["evidence"] = [{"doc": f"tl-{index // 2}", "at": f"mục {index % 4 + 1}, trang {index % 7 + 1}"}]
    match index % 8:
        case 1:
            indicator |= {"measure": "date"}
            leaf["rule"] = {"kind": "deadline", "due": {"to": "2023-01-15", "inclusive": False}, "on_time": "2"}
            leaf["rule"]["late"] = [{"within_days": 15, "points": "1"}]
            facts["values"] = {"date": "2023-01-18" if index % 3 else "2023-01-12"}
            del facts["as_of"], leaf["otherwise"]
        case 2:
            indicator |= {
                "measure": "checklist",
                "items": {"loa": "loa truyền thanh", "web": "trang thông tin điện tử"},
            }
            leaf["rule"] = {"kind": "checklist", "items": [{"id": "loa", "points": "1"}, {"id": "web", "points": "1"}]}
            facts["values"] = {"done": ["loa"]}
            del leaf["otherwise"]
        case 3:
            indicator |= {"measure": "count", "counts": "văn bản"}
            leaf["rule"] = {"kind": "per_case", "direction": "deduct", "each": "0.5"}
            facts["values"] = {"count": "1" if index % 2 else "0"}
            del leaf["otherwise"]
            if index % 16 == 3:
                facts["evidence"] = []
        case 4:
            facts = {}
        case 5:
            indicator |= {"measure": "survey"}
            leaf |= {"scored_by": "survey", "rule": {"kind": "survey"}}
            facts = {}
            del leaf["otherwise"]
        case 6:
            leaf |= {"scored_by": "council", "rule": {"kind": "appraised"}}
            facts = {}
            del leaf["otherwise"]
        case 7 if index % 16 == 7:
            facts = {"not_arising": True}
    return leaf, indicator, facts


def make(count: int, *, official: bool = False, **changes: Any) -> tuple[Sheet, Unit]:
    """The sheet and the unit of a set with so many leaves; ``changes`` replace parts of the unit's file."""
    domains: list[dict[str, Any]] = []
    indicators: dict[str, Indicator] = {}
    facts: dict[str, Any] = {}
    idle: dict[str, Any] = {}
    used = min(len(DOMAINS), max(1, count // 3))
    for at in range(used):
        leaves = []
        for index in range(count * at // used, count * (at + 1) // used):
            code = f"{at + 1}.{len(leaves) // 4 + 1}.{len(leaves) % 4 + 1}"
            leaf, indicator, fact = _leaf(index, code)
            leaves.append(leaf)
            indicators[indicator["id"]] = Indicator.model_validate(indicator)
            if fact.pop("not_arising", False):
                idle[indicator["id"]] = {"reason": "Trong năm không có hồ sơ nào"}
            elif fact:
                facts[indicator["id"]] = fact
        groups = [
            {
                "code": f"{at + 1}.{number + 1}",
                "name": f"Nhóm tiêu chí {number + 1}",
                "criteria": leaves[first : first + 4],
            }
            for number, first in enumerate(range(0, len(leaves), 4))
        ]
        domains.append({"id": f"linh-vuc-{at}", "code": str(at + 1), "name": DOMAINS[at], "criteria": groups})
    criteria: dict[str, Any] = {"kind": "criteria", "format": "1", "id": "bo", "level": "commune", "year": 2023}
    criteria |= {"title": "Bộ tiêu chí tham chiếu cấp xã năm 2023", "scale": "100", "domains": domains}
    if official:
        criteria |= {
            "status": "official",
            "decision": "Quyết định số …/QĐ-UBND",
            "title": "Bộ tiêu chí cấp xã năm 2023",
        }
    plan = {
        "kind": "plan", "format": "1", "id": "ke-hoach", "title": "Kế hoạch cải cách hành chính năm 2023",
        "issuer": "UBND phường Giả Định", "level": "commune", "year": 2023, "source": "x.txt",
        "targets": [{
            "id": "dung-han", "indicator": "do.so-0", "comparator": ">=", "value": "98", "unit": "percent",
            "levels": ["commune"], "cite": {"section": "PL.02.3", "locator": "đúng hạn"},
        }],
    }  # fmt: skip
    documents = {
        f"tl-{number}": {
            "form": "administrative", "number": f"{number + 5}/BC-UBND", "date": date(2023, 12, 14),
            "issuer": "UBND phường Giả Định", "title": f"Báo cáo công tác cải cách hành chính, chuyên đề {number}",
            "file": f"minh-chung/{number + 5}-bc-ubnd.pdf",
        }
        for number in range((count + 1) // 2)
    }  # fmt: skip
    unit: dict[str, Any] = {
        "kind": "unit", "format": "1", "year": 2023, "criteria": "bo", "plans": ["ke-hoach"],
        "unit": {
            "id": "gia-dinh", "name": "UBND phường Giả Định", "level": "commune", "type": "phường", "synthetic": True,
        },
        "documents": documents, "facts": facts, "not_arising": idle,
    }  # fmt: skip
    made = Unit.model_validate(unit | changes)
    sheet = score(made, CriteriaSet.model_validate(criteria), [Plan.model_validate(plan)], indicators)
    return sheet, made


ENTRY = {
    "place": "Giả Định",
    "addressees": ["Ủy ban nhân dân thị xã Ví Dụ", "Phòng Nội vụ thị xã Ví Dụ"],
    "bases": ["Kế hoạch cải cách hành chính năm 2023 của Ủy ban nhân dân phường"],
    "organisation": ["Ủy ban nhân dân phường đã phân công công chức từng lĩnh vực tự chấm điểm, thu thập tài liệu"],
    "difficulties": [
        "Trang thiết bị của Bộ phận Một cửa chưa đồng bộ",
        "Một số người dân chưa quen nộp hồ sơ trực tuyến",
    ],
    "remedies": ["Đẩy mạnh tuyên truyền, hướng dẫn nộp hồ sơ trực tuyến."],
    "proposals": ["Đề nghị tập huấn nghiệp vụ cho công chức cấp xã"],
    "authority": "KT.",
    "on_behalf_of": "Chủ tịch",
    "signer_title": "Phó Chủ tịch",
    "signer": "Nguyễn Văn Mẫu",
    "recipients": ["Như trên", "Thường trực Đảng ủy", "Lưu: VT, VP"],
}
"""What a full report needs besides the figures."""
