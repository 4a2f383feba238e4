"""Scores: the vectors that the browser is held to as well, and what holds for every answer."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from coursekit.model import Bank
from coursekit.model.score import Number, key, points, read_number, share
from hypothesis import given
from hypothesis import strategies as st

TESTS = Path(__file__).parents[1]
VECTORS: list[dict[str, Any]] = yaml.safe_load((TESTS / "vectors/scores.yml").read_text("utf-8"))
TYPES = Bank.model_validate(
    yaml.safe_load((TESTS / "sites/types/quizzes/basics/first/start.yml").read_text("utf-8")),
    strict=False,
)

IDS = st.lists(st.sampled_from("abcdef"), unique=True)
SOME_IDS = st.lists(st.sampled_from("abcdef"), unique=True, min_size=1)
PARTS = st.dictionaries(st.sampled_from("abcdef"), st.sampled_from("xyz"), min_size=1)
WORDS = st.text(st.sampled_from("aäoöåAÄ x"), max_size=6)
GAPS = st.dictionaries(
    st.sampled_from("abc"),
    st.sampled_from("xyz")
    | st.fixed_dictionaries({"accepted": st.lists(WORDS, min_size=1), "forgive": st.booleans()}),
    min_size=1,
)


@pytest.mark.parametrize("vector", VECTORS, ids=str)
def test_vectors(vector: dict[str, Any]) -> None:
    found = share(vector["type"], vector["right"], vector["answer"])
    assert found == (None if vector["share"] is None else pytest.approx(vector["share"]))


@given(right=SOME_IDS, chosen=IDS, data=st.data())
def test_choices_stay_in_range_and_know_no_order(
    right: list[str], chosen: list[str], data: st.DataObject
) -> None:
    found = share("multiple-choice", right, chosen)
    assert found is not None and 0 <= found <= 1
    mixed = data.draw(st.permutations(chosen)), data.draw(st.permutations(right))
    assert share("multiple-choice", mixed[1], mixed[0]) == found
    assert share("multiple-choice", right, mixed[1]) == 1


@given(right=PARTS, answer=st.dictionaries(st.sampled_from("abcdefg"), st.sampled_from("wxyz")))
def test_parts_stay_in_range(right: dict[str, str], answer: dict[str, str]) -> None:
    for kind in ("matching", "categorise"):
        found = share(kind, right, answer)
        assert found is not None and 0 <= found <= 1
        assert share(kind, right, right) == 1
        assert (found == 1) == (right.items() <= answer.items())


@given(right=GAPS, answer=st.dictionaries(st.sampled_from("abc"), WORDS))
def test_gaps_stay_in_range_and_take_every_accepted_word(
    right: dict[str, Any], answer: dict[str, str]
) -> None:
    found = share("cloze", right, answer)
    assert found is not None and 0 <= found <= 1
    full = {
        id: wanted if isinstance(wanted, str) else f" {wanted['accepted'][-1].upper()} "
        for id, wanted in right.items()
    }
    assert share("cloze", right, full) == 1


@given(right=st.permutations("abcde"), answer=st.permutations("abcde"))
def test_orders_stay_in_range_and_only_the_right_one_is_whole(
    right: list[str], answer: list[str]
) -> None:
    found = share("ordering", right, answer)
    assert found is not None and 0 <= found <= 1
    assert (found == 1) == (answer == right)


@given(
    number=st.floats(-1e6, 1e6), tolerance=st.floats(0, 1e3), mark=st.sampled_from(",."), text=WORDS
)
def test_the_number_itself_is_right_with_either_mark(
    number: float, tolerance: float, mark: str, text: str
) -> None:
    right = Number(number=number, tolerance=tolerance)
    found = share("numeric", right, f"{number:f}".replace(".", mark))
    assert found == 1 or tolerance < 1e-5  # six decimals are typed
    assert share("numeric", right, text) in {0, 1, None}


def test_numbers_are_read_as_people_write_them() -> None:
    assert [read_number(text) for text in ("1,5", "1.5", "1 000", ".5", "5.", "+3")] == [
        1.5, 1.5, 1000, 0.5, 5, 3,
    ]  # fmt: skip
    assert [read_number(text) for text in ("", "abc", "1,5,0", "1e3", "-", ".")] == [None] * 6


def test_every_type_has_its_key() -> None:
    found = {question.type: key(question, "sv") for question in TYPES.questions}
    assert found == {
        "single-choice": ["relation"],
        "multiple-choice": ["work", "health"],
        "true-false": ["false"],
        "matching": {"plan": "plan", "assess": "assess", "decide": "decide"},
        "ordering": ["assess", "plan", "act", "review"],
        "cloze": {
            "other": "work",
            "word": {"accepted": ("relation", "förhållande"), "forgive": True},
        },
        "numeric": {"number": 26.5, "tolerance": 0.5},
        "categorise": {"skills": "person", "tools": "work", "strength": "person", "hours": "work"},
        "reflection": None,
    }
    assert [points(one) for one in TYPES.questions] == [1, 2, 1, 3, 3, 2, 1, 4, 0]
