"""The evidence repository of Chí Linh: every unit scores, its figures agree, and it can be built again."""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import docx
import pytest

from parindex.cli.main import main
from parindex.files.library import Library
from parindex.files.load import load_model
from parindex.model.project import Project
from parindex.model.sheet import Sheet
from parindex.model.unit import Unit
from parindex.scoring.sheet import score
from parindex.scoring.tasks import states

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "examples" / "chi-linh-2023"
sys.path.insert(0, str(ROOT / "examples"))
from build_chi_linh import build, slug  # noqa: E402 - the folder of the scripts is no package
from evidence_text import Contents  # noqa: E402
from small_evidence import LABEL  # noqa: E402

LIBRARY = Library()
PLANS = [LIBRARY.plan("chi-linh-2023"), LIBRARY.plan("chi-linh-tthc-2023")]
SET = LIBRARY.criteria("cap-xa-thanh-pho-2023")
PATHS = sorted((FOLDER / "units").glob("*.yaml"))
UNITS: dict[str, Unit] = {path.stem: load_model(path, Unit)[0] for path in PATHS}
SHEETS: dict[str, Sheet] = {id_: score(unit, SET, PLANS, LIBRARY.indicators) for id_, unit in UNITS.items()}


def test_the_project_holds_the_communes_named_for_inspection() -> None:
    project, _ = load_model(FOLDER / "parindex.yaml", Project)
    assert (project.criteria, project.plans) == (SET.id, [plan.id for plan in PLANS])
    assert sorted(path for pattern in project.units for path in FOLDER.glob(pattern)) == PATHS
    named = [each.unit for each in PLANS[1].inspections if each.group == "Các xã, phường"]
    assert len(named) == 19
    units = {unit.unit.name.removeprefix("UBND ").casefold() for unit in UNITS.values()}
    assert units == {name.casefold() for name in named}
    kinds = Counter(unit.unit.type for unit in UNITS.values())
    assert kinds == {"phường": 14, "xã": 5}
    assert sorted(kind for kinds_ in project.groups.values() for kind in kinds_) == ["phường", "xã"]


@pytest.mark.parametrize("id_", UNITS)
def test_every_unit_scores_by_the_plans_of_the_town(id_: str) -> None:
    sheet, unit = SHEETS[id_], UNITS[id_]
    assert unit.unit.id == id_ == slug(unit.unit.name)
    assert unit.unit.synthetic and "SỐ LIỆU GIẢ ĐỊNH" in (FOLDER / "units" / f"{id_}.yaml").read_text("utf-8")[:200]
    assert sheet.findings == ()
    assert not any(line.status in ("invalid", "no_target") for line in sheet.leaves())
    on_time = next(line for line in sheet.leaves() if line.indicator == "tthc.on-time")
    assert on_time.target is not None and on_time.target.value == 100  # II.3.1, không phải ngưỡng 95% của bộ
    assert on_time.target.cite is not None and on_time.target.cite.section == "II.3.1"
    assert sheet.totals.index is not None and 50 < sheet.totals.index < 100


def test_the_targets_and_duties_of_the_town_count() -> None:
    for id_, sheet in SHEETS.items():
        cited = {
            line.target.cite.section
            for line in sheet.leaves()
            if line.target is not None and line.target.cite is not None and line.target.cite.plan == PLANS[0].id
        }
        assert cited == {"II.2.1", "II.3.1", "II.4.1", "II.5.1", "II.7.1"}
        # Nhiệm vụ của kế hoạch kiểm soát TTHC giao xã, phường cũng nằm trong tỷ lệ ở 1.2.1.
        found = Counter(each.plan.id for each in states(UNITS[id_], PLANS, date(2024, 1, 1)))
        assert found == {"chi-linh-2023": 12, "chi-linh-tthc-2023": 9}
        assert UNITS[id_].tasks["chi-linh-tthc-2023"]


# Xã Bắc An, làm tay từ số liệu trong tệp. Ba tiêu chí không phát sinh (1.2.4, 1.3.3, 2.2.1: 1 + 1 + 1,5) và 1.1.3 (0,5)
# chờ hội đồng: còn 96 điểm. Các tiêu chí dưới đây tối đa 10 và 29 điểm, còn lại 57 điểm đều được đủ.
BAC_AN = {
    "1.2.2": "0",  # 30/47 = 63,8%, dưới mức sàn 70%
    "1.4.2": "0",  # chưa ban hành
    "2.1.3": "0.9375",  # 75%, ngưỡng 80%: 1 × 75 ÷ 80
    "2.2.5": "0",
    "2.3.3": "0.7",  # 7/10
    "3.1.2": "0",  # 17/19
    "3.1.9": "0",  # 9/26, dưới mức sàn 50%
    "3.2.6": "0.5",  # 258/695 = 37,1%, bằng 74,2% của ngưỡng 50%: khoảng từ 50 đến dưới 80
    "3.3.6": "0.25",
    "3.3.11": "0.2",  # 2 × 0,1
    "5.3.3": "1",  # 1 trường hợp: 1,5 − 0,5
}
BAC_AN_SHARES = {
    "1.2.1": Fraction(2 * 18, 19),  # 21 việc, 2 chưa rõ; 1 việc thường xuyên không có minh chứng
    "1.4.3": Fraction(82, 2 * 85),
    "2.1.2": Fraction(16, 17),  # chỉ tiêu 100% (II.2.1)
    "2.3.2": Fraction(9, 11),
    "3.1.1": Fraction(4 * 1171, 1190),  # chỉ tiêu 100% (II.3.1)
    "3.1.5": Fraction(2 * 1099 * 100, 1190 * 95),  # chỉ tiêu 95% (II.3.1)
    "3.1.6": Fraction(616 * 100, 2 * 1190 * 80),
    "3.1.7": Fraction(1075, 1190),
    "3.1.10": Fraction(575 * 100, 1212 * 50),  # chỉ tiêu 50% (II.3.1)
    "3.2.13": Fraction(2033, 2 * 2607),
    "3.3.3": Fraction(15, 18),
    "5.1.1": Fraction(2 * 21, 23),  # 91,3%, ngưỡng 95%
    "5.1.6": Fraction(21, 23),
    "5.2.2": Fraction(50, 2 * 52),
    "7.1.8": Fraction(21, 23),
    "8.1": Fraction(4 * 184, 204),
    "8.2": Fraction(4 * 263, 270),
    "8.3": Fraction(2 * 51, 53),
}


def test_one_commune_by_hand() -> None:
    leaves = {line.code: line for line in SHEETS["bac-an"].leaves()}
    points = {code: Fraction(each) for code, each in BAC_AN.items()} | BAC_AN_SHARES
    for code, line in leaves.items():
        if line.computed is not None:
            assert close(line.computed, points.get(code, Fraction(line.max))), code
    totals = SHEETS["bac-an"].totals
    assert (totals.scorable, totals.pending, totals.not_arising) == (Decimal(96), Decimal("0.5"), Decimal("3.5"))
    # 57 + (0,9375 + 0,7 + 0,5 + 0,25 + 0,2 + 1) = 60,5875, cộng các phân số
    earned = Fraction("60.5875") + sum(BAC_AN_SHARES.values())
    assert close(totals.computed, earned) and close(totals.earned, earned)
    assert totals.index is not None and close(totals.index, earned * 100 / 96)


def close(value: Decimal | None, fraction: Fraction) -> bool:
    return value is not None and abs(Fraction(value) - fraction) < Fraction(1, 10**30)


def test_the_repository_is_scored_and_ranked_by_its_commands(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert main(["batch", str(FOLDER), "-o", str(out), "--no-cache"]) == 0
    assert {path.stem for path in (out / "sheets").glob("*.json")} == UNITS.keys()
    capsys.readouterr()
    assert main(["rank", str(out / "sheets"), "--project", str(FOLDER / "parindex.yaml")]) == 0
    printed = capsys.readouterr().out
    assert "số liệu giả định" in printed.casefold()
    assert "Các phường (14 đơn vị)" in printed and "Các xã (5 đơn vị)" in printed


def test_units_differ() -> None:
    assert len({sheet.totals.index for sheet in SHEETS.values()}) == len(UNITS)
    assert len({unit.facts["tthc.on-time"].model_dump_json() for unit in UNITS.values()}) == len(UNITS)
    assert len({sheet.score_class for sheet in SHEETS.values()}) >= 3
    found = {line.status for sheet in SHEETS.values() for line in sheet.leaves()}
    assert found == {"scored", "missing", "unsupported", "not_arising", "pending"}
    assert any(unit.claims for unit in UNITS.values())
    inspected = [unit for unit in UNITS.values() if unit.inspections]
    assert 6 <= len(inspected) <= 8  # "từ 6 - 8 đơn vị" (PL.II.II.1)


@pytest.mark.parametrize("id_", UNITS)
def test_counts_of_one_thing_agree(id_: str) -> None:
    unit = UNITS[id_]

    def counted(indicator: str) -> tuple[Decimal, Decimal]:
        values = unit.facts[indicator].values
        assert values is not None and values.numerator is not None and values.denominator is not None
        assert values.numerator <= values.denominator
        return values.numerator, values.denominator

    on_time, solved = counted("tthc.on-time")
    for indicator in ("online-dossiers", "internal-electronic", "early", "dossiers-updated"):
        assert counted(f"tthc.{indicator}")[1] == solved
    assert counted("tthc.early")[0] <= on_time
    assert counted("tthc.dossiers-full-online")[1] <= counted("tthc.online-dossiers")[0]
    assert counted("tthc.online-dossiers")[0] <= counted("tthc.digitised-results")[1] <= solved
    assert counted("tthc.digitised-on-receipt")[1] == counted("tthc.no-resubmission")[1]
    offered, _ = counted("tthc.procedures-online")
    assert counted("tthc.procedures-national-portal")[1] == offered >= counted("tthc.procedures-full-online")[1]
    assert counted("tthc.agency-dossiers-online")[1] == counted("tthc.agency-dossiers-post")[1]
    assert counted("digital.docs-exchanged")[1] <= counted("digital.docs-signed")[1]
    people = ("staff.qualified", "staff.in-position", "staff.work-online", "staff.rated", "digital.official-email")
    assert len({counted(indicator)[1] for indicator in people}) == 1
    if on_time < solved:
        assert counted("tthc.apologies")[1] == solved - on_time
    else:
        assert "tthc.apologies" in unit.not_arising
    for indicator in ("tthc.on-time", "tthc.online-dossiers"):
        parts = [part.values for part in unit.facts[indicator].periods.values()]
        assert sum(part.numerator or 0 for part in parts) == counted(indicator)[0]
        assert sum(part.denominator or 0 for part in parts) == counted(indicator)[1]
    own = [line for line in SHEETS[id_].leaves() if line.scored_by == "unit"]
    scored = [line for line in own if line.status in ("scored", "unsupported")]
    proved = [line for line in scored if line.evidence]
    assert counted("direction.self-score-evidence") == (Decimal(len(proved)), Decimal(len(scored)))


@pytest.mark.parametrize("id_", UNITS)
def test_points_have_evidence_or_an_explanation(id_: str) -> None:
    for line in SHEETS[id_].leaves():
        if line.computed:
            assert line.evidence or line.explanation, line.code
        if line.claimed is not None:
            assert line.explanation and line.computed is not None and line.claimed > line.computed


@pytest.mark.parametrize("id_", UNITS)
def test_papers_are_numbered_by_day_and_within_the_window(id_: str) -> None:
    series: dict[tuple[str, int], list[tuple[str, int]]] = defaultdict(list)
    for document in UNITS[id_].documents.values():
        assert document.date is not None
        assert SET.windows["mac-dinh"].from_ <= document.date <= SET.windows["mac-dinh"].to
        assert document.date.weekday() < 5
        if document.number:
            number, _, symbol = document.number.partition("/")
            series[f"{document.issuer} {symbol}", document.date.year].append((str(document.date), int(number)))
    for papers in series.values():
        numbers = [number for _, number in sorted(papers)]
        assert numbers == sorted(set(numbers))
    for periods in UNITS[id_].reports.values():
        assert all(each.signed and each.sent_at and each.signed <= each.sent_at for each in periods.values())


@pytest.mark.parametrize("id_", UNITS)
def test_evidence_files_prove_what_cites_them(id_: str) -> None:
    path = FOLDER / "units" / f"{id_}.yaml"
    contents = Contents(path)
    texts: dict[str, str] = {}
    for document_id, document in contents.unit.documents.items():
        file = path.parent / (document.file or "")
        assert file.is_file() and file.stat().st_size < 4000
        assert re.fullmatch(r"[a-z0-9-]+\.docx", file.name)
        if file.name not in texts:
            texts[file.name] = "\n".join(each.text for each in docx.Document(str(file)).paragraphs)
        text = texts[file.name]
        assert text.startswith(LABEL)
        assert document.title in text and (document.number or "") in text
        for section in contents.of(document_id):
            assert all(line in text for line in section.lines)
    assert {each.name for each in (path.parent / "minh-chung" / id_).iterdir()} == set(texts)


def test_the_repository_is_what_the_program_builds(tmp_path: Path) -> None:
    build(tmp_path)
    built = {path.relative_to(tmp_path): path for path in tmp_path.rglob("*") if path.is_file()}
    kept = {path.relative_to(FOLDER): path for path in FOLDER.rglob("*") if path.is_file()}
    assert built.keys() == kept.keys()
    changed = [
        str(name) for name in built if name.suffix == ".yaml" and built[name].read_bytes() != kept[name].read_bytes()
    ]
    assert changed == [], "run: python examples/build_chi_linh.py"
    first = {name: path.read_bytes() for name, path in built.items()}
    build(tmp_path)
    assert {name: path.read_bytes() for name, path in built.items()} == first
