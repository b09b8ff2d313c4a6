"""Every value of every option of a policy has words in both languages."""

from __future__ import annotations

from decimal import Decimal
from typing import get_args

import pytest

from parindex.locale.policies import COUNTS, LABEL, LEVEL, SCORED_BY, STATUS, classes, option
from parindex.model.criteria import CriteriaSet, Leaf
from parindex.model.plan import Level
from parindex.model.policy import Gate, Policy, Rounding, ScoreClass


def choices(model: type, field: str) -> tuple[str, ...]:
    annotation = model.model_fields[field].annotation  # type: ignore[attr-defined]
    found = [choice for choice in get_args(annotation) if isinstance(choice, str)]
    return tuple(found) or tuple(choice for inner in get_args(annotation) for choice in get_args(inner))


def test_every_option_has_a_label() -> None:
    assert list(LABEL) == list(Policy.model_fields)


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("field", ["not_arising", "missing_survey", "missing_evidence", "ties", "target_policy"])
def test_every_choice_has_words(field: str, lang: str) -> None:
    words = [option(field, choice, lang) for choice in choices(Policy, field)]  # type: ignore[arg-type]
    assert len(words) >= 2
    assert len(set(words)) == len(words)


def test_tables_are_complete() -> None:
    assert set(LEVEL) == set(get_args(Level))
    assert set(STATUS) == set(choices(CriteriaSet, "status"))
    assert set(SCORED_BY) == set(choices(Leaf, "scored_by"))
    assert set(COUNTS) == set(choices(Leaf, "counts"))


@pytest.mark.parametrize("mode", ["half-up", "half-even", "down"])
@pytest.mark.parametrize("at", ["leaf", "total", "print"])
def test_rounding(mode: str, at: str) -> None:
    value = Rounding(mode=mode, digits=2, at=at)  # type: ignore[arg-type]
    assert option("rounding", value).startswith("2 chữ số thập phân ")
    assert option("rounding", value, "en").startswith("2 decimals ")


def test_classes_by_group_with_gates() -> None:
    gates = [Gate(code="tthc", least=Decimal(70))]
    steps = [ScoreClass(name="Tốt", from_=Decimal("80.5"), gates=gates), ScoreClass(name="Yếu", from_=Decimal(0))]
    assert classes({"mac-dinh": steps}, "vi") == "Tốt từ 80,5 (tthc từ 70%); Yếu từ 0"
    assert classes({"xã": steps}, "en") == "xã: Tốt from 80.5 (tthc from 70%); Yếu from 0"


def test_nothing_set() -> None:
    assert option("bonus_cap", None) == option("classes", {}) == "–"
    assert option("bonus_cap", Decimal("2.5")) == "2,5"
    assert option("surveys", ["superior", "independent"]) == "cấp trên và độc lập"
    assert (option("may_exceed_scale", True), option("may_exceed_scale", False, "en")) == ("được", "no")
