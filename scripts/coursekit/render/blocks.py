"""The blocks of our own HTML on a page: outcomes, quiz, sources, glossary."""

from __future__ import annotations

from coursekit.model import LANGUAGES, Outcome, Question, Text
from coursekit.render.context import LANGUAGE_NAMES, PageContext
from coursekit.render.prose import text_language
from coursekit.render.quiz import render_quiz
from coursekit.render.templates import render


def outcomes_block(page: PageContext) -> str:
    """What the learner can do after a lesson or module; empty on other pages."""
    found: list[Outcome] = []
    if page.unit.module and page.unit.kind in ("lesson", "module"):
        wanted = page.unit.lesson.outcomes if page.unit.lesson else None
        found = [o for o in page.unit.module.outcomes if wanted is None or o.id in wanted]
    if not found:
        return ""
    inline = page.inline
    outcomes = [
        {
            "html": inline(outcome.text.best(page.language)),
            "language": text_language(outcome.text, page.language),
        }
        for outcome in found
    ]
    title = page.strings(f"page.outcomes-of-{page.unit.kind}")
    return render("outcomes.html", title=title, outcomes=outcomes, language=page.language)


def quiz_block(page: PageContext) -> str:
    """The questions that can be asked in this language, or a sentence that there are none."""
    bank = page.project.banks[page.unit.id]
    questions = [_with_sources(one) for one in bank.in_language(page.language)]
    course = page.unit.course
    assert course  # banks belong to lessons of a course
    if not questions:
        return page.strings("page.no-questions")
    return render_quiz(
        page.unit.id.removeprefix(f"{course.id}/"),
        questions,
        language=page.language,
        strings=page.strings,
        inline=page.inline,
        course=course.id,
    )


def sources_block(page: PageContext) -> str:
    """The heading and list of the sources that were cited so far; empty when none was."""
    numbers = page.writer.references.numbers
    if not numbers:
        return ""
    sources = [
        {
            "title": source.title.best(page.language),
            "publisher": source.publisher,
            "year": source.year,
            "note": source.note.best(page.language),
        }
        for source in (page.project.sources[id] for id in numbers)
    ]
    heading = f"## {page.strings('page.sources')} {{#sources}}"
    return f"{heading}\n\n{render('sources.html', sources=sources)}"


def glossary_block(page: PageContext) -> str:
    """All terms in alphabetical order, each with its names in the other languages."""
    inline = page.inline
    terms = page.project.terms
    entries = [
        {
            "id": term.id,
            "name": term.term.best(page.language),
            "definition": inline(term.definition.best(page.language)),
            "definition_language": text_language(term.definition, page.language),
            "others": [
                {"language": lang, "name": name, "label": LANGUAGE_NAMES[lang].lower()}
                for lang in LANGUAGES
                if lang != page.language and (name := term.term.get(lang))
            ],
            "not_to_confuse": [
                {"id": other, "name": terms[other].term.best(page.language)}
                for other in term.not_to_confuse
            ],
        }
        for term in terms.values()
    ]
    entries.sort(key=lambda entry: _alphabetical(str(entry["name"])))
    return render(
        "glossary.html",
        terms=entries,
        language=page.language,
        not_to_confuse=page.strings("page.not-to-confuse"),
    )


def _with_sources(question: Question) -> Question:
    """The question's sources after its explanation, as citations."""
    if not question.sources or question.explanation is None:
        return question
    cited = f" [{'; '.join(f'@{source}' for source in question.sources)}]"
    written = question.explanation.model_dump()
    text = Text(**{lang: value and value + cited for lang, value in written.items()})
    return question.model_copy(update={"explanation": text})


_LETTERS = {"å": "z1", "ä": "z2", "ö": "z3"}


def _alphabetical(name: str) -> str:
    """Finnish and Swedish order: å, ä and ö after z."""
    return "".join(_LETTERS.get(letter, letter) for letter in name.lower())
