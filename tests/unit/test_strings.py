"""The three locale files say the same things, and a missing text is never silent."""

from __future__ import annotations

import re
from string import Formatter

import pytest
from coursekit.model.text import LANGUAGES, Language
from coursekit.render.strings import load_strings


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("language", LANGUAGES)
def test_languages_have_the_same_keys_and_places(language: Language) -> None:
    finnish = load_strings("fi").texts
    other = load_strings(language).texts
    assert list(other) == list(finnish)
    for key, text in finnish.items():
        assert places(other[key]) == places(text), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_keys_are_flat_and_texts_not_empty(language: Language) -> None:
    for key, text in load_strings(language).texts.items():
        assert re.fullmatch(r"[a-z0-9]+(\.[a-z0-9-]+)+", key), key
        assert isinstance(text, str) and text.strip(), key


def test_missing_key_is_named() -> None:
    with pytest.raises(KeyError, match=r"quiz\.nonsense"):
        load_strings("fi")("quiz.nonsense")


def test_places_are_filled_only_when_values_are_given() -> None:
    strings = load_strings("en")
    assert strings("quiz.question-of", number=1, total=5) == "Question 1/5"
    assert strings("quiz.question-of") == "Question {number}/{total}"


def test_another_language() -> None:
    assert load_strings("fi").in_language("sv")("site.menu") == "Meny"
