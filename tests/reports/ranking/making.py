"""A ranking made from few units, without files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

from parindex.jobs.batch_ranking import RankingTables, Without
from parindex.jobs.batch_view import TablesView
from parindex.model.policy import Policy
from parindex.model.project import Project
from parindex.scoring.results import TOTAL, LeafResult, NextClass, PartResult, UnitResult

D = Decimal

POLICY = {
    "classes": {"mac-dinh": [{"name": "Tốt", "from": 90}, {"name": "Khá", "from": 70}, {"name": "Yếu", "from": 0}]}
}


def part(code: str, name: str, most: str, earned: str, survey: str = "0", **more: object) -> PartResult:
    """A part of which everything could be scored."""
    index = D(earned) * 100 / D(most)
    klass = "Tốt" if index >= 90 else "Khá" if index >= 70 else "Yếu"
    above = None if klass == "Tốt" else NextClass("Tốt", 90 - index) if klass == "Khá" else NextClass("Khá", 70 - index)
    values: dict[str, object] = {
        "code": code,
        "name": name,
        "max": D(most),
        "scorable": D(most),
        "earned": D(earned),
        "survey": D(survey),
        "index": index,
        "pending": D(0),
        "missing": D(0),
        "provisional": False,
        "rescaled": False,
        "score_class": klass,
        "next_class": above,
    }
    return PartResult(**values | more)  # type: ignore[arg-type]


def result(
    id_: str,
    appraised: str,
    survey: str,
    *,
    name: str | None = None,
    kind: str = "phường",
    ties: str = "shared",
    **more: object,
) -> UnitResult:
    """A unit with an appraised domain of 70 points and a survey domain of 30."""
    total = D(appraised) + D(survey)
    return UnitResult(
        id=id_,
        name=name or f"UBND {kind} {id_}",
        type=kind,
        parent=None,
        synthetic=False,
        year=2023,
        period="2023",
        set_id="thu",
        set_title="Bộ tiêu chí thử (không phải bộ tiêu chí chính thức)",
        set_status="reference",
        decision=None,
        policy=Policy.model_validate(POLICY | {"ties": ties}),
        parts=(
            part(TOTAL, "", "100", str(total), survey, **more),
            part("1", "Thẩm định", "70", appraised),
            part("2", "Điều tra", "30", survey, survey),
        ),
        leaves=(
            LeafResult("1.1", "Phần thẩm định", "1", D(70), "normal", D(appraised), "scored"),
            LeafResult("2.1", "Phần điều tra", "2", D(30), "normal", D(survey), "scored"),
        ),
    )


def project(**more: object) -> Project:
    """A project with two groups."""
    data: dict[str, object] = {
        "kind": "project",
        "format": "1",
        "id": "kho",
        "title": "Chỉ số CCHC thử",
        "year": 2023,
        "criteria": "thu",
        "groups": {"Các phường": ["phường"], "Các xã": ["xã"]},
    }
    return Project.model_validate(data | more)


@contextmanager
def ranked(
    results: Sequence[UnitResult], apart: Sequence[Without] = (), made_for: Project | None = None
) -> Iterator[TablesView]:
    """The view of a ranking of these."""
    with TemporaryDirectory() as folder:
        tables = RankingTables(Path(folder) / "r.sqlite", made_for or project(), "Kho")
        for each in results:
            tables.add(each, f"units/{each.id}.yaml")
        for unit in apart:
            tables.leave_out(unit)
        tables.finish()
        yield TablesView(tables.connection)
        tables.close()
