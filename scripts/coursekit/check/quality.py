"""Signs that a question can be answered without knowing, or asks too little."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coursekit.diagnostics import Report
from coursekit.load import Project, Unit
from coursekit.model import LANGUAGES, Choice, ChoiceQuestion, Question

LONGEST_SHARE = 0.35
"""The right choice may be the longest in so many of a module's questions (content guide)."""
POSITION_SHARE = 0.5
ENOUGH = 8
"""Below so many questions a share says nothing."""
NEAR = 0.8
"""Shared words of two prompts, of all their words, from which they count as the same."""
FEW = 4
"""Prompts of fewer words, such as "Is this true?", are alike without asking the same."""
_WORDS = re.compile(r"\w{3,}")
_NEGATIVE = {
    "fi": re.compile(
        r"\b(?:mikä|mitkä|mitä|kuka|ketkä|missä)\b[^.?!]*\b(ei|eivät)\b[^.!]*\?", re.IGNORECASE
    ),
    "sv": re.compile(
        r"\b(?:vilken|vilket|vilka|vad|vem)\b[^.?!]*\b(inte)\b[^.!]*\?", re.IGNORECASE
    ),
    "en": re.compile(r"\b(?:which|what|who)\b[^.?!]*\b(not)\b[^.!]*\?", re.IGNORECASE),
}


def check_quality(project: Project, report: Report) -> None:
    """Looks at the questions of each module together, and at each by itself."""
    by_module: dict[str, list[Question]] = {}
    for _, bank, unit in project.all_banks():
        module = f"{unit.course.id}/{unit.module.id}" if unit.course and unit.module else unit.id
        by_module.setdefault(module, []).extend(bank.questions)
    for questions in by_module.values():
        choices = [one for one in questions if isinstance(one, ChoiceQuestion)]
        for question in choices:
            _length(question, report)
            _negative(question, report)
        single = [one for one in choices if one.type == "single-choice" and one.correct]
        _longest(single, report)
        _position(single, report)
    _near_duplicates([one for many in by_module.values() for one in many], report)
    for unit in project.units.values():
        if unit.kind == "module":
            _application(unit, project, report)


def _length(question: ChoiceQuestion, report: Report) -> None:
    """A right choice much longer than the others gives itself away."""
    if question.type == "true-false" or len(question.correct) != 1:
        return
    right = question.correct[0]
    for language in LANGUAGES:
        lengths = [len(one.text.best(language)) for one in question.choices if one is not right]
        length = len(right.text.best(language))
        if length > 1.6 * max(lengths) and length > max(lengths) + 20:
            report.add(
                "CK223",
                right.text.at(language),
                f"the right choice of '{question.id}' is much longer than the others ({language})",
                hint="shorten it, or make the others as precise",
            )


def _negative(question: ChoiceQuestion, report: Report) -> None:
    for language in LANGUAGES:
        prompt = question.prompt.get(language) or ""
        match = _NEGATIVE[language].search(prompt)
        if match and f"**{match[1]}" not in prompt:
            report.add(
                "CK225",
                question.prompt.at(language),
                f"the prompt of '{question.id}' asks in the negative ({language})",
                hint=f"ask for what is so, or stress the word: **{match[1]}**",
            )


def _longest(questions: Sequence[ChoiceQuestion], report: Report) -> None:
    found = [one for one in questions if _is_longest(one)]
    if len(questions) >= ENOUGH and len(found) > LONGEST_SHARE * len(questions):
        report.add(
            "CK221",
            found[0].at("id"),
            f"the right choice is the longest in {len(found)} of {len(questions)}"
            " single-choice questions of the module",
            hint="shorten right choices, or lengthen others, in some of these",
            also=tuple(one.at("id") for one in found[1:]),
        )


def _is_longest(question: ChoiceQuestion) -> bool:
    right = question.correct[0]
    return all(
        len(right.text.fi) > len(one.text.fi) for one in question.choices if one is not right
    )


def _position(questions: Sequence[ChoiceQuestion], report: Report) -> None:
    positions = [_index(one.choices, one.correct[0]) for one in questions]
    for position in sorted(set(positions)):
        count = positions.count(position)
        if len(questions) >= ENOUGH and count > POSITION_SHARE * len(questions):
            report.add(
                "CK222",
                questions[positions.index(position)].at("id"),
                f"the right choice is number {position + 1} in {count} of {len(questions)}"
                " single-choice questions of the module",
                hint="move it in some of them; on paper the order is that of the file",
            )


def _index(choices: Sequence[Choice], wanted: Choice) -> int:
    return next(index for index, choice in enumerate(choices) if choice is wanted)


def _near_duplicates(questions: Sequence[Question], report: Report) -> None:
    """One finding for each prompt that an earlier one nearly asks."""
    earlier: list[tuple[Question, frozenset[str]]] = []
    for question in questions:
        words = frozenset(_WORDS.findall(question.prompt.fi.lower()))
        if not isinstance(question, ChoiceQuestion) or len(words) < FEW:
            continue
        same = next((one for one, other in earlier if _alike(words, other)), None)
        if same:
            report.add(
                "CK220",
                question.prompt.at("fi"),
                f"the prompt of '{question.id}' is nearly that of '{same.id}'",
                hint="ask something else, or take one of them out",
                also=(same.prompt.at("fi"),),
            )
        else:
            earlier.append((question, words))


def _alike(words: frozenset[str], others: frozenset[str]) -> bool:
    return len(words & others) >= NEAR * len(words | others)


def _application(unit: Unit, project: Project, report: Report) -> None:
    """Every outcome that is taught is also to be applied in at least one question of a lesson."""
    if unit.module is None or unit.course is None or project.unread:
        return
    lessons = project.lessons(unit.module, unit.course)
    banks = [project.banks[lesson.id] for lesson in lessons if lesson.id in project.banks]
    taught = {outcome for entry in unit.module.lessons for outcome in entry.outcomes}
    for outcome in unit.module.outcomes:
        own = [q for bank in banks for q in bank.questions if q.outcome == outcome.id]
        if outcome.id in taught and not any(question.applies for question in own):
            report.add(
                "CK224",
                outcome.at("id"),
                f"no question of a lesson asks to apply outcome '{outcome.id}'",
                hint="write a question about a small case and mark it `applies: true`",
            )
