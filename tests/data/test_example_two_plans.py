"""The labelled demonstration: the same facts of one commune under two plans, with both numbers worked out by hand."""

from __future__ import annotations

import sys
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from parindex.cli.main import main
from parindex.files.load import load_model
from parindex.jobs.score import score_file
from parindex.model.sheet import Line, Sheet
from parindex.model.unit import Unit

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
sys.path.insert(0, str(EXAMPLES))
from build_two_plans import SOURCE, build, text  # noqa: E402 - the folder of the scripts is no package

OWN = SOURCE
OTHER = EXAMPLES / "minh-hoa-hai-ke-hoach" / "bac-an-theo-phu-son.yaml"


def sheet(path: Path) -> Sheet:
    found = score_file(path).sheet
    assert found is not None
    return found


UNDER_OWN = {line.code: line for line in sheet(OWN).leaves()}
UNDER_OTHER = {line.code: line for line in sheet(OTHER).leaves()}

# 1.171 trong 1.190 hồ sơ đúng hạn = 98,4033…%. Chí Linh đòi 100%: chưa đạt, từ 90% trở lên nên
# 4 × 1.171 ÷ 1.190 = 3,9361…; Phú Sơn đòi từ 98% trở lên: đạt, nên 4.
# 1.099 trong 1.190 hồ sơ luân chuyển điện tử = 92,3529…%. Chí Linh từ 95% trở lên:
# 2 × 1.099 × 100 ÷ (1.190 × 95) = 1,9442…; Phú Sơn từ 90% trở lên: 2.
BY_HAND = {
    "3.1.1": (Fraction(4 * 1171, 1190), "4", ("==", "100", "II.3.1"), (">=", "98", "II.2.2")),
    "3.1.5": (Fraction(2 * 1099 * 100, 1190 * 95), "2", (">=", "95", "II.3.1"), (">=", "90", "II.1.1")),
}


def asked(line: Line) -> tuple[str, str, str]:
    assert line.target is not None and line.target.cite is not None
    return line.target.comparator, str(line.target.value), line.target.cite.section


@pytest.mark.parametrize("code", BY_HAND)
def test_one_fact_gets_different_points_under_two_plans(code: str) -> None:
    share, whole, own_target, other_target = BY_HAND[code]
    own, other = UNDER_OWN[code], UNDER_OTHER[code]
    assert own.computed is not None and abs(Fraction(own.computed) - share) < Fraction(1, 10**30)
    assert other.computed == Decimal(whole) and other.computed != own.computed
    assert asked(own) == own_target and asked(other) == other_target
    assert own.target is not None and own.target.cite is not None and own.target.cite.plan == "chi-linh-2023"
    assert other.target is not None and other.target.cite is not None and other.target.cite.plan == "phu-son-2023"


def test_explain_says_why(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("PARINDEX_LANG", raising=False)
    shown = {}
    for path in (OWN, OTHER):
        assert main(["score", str(path), "--explain", "3.1.1"]) == 0
        shown[path] = " ".join(capsys.readouterr().out.split())
    for words in ("3,94 / 4,00 điểm", "Chỉ tiêu 100%: Kế hoạch CCHC nhà nước", "4 × 1.171 ÷ 1.190"):
        assert words in shown[OWN], words
    assert "phường Phú Sơn: từ 98% trở lên (mục II.2.2)" in shown[OWN].partition("Kế hoạch khác")[2]
    for words in (
        "4,00 / 4,00 điểm",
        "Chỉ tiêu từ 98% trở lên: Kế hoạch CCHC năm 2023 của phường Phú Sơn",
        "Quy tắc đạt",
    ):
        assert words in shown[OTHER], words
    assert "thành phố Chí Linh: 100% (mục II.3.1)" in shown[OTHER].partition("Kế hoạch khác")[2]


def test_only_the_plan_differs() -> None:
    own, other = load_model(OWN, Unit)[0], load_model(OTHER, Unit)[0]
    assert own.criteria == other.criteria and own.plans != other.plans
    assert {id_: entry for id_, entry in other.facts.items() if id_ != "direction.tasks-done"} == own.facts
    assert (other.reports, other.previous, other.not_arising) == (own.reports, own.previous, own.not_arising)
    # Phần nhiệm vụ của kế hoạch khác không kể được: tỷ lệ lấy đúng như tệp gốc tính ra.
    assert UNDER_OTHER["1.2.1"].computed == UNDER_OWN["1.2.1"].computed
    changed = {code for code, line in UNDER_OTHER.items() if line.computed != UNDER_OWN[code].computed}
    assert BY_HAND.keys() <= changed
    for code in changed:
        ours, theirs = UNDER_OWN[code].target, UNDER_OTHER[code].target
        assert (ours and (ours.comparator, ours.value)) != (theirs and (theirs.comparator, theirs.value)), code


def test_the_demonstration_says_that_it_is_one() -> None:
    unit, _ = load_model(OTHER, Unit)
    head = OTHER.read_text("utf-8")[:600]
    assert "MINH HỌA, KHÔNG PHẢI HỒ SƠ CHẤM ĐIỂM" in head and "KHÔNG áp dụng cho xã Bắc An" in head
    assert "MINH HỌA" in unit.unit.name and "Phú Sơn" in unit.unit.name
    assert unit.unit.synthetic and "MINH HỌA" in unit.report["self"].bases[0]


def test_it_is_what_the_program_builds(tmp_path: Path) -> None:
    assert OTHER.read_text("utf-8") == text(OWN), "run: python examples/build_two_plans.py"
    assert build(tmp_path).read_bytes() == OTHER.read_bytes()
