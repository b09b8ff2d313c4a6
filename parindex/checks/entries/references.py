"""E3: what one file names in another."""

from __future__ import annotations

from parindex.checks.entry import Entry, Words

_LOST = Words(
    "Không tìm thấy thì phần số liệu này không vào điểm của tiêu chí nào.",
    "What is not found enters the score of no criterion.",
)

ENTRIES = (
    Entry(
        "E301",
        "error",
        Words("Không có bộ tiêu chí «{id}».", "There is no criteria set “{id}”."),
        _LOST,
        Words("Sửa mã; các bộ hiện có: {known}.", "Mend the id; known sets: {known}."),
    ),
    Entry(
        "E302",
        "error",
        Words("Không có kế hoạch «{id}».", "There is no plan “{id}”."),
        _LOST,
        Words("Sửa mã; các kế hoạch hiện có: {known}.", "Mend the id; known plans: {known}."),
    ),
    Entry(
        "E303",
        "error",
        Words("Không có chỉ số đo «{id}».", "There is no indicator “{id}”."),
        _LOST,
        Words("Sửa mã theo danh mục criteria/indicators.yaml.", "Mend the id by the list in criteria/indicators.yaml."),
    ),
    Entry(
        "E304",
        "error",
        Words("Bộ tiêu chí không có tiêu chí «{id}» được chấm điểm.", "The set scores no criterion “{id}”."),
        Words("Mục khai ở đây không gắn với tiêu chí nào.", "What is said here belongs to no criterion."),
        Words(
            "Sửa mã theo bộ tiêu chí; chỉ dùng mã cấp cuối.", "Mend the code by the criteria set; only leaves count."
        ),
    ),
    Entry(
        "E305",
        "error",
        Words("Tài liệu «{id}» chưa khai ở mục documents.", "The document “{id}” is not declared in documents."),
        Words("Người thẩm định không biết đó là tài liệu nào.", "The appraiser cannot tell which document it is."),
        Words("Thêm «{id}» vào documents, hoặc sửa mã.", "Declare “{id}” in documents, or mend the id."),
    ),
    Entry(
        "E306",
        "error",
        Words("Khóa «{key}» không hợp với chỉ số đo {id}.", "The key “{key}” does not fit the indicator {id}."),
        Words("Chỉ số đo này được đo cách khác.", "The indicator is measured in another way."),
        Words("Khai bằng: {allowed}.", "Use: {allowed}."),
    ),
    Entry(
        "E307",
        "error",
        Words("Kế hoạch {plan} không có nhiệm vụ «{id}».", "The plan {plan} has no task “{id}”."),
        _LOST,
        Words("Sửa mã nhiệm vụ; xem parindex plan tasks {plan}.", "Mend the id; see parindex plan tasks {plan}."),
    ),
    Entry(
        "E308",
        "error",
        Words("Mã «{id}» đã dùng cho {other}.", "The id “{id}” is already that of {other}."),
        Words(
            "Hai tệp cùng mã thì không biết điểm chấm theo tệp nào.",
            "With two of one id nobody can tell which one was scored by.",
        ),
        Words("Đặt mã khác cho tệp của mình.", "Give your own another id."),
    ),
    Entry(
        "E309",
        "error",
        Words("Không có mẫu văn bản «{id}».", "There is no template “{id}”."),
        Words("Không có mẫu thì không in được báo cáo.", "Without a template no report can be printed."),
        Words("Sửa tên mẫu; các mẫu hiện có: {known}.", "Mend the name; known templates: {known}."),
    ),
    Entry(
        "E310",
        "error",
        Words(
            "Chỉ số đo {id} là chế độ báo cáo: không khai ở facts.",
            "The indicator {id} is a duty to report, not a fact.",
        ),
        Words("Báo cáo được chấm theo ngày gửi từng kỳ.", "Reports are judged by the day each was sent."),
        Words("Chuyển sang mục reports, theo từng kỳ.", "Move it to reports, by period."),
    ),
    Entry(
        "E311",
        "error",
        Words(
            "Chỉ số đo {id} không phải chế độ báo cáo: không khai ở reports.",
            "The indicator {id} is no duty to report.",
        ),
        _LOST,
        Words("Chuyển sang mục facts.", "Move it to facts."),
    ),
    Entry(
        "E312",
        "error",
        Words("Danh mục kiểm tra {indicator} không có mục «{id}».", "The checklist {indicator} has no item “{id}”."),
        Words("Mục này không được tính điểm.", "The item earns no points."),
        Words("Sửa mã; các mục: {known}.", "Mend the id; the items: {known}."),
    ),
    Entry(
        "E313",
        "error",
        Words(
            "Nhiệm vụ {id} có {count} phần, không có phần {part}.",
            "The task {id} has {count} parts and no part {part}.",
        ),
        _LOST,
        Words("Sửa số thứ tự phần theo kế hoạch.", "Mend the number by the plan."),
    ),
    Entry(
        "E314",
        "error",
        Words(
            "Kế hoạch «{id}» không nằm trong mục plans của đơn vị.",
            "The plan “{id}” is not listed in the unit's plans.",
        ),
        Words("Nhiệm vụ của kế hoạch này sẽ không được tính.", "Tasks of this plan would not count."),
        Words("Thêm «{id}» vào plans, hoặc sửa mã.", "Add “{id}” to plans, or mend the id."),
    ),
)
