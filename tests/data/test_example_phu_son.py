"""The example of Phú Sơn: points worked out by hand, every status, and evidence that really proves its figures."""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from datetime import date
from decimal import Decimal
from fractions import Fraction
from hashlib import sha256
from pathlib import Path

import docx
import pytest
from pypdf import PdfReader

from parindex.files.library import Library
from parindex.files.load import load_model
from parindex.model.sheet import Line
from parindex.model.unit import DocumentEntry, Proof, TaskEntry, TaskPart, Unit
from parindex.scoring.facts import fact_of, from_values, proofs_of
from parindex.scoring.sheet import score
from parindex.scoring.tasks import states
from parindex.values.facts import Ratio

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "examples" / "phu-son-2023"
sys.path.insert(0, str(ROOT / "examples"))
from build_evidence import LABEL, build  # noqa: E402 - the folder of the scripts is no package
from evidence_text import Contents  # noqa: E402

SHEET_DAY = date(2023, 12, 31)
UNIT, _ = load_model(FOLDER / "unit.yaml", Unit)
LIBRARY = Library()
PLAN = LIBRARY.plan("phu-son-2023")
SET = LIBRARY.criteria("cap-xa-2023")
SHEET = score(UNIT, SET, [PLAN], LIBRARY.indicators)
LEAVES: dict[str, Line] = {line.code: line for line in SHEET.leaves()}
FILES = {id_: document for id_, document in UNIT.documents.items() if document.file}

# Worked out from the text of the plan and the unit's figures, before any program ran.
BY_HAND = {
    "1.1.1": "1.5",  # ban hành 12/01, hạn trước 15/01 (PL.07.1)
    "1.2.2": "1.35",  # 54/60 = 90%, dưới 100%: 1,5 × 90 ÷ 100
    "1.2.3": "0.85",  # 3 báo cáo đúng hạn × 0,25 + báo cáo 9 tháng gửi 22/9, hạn 20/9: 0,1
    "1.3.1": "0.5",  # 20/02, hạn 31/3
    "1.3.2": "0.75",  # 3/4 = 75%: 1 × 75 ÷ 100
    "1.3.3": "0.75",  # 4/5 = 80%: khoảng từ 80 đến dưới 100
    "1.4.1": "1",  # 13/12, hạn trước 15/12 (IV.1)
    "1.4.2": "1",  # 22/12, hạn trước 25/12 (PL.07.2)
    "1.5.1": "0.25",  # 14/02, hạn 31/01: chậm 14 ngày, trong 30 ngày
    "1.5.2": "0.8",  # 4 trong 5 hình thức × 0,2
    "1.5.3": "0.85",  # quý III gửi 25/9, hạn 20/9
    "1.5.4": "0.25",  # 1 sáng kiến × 0,25
    "2.1.2": "0.9",  # 18/20 = 90%: 1 × 90 ÷ 100
    "2.1.3": "0.75",  # 3/5 = 60%, ngưỡng 80%: 1 × 60 ÷ 80
    "2.2.4": "0.9",  # 9/10
    "2.2.6": "0.5",  # 13/11, hạn trước 15/11/2023
    "2.3.2": "0.875",  # 14/16 = 87,5%
    "3.1.1": "3.88",  # 1.164/1.200 = 97%, chỉ tiêu 98% (II.2.2): 4 × 97 ÷ 100
    "3.1.2": "0",  # 34/36, ngưỡng 100%: không đạt
    "3.1.5": "1.8",  # 972/1.200 = 81%, chỉ tiêu 90% (II.1.1): 2 × 81 ÷ 90
    "3.2.1": "1.7",  # 714/840 = 85%, chỉ tiêu 100%: 2 × 85 ÷ 100
    "3.2.2": "1",  # 714/1.200 = 59,5%, cao hơn năm trước 612/1.150 (PL.06.2)
    "3.2.3": "0",  # 378/840 = 45%, dưới mức sàn 50%
    "3.2.4": "1.125",  # 4.200/5.600 = 75%, chỉ tiêu 100%: 1,5 × 75 ÷ 100
    "3.2.5": "0.25",  # 97/1.214 = 7,99%: khoảng từ 5 đến dưới 10
    "3.2.6": "0.5",  # 252/720 = 35%, bằng 70% của ngưỡng 50%: khoảng từ 50 đến dưới 80
    "3.3.3": "0.8",  # 12/15
    "3.3.6": "0.25",  # 1 phương án × 0,25
    "3.4.1": "0.75",  # 3 trong 4 mục × 0,25
    "3.4.3": "0.425",  # 3 × 0,125 + quý III gửi chậm 0,05
    "4.2.1": "0.25",  # 12/4, hạn 31/3: chậm 12 ngày
    "4.2.2": "0.85",  # quý III gửi 22/9, hạn 20/9: 3 × 0,25 + 0,1
    "5.1.1": "1.9",  # 19/20 = 95%, chỉ tiêu 98% (II.1.3): 2 × 95 ÷ 100
    "5.1.2": "0.75",  # 15/20 = 75%: khoảng từ 70 đến dưới 90
    "5.1.4": "0.45",  # 18/20 = 90%: 0,5 × 90 ÷ 100
    "5.2.2": "0.425",  # 34/40 = 85%
    "5.3.3": "1",  # 2 trường hợp, loại 1 có lý do: 1,5 − 1 × 0,5
    "6.2.3": "0",  # thiếu công khai hằng quý: đủ cả mới có điểm
    "6.2.4": "0.75",  # 1 sai phạm: trừ 25% của 1
    "7.1.1": "2.25",  # 1.152/1.280 = 90%, chỉ tiêu 100% (II.1.4): 2,5 × 90 ÷ 100
    "7.1.2": "1.9125",  # 612/640 = 95,625%, chỉ tiêu 100% (PL.06.2): 2 × 95,625 ÷ 100
    "7.1.4": "0.9",  # 9/15 = 60%: 1,5 × 60 ÷ 100
    "7.1.5": "0.5",  # 320/500 = 64%: khoảng từ 50 đến dưới 80
    "7.2.2": "0.425",  # quý III gửi chậm: 3 × 0,125 + 0,05
    "7.2.3": "0.6",  # quý I và quý IV đúng hạn 0,5; quý III chậm 0,1; quý II không gửi 0
    "7.2.5": "0.8",  # 4 trong 5 mục × 0,2
    "8.1": "3.72",  # 279/300 = 93%: 4 × 93 ÷ 100
}
SHARES = {
    "1.2.1": Fraction(2 * 40, 43),  # 40 trong 43 nhiệm vụ: 2 × 40 ÷ 43
    "1.4.3": Fraction(87, 2 * 88),  # 0,5 × 87 ÷ 88
}
# By domain: the points above and the full points of the other leaves.
#   1: 1,5+1+1,35+0,85+0,5+0,75+0,75+0,5+1+1+0,25+0,8+0,85+0,25 = 11,35 và hai phân số ở trên
#   2: 1+0,9+0,75+0,5+1,5+1+1+0,9+0,5+0,5+1+0,875 = 10,425
#   3: (3,88+0+1,5+0,5+1,8) + (1,7+1+0+1,125+0,25+0,5+0,5) + (1+0,5+0,8+1+1+0,25) + (0,75+1+0,425+0,5)
#      = 7,68 + 5,075 + 4,55 + 2,675 = 19,98
#   4: 1,5+1,5+1+1+0,5+1+0,25+0,85 = 7,6
#   5: (1,9+0,75+1+0,45+0,5) + (1+0,425+0,5+1) + (1+0,5+1+0,5+0,5) = 4,6 + 2,925 + 3,5 = 11,025
#   6: 1,5+1 + (1+0,5+0+0,75) = 4,75, không kể 6.1.3 không phát sinh
#   7: (2,25+1,9125+1+0,9+0,5) + (1+0,425+0,6+1,5+0,8) = 6,5625 + 4,325 = 10,8875
#   8: 3,72
DOMAINS = {"2": "10.425", "3": "19.98", "4": "7.6", "5": "11.025", "6": "4.75", "7": "10.8875", "8": "3.72"}
EXACT = Decimal("79.7375")  # 11,35 + 10,425 + 19,98 + 7,6 + 11,025 + 4,75 + 10,8875 + 3,72


def close(value: Decimal | None, fraction: Fraction) -> bool:
    return value is not None and abs(Fraction(value) - fraction) < Fraction(1, 10**30)


@pytest.mark.parametrize("code", BY_HAND)
def test_points_are_those_worked_out_by_hand(code: str) -> None:
    assert LEAVES[code].computed == Decimal(BY_HAND[code])


@pytest.mark.parametrize("code", SHARES)
def test_points_that_are_no_finite_decimal(code: str) -> None:
    assert close(LEAVES[code].computed, SHARES[code])


def test_every_other_leaf_that_is_scored_has_all_its_points() -> None:
    rest = [
        line
        for code, line in LEAVES.items()
        if line.computed is not None and code not in BY_HAND.keys() | SHARES.keys()
    ]
    assert [line.code for line in rest if line.computed != line.max] == []
    assert len(rest) == 92 - len(BY_HAND) - len(SHARES) - 3  # 2 chờ chấm và 1 không phát sinh


def test_domains_add_up() -> None:
    for line in SHEET.lines:
        if line.code in DOMAINS:
            assert line.computed == Decimal(DOMAINS[line.code]), line.code
    assert close(SHEET.lines[0].computed, Fraction("11.35") + sum(SHARES.values()))


def test_totals_by_hand() -> None:
    totals = SHEET.totals
    computed = Fraction(EXACT) + sum(SHARES.values())
    assert totals.max == 100
    assert totals.pending == Decimal("4.5")  # 1.1.3 (0,5) chờ hội đồng và 8.2 (4) chờ điều tra
    assert totals.not_arising == 1  # 6.1.3
    assert totals.scorable == Decimal("94.5")  # 100 − 4,5 − 1
    assert totals.missing == 0
    assert totals.unsupported == 1  # 1.4.2
    assert close(totals.computed, computed)
    assert close(totals.earned, computed + Fraction(1, 2))  # 3.1.2 tự chấm 0,5
    assert totals.index is not None and round(totals.index, 2) == Decimal("87.40")  # 82,592… × 100 ÷ 94,5
    assert totals.computed_index is not None and round(totals.computed_index, 2) == Decimal("86.87")
    assert totals.provisional and totals.rescaled
    assert SHEET.score_class == "Tốt (tham chiếu)"


def test_every_status_is_there() -> None:
    assert Counter(line.status for line in LEAVES.values()) == {
        "scored": 88,
        "pending": 2,
        "unsupported": 1,
        "not_arising": 1,
    }
    assert (LEAVES["1.1.3"].reason, LEAVES["8.2"].reason) == ("pending.council", "pending.survey")
    assert LEAVES["1.4.2"].status == "unsupported" and LEAVES["1.4.2"].explanation
    assert LEAVES["6.1.3"].status == "not_arising" and UNIT.not_arising["fin.unit-autonomy-reports"].by
    assert (LEAVES["3.1.2"].claimed, LEAVES["3.1.2"].self_score) == (Decimal("0.5"), Decimal("0.5"))
    assert LEAVES["3.1.2"].explanation
    assert SHEET.findings == ()


def test_targets_come_from_the_plan() -> None:
    sections = {"3.1.1": "II.2.2", "3.1.5": "II.1.1", "5.1.1": "II.1.3", "7.1.1": "II.1.4", "3.2.2": "PL.06.2"}
    for code, section in sections.items():
        target = LEAVES[code].target
        assert target is not None and target.cite is not None, code
        assert (target.cite.plan, target.cite.section) == ("phu-son-2023", section)


def test_tasks_by_hand() -> None:
    found = Counter(each.state for each in states(UNIT, [PLAN], SHEET_DAY))
    # 49 nhiệm vụ không trùng lặp: trừ 1 không phát sinh, 1 không áp dụng, 4 không in hạn và chưa ghi gì còn 43
    assert sum(found.values()) == 49
    assert (found["not-arising"], found["not-applicable"], found["undetermined"]) == (1, 1, 4)
    assert (found["overdue"], found["in-progress"]) == (1, 2)  # PL.06.4; PL.04.4 và II.2.6
    assert found["done"] + found["done-on-time"] + found["maintained"] == 40


def test_every_fact_has_evidence_or_an_explanation() -> None:
    for line in LEAVES.values():
        if line.computed is not None:
            assert line.evidence or line.explanation, line.code
    unused = {"direction.self-score-reported"}  # giải trình ở 1.4.2
    assert [id_ for id_ in UNIT.facts if not proofs_of(UNIT, id_, "2023") and id_ not in unused] == []


def test_every_leaf_has_a_fact_or_says_why_not() -> None:
    derived = {"direction.tasks-done", "direction.inspection-findings-remedied"}
    for line in LEAVES.values():
        if line.status != "pending" and line.indicator is not None and line.indicator not in derived:
            known = UNIT.facts.keys() | UNIT.reports.keys() | UNIT.not_arising.keys()
            assert line.indicator in known, line.code


def test_periods_add_up_to_the_year() -> None:
    with_periods = {id_: entry for id_, entry in UNIT.facts.items() if entry.periods}
    assert set(with_periods) == {"tthc.on-time", "tthc.online-dossiers"}
    for id_, entry in with_periods.items():
        indicator = LIBRARY.indicators[id_]
        quarters = [from_values(part.values, indicator.measure) for part in entry.periods.values()]
        year = fact_of(UNIT, indicator, "2023")
        assert isinstance(year, Ratio)
        ratios = [each for each in quarters if isinstance(each, Ratio)]
        assert len(ratios) == 4
        assert sum(each.numerator for each in ratios) == year.numerator
        assert sum(each.denominator for each in ratios) == year.denominator


def counted(id_: str) -> tuple[Decimal | None, Decimal | None]:
    values = UNIT.facts[id_].values
    assert values is not None
    return values.numerator, values.denominator


def test_counts_of_one_thing_agree_wherever_they_stand() -> None:
    on_time, solved = counted("tthc.on-time")
    assert on_time is not None and solved is not None
    apologised, late = counted("tthc.apologies")
    assert late == solved - on_time
    assert counted("tthc.apologies-public") == (apologised, apologised)
    assert counted("tthc.internal-electronic")[1] == counted("tthc.online-dossiers")[1] == solved
    online, eligible = counted("tthc.online-eligible")
    assert counted("tthc.online-dossiers")[0] == online
    assert counted("tthc.digitised-results")[1] == eligible
    assert counted("tthc.postal")[1] == counted("tthc.results-public")[1] == solved + 31 - 17
    staff = {id_: counted(id_)[1] for id_ in UNIT.facts if id_.startswith("staff.") and counted(id_)[1] is not None}
    assert set(staff.values()) == {20, 40, 11}  # 20 người; 40 lượt đào tạo; 11 công chức
    own = [line for line in LEAVES.values() if line.scored_by == "unit" and line.status != "not_arising"]
    proved = [line for line in own if line.evidence]
    assert counted("direction.self-score-evidence") == (Decimal(len(proved)), Decimal(len(own)))


def test_documents_are_many_and_of_every_form() -> None:
    forms = {"administrative", "party", "legal-normative", "extract", "screenshot", "media", "link", "physical"}
    assert {document.form for document in UNIT.documents.values()} == forms
    assert len(UNIT.documents) == 45
    assert all(document.file or document.link for document in UNIT.documents.values())
    used = {proof.doc for proof in all_proofs()}
    assert used == set(UNIT.documents)
    dates = [document.date for document in UNIT.documents.values() if document.date]
    assert min(dates) >= SET.windows["mac-dinh"].from_ and max(dates) <= SET.windows["mac-dinh"].to


def test_numbers_rise_with_the_days() -> None:
    series: dict[str, list[DocumentEntry]] = defaultdict(list)
    for document in UNIT.documents.values():
        if document.number and document.issuer == UNIT.unit.name:
            series[document.number.partition("/")[2]].append(document)
    for symbol, documents in series.items():
        ordered = sorted(documents, key=lambda each: each.date or SHEET_DAY)
        numbers = [int((each.number or "").partition("/")[0]) for each in ordered]
        assert numbers == sorted(numbers), symbol
    assert {"KH-UBND", "BC-UBND", "QĐ-UBND"} <= set(series)


def test_reports_are_sent_on_or_after_the_day_they_were_signed() -> None:
    for periods in UNIT.reports.values():
        for report in periods.values():
            assert report.signed and report.sent_at and report.signed <= report.sent_at
            own = UNIT.documents[report.evidence[0].doc]
            assert own.date == report.signed


def test_what_is_made_up_says_so() -> None:
    assert UNIT.unit.synthetic
    head = (FOLDER / "unit.yaml").read_text("utf-8")[:400]
    assert "SỐ LIỆU GIẢ ĐỊNH, CHỈ ĐỂ MINH HỌA" in head
    assert all("(giả định)" in document.signer for document in UNIT.documents.values() if document.signer)


@pytest.mark.parametrize("id_", FILES)
def test_evidence_files_prove_what_cites_them(id_: str) -> None:
    document = FILES[id_]
    path = FOLDER / (document.file or "")
    assert path.is_file() and re.fullmatch(r"[a-z0-9.-]+", path.name)
    text = [folded(page) for page in pages(path)]
    assert all(folded(LABEL) in page for page in text)
    text = [re.sub(r"trang\d+$", "", page.replace(folded(LABEL), "")) for page in text]
    whole = "".join(text)
    assert folded(document.title) in whole
    assert folded(document.number or "") in whole
    sections = Contents(FOLDER / "unit.yaml").of(id_)
    assert sections
    for section in sections:
        assert [line for line in section.lines if folded(line) not in whole] == [], section.heading
        if section.page > 1:
            assert folded(section.heading) in text[section.page - 1]


def test_declared_digests_and_pages_are_those_of_the_files() -> None:
    declared = [document for document in FILES.values() if document.sha256]
    assert len(declared) == 2
    for document in declared:
        assert sha256((FOLDER / (document.file or "")).read_bytes()).hexdigest() == document.sha256
    paged = [document for document in FILES.values() if document.pages]
    assert len(paged) == 3
    for document in paged:
        assert len(PdfReader(FOLDER / (document.file or "")).pages) == document.pages


def test_evidence_is_small_and_built_the_same_again(tmp_path: Path) -> None:
    files = sorted((FOLDER / "minh-chung").iterdir())
    assert {path.name for path in files} == {Path(document.file or "").name for document in FILES.values()}
    assert sum(path.stat().st_size for path in files) < 1_500_000
    copy = tmp_path / "unit.yaml"
    copy.write_bytes((FOLDER / "unit.yaml").read_bytes())
    first = {path.name: path.read_bytes() for path in build(copy)}
    second = {path.name: path.read_bytes() for path in build(copy)}
    assert first == second


def pages(path: Path) -> list[str]:
    if path.suffix == ".pdf":
        return [page.extract_text() for page in PdfReader(path).pages]
    return ["\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)]


def folded(text: str) -> str:
    """Without blanks and capitals: a PDF breaks lines where it likes."""
    return re.sub(r"\s+", "", text).casefold()


def all_proofs() -> list[Proof]:
    found = [proof for id_ in UNIT.facts.keys() | UNIT.reports.keys() for proof in proofs_of(UNIT, id_, "2023")]
    for nothing in UNIT.not_arising.values():
        found += nothing.evidence
    for inspection in UNIT.inspections:
        found += [*inspection.evidence, *([inspection.conclusion] if inspection.conclusion else [])]
    for entry in UNIT.tasks["phu-son-2023"].values():
        found += of_task(entry)
    return found


def of_task(entry: TaskEntry | TaskPart) -> list[Proof]:
    found = [*entry.evidence, *(proof for period in entry.periods.values() for proof in period.evidence)]
    if isinstance(entry, TaskEntry):
        for part in entry.parts.values():
            found += of_task(part)
    return found
