"""What is said about a code: why, remedy, and an example, in both languages."""

from __future__ import annotations

import pytest

from parindex.checks.explaining import explain, visible
from parindex.checks.registry import REGISTRY


@pytest.mark.parametrize("code", REGISTRY)
def test_every_entry_is_explained_in_both_languages(code: str) -> None:
    for lang, why, remedy in (("vi", "Vì sao", "Cách sửa"), ("en", "Why", "Remedy")):
        text = explain(REGISTRY[code], lang)
        assert text.startswith(code)
        assert why in text and remedy in text
        assert all(char == "\n" or char.isprintable() for char in text)
        assert REGISTRY[code].why.of(lang) in text


def test_an_example_shows_what_cannot_be_seen() -> None:
    text = explain(REGISTRY["E107"])
    assert "\nSai:\n    " in text and "\nĐúng:\n    " in text
    assert visible("a\tb\u00a0c\n") == "a→b\\u00a0c\n"
