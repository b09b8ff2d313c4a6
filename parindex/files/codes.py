"""Which code of the registry speaks of which error of the models. The texts live in ``checks.registry``."""

from __future__ import annotations

from parindex.values.fields import Code, Id, PartialDate, Period, Sha256

UNKNOWN_TYPE = "E299"
"""An error type that nobody gave a code; a test keeps our own models from using it."""

CODE_OF_TYPE = {
    "missing": "E201",
    "extra_forbidden": "E202",
    "number_expected": "E203",
    "decimal_parsing": "E203",
    "decimal_type": "E203",
    "finite_number": "E203",
    "number_form": "E204",
    "number_long": "E205",
    "decimal_max_digits": "E205",
    "decimal_max_places": "E205",
    "decimal_whole_digits": "E205",
    "int_parsing_size": "E205",
    "date_expected": "E206",
    "date_type": "E206",
    "date_parsing": "E206",
    "date_from_datetime_parsing": "E206",
    "date_form": "E207",
    "date_unreal": "E208",
    "bool_expected": "E209",
    "bool_type": "E209",
    "bool_parsing": "E209",
    "literal_error": "E220",
    "greater_than": "E221",
    "greater_than_equal": "E221",
    "less_than": "E221",
    "less_than_equal": "E221",
    "string_too_short": "E222",
    "string_too_long": "E223",
    "list_type": "E224",
    "tuple_type": "E224",
    "set_type": "E224",
    "frozen_set_type": "E224",
    "model_type": "E225",
    "model_attributes_type": "E225",
    "dict_type": "E225",
    "mapping_type": "E225",
    "string_type": "E226",
    "whole_expected": "E228",
    "int_parsing": "E228",
    "int_type": "E228",
    "int_from_float": "E228",
    "union_tag_invalid": "E229",
    "union_tag_not_found": "E230",
    "too_short": "E231",
    "target_empty": "E240",
    "target_external_value": "E241",
    "case_result": "E242",
    "leaf_indicator": "E243",
    "set_decision": "E244",
    "values_pair": "E245",
    "values_excluded": "E246",
    "fact_empty": "E247",
    "per_case_measure": "E248",
    "checklist_twice": "E249",
    "deadline_order": "E250",
    "bands_start": "E251",
    "bands_end": "E252",
    "bands_seam": "E253",
    "bands_empty": "E254",
    "reports_twice": "E255",
    "reports_order": "E256",
    "per_case_bounds": "E257",
    "compare_order": "E258",
    "change_way": "E259",
    "change_start": "E260",
    "curve_order": "E261",
    "project_decision": "E270",
    "project_groups": "E271",
    "appraisal_act": "E272",
    "correction_figures": "E273",
    "formula_syntax": "E280",
    "formula_end": "E281",
    "formula_lacks": "E282",
    "formula_character": "E283",
    "formula_number": "E284",
    "formula_function": "E285",
    "formula_arguments": "E286",
    "formula_needs_number": "E287",
    "formula_needs_condition": "E288",
    "formula_name": "E289",
    "formula_unused": "E290",
    "formula_long": "E291",
    "formula_deep": "E292",
    "formula_nodes": "E293",
}
"""By pydantic's error type, its own or one of our ``PydanticCustomError``."""

NOTHING = "E227"
"""Nothing stands where a value must stand, whatever the type of the value."""

WRONG_TYPE = frozenset({"E203", "E206", "E209", "E224", "E225", "E226", "E228"})
"""Codes that say that a value is of another type; they yield to errors deeper in the same value."""


def _pattern(type_: object) -> str:
    (spelling,) = type_.__metadata__  # type: ignore[attr-defined]
    return str(spelling.core["pattern"])


CODE_OF_PATTERN = {
    _pattern(Id): "E211",
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "E211",
    _pattern(Code): "E212",
    _pattern(Period): "E213",
    _pattern(PartialDate): "E214",
    _pattern(Sha256): "E215",
    r"^[^\s.]+(\.[^\s.]+)*$": "E216",
    r"^https?://\S+$": "E217",
    r"^[1-9]\d?$": "E218",
    r"^[EW]\d{0,3}$": "E219",
    r"^[^/\\~:][^\\:]*$": "E236",
}
"""Every pattern of the models; a test holds that none is missing."""
