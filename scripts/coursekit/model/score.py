"""What share of a question's points an answer earns; `runtime/quiz/score.mjs` says the same.

An answer and the right answer are plain values, as the browser stores them; `Key` and `Answer`
list them by type. `tests/vectors/scores.yml` holds both files to the same results.

| type                                       | right answer (`Key`)     | answer                |
| ------------------------------------------ | ------------------------ | --------------------- |
| single-choice, multiple-choice, true-false | ids of the right choices | ids of choices        |
| ordering                                   | ids in the right order   | ids in an order       |
| matching, categorise                       | part id → id             | part id → id          |
| cloze                                      | gap id → id or `Typed`   | gap id → id or text   |
| numeric                                    | `Number`                 | what was typed        |
| reflection                                 | None: never scored       | text and criteria met |
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import Any, TypedDict

from coursekit.model.question import (
    CategoriseQuestion,
    ChoiceQuestion,
    ClozeQuestion,
    Gap,
    MatchingQuestion,
    NumericQuestion,
    OrderingQuestion,
    Question,
    QuestionType,
)
from coursekit.model.text import Language


class Typed(TypedDict):
    """What may be typed into a gap."""

    accepted: Sequence[str]
    forgive: bool


class Number(TypedDict):
    """The number that is asked for."""

    number: float
    tolerance: float


Key = Sequence[str] | Mapping[str, str | Typed] | Number | None
Answer = Any

PLAIN = {"ä": "a", "å": "a", "ö": "o"}
"""Letters that `forgive_letters` lets be typed without their dots and rings."""

NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)")


def points(question: Question) -> int:
    """The points that count: a reflection has none."""
    return 0 if question.type == "reflection" else question.points


def key(question: Question, language: Language) -> Key:
    """The right answer of a question that is shown in this language."""
    right: Key = None
    match question:
        case ChoiceQuestion():
            right = [choice.id for choice in question.correct]
        case OrderingQuestion():
            right = [item.id for item in question.items]
        case MatchingQuestion():
            right = {pair.id: pair.id for pair in question.pairs}
        case CategoriseQuestion():
            right = {item.id: item.category for item in question.items}
        case ClozeQuestion():
            right = {gap.id: _gap(gap, language) for gap in question.gaps}
        case NumericQuestion():
            right = Number(number=question.answer, tolerance=question.tolerance)
    return right


def share(kind: QuestionType, right: Key, answer: Answer) -> float | None:
    """The share of the points, 0 to 1; None when such a question is never scored."""
    score = _SHARES.get(kind)
    return score(right, answer) if score else None


def fits(wanted: str | Typed, given: str) -> bool:
    """Whether a part is right: the id that belongs there, or an accepted text."""
    if isinstance(wanted, str):
        return given == wanted
    return any(_same(word, given, forgive=wanted["forgive"]) for word in wanted["accepted"])


def read_number(text: str) -> float | None:
    """The number in a text, with comma or point as its decimal mark and spaces anywhere."""
    plain = re.sub(r"\s", "", text).replace(",", ".").replace("\N{MINUS SIGN}", "-")
    return float(plain) if NUMBER.fullmatch(plain) else None


def _gap(gap: Gap, language: Language) -> str | Typed:
    if gap.accepted:
        return Typed(accepted=getattr(gap.accepted, language), forgive=gap.forgive_letters)
    return next((choice.id for choice in gap.choices if choice.correct), "")


def _choices(right: Sequence[str], chosen: Sequence[str]) -> float:
    wanted, given = set(right), set(chosen)
    return max(0, len(given & wanted) - len(given - wanted)) / len(wanted)


def _order(right: Sequence[str], given: Sequence[str]) -> float:
    wanted = list(pairwise(right))
    found = set(pairwise(given))
    return sum(pair in found for pair in wanted) / len(wanted)


def _parts(right: Mapping[str, str | Typed], given: Mapping[str, str]) -> float:
    return sum(fits(wanted, given.get(id, "")) for id, wanted in right.items()) / len(right)


def _number(right: Number, typed: str) -> float:
    found = read_number(typed)
    # 0.1 + 0.2 is not 0.3 in binary: a hair more than the tolerance is let through.
    slack = right["tolerance"] + 1e-9 * max(1, abs(right["number"]))
    return float(found is not None and abs(found - right["number"]) <= slack)


def _same(word: str, typed: str, *, forgive: bool) -> bool:
    wanted, given = _normal(word), _normal(typed)
    return len(wanted) == len(given) and all(
        one == other or (forgive and PLAIN.get(one) == other)
        for one, other in zip(wanted, given, strict=True)
    )


def _normal(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(text.split())).lower()


_SHARES: dict[QuestionType, Callable[[Any, Any], float]] = {
    "single-choice": _choices,
    "multiple-choice": _choices,
    "true-false": _choices,
    "matching": _parts,
    "ordering": _order,
    "cloze": _parts,
    "numeric": _number,
    "categorise": _parts,
}
