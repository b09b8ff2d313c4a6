"""Sets, plans and templates by id, shipped and a project's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from parindex.files.headings import heading
from parindex.files.library import Library, data_folder
from parindex.files.repository import repository_root
from parindex.files.unusable import Unusable

PLAN = "kind: plan\nformat: 1\nid: {id}\ntitle: A\nissuer: A\nlevel: commune\nyear: 2023\nsource: a.txt\n"
INDICATORS = "kind: indicators\nformat: 1\nindicators:\n  - {{id: {id}, name: A, domain: tthc, measure: count}}\n"


def put(root: Path, name: str, text: str) -> Path:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def codes(library: Library, kind: str, id_: str) -> list[str]:
    with pytest.raises(Unusable) as caught:
        library.plan(id_) if kind == "plan" else library.criteria(id_) if kind == "criteria" else library.template(id_)
    return [finding.code for finding in caught.value.findings]


def test_shipped_files_are_found_by_id() -> None:
    library = Library()
    assert "phu-son-2023" in library.ids("plan")
    assert library.plan("phu-son-2023").id == "phu-son-2023"
    assert library.plan("phu-son-2023") is library.plan("phu-son-2023")
    assert library.document("plan", "phu-son-2023").name == "plans/phu-son-2023.yaml"
    assert "tthc.on-time" in library.indicators
    assert library.clashes == []


def test_every_shipped_file_loads_and_has_the_id_of_its_name() -> None:
    library = Library()
    for kind, load in (("plan", library.plan), ("criteria", library.criteria)):
        for id_ in library.ids(kind):  # type: ignore[arg-type]
            assert load(id_).id == id_
            assert library.path(kind, id_).stem == id_  # type: ignore[arg-type]
        folder = data_folder() / ("plans" if kind == "plan" else "criteria")
        shipped = {path.stem for path in folder.glob("*.yaml")} - {"indicators"}
        assert shipped == set(library.ids(kind))  # type: ignore[arg-type]


def test_an_unknown_id_has_a_close_match() -> None:
    library = Library()
    assert codes(library, "plan", "phu-son-2032") == ["E302"]
    assert codes(library, "criteria", "x") == ["E301"]
    assert codes(library, "template", "x") == ["E309"]
    data = library.unknown("plan", "phu-son-2032")
    assert data["id"] == "phu-son-2032"
    assert data["close"] == "phu-son-2023"
    assert "hung-yen-2023" in str(data["known"])


def test_a_project_adds_its_own(tmp_path: Path) -> None:
    put(tmp_path, "plans/của xã.yaml", PLAN.format(id="xa-2023"))
    put(tmp_path, "criteria/indicators.yaml", INDICATORS.format(id="xa.rieng"))
    put(tmp_path, "templates/bao-cao-xa.docx", "x")
    put(tmp_path, "templates/~$bao-cao-xa.docx", "x")
    put(tmp_path, "plans/hỏng.yaml", "a: [")
    put(tmp_path, "plans/khác.yaml", "kind: unit\nid: a\n")
    library = Library(tmp_path)
    assert library.plan("xa-2023").title == "A"
    assert library.document("plan", "xa-2023").name == "plans/của xã.yaml"
    assert library.template("bao-cao-xa") == tmp_path / "templates" / "bao-cao-xa.docx"
    assert {"xa.rieng", "tthc.on-time"} <= set(library.indicators)
    assert set(library.ids("plan")) - set(Library().ids("plan")) == {"xa-2023"}
    assert [document.name for document in library.indicator_documents] == ["criteria/indicators.yaml"] * 2


def test_a_shipped_id_may_not_be_used_again(tmp_path: Path) -> None:
    put(tmp_path, "plans/a.yaml", PLAN.format(id="phu-son-2023"))
    library = Library(tmp_path)
    (clash,) = library.clashes
    assert (clash.code, clash.file, clash.place and clash.place.line) == ("E308", "plans/a.yaml", 3)
    assert clash.data == {
        "id": "phu-son-2023",
        "other": "plans/phu-son-2023.yaml đi kèm chương trình",
        "other_en": "plans/phu-son-2023.yaml of the program",
    }
    assert codes(library, "plan", "phu-son-2023") == ["E308"]
    assert library.plan("hung-yen-2023").id == "hung-yen-2023"


def test_two_of_a_project_may_not_share_an_id(tmp_path: Path) -> None:
    put(tmp_path, "plans/a.yaml", PLAN.format(id="xa"))
    put(tmp_path, "plans/b.yaml", PLAN.format(id="xa").replace("title: A", "title: B"))
    assert codes(Library(tmp_path), "plan", "xa") == ["E308"]


def test_a_copy_of_a_shipped_file_is_no_other_plan(tmp_path: Path) -> None:
    shipped = data_folder() / "plans" / "phu-son-2023.yaml"
    put(tmp_path, "plans/phu-son-2023.yaml", shipped.read_text())
    put(tmp_path, "criteria/indicators.yaml", (data_folder() / "criteria" / "indicators.yaml").read_text())
    library = Library(tmp_path)
    assert library.clashes == []
    assert "tthc.on-time" in library.indicators


def test_an_indicator_may_not_be_defined_again(tmp_path: Path) -> None:
    put(tmp_path, "criteria/indicators.yaml", INDICATORS.format(id="tthc.on-time"))
    with pytest.raises(Unusable) as caught:
        _ = Library(tmp_path).indicators
    (finding,) = caught.value.findings
    assert finding.code == "E308"
    assert finding.place is not None
    assert (finding.place.line, finding.place.column) == (4, 10)


def test_a_broken_plan_says_what_is_wrong(tmp_path: Path) -> None:
    put(tmp_path, "plans/xa.yaml", PLAN.format(id="xa").replace("year: 2023", "year: x"))
    assert codes(Library(tmp_path), "plan", "xa") == ["E228"]
    assert "xa" not in [plan.id for plan in Library(tmp_path).other_plans((), 2023)]


def test_other_plans_are_of_the_year_and_not_the_units_own() -> None:
    library = Library()
    others = [plan.id for plan in library.other_plans(["phu-son-2023"], 2023)]
    assert "hung-yen-2023" in others
    assert "phu-son-2023" not in others
    assert library.other_plans([], 1999) == []


def test_the_installed_data_wins_over_the_checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("parindex.files.library.PACKAGE", tmp_path / "parindex")
    data_folder.cache_clear()
    try:
        assert data_folder() == tmp_path
        data_folder.cache_clear()
        (tmp_path / "parindex" / "data").mkdir(parents=True)
        assert data_folder() == tmp_path / "parindex" / "data"
    finally:
        data_folder.cache_clear()


def test_the_root_of_a_repository(tmp_path: Path) -> None:
    path = put(tmp_path, "kho/xa/unit.yaml", "")
    (tmp_path / ".git").mkdir()
    assert repository_root(path) == tmp_path
    put(tmp_path, "kho/parindex.yaml", "")
    assert repository_root(path) == tmp_path / "kho"
    assert Library.around(path).roots[1:] == (tmp_path / "kho",)


def test_headings_read_only_the_top(tmp_path: Path) -> None:
    path = put(tmp_path, "a.yaml", "# ghi chú\nkind: plan\nid: 'a'\ntargets: []\nyear: 1\n" + "x: [\n" * 9)
    top = heading(path)
    assert top is not None
    assert top.data == {"kind": "plan", "id": "a"}
    assert top.place(("id",)).line == 3
    path.write_text("kind: plan\nid: a\ntitle: " + "Kế hoạch " * 9999)
    cut = heading(path)
    assert cut is not None
    assert cut.data["id"] == "a"
    for text in ("", "- a\n", "a", "@", "\0"):
        path.write_text(text)
        assert heading(path) is None
    assert heading(tmp_path / "none") is None
