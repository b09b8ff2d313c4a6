"""E34, W62: what an appraisal's entries say that does not fit the submission, the set or each other."""

from __future__ import annotations

from parindex.checks.entry import Entry, Example, Words

_HISTORY = Words(
    "Lịch sử điểm phải cho biết ai, khi nào, từ đâu đến đâu, vì sao.",
    "The history of a score must tell who, when, from what to what, and why.",
)
_ONE_SCORE = Words("Một tiêu chí chỉ có một điểm sau mỗi lần thẩm định.", "A criterion has one score after each round.")
_ENTRY = 'id: e1, round: 1, code: "1.1", by: {agency: A, post: B}, date: 2024-01-10, reason: C'


def _entry(act: str) -> str:
    return f"entries: [{{{_ENTRY}{act}}}]\n"


ENTRIES = (
    Entry(
        "E272",
        "error",
        Words(
            "Mỗi lượt thẩm định có đúng một trong score, fact, request, agree.",
            "An entry gives one of score, fact, request and agree.",
        ),
        _HISTORY,
        Words(
            "Giữ một mục; việc khác ghi thành lượt mới ở cuối danh sách.",
            "Keep one; append another entry for the other act.",
        ),
        Example(_entry(", score: 1, request: D"), _entry(", score: 1"), "appraisal"),
    ),
    Entry(
        "E273",
        "error",
        Words(
            "Số liệu đúng phải ghi values hoặc reports, và chỉ một.",
            "Corrected figures give values or reports, one of them.",
        ),
        Words("Máy chấm lại theo số liệu này.", "The score is worked out again from these figures."),
        Words(
            "Ghi values (cả năm); chỉ số theo báo cáo thì ghi reports.",
            "Give values of the year; for a reporting duty give reports.",
        ),
        Example(
            _entry(", fact: {indicator: a.b}"), _entry(", fact: {indicator: a.b, values: {count: 1}}"), "appraisal"
        ),
    ),
    Entry(
        "E340",
        "error",
        Words(
            "Tệp này thẩm định một hồ sơ khác, hoặc hồ sơ «{file}» đã bị sửa.",
            "This file is about another submission, or the submission “{file}” was edited.",
        ),
        Words(
            "Điểm thẩm định chỉ đúng với hồ sơ đã xem.", "An appraised score holds for the submission that was seen."
        ),
        Words("Lấy lại hồ sơ lúc nộp, hoặc đúng tệp thẩm định.", "Bring back the submission, or take the right file."),
    ),
    Entry(
        "E341",
        "error",
        Words("Mã lượt thẩm định «{id}» có hai lần.", "Two entries have the id “{id}”."),
        Words("Giải trình và lịch sử điểm gọi lượt theo mã.", "Answers and the history name entries by id."),
        Words("Đặt mã khác cho lượt ghi sau.", "Give the later one another id."),
    ),
    Entry(
        "E342",
        "error",
        Words(
            "Lượt «{id}» không thay được lượt «{other}».",
            "The entry “{id}” cannot replace the entry “{other}”.",
        ),
        _HISTORY,
        Words(
            "Chỉ thay lượt đứng trước, cùng tiêu chí, cùng lần thẩm định, chưa bị lượt khác thay.",
            "Replace an earlier entry of the same criterion and round that no other entry replaces.",
        ),
    ),
    Entry(
        "E343",
        "error",
        Words(
            "Tiêu chí {criterion}: điểm thẩm định {score} cao hơn điểm tối đa {max}.",
            "Criterion {criterion}: the appraised score {score} is over the maximum {max}.",
        ),
        Words("Tổng điểm sẽ vượt thang điểm.", "The total would exceed the scale."),
        Words(
            "Sửa điểm; lượt đã chốt thì ghi lượt mới thay lượt này.",
            "Mend the score; when the entry is sealed append one that replaces it.",
        ),
    ),
    Entry(
        "E344",
        "error",
        Words(
            "Tiêu chí {criterion} không dùng chỉ số đo «{id}».",
            "Criterion {criterion} does not use the indicator “{id}”.",
        ),
        Words("Số liệu đúng sẽ vào điểm của tiêu chí khác.", "The correction would change another criterion."),
        Words("Dùng chỉ số đo của tiêu chí: {allowed}.", "Use an indicator of the criterion: {allowed}."),
    ),
    Entry(
        "E345",
        "error",
        Words(
            "Lượt thẩm định đã chốt ngày {date} bị sửa hoặc bỏ: {ids}.",
            "Entries sealed on {date} were edited or taken away: {ids}.",
        ),
        _HISTORY,
        Words(
            "Trả lại như cũ; thay đổi thì ghi lượt mới có replaces.", "Put them back; append a new one with replaces."
        ),
    ),
    Entry(
        "E346",
        "error",
        Words(
            "Tiêu chí {criterion}, lần {round}: «{agency}» và «{first}» (lượt {other}) cùng cho điểm.",
            "Criterion {criterion}, round {round}: “{agency}” and “{first}” (entry {other}) both score it.",
        ),
        _ONE_SCORE,
        Words(
            "Thống nhất một điểm, ghi lượt mới có replaces chỉ lượt bị thay.",
            "Agree on one score and append an entry whose replaces names the other.",
        ),
    ),
    Entry(
        "E347",
        "error",
        Words(
            "Tiêu chí {criterion}: «{agency}» sửa số liệu {id}, trái với lượt {other} của «{first}».",
            "Criterion {criterion}: “{agency}” corrects {id}, against the entry {other} of “{first}”.",
        ),
        _ONE_SCORE,
        Words(
            "Hai cơ quan thống nhất; ghi lượt mới có replaces chỉ lượt bị thay.",
            "Let the two agree and append an entry whose replaces names the one that yields.",
        ),
    ),
    Entry(
        "E348",
        "error",
        Words(
            "Giải trình cho lượt «{id}», nhưng lượt đó không có hoặc đã khác lúc giải trình.",
            "An answer to the entry “{id}”, which is not there or differs from when it was answered.",
        ),
        Words("Giải trình phải gắn đúng điều được hỏi.", "An answer belongs to what was asked."),
        Words("Tạo lại mẫu giải trình: parindex appraise answer.", "Make the form again: parindex appraise answer."),
    ),
    Entry(
        "E349",
        "error",
        Words(
            "Tiêu chí {criterion} chưa có điểm nào để thống nhất.",
            "Criterion {criterion} has no score yet to agree with.",
        ),
        Words("Tiêu chí này chỉ có điểm khi hội đồng hoặc điều tra cho.", "Only the council or a survey scores it."),
        Words("Ghi score hoặc fact thay cho agree.", "Give score or fact in the place of agree."),
    ),
    Entry(
        "E350",
        "error",
        Words(
            "Tệp của «{owner}» có lượt ghi tên «{agency}».",
            "The file of “{owner}” has an entry by “{agency}”.",
        ),
        Words("Mỗi cơ quan ghi vào tệp của mình.", "Each agency writes into its own file."),
        Words("Chuyển lượt này sang đúng tệp, hoặc sửa tên.", "Move the entry to the right file, or mend the name."),
    ),
    Entry(
        "E351",
        "error",
        Words(
            "Tài liệu bổ sung «{id}» trùng mã với tài liệu đã nộp.",
            "The added document “{id}” has the id of one that was submitted.",
        ),
        Words("Không rõ minh chứng nào được nói đến.", "Nobody can tell which evidence is meant."),
        Words("Đặt mã khác cho tài liệu bổ sung.", "Give the added document another id."),
    ),
    Entry(
        "E352",
        "error",
        Words(
            "Tệp thẩm định này là của «{unit}», không phải của đơn vị được chấm.",
            "This appraisal is of “{unit}”, not of the unit that is scored.",
        ),
        Words("Điểm của đơn vị khác không dùng được.", "The scores of another unit cannot be used."),
        Words("Chọn đúng tệp thẩm định.", "Take the right file."),
    ),
    Entry(
        "E353",
        "error",
        Words(
            "Tệp này đã có {count} lượt thẩm định của một hồ sơ khác; không ghi đè.",
            "This file has {count} entries on another submission; it is not overwritten.",
        ),
        _HISTORY,
        Words("Chuyển tệp này đi chỗ khác rồi bắt đầu lại.", "Move the file elsewhere and start again."),
    ),
    Entry(
        "W620",
        "warning",
        Words(
            "«{agency}» chưa thẩm định {count} tiêu chí: {codes}.", "“{agency}” has not decided on {count}: {codes}."
        ),
        Words("Điểm tự chấm tạm đứng ở các tiêu chí này.", "The self scores stand there for now."),
        Words("Cơ quan thẩm định ghi thêm lượt cho từng tiêu chí.", "The agency appends an entry for each."),
    ),
    Entry(
        "W621",
        "warning",
        Words(
            "Tiêu chí {criterion} thuộc phần của «{owner}», nhưng «{agency}» thẩm định.",
            "Criterion {criterion} belongs to “{owner}”, but “{agency}” appraises it.",
        ),
        Words("Mỗi cơ quan thẩm định lĩnh vực của mình.", "Each agency appraises its own field."),
        Words("Kiểm tra tên cơ quan và mã tiêu chí.", "Check the agency's name and the code."),
    ),
    Entry(
        "W622",
        "warning",
        Words("Ghi ngày {date}, quá hạn {day}.", "Dated {date}, after the last day {day}."),
        Words("Hội đồng quyết định có nhận không.", "The council decides whether to take it."),
        Words(
            "Nếu được gia hạn, ghi vào extensions của parindex.yaml.",
            "If an extension was granted, write it into extensions of parindex.yaml.",
        ),
    ),
    Entry(
        "W623",
        "warning",
        Words(
            "Tiêu chí {criterion}: yêu cầu «{id}» chưa được kết luận.",
            "Criterion {criterion}: the request “{id}” is not settled.",
        ),
        Words("Yêu cầu chưa cho điểm; điểm trước đó tạm đứng.", "A request gives no score; the one before stands."),
        Words("Ghi lượt kết luận: score, fact hoặc agree.", "Append an entry that settles it: score, fact or agree."),
    ),
    Entry(
        "W624",
        "warning",
        Words(
            "Tiêu chí {criterion}: đơn vị chưa trả lời yêu cầu «{id}».",
            "Criterion {criterion}: the unit has not answered the request “{id}”.",
        ),
        Words(
            "Không giải trình thì hội đồng kết luận theo hồ sơ đã có.", "Without an answer the council decides alone."
        ),
        Words("Đơn vị ghi thêm vào tệp giải trình.", "The unit appends an answer to its response."),
    ),
    Entry(
        "W626",
        "warning",
        Words(
            "Giải trình «{file}» đã đổi sau lần tổng hợp ngày {date}.",
            "The response “{file}” has changed since the merge of {date}.",
        ),
        Words(
            "Cơ quan thẩm định đã kết luận theo giải trình lúc đó.",
            "The agencies decided on what it said at that time.",
        ),
        Words(
            "Lấy lại giải trình lúc đó, hoặc cho các cơ quan xem lại rồi tổng hợp lại.",
            "Bring the response back, or let the agencies look at it and merge again.",
        ),
    ),
    Entry(
        "W627",
        "warning",
        Words(
            "Bản tổng hợp có lượt chưa được chốt: {ids}.",
            "The merged file has entries that no merge has sealed: {ids}.",
        ),
        _HISTORY,
        Words(
            "Ghi lượt này vào tệp của cơ quan rồi chạy parindex appraise merge.",
            "Append the entry to the agency's own file and run parindex appraise merge.",
        ),
    ),
)
