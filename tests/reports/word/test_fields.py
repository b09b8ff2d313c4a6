"""The list of fields: complete, explained, and every tag of it works."""

from __future__ import annotations

from types import ModuleType

import pytest
from msgspec import Struct

import parindex.reports.view.appraisal.data as appraisal
import parindex.reports.view.data as shared
import parindex.reports.view.data_tasks as tasks
import parindex.reports.view.periodic.data as periodic
import parindex.reports.view.ranking.data as ranking
from parindex.jobs.report_fields import list_fields
from parindex.jobs.report_kinds import Asked
from parindex.reports.view import self_view
from parindex.reports.word import written
from parindex.reports.word.fields import fields_of, owner
from parindex.reports.word.meanings import MEANINGS
from tests.jobs.documents import EXAMPLE
from tests.reports.sample import ENTRY, make
from tests.reports.word.making import document
from tests.reports.word.reading import Report

_INNER = {"Span", "Chart", "Bar"}
"""Told by the field that holds them."""


@pytest.mark.parametrize("module", [shared, tasks, periodic, ranking, appraisal], ids=lambda each: each.__name__)
def test_every_field_has_a_meaning_and_every_meaning_a_field(module: ModuleType) -> None:
    kinds = [each for each in vars(module).values() if isinstance(each, type) and issubclass(each, Struct)]
    own = [each for each in kinds if each.__module__ == module.__name__ and each.__name__ not in _INNER]
    named = {f"{owner(kind, name)}.{name}" for kind in own for name in kind.__struct_fields__}
    assert named <= set(MEANINGS)
    classes = {kind.__name__ for kind in own}
    assert {name for name in MEANINGS if name.partition(".")[0] in classes} <= named


def test_tags_outside_of_loops_print_their_example() -> None:
    sheet, unit = make(24, report={"self": ENTRY}, previous={"index": "70"})
    view = self_view(sheet, unit)
    found = [each for each in fields_of(view) if each.tag.startswith("{{ ") and not each.inside and each.example]
    assert len(found) > 30
    printed = Report(written(view, document(*[each.tag for each in found]))).paragraphs()
    for field, text in zip(found, printed, strict=False):
        if len(field.example) < 80:
            assert " ".join(text.split()) == " ".join(field.example.split()), field.tag


def test_loops_and_what_is_inside_them() -> None:
    sheet, unit = make(24)
    found = {(each.tag, each.inside): each for each in fields_of(self_view(sheet, unit))}
    assert ("{%tr for row in results.rows %}", "") in found
    row = found["{{ row.earned }}", "{%tr for row in results.rows %}"]
    assert (row.meaning, row.example) == ("điểm tự chấm", "4,00")
    assert ("{{r row.code }}", "{%tr for row in scores.rows %}") in found
    assert found["{{ text }}", "{%p for text in opening %}"].example.startswith("Thực hiện")
    assert found["{{c results.domains_chart }}", ""].example.startswith("Điểm tự chấm so với")


def test_kinds_without_an_example_are_listed_too() -> None:
    tags = [each.tag for each in list_fields(Asked("explanation"))]
    assert "{%tr for row in answers %}" in tags or "{%p for each in answers %}" in tags
    assert list_fields(Asked("tasks"), EXAMPLE)[0].example.startswith("Báo cáo kết quả thực hiện nhiệm vụ")
