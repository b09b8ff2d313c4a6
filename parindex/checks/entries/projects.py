"""Projects: what ``parindex.yaml`` must not say, and what it names in vain."""

from __future__ import annotations

from parindex.checks.entry import Entry, Example, Words

ENTRIES = (
    Entry(
        "E270",
        "error",
        Words(
            "Trạng thái approved và quyết định (decision) phải đi cùng nhau.",
            "The status approved and the decision come together.",
        ),
        Words(
            "Bảng xếp hạng chỉ được công bố sau khi phê duyệt: phải nói rõ theo quyết định nào, hoặc là dự thảo.",
            "A ranking is published only after approval: it names its decision, or it is a draft.",
        ),
        Words(
            "Thêm decision: {{number, date}}, hoặc ghi status: draft và bỏ decision.",
            "Add decision: {{number, date}}, or write status: draft and leave decision out.",
        ),
        Example(
            "status: approved\n", "status: approved\ndecision: {number: 12/QĐ-UBND, date: 2024-02-01}\n", "project"
        ),
    ),
    Entry(
        "E271",
        "error",
        Words("Loại đơn vị «{kind}» nằm trong hai nhóm.", "The kind of unit “{kind}” stands in two groups."),
        Words("Một đơn vị chỉ được xếp hạng trong một nhóm.", "A unit is ranked in one group only."),
        Words("Giữ loại này ở một nhóm; nhóm kia: {other}.", "Keep it in one group; the other: {other}."),
        Example("groups: {A: [xã], B: [xã]}\n", "groups: {A: [xã], B: [phường]}\n", "project"),
    ),
    Entry(
        "E315",
        "error",
        Words(
            "Mục left_out nêu đơn vị «{id}» không có trong kho.",
            "left_out names the unit “{id}”, which is not in the repository.",
        ),
        Words(
            "Gõ sai mã thì đơn vị đặc thù vẫn bị xếp hạng mà không ai biết.",
            "With a wrong id the special unit would be ranked unnoticed.",
        ),
        Words("Sửa mã đơn vị, hoặc bỏ dòng này.", "Mend the id, or leave the line out."),
    ),
    Entry(
        "E317",
        "error",
        Words(
            "Gia hạn mốc «{name}», nhưng deadlines không có mốc này.",
            "An extension of “{name}”, which deadlines does not set.",
        ),
        Words(
            "Gõ sai tên mốc thì đơn vị vẫn bị báo quá hạn.", "With a wrong name the unit would be told that it is late."
        ),
        Words("Sửa tên mốc, hoặc thêm mốc vào deadlines.", "Mend the name, or add it to deadlines."),
    ),
    Entry(
        "E318",
        "error",
        Words(
            "Gia hạn cho đơn vị «{id}» không có trong kho.",
            "An extension for the unit “{id}”, which is not in the repository.",
        ),
        Words("Gõ sai mã thì đơn vị vẫn bị báo quá hạn.", "With a wrong id the unit would be told that it is late."),
        Words("Sửa mã đơn vị, hoặc bỏ dòng này.", "Mend the id, or leave the line out."),
    ),
    Entry(
        "W591",
        "warning",
        Words(
            "Mốc «{name}» không phải mốc nào chương trình nhắc.",
            "The deadline “{name}” is none that the program tells.",
        ),
        Words(
            "Chương trình nhắc submission, round-1, response, round-2.",
            "It tells submission, round-1, response and round-2.",
        ),
        Words("Sửa tên mốc nếu gõ sai.", "Mend the name if it is a slip."),
    ),
    Entry(
        "W592",
        "warning",
        Words(
            "Gia hạn mốc «{name}» đến {to}, không muộn hơn hạn chung {day}.",
            "“{name}” is extended to {to}, which is not later than {day}.",
        ),
        Words("Gia hạn này không có tác dụng.", "The extension changes nothing."),
        Words("Kiểm tra lại ngày.", "Check the day."),
    ),
)
