"""E32x: a criteria set that extends another (``extends``), against its base."""

from __future__ import annotations

from parindex.checks.entry import Entry, Words

_WHOLE = Words(
    "Bỏ, sửa hay thêm sai chỗ thì bộ tiêu chí không còn là bộ mà người viết định ban hành.",
    "With a part dropped, changed or added in the wrong place the set is not the one that was meant.",
)

ENTRIES = (
    Entry(
        "E320",
        "error",
        Words("Bộ tiêu chí gốc {base} không có mã «{id}».", "The base set {base} has no code “{id}”."),
        _WHOLE,
        Words(
            "Sửa mã theo bộ gốc; xem parindex criteria show {base}.",
            "Mend the code by the base; see parindex criteria show {base}.",
        ),
    ),
    Entry(
        "E321",
        "error",
        Words("Bộ tiêu chí «{id}» mở rộng chính nó: {chain}.", "The set “{id}” extends itself: {chain}."),
        Words("Không có bộ gốc nào để bắt đầu.", "There is no base to begin with."),
        Words(
            "Sửa extends của một trong các bộ, hoặc chép các lĩnh vực vào một bộ.",
            "Mend extends in one of them, or let one of them state the domains itself.",
        ),
    ),
    Entry(
        "E322",
        "error",
        Words("Không sửa được khóa «{key}» của {id}.", "The key “{key}” of {id} cannot be changed."),
        Words(
            "Lĩnh vực, nhóm và tiêu chí được chấm điểm có khóa khác nhau.",
            "Domains, groups and leaves have different keys.",
        ),
        Words("Các khóa sửa được ở đây: {allowed}.", "Keys that can be changed here: {allowed}."),
    ),
    Entry(
        "E323",
        "error",
        Words(
            "Thêm mã «{id}» đã có trong bộ {base} hoặc ở trên.", "The code “{id}” added is already in {base} or above."
        ),
        Words("Mã là tên duy nhất của tiêu chí.", "A code is the one name of a criterion."),
        Words("Đặt mã khác, hoặc sửa tiêu chí đó bằng change.", "Give it another code, or use change."),
    ),
    Entry(
        "E324",
        "error",
        Words(
            "«{id}» là tiêu chí được chấm điểm, không thêm tiêu chí con vào được.",
            "“{id}” is given points itself: nothing can be added under it.",
        ),
        _WHOLE,
        Words("Dùng mã của lĩnh vực hoặc của nhóm.", "Use a domain or the code of a group."),
    ),
    Entry(
        "E325",
        "error",
        Words("«{id}» không nằm ngay dưới «{under}».", "“{id}” does not lie right under “{under}”."),
        _WHOLE,
        Words("Dùng một trong: {known}; hoặc bỏ after để thêm vào cuối.", "Use one of: {known}; or leave after out."),
    ),
    Entry(
        "E326",
        "error",
        Words("Bỏ mã này thì nhóm «{id}» không còn tiêu chí nào.", "Without this code the group “{id}” is empty."),
        Words("Nhóm trống vẫn in ra mà không có điểm.", "An empty group would be printed without points."),
        Words("Bỏ cả nhóm «{id}», hoặc thêm tiêu chí vào nhóm.", "Drop “{id}” as a whole, or add criteria to it."),
    ),
    Entry(
        "E327",
        "error",
        Words("Mã «{id}» đã bị bỏ ở mục drop.", "The code “{id}” is already left out by drop."),
        Words("Một tiêu chí không thể vừa bỏ vừa dùng.", "A criterion cannot be left out and used at once."),
        Words("Bỏ dòng này, hoặc bỏ mã khỏi drop.", "Delete this line, or take the code out of drop."),
    ),
)
