"""Draws and first orders: the same in Python and in the browser, and never the answer."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from coursekit.model import arrangement
from coursekit.model.draw import draw, scattered, shuffled
from coursekit.model.question import MatchingQuestion, OrderingQuestion
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.test_score import TYPES

VECTORS: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parents[1] / "vectors/draws.yml").read_text("utf-8")
)
IDS = st.lists(st.sampled_from("abcdefgh"), unique=True)
SEEDS = st.integers(0, 2**32 - 1)


@pytest.mark.parametrize("vector", VECTORS, ids=str)
def test_vectors(vector: dict[str, Any]) -> None:
    assert draw(vector["seed"], vector["pool"], vector["n"]) == vector["drawn"]


@given(ids=IDS, seed=SEEDS, n=st.integers(0, 10), data=st.data())
def test_a_draw_is_a_part_of_the_pool_in_whatever_order_that_is(
    ids: list[str], seed: int, n: int, data: st.DataObject
) -> None:
    drawn = draw(seed, ids, n)
    assert len(drawn) == min(n, len(ids)) and len(set(drawn)) == len(drawn)
    assert set(drawn) <= set(ids)
    assert draw(seed, data.draw(st.permutations(ids)), n) == drawn


@given(ids=IDS, seed=SEEDS)
def test_shuffling_loses_nothing_and_scattering_moves_something(ids: list[str], seed: int) -> None:
    assert sorted(shuffled(ids, seed)) == sorted(scattered(ids, seed)) == sorted(ids)
    assert len(ids) < 2 or scattered(ids, seed) != ids


def test_first_orders_do_not_tell_the_answer() -> None:
    for question in TYPES.questions:
        if isinstance(question, OrderingQuestion):
            assert [one.id for one in arrangement.steps(question)] != [
                one.id for one in question.items
            ]
        if isinstance(question, MatchingQuestion):
            assert [id for id, _ in arrangement.right_sides(question)][:3] != [
                pair.id for pair in question.pairs
            ]
