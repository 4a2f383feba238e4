"""The types of questions: what an author writes for each, and what of it decides the score.

A type is a class here; `Question` joins them, told apart by `type`. Which answer is right stands
once, ids and never positions name the parts, and every text is in three languages.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints

from coursekit.model.node import Node
from coursekit.model.text import LANGUAGES, Language, Text
from coursekit.model.walk import texts

Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*$")]
"""English kebab-case, stable for ever, never translated."""

QuestionType = Literal[
    "single-choice",
    "multiple-choice",
    "true-false",
    "matching",
    "ordering",
    "cloze",
    "numeric",
    "categorise",
    "reflection",
]

Parts = tuple[Any, ...]


class _Question(Node):
    """What all questions share."""

    id: Id
    outcome: Id
    points: int = Field(default=1, ge=1, le=10)
    applies: bool = False
    """True when the learner has to use the matter in a case, not only recall it."""
    prompt: Text
    hint: Text | None = None
    explanation: Text | None = None
    sources: tuple[str, ...] = ()

    def languages(self) -> tuple[Language, ...]:
        """The languages in which the whole question can be shown."""
        found = tuple(texts(self))
        return tuple(
            language
            for language in LANGUAGES
            if all(text.get(language) is not None for text in found)
            and language in self._typed_languages()
        )

    def meaning(self) -> Any:
        """What changes the meaning or the score, in plain values; reasons and hints do not."""
        raise NotImplementedError

    def _typed_languages(self) -> tuple[Language, ...]:
        """The languages in which every typed gap has an accepted answer."""
        return LANGUAGES


class Choice(Node):
    """One answer that can be chosen, with the reason why it is right or wrong."""

    id: Id
    correct: bool = False
    text: Text
    why: Text | None = None


class ChoiceQuestion(_Question):
    """Single choice, multiple choice, true/false; which is right stands only in `choices`."""

    type: Literal["single-choice", "multiple-choice", "true-false"]
    choices: tuple[Choice, ...] = Field(min_length=2)

    @property
    def correct(self) -> tuple[Choice, ...]:
        """The choices that are right, in the order of the bank."""
        return tuple(choice for choice in self.choices if choice.correct)

    def meaning(self) -> Any:
        """The choices in any order."""
        return sorted([choice.id, choice.correct, choice.text.fi] for choice in self.choices)


class Pair(Node):
    """A left side and the right side that belongs to it."""

    id: Id
    left: Text
    right: Text
    why: Text | None = None


class Distractor(Node):
    """A right side that belongs to no left side."""

    id: Id
    text: Text
    why: Text | None = None


class MatchingQuestion(_Question):
    """Each left side gets one right side, chosen from a list; scored per pair."""

    type: Literal["matching"]
    pairs: tuple[Pair, ...] = Field(min_length=2)
    distractors: tuple[Distractor, ...] = ()

    def meaning(self) -> Any:
        """The pairs and the extra right sides, in any order."""
        return sorted([pair.id, pair.left.fi, pair.right.fi] for pair in self.pairs) + sorted(
            [extra.id, extra.text.fi] for extra in self.distractors
        )


class Item(Node):
    """A step of an order."""

    id: Id
    text: Text
    why: Text | None = None


class OrderingQuestion(_Question):
    """Steps to be put in order; written in the right one, scored by adjacent pairs."""

    type: Literal["ordering"]
    items: tuple[Item, ...] = Field(min_length=3)

    def meaning(self) -> Any:
        """The steps in their order."""
        return [[item.id, item.text.fi] for item in self.items]


class GapChoice(Node):
    """A word that can be chosen for a gap."""

    id: Id
    correct: bool = False
    text: Text


class Accepted(Node):
    """What may be typed into a gap, by language; the first is the one that is shown."""

    fi: tuple[str, ...] = Field(min_length=1)
    sv: tuple[str, ...] = ()
    en: tuple[str, ...] = ()


class Gap(Node):
    """A gap of a cloze text, filled from a list (`choices`) or typed (`accepted`)."""

    id: Id
    choices: tuple[GapChoice, ...] = ()
    accepted: Accepted | None = None
    forgive_letters: bool = False
    """`o` counts as `ö`, `a` as `ä` and `å`; only where no other word is meant."""
    why: Text | None = None


class ClozeQuestion(_Question):
    """A text with gaps written `[[id]]`; scored per gap."""

    type: Literal["cloze"]
    text: Text
    gaps: tuple[Gap, ...] = Field(min_length=1)

    def meaning(self) -> Any:
        """The text and what each gap takes."""
        return [self.text.fi] + [
            [gap.id, sorted([one.id, one.correct, one.text.fi] for one in gap.choices)]
            if gap.choices
            else [gap.id, list(gap.accepted.fi) if gap.accepted else [], gap.forgive_letters]
            for gap in self.gaps
        ]

    def _typed_languages(self) -> tuple[Language, ...]:
        typed = [gap.accepted for gap in self.gaps if gap.accepted]
        return tuple(lang for lang in LANGUAGES if all(getattr(one, lang) for one in typed))


class NumericQuestion(_Question):
    """A number with a tolerance; comma and point are both read as the decimal mark."""

    type: Literal["numeric"]
    answer: float = Field(strict=False)
    tolerance: float = Field(default=0, ge=0, strict=False)
    unit: Text | None = None
    why: Text | None = None

    def meaning(self) -> Any:
        """The number and how far off it may be."""
        return [self.answer, self.tolerance]


class Category(Node):
    """A group that items are put into."""

    id: Id
    text: Text


class CategorisedItem(Node):
    """An item and the category it belongs to."""

    id: Id
    category: Id
    text: Text
    why: Text | None = None


class CategoriseQuestion(_Question):
    """Items to be put into categories; scored per item."""

    type: Literal["categorise"]
    categories: tuple[Category, ...] = Field(min_length=2)
    items: tuple[CategorisedItem, ...] = Field(min_length=2)

    def meaning(self) -> Any:
        """Which item belongs where."""
        return sorted([one.id, one.text.fi] for one in self.categories) + sorted(
            [item.id, item.category, item.text.fi] for item in self.items
        )


class Criterion(Node):
    """One thing that a good answer has."""

    id: Id
    text: Text


class ReflectionQuestion(_Question):
    """Free text, compared with a model answer by the learner; never scored by the tool."""

    type: Literal["reflection"]
    model_answer: Text
    rubric: tuple[Criterion, ...] = Field(min_length=1)

    def meaning(self) -> Any:
        """The criteria, which the learner's own rating is stored by."""
        return sorted([one.id, one.text.fi] for one in self.rubric)


Question = Annotated[
    ChoiceQuestion
    | MatchingQuestion
    | OrderingQuestion
    | ClozeQuestion
    | NumericQuestion
    | CategoriseQuestion
    | ReflectionQuestion,
    Field(discriminator="type"),
]


def reasons(question: Question) -> Iterator[tuple[Node, str, Text | None]]:
    """The parts of a question that need a reason: the part, what it is called, the reason."""
    parts: dict[str, Parts] = {
        "choice": getattr(question, "choices", ()),
        "pair": getattr(question, "pairs", ()),
        "item": getattr(question, "items", ()),
        "gap": getattr(question, "gaps", ()),
    }
    for what, found in parts.items():
        for part in found:
            yield part, f"{what} '{part.id}'", part.why
    if isinstance(question, NumericQuestion):
        yield question, "the answer", question.why
