"""The order in which parts of a question are shown at first: fixed, and never the answer.

It comes from the question's hash, so that the page without scripts, the first attempt and the
printed sheet show the same.
"""

from __future__ import annotations

from coursekit.model.draw import scattered, shuffled
from coursekit.model.hash import question_hash
from coursekit.model.question import (
    CategorisedItem,
    CategoriseQuestion,
    ClozeQuestion,
    Gap,
    GapChoice,
    Item,
    MatchingQuestion,
    OrderingQuestion,
)
from coursekit.model.text import Text


def right_sides(question: MatchingQuestion) -> list[tuple[str, Text]]:
    """The right sides and those that belong nowhere, by their ids."""
    sides = {pair.id: pair.right for pair in question.pairs}
    sides |= {extra.id: extra.text for extra in question.distractors}
    return [(id, sides[id]) for id in scattered(list(sides), _seed(question))]


def steps(question: OrderingQuestion) -> list[Item]:
    """The steps in an order that is not the right one."""
    found = {item.id: item for item in question.items}
    return [found[id] for id in scattered(list(found), _seed(question))]


def items(question: CategoriseQuestion) -> list[CategorisedItem]:
    """The items, not category by category."""
    found = {item.id: item for item in question.items}
    return [found[id] for id in shuffled(found, _seed(question))]


def gap_choices(question: ClozeQuestion, gap: Gap) -> list[GapChoice]:
    """The words for a gap, each gap in an order of its own."""
    found = {choice.id: choice for choice in gap.choices}
    return [found[id] for id in shuffled(found, _seed(question) + question.gaps.index(gap))]


def _seed(
    question: MatchingQuestion | OrderingQuestion | CategoriseQuestion | ClozeQuestion,
) -> int:
    return int(question_hash(question), 16)
