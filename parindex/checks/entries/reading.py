"""E1: the file cannot be read, or its text cannot be trusted to say what it shows."""

from __future__ import annotations

from parindex.checks.entry import Entry, Example, Words

ENTRIES = (
    Entry(
        "E101",
        "error",
        Words("Không có tệp này.", "There is no such file."),
        Words("Không đọc được gì thì không chấm được gì.", "Nothing can be scored from nothing."),
        Words("Kiểm tra lại đường dẫn và tên tệp.", "Check the path and the name of the file."),
    ),
    Entry(
        "E102",
        "error",
        Words("Đây là thư mục, không phải tệp.", "This is a folder, not a file."),
        Words("Lệnh này cần đúng một tệp.", "The command needs one file."),
        Words("Chỉ rõ tệp trong thư mục, ví dụ unit.yaml.", "Name the file inside it, such as unit.yaml."),
    ),
    Entry(
        "E103",
        "error",
        Words("Không đọc được tệp: {reason}.", "The file cannot be read: {reason}."),
        Words("Hệ điều hành không cho đọc tệp.", "The operating system refuses to read it."),
        Words("Kiểm tra quyền đọc tệp hoặc ổ đĩa.", "Check the permissions of the file, or the disk."),
    ),
    Entry(
        "E104",
        "error",
        Words("Tệp lớn {size} MB, quá giới hạn 5 MB.", "The file has {size} MB, over the limit of 5 MB."),
        Words(
            "Tệp số liệu của một đơn vị chỉ vài chục KB; tệp lớn thế này thường là chọn nhầm.",
            "A unit's file has some tens of KB; one this large was probably chosen by mistake.",
        ),
        Words("Chọn đúng tệp YAML, hoặc tách tệp.", "Choose the YAML file, or split it."),
    ),
    Entry(
        "E105",
        "error",
        Words(
            "Đây là tệp nhị phân (byte NUL ở vị trí {offset}), không phải tệp văn bản YAML.",
            "This is a binary file (a NUL byte at position {offset}), not YAML text.",
        ),
        Words("Tệp Word, PDF hay ảnh không đọc như YAML được.", "A Word, PDF or image file is not YAML."),
        Words("Chọn tệp .yaml; minh chứng khai ở mục documents.", "Choose the .yaml file; evidence goes to documents."),
    ),
    Entry(
        "E106",
        "error",
        Words(
            "Tệp không phải mã UTF-8: byte {byte} ở vị trí {offset}.",
            "The file is not UTF-8: byte {byte} at position {offset}.",
        ),
        Words(
            "Chữ Việt lưu bằng bảng mã khác (TCVN3, VNI, UTF-16 …) sẽ sai.",
            "Vietnamese saved in another encoding (TCVN3, VNI, UTF-16 …) reads wrong.",
        ),
        Words("Mở bằng trình soạn thảo và lưu lại với mã UTF-8.", "Open it in an editor and save it as UTF-8."),
    ),
    Entry(
        "E107",
        "error",
        Words("Có ký tự điều khiển {character}.", "There is a control character {character}."),
        Words(
            "Ký tự này không nhìn thấy, và Word, Excel không chứa được.",
            "It cannot be seen, and Word and Excel cannot hold it.",
        ),
        Words("Xóa ký tự đó rồi gõ lại đoạn chữ quanh nó.", "Delete it and type the text around it again."),
        Example('a: "x\\a"\n', 'a: "x"\n'),
    ),
    Entry(
        "E108",
        "error",
        Words("Tệp trống.", "The file is empty."),
        Words("Không có nội dung thì không chấm được.", "Nothing can be scored from nothing."),
        Words(
            "Khôi phục nội dung, hoặc tạo tệp mới bằng lệnh parindex new.",
            "Restore the content, or start a new file with parindex new.",
        ),
        Example("# chỉ có ghi chú\n", "kind: unit\n"),
    ),
    Entry(
        "E109",
        "error",
        Words("Có dấu ngắt dòng lạ {character}.", "There is an unusual line separator {character}."),
        Words(
            "Trình soạn thảo không coi đó là xuống dòng, nên số dòng trong thông báo sẽ lệch.",
            "Editors do not take it for a line end, so line numbers would differ.",
        ),
        Words("Thay bằng phím Enter hoặc dấu cách.", "Put a normal line end or a space there."),
        Example("a: x\u2028y\n", "a: x y\n"),
    ),
    Entry(
        "E110",
        "error",
        Words("Sai cú pháp YAML ở đây.", "The YAML syntax is wrong here."),
        Words("Từ chỗ này trở đi không đọc tiếp được.", "Nothing after this place can be read."),
        Words(
            "So với một tệp mẫu; nếu giá trị có dấu đặc biệt thì đặt trong dấu nháy kép.",
            "Compare with an example file; put values with special signs in quotation marks.",
        ),
        Example("a: !<x\n", 'a: "!<x"\n'),
    ),
    Entry(
        "E111",
        "error",
        Words("Có ký tự Tab ở đây.", "There is a tab here."),
        Words(
            "YAML thụt lề bằng dấu cách; Tab đọc mỗi nơi một khác.",
            "YAML indents with spaces; tabs are read in different ways.",
        ),
        Words("Thay Tab bằng dấu cách.", "Put spaces in place of the tab."),
        Example("a:\t1\n", "a: 1\n"),
    ),
    Entry(
        "E112",
        "error",
        Words("Khóa «{key}» lặp lại; đã có ở dòng {line}.", "The key “{key}” stands twice; first in line {line}."),
        Words(
            "Chỉ một trong hai giá trị có thể đúng, và không biết là giá trị nào.",
            "Only one of the two values can be right, and nobody can tell which.",
        ),
        Words("Xóa một dòng, hoặc gộp nội dung hai chỗ.", "Delete one of them, or join the two."),
        Example("a: 1\na: 2\n", "a: 1\n"),
    ),
    Entry(
        "E113",
        "error",
        Words("Có dấu neo «&{name}».", "There is an anchor “&{name}”."),
        Words("Neo và tham chiếu làm người đọc khó thấy số liệu thật.", "Anchors hide the figures from the reader."),
        Words(
            "Viết thẳng giá trị; nếu & là một phần của chữ thì đặt cả chữ trong dấu nháy kép.",
            "Write the value out; if & belongs to the text, put the text in quotation marks.",
        ),
        Example("a: &x 1\n", "a: 1\n"),
    ),
    Entry(
        "E114",
        "error",
        Words("Có tham chiếu «*{name}».", "There is an alias “*{name}”."),
        Words("Neo và tham chiếu làm người đọc khó thấy số liệu thật.", "Aliases hide the figures from the reader."),
        Words(
            "Viết thẳng giá trị; nếu * là một phần của chữ thì đặt cả chữ trong dấu nháy kép.",
            "Write the value out; if * belongs to the text, put the text in quotation marks.",
        ),
        Example("a: *x\n", 'a: "*x"\n'),
    ),
    Entry(
        "E115",
        "error",
        Words("Có thẻ YAML «{tag}».", "There is a YAML tag “{tag}”."),
        Words("Thẻ đổi kiểu của giá trị mà người đọc không thấy.", "A tag changes the type of a value unseen."),
        Words(
            "Bỏ thẻ; nếu ! là một phần của chữ thì đặt cả chữ trong dấu nháy kép.",
            "Leave the tag out; if ! belongs to the text, put the text in quotation marks.",
        ),
        Example("a: !!str 1\n", "a: 1\n"),
    ),
    Entry(
        "E116",
        "error",
        Words("Có khóa gộp «<<».", "There is a merge key “<<”."),
        Words("Khóa gộp đưa vào những giá trị không viết ở đây.", "It brings in values that are not written here."),
        Words("Viết thẳng các khóa và giá trị.", "Write the keys and values out."),
        Example("<<: {a: 1}\n", "a: 1\n"),
    ),
    Entry(
        "E117",
        "error",
        Words("Tệp có hơn một tài liệu YAML.", "The file holds more than one YAML document."),
        Words("Phần sau dấu --- hoặc ... sẽ bị bỏ qua mà không ai biết.", "What follows --- or ... would be dropped."),
        Words(
            "Tách thành nhiều tệp, hoặc xóa dòng --- hay ... ở giữa.",
            "Split the file, or delete the --- or ... inside.",
        ),
        Example("a: 1\n---\nb: 2\n", "a: 1\nb: 2\n"),
    ),
    Entry(
        "E118",
        "error",
        Words("Lồng nhau quá {depth} cấp.", "Nested more than {depth} levels deep."),
        Words("Không tệp nào của parindex sâu như vậy.", "No file of parindex is that deep."),
        Words("Kiểm tra thụt lề và các dấu ngoặc.", "Check the indentation and the brackets."),
        Example("[" * 41 + "]" * 41 + "\n", "[a]\n"),
    ),
    Entry(
        "E119",
        "error",
        Words("Tệp bắt đầu bằng chỉ thị «%».", "The file begins with a directive “%”."),
        Words("Chỉ thị đổi cách hiểu cả tệp.", "A directive changes how the whole file is read."),
        Words("Xóa dòng bắt đầu bằng %.", "Delete the line that begins with %."),
        Example("%YAML 1.1\n---\na: 1\n", "a: 1\n"),
    ),
    Entry(
        "E120",
        "error",
        Words("Khóa ở đây không phải là chữ.", "The key here is not text."),
        Words("Khóa phải là chữ để tra cứu được.", "A key must be text to be looked up."),
        Words("Viết khóa là một từ, không dùng dấu ? hay ngoặc.", "Write a word for the key, without ? and brackets."),
        Example("[a]: b\n", "a: b\n"),
    ),
    Entry(
        "E121",
        "error",
        Words("Dấu nháy mở ở đây không được đóng.", "The quotation mark opened here is never closed."),
        Words("Mọi dòng sau bị coi là chữ trong dấu nháy.", "All lines after it are taken for quoted text."),
        Words("Thêm dấu nháy đóng cùng loại.", "Add the closing mark of the same kind."),
        Example('a: "x\nb: 1\n', 'a: "x"\nb: 1\n'),
    ),
    Entry(
        "E122",
        "error",
        Words(
            "Ngoặc mở ở đây không được đóng, hoặc thiếu dấu phẩy bên trong.",
            "The bracket opened here is never closed, or a comma is missing inside.",
        ),
        Words("Không biết danh sách kết thúc ở đâu.", "Nobody can tell where the list ends."),
        Words(
            "Đóng ngoặc, thêm dấu phẩy, hoặc đặt chữ có dấu phẩy, dấu hỏi trong dấu nháy kép.",
            "Close it, add the comma, or put text with commas and question marks in quotation marks.",
        ),
        Example("a: [1, 2\nb: 3\n", "a: [1, 2]\nb: 3\n"),
    ),
    Entry(
        "E123",
        "error",
        Words("Dấu hai chấm ở đây không hợp lệ.", "A colon cannot stand here."),
        Words("YAML coi «: » là bắt đầu một giá trị mới.", "YAML takes “: ” for the start of a value."),
        Words(
            "Đặt cả chữ trong dấu nháy kép; nếu là khóa mới thì kiểm tra thụt lề của dòng và dòng trước.",
            "Put the text in quotation marks; if it is a new key, check the indentation here and above.",
        ),
        Example("a: Kế hoạch: số 5\n", 'a: "Kế hoạch: số 5"\n'),
    ),
    Entry(
        "E124",
        "error",
        Words("Thiếu dấu hai chấm sau khóa, ngay trước chỗ này.", "A key just before this place has no colon."),
        Words("Khóa phải có dạng «khóa: giá trị».", "A key is written “key: value”."),
        Words(
            "Thêm dấu hai chấm và dấu cách, hoặc nối dòng vào giá trị trên.",
            "Add a colon and a space, or join the line to the value above.",
        ),
        Example("a: 1\nb\n", "a: 1\nb: 2\n"),
    ),
    Entry(
        "E125",
        "error",
        Words("Chỗ này không nối tiếp được phần trên.", "This does not continue what stands above."),
        Words(
            "Thường do thụt lề lệch, hoặc còn chữ sau giá trị đã đóng.",
            "Mostly the indentation differs, or text follows a closed value.",
        ),
        Words(
            "Thụt lề bằng các dòng cùng cấp; xóa chữ thừa.", "Indent it like its neighbours; delete what is too much."
        ),
        Example("- a\nb: 1\n", "- a\n- b\n"),
    ),
    Entry(
        "E126",
        "error",
        Words("Giá trị không thể bắt đầu bằng «{character}».", "A value cannot begin with “{character}”."),
        Words("Ký tự này có nghĩa riêng trong YAML.", "The character has a meaning of its own in YAML."),
        Words("Đặt giá trị trong dấu nháy kép.", "Put the value in quotation marks."),
        Example("a: @x\n", 'a: "@x"\n'),
    ),
    Entry(
        "E127",
        "error",
        Words("Dấu \\ trong nháy kép không tạo thành ký tự nào.", "The \\ in quotation marks makes no character."),
        Words(
            "Trong dấu nháy kép, \\ bắt đầu một ký tự đặc biệt.",
            "In double quotation marks \\ begins a special character.",
        ),
        Words("Dùng dấu / trong đường dẫn, hoặc dùng dấu nháy đơn.", "Use / in paths, or single quotation marks."),
        Example('a: "C:\\qux"\n', "a: 'C:\\qux'\n"),
    ),
    Entry(
        "E128",
        "error",
        Words("Thiếu giá trị trước chỗ này.", "A value is missing before this place."),
        Words("Có dấu phẩy hoặc dấu ngoặc mà không có giá trị.", "There is a comma or a bracket without a value."),
        Words("Thêm giá trị, hoặc xóa dấu thừa.", "Add the value, or delete the sign."),
        Example("a: ]\n", "a: []\n"),
    ),
    Entry(
        "E129",
        "error",
        Words("Danh sách «- » không thể bắt đầu trên dòng này.", "A list “- ” cannot begin on this line."),
        Words("Mục đầu của danh sách phải ở dòng riêng.", "The first item must have a line of its own."),
        Words(
            "Xuống dòng trước dấu gạch, hoặc đặt chữ trong dấu nháy kép.",
            "Break the line before it, or put the text in quotation marks.",
        ),
        Example("a: - b\n", "a:\n  - b\n"),
    ),
    Entry(
        "E130",
        "error",
        Words("Sau dấu | hoặc > phải xuống dòng.", "After | or > the line must end."),
        Words("Hai dấu này mở một đoạn chữ nhiều dòng.", "They open a text of several lines."),
        Words(
            "Chuyển chữ xuống dòng sau, hoặc đặt trong dấu nháy kép.",
            "Move the text to the next line, or put it in quotation marks.",
        ),
        Example("a: |x\n  b\n", "a: |\n  x\n  b\n"),
    ),
    Entry(
        "E141",
        "error",
        Words("Tệp đã có: không ghi đè.", "The file exists: it is not overwritten."),
        Words("Ghi đè có thể làm mất bản đã sửa tay.", "Overwriting could destroy what was edited by hand."),
        Words("Thêm --force để ghi đè, hoặc chọn tên khác.", "Add --force to overwrite it, or choose another name."),
    ),
    Entry(
        "E142",
        "error",
        Words("Không ghi được tệp: {reason}.", "The file cannot be written: {reason}."),
        Words("Kết quả chưa được lưu; tệp cũ (nếu có) còn nguyên.", "Nothing was saved; an older file is untouched."),
        Words(
            "Kiểm tra thư mục có tồn tại, quyền ghi và chỗ trống.",
            "Check that the folder exists, its permissions and the space left.",
        ),
    ),
    Entry(
        "E143",
        "error",
        Words(
            "Tệp không phải phiếu điểm do parindex lưu (sai ở {where}).",
            "The file is no score sheet that parindex saved (wrong at {where}).",
        ),
        Words(
            "Xếp hạng từ phiếu bị sửa tay hoặc cắt cụt sẽ cho thứ hạng sai.",
            "Ranking from a sheet that was edited or cut would give wrong places.",
        ),
        Words(
            "Chấm lại đơn vị bằng parindex batch hoặc parindex score --json.",
            "Score the unit again with parindex batch or parindex score --json.",
        ),
    ),
    Entry(
        "E144",
        "error",
        Words("Một lượt chạy khác đang ghi vào thư mục này.", "Another run is writing into this folder."),
        Words(
            "Hai lượt cùng ghi sẽ lấy mất kết quả của nhau; lượt này chưa ghi gì.",
            "Two runs would take each other's results away; this one has written nothing.",
        ),
        Words(
            "Đợi lượt kia xong rồi chạy lại, hoặc chọn thư mục khác bằng -o.",
            "Wait for the other run and try again, or choose another folder with -o.",
        ),
    ),
    Entry(
        "E151",
        "error",
        Words("Mẫu Word không dùng được: {problem}.", "The Word template cannot be used: {problem}."),
        Words(
            "Báo cáo viết từ mẫu sai sẽ thiếu nội dung; không tệp nào được viết.",
            "A report made from it would lack content; no file was written.",
        ),
        Words(
            "Mở mẫu bằng Word, sửa chỗ nêu trên (tên các trường: parindex report --list-fields, thêm --kind nếu khác "
            "loại tự chấm); hoặc bỏ --template để dùng mẫu có sẵn.",
            "Open the template in Word and mend the place named (names of fields: parindex report --list-fields, with "
            "--kind for another kind); or leave out --template.",
        ),
    ),
)
