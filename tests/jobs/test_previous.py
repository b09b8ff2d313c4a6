"""Last year's result: published figures, and last year's file."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from parindex.jobs.score import score_file
from tests.jobs.making import repository, unit, write


def test_published_figures(tmp_path: Path) -> None:
    root = repository(tmp_path, {"a": unit("a", more="previous: {index: 88.5, place: 3}\n")})
    sheet = score_file(root / "units" / "a.yaml").sheet
    assert sheet is not None and sheet.previous is not None
    assert (sheet.previous.index, sheet.previous.place, sheet.previous.parts) == (Decimal("88.5"), 3, {})


def test_no_previous_without_result(tmp_path: Path) -> None:
    facts = "previous: {facts: {tthc.on-time: {numerator: 1, denominator: 2}}}\n"
    root = repository(tmp_path, {"a": unit("a"), "b": unit("b", more=facts)})
    for name in ("a", "b"):
        sheet = score_file(root / "units" / f"{name}.yaml").sheet
        assert sheet is not None and sheet.previous is None


def test_last_years_file_is_scored(tmp_path: Path) -> None:
    # 6 × 50 ÷ 100 = 3 and 4 × 75 ÷ 100 = 3: 6 of 10, the domains 50 and 75.
    root = repository(tmp_path, {"a": unit("a", more="previous: {file: ../2022/a.yaml, place: 2}\n")})
    (root / "2022").mkdir()
    write(root / "2022" / "a.yaml", unit("a", 50, 75, year=2022))
    scored = score_file(root / "units" / "a.yaml")
    assert scored.sheet is not None and scored.sheet.previous is not None
    assert scored.sheet.previous.index == 60
    assert scored.sheet.previous.place == 2
    assert scored.sheet.previous.parts == {"tthc": 50, "tac-dong": 75}
    assert [input_.path.rsplit("/", 1)[-1] for input_ in scored.sheet.inputs].count("a.yaml") == 2


def test_what_was_published_wins_over_the_file(tmp_path: Path) -> None:
    root = repository(tmp_path, {"a": unit("a", more="previous: {file: ../2022/a.yaml, index: 61}\n")})
    (root / "2022").mkdir()
    write(root / "2022" / "a.yaml", unit("a", 50, 75, year=2022))
    sheet = score_file(root / "units" / "a.yaml").sheet
    assert sheet is not None and sheet.previous is not None and sheet.previous.index == 61


def test_what_is_wrong_with_last_years_file(tmp_path: Path) -> None:
    files = {
        "missing": "../2022/none.yaml",
        "outside": "../../outside.yaml",
        "broken": "../2022/broken.yaml",
        "set": "../2022/set.yaml",
    }
    root = repository(
        tmp_path / "root", {key: unit(key, more=f"previous: {{file: {file}}}\n") for key, file in files.items()}
    )
    (root / "2022").mkdir()
    write(root / "2022" / "broken.yaml", "kind: unit\nformat: 1\na: [\n")
    write(root / "2022" / "set.yaml", unit("set", year=2022).replace("criteria: thu", "criteria: thu-2022"))
    write(tmp_path / "outside.yaml", unit("outside", year=2022))
    codes = {}
    for key in files:
        scored = score_file(root / "units" / f"{key}.yaml")
        assert scored.sheet is not None and scored.sheet.totals.index == 100
        codes[key] = [(finding.code, finding.file.rsplit("/", 1)[-1]) for finding in scored.findings]
    assert codes["missing"] == [("E401", "missing.yaml")]
    assert codes["outside"] == [("E404", "outside.yaml")]
    assert codes["broken"][0][1] == "broken.yaml"
    assert codes["set"] == [("W607", "set.yaml")]


def test_a_part_of_the_year_is_compared_with_the_same_part(tmp_path: Path) -> None:
    def parts(text: str, year: int, on_time: int) -> str:
        quarters = ", ".join(f"{year}-Q{at}: {{values: {{numerator: {on_time}, denominator: 50}}}}" for at in (1, 2))
        return text.replace(f"values: {{numerator: {2 * on_time}, denominator: 100}}", f"periods: {{{quarters}}}", 1)

    text = unit("a", 90, more="previous: {file: ../2022/a.yaml, index: 88, place: 2}\n")
    root = repository(tmp_path, {"a": parts(text, 2023, 45)})
    (root / "2022").mkdir()
    write(root / "2022" / "a.yaml", parts(unit("a", 60, year=2022), 2022, 30))
    sheet = score_file(root / "units" / "a.yaml", period="6m").sheet
    assert sheet is not None and sheet.previous is not None
    # 60 of 100 dossiers: 3,6 of 6 points; the survey has no figure for half a year.
    assert (sheet.previous.parts["tthc"], sheet.previous.place) == (60, None)
    write(root / "2022" / "a.yaml", unit("a", 60, year=2022))
    sheet = score_file(root / "units" / "a.yaml", period="6m").sheet
    assert sheet is not None and sheet.previous is None
