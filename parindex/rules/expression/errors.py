"""Errors of a formula, each with its position in the text, counted in characters from 1."""

from __future__ import annotations

from pydantic_core import PydanticCustomError

MAX_LENGTH = 500
"""Characters of a formula."""
MAX_DEPTH = 30
"""How deep a formula may be nested: parentheses, functions, signs, branches."""
MAX_NODES = 200
"""Numbers, names and operators of a formula."""


def misplaced(at: int, found: str) -> PydanticCustomError:
    """A word that does not belong where it stands; the end of the text is told apart."""
    if not found:
        return PydanticCustomError("formula_end", "at {position}: the formula is cut short", {"position": at})
    return PydanticCustomError(
        "formula_syntax", "at {position}: {found} does not belong here", {"position": at, "found": found}
    )


def lacking(at: int, expected: str) -> PydanticCustomError:
    """A parenthesis or an ``else`` that must stand here."""
    return PydanticCustomError(
        "formula_lacks", "at {position}: {expected} must stand here", {"position": at, "expected": expected}
    )


def strange(at: int, found: str) -> PydanticCustomError:
    """A character that the language does not have."""
    return PydanticCustomError(
        "formula_character", "at {position}: {found} is unknown here", {"position": at, "found": found}
    )


def misspelt(at: int, found: str) -> PydanticCustomError:
    """A number in another form than 98.5, or with too many digits."""
    return PydanticCustomError(
        "formula_number", "at {position}: {found} is no number", {"position": at, "found": found}
    )


def no_function(at: int, name: str) -> PydanticCustomError:
    """A function that the language does not have."""
    return PydanticCustomError("formula_function", "at {position}: no function {name}", {"position": at, "name": name})


def wrong_arguments(at: int, name: str) -> PydanticCustomError:
    """A function with too few or too many arguments, or with decimals of ``round`` that are not 0 to 6."""
    return PydanticCustomError(
        "formula_arguments", "at {position}: wrong arguments for {name}", {"position": at, "name": name}
    )


def needs_number(at: int) -> PydanticCustomError:
    """A condition stands where a number must."""
    return PydanticCustomError("formula_needs_number", "at {position}: expected a number", {"position": at})


def needs_condition(at: int) -> PydanticCustomError:
    """A number stands where a condition must."""
    return PydanticCustomError("formula_needs_condition", "at {position}: expected a condition", {"position": at})


def unknown_name(at: int, name: str, allowed: str) -> PydanticCustomError:
    """A name that is no fact of the leaf."""
    return PydanticCustomError(
        "formula_name",
        "at {position}: no fact named {name}",
        {"position": at, "name": name, "allowed": allowed},
    )


def unused_fact(name: str) -> PydanticCustomError:
    """A fact of the leaf that the formula does not look at."""
    return PydanticCustomError("formula_unused", "the fact {name} is not used", {"name": name})


def too_long() -> PydanticCustomError:
    """More characters than allowed."""
    return PydanticCustomError("formula_long", "over {limit} characters", {"limit": MAX_LENGTH})


def too_deep() -> PydanticCustomError:
    """Nested deeper than allowed."""
    return PydanticCustomError("formula_deep", "nested deeper than {limit}", {"limit": MAX_DEPTH})


def too_many() -> PydanticCustomError:
    """More numbers, names and operators than allowed."""
    return PydanticCustomError("formula_nodes", "over {limit} parts", {"limit": MAX_NODES})
