"""Rankings as published tables have them, through every output; each case is worked out by hand."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from parindex.jobs.batch_outputs import STATE, Outputs
from parindex.jobs.batch_ranking import RankingTables, Without
from parindex.jobs.batch_view import TablesView
from parindex.jobs.rank_write import write_ranking
from parindex.reports.ranking.csv import safe, write_csv
from parindex.reports.ranking.json import write_json
from parindex.reports.ranking.view import Row
from parindex.scoring.results import LeafResult
from tests.guide import ROOT
from tests.reports.ranking.making import D, part, project, ranked, result

TABLE = (
    result("an-binh", "62.62", "25.5"),  # 88,12
    result("ba-dinh", "63.116", "25"),  # 88,116: prints 88,12 too
    result("cau-dat", "66", "27"),  # 93
    result("dong-anh", "50", "20.5"),  # 70,5
    result("xuan-la", "40", "25", kind="xã"),  # 65
    result("yen-so", "68", "28.25", kind="xã"),  # 96,25
)


def rows(view: TablesView, group: int, part: str = "") -> list[Row]:
    return list(view.rows(group, part))


def test_an_appraised_part_and_a_survey_part_add_up_to_the_total() -> None:
    with ranked(TABLE) as view:
        first = rows(view, 1)[0]
        assert (first.appraised, first.survey, first.earned, first.index) == (66, 27, 93, 93)
        assert all(row.appraised + row.survey == row.earned for row in rows(view, 1) + rows(view, 2))


def test_equal_printed_scores_share_a_place() -> None:
    with ranked(TABLE) as view:
        assert [(row.id, row.place, row.shared) for row in rows(view, 1)] == [
            ("cau-dat", 1, False),
            ("an-binh", 2, True),
            ("ba-dinh", 2, True),
            ("dong-anh", 4, False),
        ]


def test_rank_by_the_exact_score() -> None:
    exact = [result("an-binh", "62.62", "25.5", ties="exact"), result("ba-dinh", "63.116", "25", ties="exact")]
    with ranked(exact) as view:
        assert [(row.id, row.place) for row in rows(view, 1)] == [("an-binh", 1), ("ba-dinh", 2)]
        assert view.groups()[0].ties == "exact"


def test_groups_are_ranked_apart_each_with_its_own_leader() -> None:
    with ranked(TABLE) as view:
        assert [(group.name, group.units) for group in view.groups()] == [("Các phường", 4), ("Các xã", 2)]
        assert [(row.id, row.place, row.behind) for row in rows(view, 2)] == [
            ("yen-so", 1, 0),
            ("xuan-la", 2, D("31.25")),
        ]


def test_domains_are_ranked_too() -> None:
    with ranked(TABLE) as view:
        # Survey of 30 points: 27, 25,5, 25 and 20,5 are 90, 85, 83,33… and 68,33…
        found = rows(view, 1, "2")
        assert [row.id for row in found] == ["cau-dat", "an-binh", "ba-dinh", "dong-anh"]
        assert [row.score_class for row in found] == ["Tốt", "Khá", "Khá", "Yếu"]
        assert (found[1].index, found[1].next_class, found[1].short) == (85, "Tốt", 5)


def test_mean_and_class_shares() -> None:
    with ranked(TABLE) as view:
        # (93 + 88,12 + 88,116 + 70,5) ÷ 4 = 339,736 ÷ 4 = 84,934; one Tốt and three Khá of four.
        summary = view.summary(1)
        assert (summary.mean, summary.highest, summary.lowest) == (D("84.934"), 93, D("70.5"))
        assert [(each.name, each.units, each.share) for each in summary.classes] == [
            ("Tốt", 1, 25),
            ("Khá", 3, 75),
            ("Yếu", 0, 0),
        ]


def test_a_unit_that_was_not_scored_is_listed_apart() -> None:
    apart = [Without("hop-tien", "UBND xã Hợp Tiến", "units/hop-tien.yaml", "unreadable")]
    with ranked(TABLE, apart) as view:
        assert [(unit.name, unit.reason) for unit in view.apart()] == [("UBND xã Hợp Tiến", "unreadable")]
        assert (view.about.ranked, view.about.apart) == (6, 1)
        assert view.groups()[1].units == 2


@pytest.fixture
def table() -> Iterator[TablesView]:
    apart = [Without("h", '=HYPERLINK("x")', "units/h.yaml", "left_out", "@đặc thù")]
    odd = result("odd", "10", "5", name='+Cộng; "ngoặc"', provisional=True, rescaled=True, pending=D(4), missing=D(2))
    with ranked([*TABLE, odd], apart) as view:
        yield view


def test_csv(table: TablesView) -> None:
    file = io.BytesIO()
    write_csv(table, file)
    data = file.getvalue()
    assert data.startswith(b"\xef\xbb\xbf")
    lines = list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
    heads, body = lines[0], [dict(zip(lines[0], line, strict=False)) for line in lines[1:]]
    assert len(heads) == 22
    first = body[0]
    assert (first["Nhóm"], first["Lĩnh vực"], first["Hạng"], first["Đơn vị"]) == (
        "Các phường",
        "Tổng hợp",
        "1",
        "UBND phường cau-dat",
    )
    assert (first["Điểm không kể điều tra"], first["Điểm điều tra XHH"], first["Chỉ số"]) == ("66,00", "27,00", "93,00")
    assert all(line["Trạng thái"] == "DỰ THẢO, chưa phê duyệt" for line in body[: 7 * 3])
    odd = next(line for line in body if line["Mã đơn vị"] == "odd")
    assert odd["Đơn vị"] == '\'+Cộng; "ngoặc"'
    assert odd["Ghi chú"] == "quy đổi, chưa có điều tra xã hội học; tạm tính, chờ chấm 4 điểm; chưa có số liệu 2 điểm"
    last = lines[-1]
    assert last[0] == "Không xếp hạng"
    assert '\'=HYPERLINK("x")' in last
    assert any("không phải bộ tiêu chí chính thức" in line[0] for line in lines if line)


@pytest.mark.parametrize("text", ["=1+1", "+84", "-1", "@x", "\tx", "\rx", " =1"])
def test_text_that_a_spreadsheet_would_run(text: str) -> None:
    assert safe(text) == f"'{text}"


def test_other_text_is_left_alone() -> None:
    assert [safe(text) for text in ("UBND xã A - B", "1=1", "")] == ["UBND xã A - B", "1=1", ""]


def test_json(table: TablesView) -> None:
    file = io.BytesIO()
    write_json(table, file)
    data = json.loads(file.getvalue())
    about = data["about"]
    assert (data["format"], about["approved"], about["status"]) == ("1", False, "DỰ THẢO, chưa phê duyệt")
    assert (about["ranked"], about["apart"], about["rescaled"], about["provisional"]) == (7, 1, 1, 1)
    assert about["sets"][0]["title"] == "Bộ tiêu chí thử (không phải bộ tiêu chí chính thức)"
    group = data["groups"][0]
    assert (group["name"], group["ties"], group["rounding"]["digits"]) == ("Các phường", "shared", 2)
    assert [part["code"] for part in group["parts"]] == ["", "1", "2"]
    tied = group["parts"][0]["rows"][1:3]
    assert [(row["id"], row["place"], row["index"]) for row in tied] == [
        ("an-binh", 2, "88.12"),
        ("ba-dinh", 2, "88.116"),
    ]
    assert group["parts"][0]["summary"]["classes"][0]["name"] == "Tốt"
    assert data["apart"][0]["words"] == "@đặc thù"


def test_approval_is_said_with_decision_and_date() -> None:
    approved = project(status="approved", decision={"number": "12/QĐ-UBND", "date": "2024-02-01"})
    with ranked(TABLE, made_for=approved) as view:
        file = io.BytesIO()
        write_json(view, file)
    about = json.loads(file.getvalue())["about"]
    assert about["status"] == "ĐÃ PHÊ DUYỆT theo Quyết định số 12/QĐ-UBND ngày 01/02/2024"
    assert (about["decision"], about["decided"]) == ("12/QĐ-UBND", "2024-02-01")


def written(folder: Path) -> Path:
    outputs = Outputs(folder, sheets=False)
    tables = RankingTables(folder / STATE / "t.sqlite", project(), "Kho")
    for each in TABLE:
        tables.add(each, f"units/{each.id}.yaml")
    tables.finish()
    write_ranking(tables, outputs)
    tables.close()
    return folder


def test_sqlite_has_real_numbers_for_analysis(tmp_path: Path) -> None:
    connection = sqlite3.connect(written(tmp_path) / "ranking.sqlite")
    run = connection.execute
    assert run("SELECT avg(\"index\") FROM ranking WHERE part = '' AND unit_group = 'Các phường'").fetchone()[
        0
    ] == pytest.approx(84.934)
    assert run("SELECT id, place FROM ranking WHERE part = '' AND unit_group = 'Các xã'").fetchall() == [
        ("yen-so", 1),
        ("xuan-la", 2),
    ]
    assert run("SELECT sum(final) FROM criterion_score WHERE id = 'cau-dat'").fetchone() == (93.0,)
    assert run("SELECT value FROM about WHERE key = 'status'").fetchone() == ("draft",)
    connection.close()


def test_the_same_ranking_gives_the_same_bytes(tmp_path: Path) -> None:
    first, second = written(tmp_path / "a"), written(tmp_path / "b")
    for name in ("ranking.xlsx", "ranking.csv", "ranking.json", "ranking.sqlite"):
        assert (first / name).read_bytes() == (second / name).read_bytes(), name


def test_the_guide_names_every_table_and_column_of_the_database(tmp_path: Path) -> None:
    guide = (ROOT / "docs" / "huong-dan" / "8-ca-tinh.md").read_text(encoding="utf-8")
    text = guide[guide.index("## Phân tích bằng SQL") : guide.index("## So sánh")]
    connection = sqlite3.connect(written(tmp_path) / "ranking.sqlite")
    for kind, name in connection.execute("SELECT type, name FROM sqlite_schema WHERE type IN ('table', 'view')"):
        assert f"`{name}`" in text, name
        if kind == "view":
            line = next(line for line in text.splitlines() if line.startswith(f"| `{name}` |"))
            columns = [row[1] for row in connection.execute(f"PRAGMA table_info({name})")]
            assert re.findall(r"`(\w+)`", line) == [name, *columns]
    (query,) = re.findall(r"```sql\n(.*?)```", text, re.DOTALL)
    # Appraised: (62,62 + 63,116 + 66 + 50 + 40 + 68) ÷ 6 ÷ 70 = 83,3%; survey: 151,25 ÷ 6 ÷ 30 = 84,0%.
    assert [(row[0], row[2]) for row in connection.execute(query)] == [("1.1", 83.3), ("2.1", 84.0)]
    connection.close()


def test_penalties_and_bonus_points_are_not_taken_for_shortfalls() -> None:
    """A domain of bonus and penalty alone has no index; of a penalty the best is to have none."""
    extra = part("3", "Thưởng phạt", "1", "1", max=D(0), scorable=D(0), index=None, score_class=None, next_class=None)
    taken = (
        LeafResult("3.1", "Thưởng", "3", D(3), "bonus", D(0), "scored"),
        LeafResult("3.2", "Phạt", "3", D(5), "penalty", D(-5), "scored"),
    )
    one = result("a", "60", "25")
    one = replace(one, parts=(*one.parts, extra), leaves=(*one.leaves, *taken))
    none = LeafResult("3.2", "Phạt", "3", D(5), "penalty", D(0), "scored")
    two = result("b", "60", "24")
    two = replace(two, parts=(*two.parts, extra), leaves=(*two.leaves, taken[0], none))
    with ranked([one, two]) as view:
        assert [each.code for each in view.parts("thu")] == ["", "1", "2"]
        penalty = view.criteria("thu")[-1]
        cells = [cells["3.2"].final for _, cells in view.matrix(1)]
    assert penalty.counts == "penalty"
    assert [penalty.reached(final) for final in cells if final is not None] == [0, 5]
