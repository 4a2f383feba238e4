"""Reproducible chance: the same seed gives the same order here and in `runtime/quiz/shuffle.mjs`.

`tests/vectors/draws.yml` holds both to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

WORD = 0xFFFFFFFF


def shuffled(ids: Iterable[str], seed: int) -> list[str]:
    """A shuffled copy: Fisher-Yates over xorshift32."""
    copy = list(ids)
    state = seed & WORD or 1  # xorshift never leaves 0
    for last in range(len(copy) - 1, 0, -1):
        state ^= state << 13 & WORD
        state ^= state >> 17
        state ^= state << 5 & WORD
        other = state % (last + 1)
        copy[last], copy[other] = copy[other], copy[last]
    return copy


def scattered(ids: Sequence[str], seed: int) -> list[str]:
    """A shuffled copy that is not the order it comes from, which may be the answer."""
    copy = shuffled(ids, seed)
    return copy if copy != list(ids) else [*copy[1:], *copy[:1]]


def draw(seed: int, pool: Iterable[str], n: int) -> list[str]:
    """`n` questions of a pool, or all of a smaller one; the order in the file does not matter."""
    return shuffled(sorted(pool), seed)[:n]
