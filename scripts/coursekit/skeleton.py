"""`coursekit new`: skeletons in three languages that pass `check` as drafts.

A new lesson is written, listed in `course.yml` and given a bank with one question; authors replace
what stands between angle quotes.
"""

from __future__ import annotations

from pathlib import Path

from coursekit.load import Project
from coursekit.model import LANGUAGES, Course, Language, Module

_TITLES: dict[Language, str] = {"fi": "‹Otsikko›", "sv": "‹Rubrik›", "en": "‹Title›"}
_SUMMARIES: dict[Language, str] = {
    "fi": "‹Yksi tai kaksi lausetta: mitä lukija oppii.›",
    "sv": "‹En eller två meningar: vad läsaren lär sig.›",
    "en": "‹One or two sentences: what the reader learns.›",
}
_SECTIONS: dict[Language, tuple[tuple[str, str, str], ...]] = {
    "fi": (
        ("situation", "Tilanne", "‹Muutama rivi työelämästä, keksitty henkilö.›"),
        ("matter", "‹Otsikko, joka sanoo jotakin›", "‹Itse asia, 3–5 lukua.›"),
        ("in-your-work", "Omassa työssäsi", "‹Mitä tehdä toisin, vaiheina tai lauseina.›"),
        ("check", "Tarkista", "<!-- quiz -->"),
        ("remember", "Muista", "‹Kolmesta viiteen lausetta.›\n\n<!-- sources -->"),
    ),
    "sv": (
        ("situation", "Situationen", "‹Några rader ur arbetslivet, en påhittad person.›"),
        ("matter", "‹En rubrik som säger något›", "‹Själva saken, 3–5 avsnitt.›"),
        ("in-your-work", "I ditt arbete", "‹Vad du gör annorlunda, som steg eller meningar.›"),
        ("check", "Testa dig själv", "<!-- quiz -->"),
        ("remember", "Kom ihåg", "‹Tre till fem meningar.›\n\n<!-- sources -->"),
    ),
    "en": (
        ("situation", "The situation", "‹A few lines from work, an invented person.›"),
        ("matter", "‹A heading that says something›", "‹The matter itself, 3–5 sections.›"),
        ("in-your-work", "In your work", "‹What to do differently, as steps or phrases.›"),
        ("check", "Check yourself", "<!-- quiz -->"),
        ("remember", "Remember", "‹Three to five sentences.›\n\n<!-- sources -->"),
    ),
}
_QUESTION = """\
  - id: {id}
    type: single-choice
    outcome: {outcome}
    prompt: {{ fi: "‹Kysymys?›", sv: "‹Fråga?›", en: "‹Question?›" }}
    choices:
      - id: first
        correct: true
        text: {{ fi: "‹Oikea vastaus›", sv: "‹Rätt svar›", en: "‹Right answer›" }}
        why: {{ fi: "‹Miksi oikein›", sv: "‹Varför rätt›", en: "‹Why it is right›" }}
      - id: second
        text: {{ fi: "‹Väärä vastaus›", sv: "‹Fel svar›", en: "‹Wrong answer›" }}
        why: {{ fi: "‹Miksi väärin›", sv: "‹Varför fel›", en: "‹Why it is wrong›" }}
    hint: {{ fi: "‹Vihje›", sv: "‹Ledtråd›", en: "‹Hint›" }}
    explanation: {{ fi: "‹Selitys›", sv: "‹Förklaring›", en: "‹Explanation›" }}
"""


class Exists(Exception):
    """Something is there already; nothing was written."""


def new_lesson(project: Project, id: str) -> list[Path]:
    """Writes a lesson `module/lesson` (or `course/module/lesson`), its bank and its entry.

    Raises:
        KeyError: there is no such course or module.
        Exists: the lesson exists.
    """
    course, module, lesson = _find(project, id)
    folder = project.root / "course" / course.id / module.id / lesson
    bank = project.root / "quizzes" / course.id / module.id / f"{lesson}.yml"
    if folder.exists() or bank.exists():
        raise Exists(f"'{lesson}' exists in module '{module.id}'")
    written = [] if module.lessons else _pages(folder.parent, 1, 2)  # the module's introduction
    written += _pages(folder, 0, 5)
    outcome = module.outcomes[0].id
    bank.parent.mkdir(parents=True, exist_ok=True)
    modeline = "# yaml-language-server: $schema=../../../scripts/coursekit/schemas/bank.schema.json"
    question = _QUESTION.format(id=f"{lesson}-1", outcome=outcome)
    bank.write_text(f"{modeline}\nquestions:\n{question}", encoding="utf-8")
    return [*written, bank, _list_lesson(project, course, module, lesson, outcome)]


def new_question(project: Project, lesson: str, id: str) -> Path:
    """Adds a question to the end of a lesson's bank.

    Raises:
        KeyError: the lesson has no bank.
        Exists: the bank has a question with this id.
    """
    found = next((one for one in project.banks if f"/{one}".endswith(f"/{lesson}")), None)
    if found is None:
        raise KeyError(lesson)
    if any(question.id == id for question in project.banks[found].questions):
        raise Exists(f"'{id}' exists in {found}")
    file = project.root / "quizzes" / f"{found}.yml"
    text = file.read_text(encoding="utf-8").rstrip("\n")
    outcome = project.banks[found].questions[0].outcome
    file.write_text(f"{text}\n\n{_QUESTION.format(id=id, outcome=outcome)}", encoding="utf-8")
    return file


def new_page(project: Project, id: str) -> list[Path]:
    """Writes a knowledge page `docs/<id>/`.

    Raises:
        Exists: the page exists.
    """
    folder = project.root / "docs" / id
    if folder.exists():
        raise Exists(f"docs/{id} exists")
    return _pages(folder, 1, 2)


def _pages(folder: Path, first: int, end: int) -> list[Path]:
    """A page in three languages with the sections from `first` up to `end`."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for language in LANGUAGES:
        status = "status: draft\n" if language == "fi" else ""
        front = f"title: {_TITLES[language]}\nsummary: {_SUMMARIES[language]!r}\n{status}"
        sections = (
            f"## {title} {{#{id}}}\n\n{text}\n"
            for id, title, text in _SECTIONS[language][first:end]
        )
        file = folder / f"{language}.md"
        file.write_text(f"---\n{front}---\n\n" + "\n".join(sections), encoding="utf-8")
        written.append(file)
    return written


def _find(project: Project, id: str) -> tuple[Course, Module, str]:
    *course_ids, module_id, lesson = id.split("/")
    for course in project.courses:
        for module in course.modules:
            if module.id == module_id and (not course_ids or course_ids == [course.id]):
                return course, module, lesson
    raise KeyError(module_id)


def _list_lesson(
    project: Project, course: Course, module: Module, lesson: str, outcome: str
) -> Path:
    """Adds the entry behind the module's last lesson, or as its first; no other line changes."""
    file = project.root / "course" / course.id / "course.yml"
    lines = file.read_text(encoding="utf-8").split("\n")
    last = module.lessons[-1].at("id") if module.lessons else module.outcomes[-1].at("id")
    start = last.line - 1
    indent = len(lines[start]) - len(lines[start].lstrip())
    end = start + 1
    while end < len(lines) and _indent(lines[end]) > indent:
        end += 1
    entry = [f"{' ' * indent}- id: {lesson}", f"{' ' * indent}  outcomes: [{outcome}]"]
    if not module.lessons:
        entry.insert(0, f"{' ' * (indent - 2)}lessons:")
    lines[end:end] = entry
    file.write_text("\n".join(lines), encoding="utf-8")
    return file


def _indent(line: str) -> int:
    """How far a line is indented; an empty one belongs to what stands before it no longer."""
    return len(line) - len(line.lstrip()) if line.strip() else 0
