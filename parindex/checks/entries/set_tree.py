"""W704 to W706 and W710 to W712: the tree of a criteria set, its codes and its maxima."""

from __future__ import annotations

from parindex.checks.entries.set_examples import in_tree, leaf_line, tree
from parindex.checks.entry import Entry, Example, Words

ENTRIES = (
    Entry(
        "W704",
        "warning",
        Words("Tổng điểm tối đa {sum} khác thang điểm {scale}.", "The maxima add up to {sum}, the scale is {scale}."),
        Words(
            "Có bộ tiêu chí thật như vậy (99,55); vẫn chấm, nhưng cần biết.",
            "Real sets do this (99.55); scored all the same.",
        ),
        Words("Kiểm tra points của các tiêu chí.", "Check the points of the criteria."),
        Example(
            "scale: 100\n" + tree(leaf_line("1.1", points="99.55")),
            "scale: 100\n" + tree(leaf_line("1.1", points="100")),
            "criteria",
        ),
    ),
    Entry(
        "W705",
        "error",
        Words(
            "Tổng điểm các tiêu chí con {sum} khác điểm ghi {points}.",
            "The parts add up to {sum}, the points given are {points}.",
        ),
        Words("Điểm tối đa in trong báo cáo sẽ mâu thuẫn.", "The maxima in the report would contradict each other."),
        Words("Sửa điểm của nhóm hoặc của tiêu chí con.", "Mend the points of the group or of a part."),
        in_tree(tree(leaf_line("1.1"), extra="    points: 5\n"), tree(leaf_line("1.1"), extra="    points: 4\n")),
    ),
    Entry(
        "W706",
        "error",
        Words("Mã «{id}» dùng hai lần trong tệp.", "“{id}” stands twice in the file."),
        Words("Mã là tên duy nhất để tra cứu.", "An id or code is the one name to look it up by."),
        Words("Đặt mã khác cho một trong hai.", "Give one of them another."),
        in_tree(
            tree(leaf_line("1.1", points="2"), leaf_line("1.1", "tthc.early", "2")),
            tree(leaf_line("1.1", points="2"), leaf_line("1.2", "tthc.early", "2")),
        ),
    ),
    Entry(
        "W710",
        "warning",
        Words("Mã {code} không nằm dưới mã {parent}.", "The code {code} does not lie under {parent}."),
        Words(
            "Người đọc tìm tiêu chí theo mã; mã lệch thì báo cáo rối và dễ khai nhầm.",
            "Officers find a criterion by its code; one that is out of line is misread and misreported.",
        ),
        Words("Đặt mã bắt đầu bằng «{parent}.».", "Begin the code with “{parent}.”."),
        in_tree(tree(leaf_line("2.1")), tree(leaf_line("1.1"))),
    ),
    Entry(
        "W711",
        "warning",
        Words(
            "Lĩnh vực «{id}» không phải lĩnh vực chung và chưa gắn với lĩnh vực nào.",
            "The domain “{id}” is none of the shared ones and maps to none of them.",
        ),
        Words(
            "Không gắn thì không so sánh được theo lĩnh vực với bộ tiêu chí khác.",
            "Without it the domain cannot be compared with that of another set.",
        ),
        Words("Ghi maps_to là một trong: {known}.", "Write maps_to, one of: {known}."),
        in_tree(
            tree(leaf_line("1.1")).replace("id: tthc\n", "id: mot-cua\n"),
            tree(leaf_line("1.1")).replace("id: tthc\n", "id: mot-cua\n    maps_to: tthc\n"),
        ),
    ),
    Entry(
        "W712",
        "warning",
        Words(
            "Chỉ số đo {id} dùng ở hai tiêu chí: {criterion} và {other}.",
            "The indicator {id} feeds two criteria: {criterion} and {other}.",
        ),
        Words(
            "Một kết quả được chấm hai lần, thường là do chép nhầm.",
            "One result is given points twice, mostly by a slip of copying.",
        ),
        Words(
            "Sửa indicator của một tiêu chí; nếu cố ý chấm hai lần thì bỏ qua.",
            "Mend the indicator of one of them; where it is meant, leave it.",
        ),
        in_tree(
            tree(leaf_line("1.1", points="2"), leaf_line("1.2", points="2")),
            tree(leaf_line("1.1", points="2"), leaf_line("1.2", "tthc.early", "2")),
        ),
    ),
)
