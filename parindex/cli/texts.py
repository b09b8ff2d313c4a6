"""What the commands themselves say, in Vietnamese and English."""

from __future__ import annotations

import os

_TEXTS: dict[str, tuple[str, str]] = {
    "interrupted": ("Đã dừng theo yêu cầu.", "Interrupted."),
    "usage": ("Lỗi cách dùng: {problem}\nXem parindex --help.", "Usage error: {problem}\nSee parindex --help."),
    "internal": (
        "Lỗi bên trong chương trình ({fault}). Chi tiết để gửi người bảo trì: {log}",
        "Internal fault ({fault}). Details for the maintainers: {log}",
    ),
    "no_room": ("Không ghi được: {reason}.", "Cannot write: {reason}."),
    "no_here": (
        "Thư mục hiện tại không còn nữa; hãy chuyển (cd) sang thư mục khác.",
        "The current folder is gone; change (cd) to another.",
    ),
    "no_code": (
        "Bộ tiêu chí không có tiêu chí {code}.{near}",
        "The criteria set has no criterion {code}.{near}",
    ),
    "near": (" Có phải là {near}?", " Did you mean {near}?"),
    "no_diagnostic": ("Không có mã chẩn đoán {code}.{near}", "No diagnostic has the code {code}.{near}"),
    "no_period": (
        "{period} không phải là kỳ của năm đang chấm; dùng Q1–Q4, 6m, 9m hoặc year.",
        "{period} is no period of the unit's year; use Q1–Q4, 6m, 9m or year.",
    ),
    "no_indicator": ("Không có chỉ số đo {name}.{near}", "No indicator has the id {name}.{near}"),
    "no_lead": ("Không có nhiệm vụ nào do {name} chủ trì.{near}", "No task is led by {name}.{near}"),
    "no_domain": ("Không có nhiệm vụ nào thuộc lĩnh vực {name}.{near}", "No task is of the domain {name}.{near}"),
    "no_tasks": ("Không có nhiệm vụ nào như vậy.", "There are no such tasks."),
    "no_plans": ("Đơn vị chưa khai kế hoạch nào (plans:).", "The unit names no plans (plans:)."),
    "no_day": (
        "{text} không phải là ngày; viết 2023-03-01 hoặc 01/03/2023.",
        "{text} is no day; write 2023-03-01 or 01/03/2023.",
    ),
    "no_span": ("{text} không phải là số ngày; viết 30d hoặc 4w.", "{text} is no span of days; write 30d or 4w."),
    "calendar_written": ("Đã ghi lịch: {path} ({count} hạn).", "Calendar written: {path} ({count} days)."),
    "report_written": ("Đã viết báo cáo: {path}", "Report written: {path}"),
    "form_source": (
        "Chỉ rõ tệp của đơn vị hoặc thư mục kho; đơn vị chưa có tệp thì dùng --unit.",
        "Name the unit's file or a repository; for a unit without a file use --unit.",
    ),
    "form_new": (
        "Trong kho không có đơn vị mã này; đơn vị chưa có tệp cần --name (và --criteria khi không ở trong kho).",
        "The repository has no such unit; a unit without a file needs --name (and --criteria outside a repository).",
    ),
    "no_forms": ("Không có biểu mẫu .xlsx nào trong {folder}.", "There is no .xlsx form in {folder}."),
    "form_into": (
        "--into chỉ dùng với một biểu mẫu, không dùng với cả thư mục.",
        "--into goes with one form, not with a folder of them.",
    ),
    "form_written": ("Đã xuất biểu mẫu: {path}", "Form written: {path}"),
    "form_read": ("Đã ghi {path} ({count} ô thay đổi).", "Written: {path} ({count} cells changed)."),
    "form_dry": ("Chưa ghi: {path} sẽ thay đổi {count} ô.", "Not written: {count} cells of {path} would change."),
    "form_same": ("Biểu mẫu không có gì mới so với {path}.", "The form says nothing new against {path}."),
    "form_open": (
        "Biểu mẫu đang mở ở chương trình khác, nên lần đọc này chưa được ghi lại trong biểu mẫu: đóng biểu mẫu rồi đọc "
        "lại một lần, trước khi xóa hay sửa tiếp.",
        "Another program has the form open, so it could not note that it was read: close it and import it once more "
        "before you clear or correct anything.",
    ),
    "form_refused": (
        "Chưa ghi gì vào {path}; sửa các chỗ trên rồi đọc lại biểu mẫu.",
        "Nothing was written to {path}; mend the places above and import the form again.",
    ),
    "report_refused": (
        "Không viết báo cáo vì còn lỗi trên đây; dùng --draft để in bản dự thảo.",
        "No report was written because of the errors above; --draft prints a draft.",
    ),
    "needs_docx": ("Thêm --docx để viết báo cáo Word.", "Add --docx to write the Word report."),
    "collected": ("Đã lấy: {part}", "Taken: {part}"),
    "collect_explanation": ("Giải trình tiêu chí {code}", "Explanation of {code}"),
    "collect_written": ("Đã ghi {count} phần vào {path}.", "Written: {count} parts into {path}."),
    "collect_same": ("Phần viết thêm trong Word không có gì mới so với {path}.", "Nothing new against {path}."),
    "collect_lost": (
        "Tệp Word không còn phần {part}; nội dung trong tệp số liệu được giữ nguyên.",
        "The Word file no longer has {part}; what the unit's file says stays.",
    ),
    "collect_open": (
        "Tệp Word đang mở ở chương trình khác nên chưa ghi nhớ được lần lấy này: muốn viết tiếp thì in báo cáo mới.",
        "Another program has the Word file open, so it could not note what was taken: print a new report to go on.",
    ),
    "collect_conflict": (
        "CHƯA lấy: {part}: từ khi in báo cáo, phần này đã sửa cả trong Word và trong {path}. Chép tay ý cần giữ vào "
        "{path}, hoặc thêm --force để lấy theo Word.",
        "NOT taken: {part}: changed both in Word and in {path} since the report was printed. Copy what is to stay "
        "into {path} by hand, or add --force to take Word's words.",
    ),
    "collect_differs": (
        "Khác với số liệu ở {count} chỗ ngoài phần viết thêm; KHÔNG lấy về:",
        "{count} places outside the free-text parts differ from the figures; NOT taken:",
    ),
    "collect_line": (
        "  {place}theo số liệu: {expected}; trong Word: {found}",
        "  {place}figures: {expected}; Word: {found}",
    ),
    "collect_more": ("  … và {count} chỗ khác.", "  … and {count} more."),
    "collect_no_report": (
        "{path} không phải báo cáo do parindex viết cho đơn vị, hoặc không còn ô nội dung nào.",
        "{path} is no report that parindex wrote for a unit, or has no content control left.",
    ),
    "collect_others": (
        "{path} là báo cáo của đơn vị {theirs}, năm {year}; {unit} là của đơn vị {ours}, năm {own_year}. Chưa ghi gì.",
        "{path} is the report of {theirs} for {year}; {unit} is of {ours} for {own_year}. Nothing was written.",
    ),
    "collect_no_edit": (
        "Không ghi được vào {path} mà giữ nguyên bố cục ({reason}); hãy chép tay phần này.",
        "{path} cannot be changed in place ({reason}); copy the words by hand.",
    ),
    "needs_unit": (
        "Chỉ rõ tệp số liệu của đơn vị (UNIT.yaml), hoặc thư mục kho.",
        "Name the unit's file (UNIT.yaml), or the folder of a repository.",
    ),
    "report_many": (
        "--kind {kind} cần thư mục kho có parindex.yaml, hoặc thư mục phiếu điểm đã lưu.",
        "--kind {kind} needs the folder of a repository (parindex.yaml), or a folder of saved score sheets.",
    ),
    "needs_appraisal": (
        "--kind {kind} cần tệp thẩm định: --appraisal TỆP.yaml.",
        "--kind {kind} needs the council's file: --appraisal FILE.yaml.",
    ),
    "no_office": (
        "Không tìm thấy LibreOffice nên không chuyển được sang PDF; hãy cài LibreOffice, hoặc mở tệp Word rồi lưu "
        "thành PDF.",
        "LibreOffice was not found, so there is no PDF; install it, or open the Word file and save it as PDF.",
    ),
    "no_pdf": ("LibreOffice không chuyển được sang PDF: {reason}", "LibreOffice made no PDF: {reason}"),
    "needs_docx_table": ("Thêm --docx để viết bảng Word.", "Add --docx to write the Word table."),
    "set_written": ("Đã viết bộ tiêu chí: {path}", "Criteria set written: {path}"),
    "set_unusable": ("{name}: không đọc được", "{name}: cannot be used"),
    "no_sets": ("Không có bộ tiêu chí nào để kiểm tra.", "There is no criteria set to check."),
    "no_units": (
        "Không có tệp số liệu đơn vị nào trong {folder} (xem mục units của parindex.yaml).",
        "There are no files of units in {folder} (see units in parindex.yaml).",
    ),
    "no_folder": ("Không có thư mục {folder}.", "There is no folder {folder}."),
    "batch_progress": ("Đang chấm", "Scoring"),
    "batch_findings": ("{errors} lỗi, {warnings} cảnh báo", "{errors} errors, {warnings} warnings"),
    "batch_summary": (
        "{units} đơn vị: chấm {scored}, không đổi {unchanged}; xếp hạng {ranked}, không xếp hạng {apart}; "
        "{errors} lỗi, {warnings} cảnh báo.",
        "{units} units: {scored} scored, {unchanged} unchanged; {ranked} ranked, {apart} not ranked; "
        "{errors} errors, {warnings} warnings.",
    ),
    "batch_written": ("Kết quả: {folder} ({names})", "Results: {folder} ({names})"),
    "batch_unchanged": ("Kết quả lần trước vẫn đúng: {folder}", "The results of the last run still hold: {folder}"),
    "batch_older": (
        "Còn lại của lượt trước, chưa theo số liệu mới: {names}. Thêm {options} để làm lại.",
        "Left by an earlier run, without what has changed since: {names}. Add {options} to make it anew.",
    ),
    "batch_site": ("Đang viết trang web…", "Writing the site…"),
    "batch_fault": (
        "{path}: lỗi bên trong chương trình; đơn vị này không được xếp hạng. Chi tiết: {log}",
        "{path}: internal fault; this unit is not ranked. Details: {log}",
    ),
    "batch_warnings": (
        "Xem cảnh báo của một đơn vị: parindex score TỆP.yaml",
        "To see the warnings of a unit: parindex score FILE.yaml",
    ),
    "compare_no_git": ("Không có git trên máy này.", "There is no git on this machine."),
    "compare_no_revision": (
        "Không có phiên bản {base} trong kho git của {path}.",
        "The git repository of {path} has no revision {base}.",
    ),
    "compare_not_there": (
        "Ở phiên bản {base} chưa có tệp {path}: không có gì để so.",
        "At revision {base} there is no file {path}: there is nothing to compare with.",
    ),
    "compare_two": (
        "So sánh cần hai tệp, hoặc --base (một tệp, hay mọi đơn vị có thay đổi).",
        "Comparing needs two files, or --base (one file, or every unit that was changed).",
    ),
    "compare_saved": (
        "{path} là phiếu điểm đã lưu của {period}: --period không chấm lại phiếu đã lưu.",
        "{path} is a saved sheet of {period}: --period does not score a saved sheet again.",
    ),
    "compare_new": (
        "{path}: ở phiên bản {base} chưa có, không có gì để so.",
        "{path}: not there at revision {base}, nothing to compare with.",
    ),
    "compare_none": (
        "Không đơn vị nào thay đổi so với {base}.",
        "No unit was changed since {base}.",
    ),
    "nothing_to_check": (
        "Không có tệp nào để kiểm tra (kind: project, unit, criteria, plan, indicators).",
        "There is no file to check (kind: project, unit, criteria, plan, indicators).",
    ),
    "not_ranked": (
        "Bảng xếp hạng {ranking} không có đơn vị {unit}.",
        "The ranking {ranking} has no unit {unit}.",
    ),
    "survey_group": (
        "{text} không phải là số người; viết 4200 hoặc người-dân=4200, mỗi nhóm một lần.",
        "{text} is no number of people; write 4200 or citizens=4200, each group once.",
    ),
    "survey_error": (
        "Sai số {error} hoặc độ tin cậy {confidence} không hợp lệ; sai số trên 0, dưới 50; độ tin cậy 90, 95, 99.",
        "The error {error} or level {confidence} does not do: errors are over 0 and under 50; levels 90, 95, 99.",
    ),
    "survey_all": ("Cộng", "All"),
    "survey_overall": ("Chung các câu hỏi", "All questions"),
    "survey_clean": (
        "Tệp phiếu có dữ liệu cá nhân ({columns}) nên không làm minh chứng được: thêm --clean TỆP.csv.",
        "The responses hold personal data ({columns}) and cannot be evidence: add --clean FILE.csv.",
    ),
    "survey_into": ("Đã ghi vào {path}: {indicators}.", "Written into {path}: {indicators}."),
    "survey_personal": (
        "Tệp phiếu có dữ liệu cá nhân ({columns}), không được đọc; dùng --clean để có bản làm minh chứng.",
        "The responses hold personal data ({columns}), which was not read; --clean writes a copy for evidence.",
    ),
    "no_revision": (
        "Không so được với «{revision}»: không phải kho git, hoặc không có bản này.",
        "Cannot compare with “{revision}”: no git checkout, or no such revision.",
    ),
    "unchanged": (
        "{count} tệp không thay đổi so với {revision}: không kiểm tra lại.",
        "{count} files are unchanged since {revision}: not checked again.",
    ),
    "hashes_written": ("Đã ghi {count} mã băm vào {files} tệp.", "Wrote {count} digests into {files} files."),
    "no_schema": (
        "Không có loại tệp {kind}; các loại: {known}.{near}",
        "There is no kind of file {kind}; kinds: {known}.{near}",
    ),
    "schemas_written": ("Đã ghi {count} lược đồ vào {folder}.", "Wrote {count} schemas into {folder}."),
    "needs_output": ("--html cần -o: thư mục để ghi trang web.", "--html needs -o: the folder for the site."),
    "project_made": (
        "Đã tạo kho {folder}. Bước tiếp: cd {folder}, rồi parindex check.",
        "Made the repository {folder}. Next: cd {folder}, then parindex check.",
    ),
    "no_kind": ("Không có loại báo cáo {kind}. Các loại: {kinds}.", "No kind {kind}. Kinds: {kinds}."),
    "file_made": ("Đã tạo {path}.", "Made {path}."),
    "example_made": (
        "Đã chép ví dụ vào {folder} (số liệu giả định).",
        "Copied the example into {folder} (its figures are invented).",
    ),
    "no_example": ("không có ví dụ {name}; có: {known}.", "there is no example {name}; there are: {known}."),
    "no_id": (
        "{text} không phải là mã: dùng chữ thường không dấu, chữ số, nối bằng -.",
        "{text} is no id: use lower-case letters and digits joined by -.",
    ),
    "submitted": ("Đã lập hồ sơ nộp ngày {day}: {path}", "Submission of {day}: {path}"),
    "submit_deadline": ("Hạn nộp: {day}.", "Last day: {day}."),
    "submit_refused": ("Chưa nộp được: hãy sửa các lỗi trên.", "Not submitted: mend the errors above."),
    "submit_signed": ("Chữ ký SSH: {path}", "SSH signature: {path}"),
    "no_ssh": ("Không có ssh-keygen trên máy này.", "There is no ssh-keygen on this machine."),
    "no_signature_library": (
        "Kiểm tra chữ ký số của PDF cần pyHanko: pip install 'parindex[signatures]'.",
        "Verifying signed PDFs needs pyHanko: pip install 'parindex[signatures]'.",
    ),
    "verify_unread_pdf": (
        "Báo cáo PDF có mã băm đúng hay không đã kiểm tra; chữ ký số thì chưa: cần pip install 'parindex[signatures]'.",
        "The digest of the PDF was compared, its signature was not: pip install 'parindex[signatures]'.",
    ),
    "verify_unread_ssh": (
        "Chưa kiểm tra chữ ký SSH: máy này không có ssh-keygen.",
        "The SSH signature was not verified: there is no ssh-keygen here.",
    ),
    "verify_signature": ("Chữ ký số: {signer}, ngày {day}: còn nguyên.", "Signed by {signer} on {day}: intact."),
    "verify_signature_bad": (
        "Chữ ký số: {signer}, ngày {day}: KHÔNG còn đúng.",
        "Signed by {signer} on {day}: does NOT hold.",
    ),
    "verify_ssh": ("Chữ ký SSH: {signer}.", "SSH signature: {signer}."),
    "verify_unchanged": ("Còn nguyên: {path} ({files} tệp đã so mã băm).", "Unchanged: {path} ({files} digests)."),
    "verify_changed": ("ĐÃ THAY ĐỔI: {path}; xem các lỗi trên.", "CHANGED: {path}; see the errors above."),
    "appraise_started": ("{agency}: {book} (đọc vào {path})", "{agency}: {book} (read into {path})"),
    "term_submission": ("nộp hồ sơ", "submission"),
    "term_round-1": ("thẩm định lần 1", "round 1"),
    "term_response": ("giải trình", "the response"),
    "term_round-2": ("thẩm định lần 2", "round 2"),
    "appraise_into_one": ("--into chỉ dùng với một sổ.", "--into goes with one workbook only."),
    "appraise_read": ("{book}: đã ghi {count} mục vào {path}", "{book}: {count} written into {path}"),
    "appraise_read_dry": ("{book}: chưa ghi; {path} sẽ thêm {count} mục", "{book}: not written; {count} for {path}"),
    "appraise_read_same": ("{book}: không có gì mới so với {path}", "{book}: nothing new against {path}"),
    "appraise_read_refused": (
        "{book}: chưa ghi gì vào {path}; sửa các chỗ trên rồi đọc lại.",
        "{book}: nothing was written to {path}; mend the places above and read it again.",
    ),
    "appraise_term": ("Hạn {name}: {day}.", "Last day of {name}: {day}."),
    "appraise_term_extended": ("Hạn {name}: {day} (gia hạn: {by}).", "Last day of {name}: {day} (granted: {by})."),
    "appraise_merged": ("Đã tổng hợp {count} lượt thẩm định: {path}", "Merged {count} entries: {path}"),
    "appraise_not_merged": (
        "Chưa tổng hợp: các cơ quan xử lý các lỗi trên rồi tổng hợp lại.",
        "Not merged: the agencies mend the errors above, then merge again.",
    ),
    "appraise_answer": (
        "Mẫu giải trình có {count} mục: {book} (đọc vào {path})",
        "The form of response has {count} items: {book} (read into {path})",
    ),
    "appraise_refused": (
        "Chưa tính được điểm sau thẩm định: hãy xử lý các lỗi trên.",
        "No appraised scores yet: mend the errors above.",
    ),
    "appraise_applied": ("Phiếu điểm sau thẩm định: {path}", "The appraised sheet: {path}"),
    "summary": ("{errors} lỗi, {warnings} cảnh báo.", "{errors} errors, {warnings} warnings."),
}


def language(asked: str | None = None) -> str:
    """``vi`` unless English is asked for, on the command line or in ``PARINDEX_LANG``."""
    return "en" if (asked or os.environ.get("PARINDEX_LANG", "")).lower().startswith("en") else "vi"


def say(key: str, lang: str | None = None, **values: object) -> str:
    """A message with its values."""
    vi, en = _TEXTS[key]
    return (en if language(lang) == "en" else vi).format(**values)
