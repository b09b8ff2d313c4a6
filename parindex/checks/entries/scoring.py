"""W6: what the scoring itself finds; the codes come with the score sheet."""

from __future__ import annotations

from parindex.checks.entry import Entry, Words

ENTRIES = (
    Entry(
        "W601",
        "warning",
        Words(
            "Tiêu chí {criterion}: chỉ tiêu của đơn vị ({own}) yêu cầu thấp hơn chỉ tiêu áp dụng ({binding}).",
            "Criterion {criterion}: the unit's own target ({own}) is weaker than the one that binds ({binding}).",
        ),
        Words(
            "Điểm tính theo chỉ tiêu áp dụng, không theo chỉ tiêu của kế hoạch đơn vị.",
            "The score uses the target that binds, not that of the unit's own plan.",
        ),
        Words(
            "Không phải sửa gì; nên nâng chỉ tiêu khi lập kế hoạch sau.",
            "Nothing to mend; raise the target in the next plan.",
        ),
    ),
    Entry(
        "W602",
        "error",
        Words(
            "Tiêu chí {criterion}: kế hoạch {plan} có hai chỉ tiêu cùng áp dụng.",
            "Criterion {criterion}: the plan {plan} has two targets that bind.",
        ),
        Words("Không biết chấm theo chỉ tiêu nào.", "Nobody can tell which one to score by."),
        Words(
            "Sửa kế hoạch: chỉ một chỉ tiêu bắt buộc cho mỗi chỉ số đo và cấp.",
            "Mend the plan: one binding target per indicator and level.",
        ),
    ),
    Entry(
        "W603",
        "warning",
        Words(
            "Tiêu chí {criterion} có điểm mà chưa có minh chứng hay giải trình.",
            "Criterion {criterion} earns points without evidence or explanation.",
        ),
        Words(
            "Thiếu minh chứng thì phải giải trình; người thẩm định có thể không công nhận điểm.",
            "Without evidence an explanation is required; the points may be refused.",
        ),
        Words("Thêm evidence cho số liệu, hoặc viết explanations.", "Add evidence to the figures, or an explanation."),
    ),
    Entry(
        "W604",
        "error",
        Words(
            "Tiêu chí {criterion}: điểm tự chấm {claimed} khác điểm tính mà chưa giải trình.",
            "Criterion {criterion}: the claimed {claimed} differs from the computed score without an explanation.",
        ),
        Words(
            "Điểm khác điểm tính phải giải trình mới được nộp.",
            "A score that differs must be explained before submission.",
        ),
        Words(
            "Viết giải trình cho tiêu chí, hoặc bỏ điểm tự chấm khác (trong tệp: explanations, claims).",
            "Explain it, or delete the claim (in the file: explanations, claims).",
        ),
    ),
    Entry(
        "W605",
        "warning",
        Words(
            "Tiêu chí {criterion} không do đơn vị tự chấm: điểm khai bị bỏ qua.",
            "Criterion {criterion} is not self-scored: the claim is left out.",
        ),
        Words(
            "Điểm này do hội đồng hoặc điều tra xã hội học quyết định.", "The council or the survey gives these points."
        ),
        Words("Bỏ mã này khỏi claims.", "Delete it from claims."),
    ),
    Entry(
        "W606",
        "error",
        Words(
            "Tiêu chí {criterion}: điểm tự chấm {claimed} vượt điểm tối đa {max}.",
            "Criterion {criterion}: the claimed {claimed} is over the maximum {max}.",
        ),
        Words("Không tiêu chí nào được quá điểm tối đa.", "No criterion earns more than its maximum."),
        Words("Sửa điểm khai.", "Mend the claim."),
    ),
    Entry(
        "W610",
        "warning",
        Words(
            "Tiêu chí {criterion} không phát sinh nên không tính vào mẫu: điểm khai bị bỏ qua.",
            "Criterion {criterion} did not arise and is out of the maximum: the claim is left out.",
        ),
        Words(
            "Điểm khai mà không có điểm tối đa sẽ làm chỉ số cao lên.",
            "Points without a maximum would raise the index.",
        ),
        Words("Bỏ mã này khỏi claims, hoặc bỏ khai không phát sinh.", "Delete the claim, or the entry in not_arising."),
    ),
    Entry(
        "W607",
        "warning",
        Words(
            "Không chấm được tệp năm trước «{file}»: thiếu bộ tiêu chí hoặc kế hoạch của năm đó.",
            "Last year's file “{file}” cannot be scored: its criteria set or a plan is not here.",
        ),
        Words(
            "Không có điểm năm trước thì không so được mức tăng, giảm.",
            "Without last year's score no change can be told.",
        ),
        Words(
            "Thêm bộ tiêu chí, kế hoạch năm trước vào kho, hoặc ghi index và place đã công bố.",
            "Add last year's set and plans to the repository, or give the published index and place.",
        ),
    ),
    Entry(
        "W611",
        "note",
        Words(
            "Tiêu chí {criterion}: điểm tự chấm {claimed} khác điểm tính {computed}, đã có giải trình.",
            "Criterion {criterion}: the claimed {claimed} differs from the computed {computed}, with an explanation.",
        ),
        Words("Người thẩm định sẽ đọc giải trình này trước tiên.", "The appraiser will read this explanation first."),
        Words("Không phải sửa nếu giải trình đã đủ.", "Nothing to mend if the explanation is sufficient."),
    ),
)
