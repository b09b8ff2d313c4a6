"""The shape of overlays: what may be said in them, field by field."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from parindex.model.criteria import CriteriaSet, Domain, Group, Leaf
from parindex.model.overlay import Change, Overlay

HEAD = {"kind": "criteria", "format": "1", "id": "b", "title": "B", "extends": "a", "level": "commune", "year": "2023"}


def test_every_field_of_a_part_but_its_names_and_its_parts_can_be_changed() -> None:
    fields = {name for part in (Domain, Group, Leaf) for name in part.model_fields}
    assert set(Change.model_fields) == fields - {"id", "code", "criteria"}


def test_an_overlay_states_what_a_set_states_but_no_domains() -> None:
    own = {"extends", "drop", "change", "add"}
    assert set(Overlay.model_fields) == set(CriteriaSet.model_fields) - {"domains"} | own


def test_the_least_overlay_says_who_it_is_and_what_it_extends() -> None:
    overlay = Overlay.model_validate(HEAD)
    assert (overlay.drop, overlay.change, overlay.add) == ([], {}, [])
    assert (overlay.scale, overlay.policy, overlay.windows) == (None, None, None)


@pytest.mark.parametrize(
    ("key", "value", "where", "kind"),
    [
        ("domains", [], ("domains",), "extra_forbidden"),
        ("include", "c", ("include",), "extra_forbidden"),
        ("extends", ["a", "c"], ("extends",), "string_type"),
        ("drop", "1.1", ("drop",), "list_type"),
        ("drop", ["tthc"], ("drop", 0), "string_pattern_mismatch"),
        ("change", {"1.1": {"code": "1.2"}}, ("change", "1.1", "code"), "extra_forbidden"),
        ("change", {"1.1": {"points": "nhiều"}}, ("change", "1.1", "points"), "number_expected"),
        ("add", [{"under": "1", "criteria": []}], ("add", 0, "criteria"), "too_short"),
        ("status", "official", (), "set_decision"),
    ],
)
def test_what_an_overlay_may_not_say(key: str, value: object, where: tuple[str | int, ...], kind: str) -> None:
    with pytest.raises(ValidationError) as caught:
        Overlay.model_validate(HEAD | {key: value})
    (error,) = caught.value.errors()
    assert (error["loc"], error["type"]) == (where, kind)
