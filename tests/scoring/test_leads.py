"""Names of leads as plans print them, and who a collective name means."""

from __future__ import annotations

import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parindex.model.plan import Plan
from parindex.model.unit import UnitIdentity
from parindex.scoring.leads import coordinates, leads, name_key, names, post_key, same_name
from tests.scoring.build import only, plan, task

CITY = {"id": "city", "issuer": "UBND thành phố Hưng Yên", "level": "district"}


def city(lead: Any = None, **more: Any) -> Plan:
    own = {key: more.pop(key) for key in ("coordinate",) if key in more}
    return plan(task("t", lead=lead, **own), **(CITY | more))


def unit(name: str = "UBND phường A", level: str = "commune", parent: str | None = None) -> UnitIdentity:
    return UnitIdentity.model_validate({"id": "a", "name": name, "level": level, "parent": parent})


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Phòng Tư pháp", "Phòng Tư pháp thành phố", True),
        ("Văn phòng HĐND và UBND", "văn phòng HĐND và UBND Thành phố", True),
        ("Phòng Tư pháp", "Phòng Tư pháp huyện", False),  # not the kind of this issuer
        ("Phòng Tư pháp", "Phòng Nội vụ thành phố", False),
        ("UBND các xã, phường", "UBND các phường", False),
    ],
)
def test_an_issuer_need_not_be_named_by_its_kind(one: str, other: str, same: bool) -> None:
    assert (post_key(one, city()) == post_key(other, city())) is same


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Công chức Tư pháp hộ tịch", "Công chức Tư pháp - hộ tịch"),
        ("Công chức Văn phòng – thống kê", "Công chức văn phòng  thống kê"),
        ("Công chức Văn hoá xã hội", "Công chức Văn hóa - xã hội"),
        ("Phòng Tài chính-Kế hoạch", "Phòng Tài chính – Kế hoạch"),
        ("Ủy ban nhân dân các xã, phường", "UBND các xã, phường"),
        ("Uỷ ban nhân dân phường A", "UBND phường A"),
        ("Văn phòng HĐND và UBND", "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân"),
    ],
)
def test_one_post_in_two_spellings(one: str, other: str) -> None:
    assert same_name(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Phòng Nội vụ", "Phòng Nội vụ thành phố"),
        ("UBND phường Tân Dân", "UBND phường Tân Dần"),
        ("UBND phường Đông", "UBND phường Dông"),
        ("UBND xã Hoàng Hoa Thám", "UBND xã Hoàng Hoa Thắm"),
        ("Văn phòng HĐND", "Văn phòng HDDND"),
    ],
)
def test_different_letters_are_different_names(one: str, other: str) -> None:
    assert not same_name(one, other)


@given(st.text(alphabet="aăâđêôơưyhkn ÁẠỦỳÕ-–,.", max_size=20))
def test_the_key_passes_over_form_case_and_signs(name: str) -> None:
    for form in ("NFC", "NFD"):
        assert name_key(unicodedata.normalize(form, name)) == name_key(name)
    assert name_key(name.upper()) == name_key(name.lower()) == name_key(f" {name} –")


def test_all_of_its_own_plan_is_the_unit_s() -> None:
    own = plan(task("t", lead="Công chức Tư pháp - hộ tịch"))
    assert leads(unit(), own, only(own))
    by_the_head = plan(task("t"), issuer="Chủ tịch UBND phường A")
    assert leads(unit(), by_the_head, only(by_the_head))


@pytest.mark.parametrize(
    ("lead", "who", "its"),
    [
        ("UBND phường A", unit(), True),
        ("Chủ tịch UBND phường A", unit(), True),
        ("UBND phường B", unit(), False),
        (None, unit(), False),
        ("UBND các phường, xã", unit(), True),
        ("Chủ tịch UBND các xã, phường", unit(), True),
        (["Các phòng chuyên môn", "UBND các phường, xã"], unit(), True),
        ("UBND các huyện, thị xã, thành phố", unit(), False),
        ("Các phòng chuyên môn", unit(), False),
        ("các cơ quan, đơn vị có liên quan", unit(), False),
        ("UBND các phường, xã", unit(parent="UBND thành phố Hưng Yên"), True),
        ("UBND các phường, xã", unit(parent="thành phố Hưng Yên"), True),
        ("UBND các phường, xã", unit(parent="UBND thành phố Chí Linh"), False),
        ("Các phòng chuyên môn", unit("Phòng Nội vụ", "agency"), True),
        ("Thủ trưởng các cơ quan, đơn vị", unit("Phòng Nội vụ", "agency"), True),
        ("Các cơ quan thông tin truyền thông", unit("Phòng Nội vụ", "agency"), False),
        ("Phòng Nội vụ thành phố", unit("Phòng Nội vụ", "agency"), False),
        ("UBND các phường, xã", unit("UBND huyện C", "district"), False),
    ],
)
def test_who_leads_by_the_printed_name(lead: Any, who: UnitIdentity, its: bool) -> None:
    given_plan = city(lead)
    assert leads(who, given_plan, only(given_plan)) is its


def test_a_province_means_its_districts_and_not_its_communes() -> None:
    province = city("UBND các huyện, thị xã, thành phố", level="province", issuer="UBND tỉnh Hải Dương")
    assert leads(unit("UBND thị xã Kinh Môn", "district"), province, only(province))
    assert not leads(unit("UBND phường A"), province, only(province))


def test_a_list_of_the_plan_decides_before_the_name_does() -> None:
    listed = city("UBND các xã, phường", agencies={"UBND các xã, phường": ["UBND phường B", "UBND xã C"]})
    assert not leads(unit("UBND phường A"), listed, only(listed))
    assert leads(unit("UBND phường B"), listed, only(listed))


def test_lists_may_name_lists_and_even_each_other() -> None:
    nested = {"Các cơ quan, đơn vị": ["Tất cả", "UBND các xã, phường"], "Tất cả": ["Các cơ quan, đơn vị"]}
    given_plan = city("Các cơ quan, đơn vị", agencies=nested)
    assert leads(unit(), given_plan, only(given_plan))
    assert not leads(unit("Phòng Nội vụ", "agency"), given_plan, only(given_plan))


def test_helping_is_not_leading() -> None:
    helped = city("Phòng Nội vụ", coordinate=["UBND các phường, xã", "các cơ quan có liên quan"])
    assert coordinates(unit(), helped, only(helped))
    assert not coordinates(unit("Phòng Nội vụ", "agency"), helped, only(helped))
    both = city("UBND phường A", coordinate="UBND các phường, xã")
    assert not coordinates(unit(), both, only(both))


def test_names() -> None:
    assert names(None) == []
    assert names("Phòng Nội vụ") == ["Phòng Nội vụ"]
    assert names(["a", "b"]) == ["a", "b"]
