"""What the menu says, in Vietnamese and English."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    # The list
    "head": ("parindex {version}: Chỉ số cải cách hành chính", "parindex {version}: PAR Index"),
    "folder": ("Thư mục làm việc: {path}", "Working folder: {path}"),
    "at_hand": ("Đơn vị: {unit}", "Unit: {unit}"),
    "unit": ("{name}, năm {year} ({path})", "{name}, {year} ({path})"),
    "broken_unit": ("{path} (chưa đọc được; chọn 3 để xem lỗi)", "{path} (cannot be read; 3 shows why)"),
    "none_yet": ("chưa chọn", "none chosen yet"),
    "job_make_form": ("Lập biểu mẫu Excel để nhập số liệu", "Make the Excel form for the figures"),
    "job_read_form": ("Đọc biểu mẫu đã nhập vào tệp số liệu", "Read the filled-in form into the unit's file"),
    "job_check": ("Kiểm tra số liệu, minh chứng", "Check figures and evidence"),
    "job_score": ("Chấm điểm", "Score"),
    "job_report": ("Viết báo cáo Word", "Write a Word report"),
    "job_submit": ("Nộp: chốt hồ sơ tự chấm", "Submit: freeze the self-assessment"),
    "job_explain": ("Xem cách tính một tiêu chí", "See how a criterion was scored"),
    "job_advise": ("Xem việc cần làm để đạt thêm điểm", "See what would win more points"),
    "job_switch": ("Chọn hoặc tạo tệp số liệu; đổi thư mục", "Choose or make a unit's file; change the folder"),
    "leave": ("Thoát", "Leave"),
    "unmark": (
        "Chữ vỡ, ô vuông? / Chu vo, o vuong? Chọn số này: in không dấu / In khong dau",
        "Squares instead of letters? This number prints them without marks",
    ),
    "which_job": ("Chọn số (Enter: xem lại danh sách):", "Number (Enter: show the list):"),
    "no_job": (
        "Không có lựa chọn «{typed}». Gõ một số từ 0 đến {last} rồi nhấn Enter; hoặc kéo thả một tệp vào đây; hoặc gõ "
        "một mã như E303 để xem giải thích.",
        "There is no choice “{typed}”. Type a number from 0 to {last} and press Enter; or drop a file here; or type a "
        "code such as E303 to have it explained.",
    ),
    "bye": ("Đã thoát. Các tệp đã ghi vẫn còn.", "Goodbye. All files that were written stay."),
    "stop_again": ("Nhấn Ctrl-C lần nữa, hoặc chọn 0, để thoát.", "Press Ctrl-C again, or choose 0, to leave."),
    "back_again": ("Trở về danh sách việc.", "Back to the list of jobs."),
    # Questions
    "back": ("Trở về", "Back"),
    "pick": ("Chọn số:", "Number:"),
    "pick_default": ("Chọn số (Enter: {default}):", "Number (Enter: {default}):"),
    "find": ("Chọn số, hoặc gõ một phần tên để tìm:", "Number, or a part of the name:"),
    "pick_several": (
        "Chọn các số, cách nhau bằng dấu phẩy (Enter: không chọn; 0: trở về):",
        "Numbers with commas between (Enter: none; 0: back):",
    ),
    "no_option": (
        "Không có lựa chọn «{typed}»; gõ một số từ 0 đến {last}.",
        "There is no choice “{typed}”; type a number from 0 to {last}.",
    ),
    "more": (
        "     … và {count} tên khác: gõ một phần tên để tìm.",
        "     … and {count} more: type a part of the name.",
    ),
    "empty": ("Chưa gõ gì; gõ 0 để trở về.", "Nothing was typed; 0 goes back."),
    "no_path": ("Không có tệp hoặc thư mục «{path}».{near}", "There is no file or folder “{path}”.{near}"),
    "near": (" Có phải là {near}?", " Did you mean {near}?"),
    "not_file": ("«{path}» là thư mục; cần một tệp.", "“{path}” is a folder; a file is needed."),
    "not_folder": ("«{path}» là tệp; cần một thư mục.", "“{path}” is a file; a folder is needed."),
    "no_entry": ("Không vào được thư mục {path}: {reason}.", "The folder {path} cannot be entered: {reason}."),
    "exists": ("Đã có tệp {path}.", "There is a file {path} already."),
    "other_name": ("Giữ tệp cũ, ghi tệp mới tên {name}", "Keep it and write {name}"),
    "overwrite": ("Ghi đè: tệp cũ sẽ MẤT", "Overwrite: the old file is LOST"),
    # Running
    "command": ("Lệnh: {command}", "Command: {command}"),
    "lies_at": ("Nơi ghi:", "Written at:"),
    "any.0": ("Xong.", "Done."),
    "any.1": ("Có lỗi trong số liệu hoặc minh chứng: xem các dòng trên.", "There are errors: see the lines above."),
    "any.2": ("Chưa làm được; lý do ở trên. Không có gì được ghi.", "Not done, for the reason above. Nothing written."),
    "any.3": (
        "Chương trình có lỗi, không phải tại bạn. Gửi tệp nhật ký nêu trên cho người bảo trì; các tệp khác không hỏng.",
        "This is a fault of the program, not yours. Send the log named above to the maintainers; no file is damaged.",
    ),
    "any.130": ("Việc đang làm đã dừng; không có tệp nào ghi dở.", "The job was stopped; no file is half written."),
    # Units
    "no_units": (
        "Chưa có tệp số liệu nào trong thư mục này. Chọn 1 để lập biểu mẫu, nhập xong thì chọn 2; hoặc chọn 9 để mở "
        "tệp đã có ở nơi khác.",
        "There is no unit's file in this folder. Choose 1 to make a form and 2 once it is filled in; or 9 to open a "
        "file that lies elsewhere.",
    ),
    "which_unit": ("Tệp số liệu của đơn vị nào?", "Which unit's file?"),
    "found_units": ("Chọn trong {count} tệp số liệu ở đây", "Choose among the units' files here ({count})"),
    "other_unit": ("Mở tệp số liệu ở nơi khác", "Open a unit's file that lies elsewhere"),
    "fresh_unit": ("Tạo tệp số liệu mới (để tự viết YAML)", "Make a new unit's file (to write YAML by hand)"),
    "other_folder": ("Làm việc trong thư mục khác", "Work in another folder"),
    "ask_unit": ("Gõ hoặc kéo thả tệp .yaml vào đây (0: trở về):", "Type or drop the .yaml file here (0: back):"),
    "ask_folder": ("Gõ hoặc kéo thả thư mục vào đây (0: trở về):", "Type or drop the folder here (0: back):"),
    "unit_there": ("Tệp {path} đã có; dùng tệp này.", "{path} is there already and is used."),
    "new.0": (
        "Xong. Mở tệp bằng trình soạn thảo để điền, hoặc chọn 1 để lập biểu mẫu Excel từ tệp này.",
        "Done. Fill it in with an editor, or choose 1 to make the Excel form from it.",
    ),
    # Who a new unit is
    "first_form": (
        "Đơn vị chưa có tệp số liệu ở đây: trả lời vài câu để lập biểu mẫu đầu tiên.",
        "The unit has no file here yet: a few questions for its first form.",
    ),
    "which_set": ("Chấm theo bộ tiêu chí nào?", "Which criteria set?"),
    "no_sets": ("Không có bộ tiêu chí nào đọc được.", "There is no criteria set that can be read."),
    "which_plans": ("Đơn vị thực hiện kế hoạch nào?", "Which plans does the unit carry out?"),
    "ask_name": (
        "Tên đơn vị, ví dụ UBND xã An Bình (0: trở về):",
        "Name of the unit, such as UBND xã An Bình (0: back):",
    ),
    "no_name": ("Cần tên đầy đủ của đơn vị.", "The full name of the unit is needed."),
    "ask_id": (
        "Mã ngắn để đặt tên tệp (Enter: {default}; 0: trở về):",
        "Short id for file names (Enter: {default}; 0: back):",
    ),
    "no_id": (
        "«{typed}» không phải là mã: dùng chữ thường không dấu, chữ số, nối bằng -, ví dụ an-binh.",
        "“{typed}” is no id: lower-case letters and digits joined by -, such as an-binh.",
    ),
    # Forms
    "export.0": (
        "Xong. Mở biểu mẫu bằng Excel hoặc LibreOffice, nhập vào các ô được mở khóa, lưu lại, rồi chọn 2.",
        "Done. Open the form in Excel or LibreOffice, fill in the unlocked cells, save it, then choose 2.",
    ),
    "export.2": (
        "Chưa lập được biểu mẫu; lý do ở trên. Nếu tệp đang mở trong Excel thì đóng lại rồi làm lại.",
        "No form was made, for the reason above. If the file is open in Excel, close it and try again.",
    ),
    "which_form": (
        "Đọc biểu mẫu nào? (Nhớ lưu và đóng trong Excel.)",
        "Which form? (Save and close it in Excel first.)",
    ),
    "no_forms": (
        "Trong thư mục này chưa có tệp Excel nào; chọn 1 để lập biểu mẫu, hoặc chỉ ra tệp ở nơi khác.",
        "There is no workbook in this folder; 1 makes a form, or name a file that lies elsewhere.",
    ),
    "other_file": ("Tệp ở nơi khác", "A file that lies elsewhere"),
    "ask_form": ("Gõ hoặc kéo thả tệp .xlsx vào đây (0: trở về):", "Type or drop the .xlsx file here (0: back):"),
    "into": (
        "Số liệu trong biểu mẫu sẽ thay số liệu khác đi trong tệp {path}.",
        "What the form says otherwise replaces what {path} says.",
    ),
    "do_read": ("Đọc vào", "Read it in"),
    "only_look": ("Chỉ xem sẽ thay đổi những gì, chưa ghi", "Only show what would change"),
    "look.0": ("Chưa ghi gì. Đồng ý thì chọn 2 lần nữa.", "Nothing was written. Choose 2 again to do it."),
    "look.1": (
        "Chưa ghi gì. Sửa các ô nêu trên trong biểu mẫu, lưu lại, rồi chọn 2 lần nữa.",
        "Nothing was written. Mend the cells named above in the form, save it, then choose 2 again.",
    ),
    "import.0": (
        "Xong. Chọn 3 để kiểm tra, 4 để chấm điểm.",
        "Done. Choose 3 to check, 4 to score.",
    ),
    "import.1": (
        "Chưa ghi gì. Sửa các ô nêu trên trong biểu mẫu, lưu lại, rồi chọn 2 lần nữa.",
        "Nothing was written. Mend the cells named above in the form, save it, then choose 2 again.",
    ),
    "import.2": (
        "Chưa đọc được biểu mẫu; lý do ở trên. Không có gì được ghi.",
        "The form was not read, for the reason above. Nothing was written.",
    ),
    # Figures
    "check.0": (
        "Không có lỗi. Chọn 4 để chấm điểm, 5 để viết báo cáo.",
        "There are no errors. Choose 4 to score, 5 to write the report.",
    ),
    "check.1": (
        "Còn lỗi nêu trên: sửa trong biểu mẫu Excel rồi chọn 2, hoặc sửa trong tệp số liệu. Gõ mã lỗi (như E303) để "
        "xem giải thích.",
        "There are errors above: mend them in the form and choose 2, or in the unit's file. Type a code (such as E303) "
        "to have it explained.",
    ),
    "score.0": (
        "Xong. Chọn 7 để xem cách tính một tiêu chí, 8 để xem còn đạt thêm được ở đâu, 5 để viết báo cáo.",
        "Done. Choose 7 to see how a criterion was scored, 8 for what would win more, 5 for the report.",
    ),
    "score.1": (
        "Đã chấm, nhưng còn lỗi nêu trên; tiêu chí có lỗi chưa được tính điểm. Chọn 3 để xem mọi lỗi.",
        "Scored, with the errors above; criteria with errors earn nothing yet. Choose 3 to see all errors.",
    ),
    "ask_code": ("Mã tiêu chí, ví dụ 3.1.1 (0: trở về):", "Code of the criterion, such as 3.1.1 (0: back):"),
    "explain.2": (
        "Chưa xem được; lý do ở trên. Mã tiêu chí có ở cột đầu khi chọn 4.",
        "Not shown, for the reason above. The codes are in the first column of 4.",
    ),
    # Reports
    "which_report": ("Báo cáo nào?", "Which report?"),
    "report_self": ("Báo cáo tự chấm điểm", "Self-assessment"),
    "report_periodic": ("Báo cáo CCHC định kỳ (quý, 6 tháng, 9 tháng, năm)", "Periodic report (quarter to year)"),
    "report_tasks": ("Báo cáo thực hiện nhiệm vụ theo kế hoạch", "Report on the plans' tasks"),
    "which_period": ("Kỳ nào?", "Which period?"),
    "period_Q1": ("Quý I", "Quarter I"),
    "period_Q2": ("Quý II", "Quarter II"),
    "period_6m": ("6 tháng", "Six months"),
    "period_Q3": ("Quý III", "Quarter III"),
    "period_9m": ("9 tháng", "Nine months"),
    "period_Q4": ("Quý IV", "Quarter IV"),
    "period_year": ("Cả năm", "The year"),
    "report.0": (
        "Xong. Mở bằng Word, đọc lại, điền chỗ để trống (số, ngày, người ký) trước khi trình.",
        "Done. Open it in Word, read it and fill in the blanks (number, date, signer) before it goes on.",
    ),
    "report.1": (
        "Chưa viết báo cáo vì còn lỗi nêu trên. Chọn 3 để xem mọi lỗi và cách sửa.",
        "No report was written because of the errors above. Choose 3 for all errors and remedies.",
    ),
    "report.2": (
        "Chưa viết được báo cáo; lý do ở trên. Nếu tệp đang mở trong Word thì đóng lại rồi làm lại.",
        "No report was written, for the reason above. If the file is open in Word, close it and try again.",
    ),
    "draft": ("Muốn xem trước thì in bản dự thảo:", "A draft can be printed meanwhile:"),
    "do_draft": ("Viết bản DỰ THẢO (ghi rõ trên mọi trang)", "Write a DRAFT (marked on every page)"),
    "draft.0": ("Đã viết bản dự thảo.", "The draft was written."),
    "draft.1": ("Đã viết bản dự thảo; các lỗi nêu trên vẫn còn.", "The draft was written; the errors above remain."),
    # Submission
    "submit": (
        "Nộp là chốt số liệu, minh chứng và phiếu điểm thành một hồ sơ không sửa nữa. Máy không gửi đi đâu cả.",
        "Submitting freezes figures, evidence and score sheet into a folder that stays as it is. Nothing is sent.",
    ),
    "do_submit": ("Lập hồ sơ nộp", "Make the submission"),
    "do_submit_signed": ("Lập hồ sơ nộp, kèm báo cáo PDF đã ký số", "Make it with the signed PDF of the report"),
    "ask_pdf": ("Gõ hoặc kéo thả tệp .pdf đã ký vào đây (0: trở về):", "Type or drop the signed .pdf here (0: back):"),
    "submitted_before": (
        "Đã có hồ sơ ở {path}; hồ sơ ấy được giữ nguyên.",
        "There is a submission at {path} already; it stays as it is.",
    ),
    "submit_again": ("Lập hồ sơ mới trong thư mục {name}", "Make a new one in the folder {name}"),
    "submit.0": (
        "Xong. Gửi cả thư mục hồ sơ theo cách cơ quan quy định; đừng sửa các tệp trong đó.",
        "Done. Hand in the whole folder the way your office does; change nothing in it.",
    ),
    "submit.1": (
        "Chưa nộp được vì còn lỗi nêu trên. Chọn 3 để xem mọi lỗi và cách sửa.",
        "Not submitted because of the errors above. Choose 3 for all errors and remedies.",
    ),
}
