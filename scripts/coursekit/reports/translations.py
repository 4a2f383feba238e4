"""How far the translations are, by file and language."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable

from coursekit.check.translation import TRANSLATIONS, State, TranslationUnit, units
from coursekit.load import Project
from coursekit.model import Language

STATES: tuple[State, ...] = ("current", "stale", "missing")


def translations_as_text(project: Project) -> str:
    """A table of files with the number of units in each state, then what is not current."""
    found = list(units(project))
    paths = list(dict.fromkeys(_path(unit) for unit in found))
    width = max((len(path) for path in paths), default=4)
    lines = [f"{'file':<{width}}  " + "   ".join(f"{lang}: cur sta mis" for lang in TRANSLATIONS)]
    for path in paths:
        own = [unit for unit in found if _path(unit) == path]
        lines.append(f"{path:<{width}}  {_numbers(own, project)}")
    lines.append(f"{'all':<{width}}  {_numbers(found, project)}")
    for language in TRANSLATIONS:
        lines += _open(found, language, project)
    notes = [term for term in project.terms.values() if term.note]
    if notes:
        lines += ["", "terms to be confirmed by a native editor:"]
        lines += [f"  {term.id}: {term.note}" for term in notes]
    return "\n".join(lines) + "\n"


def translations_as_json(project: Project) -> str:
    """A list of units, each with its key and its state by language."""
    rows = [
        {"unit": unit.key, **{lang: unit.state(lang, project.lock) for lang in TRANSLATIONS}}
        for unit in units(project)
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def _path(unit: TranslationUnit) -> str:
    return unit.key.partition("#")[0]


def _numbers(found: Iterable[TranslationUnit], project: Project) -> str:
    found = list(found)
    cells = []
    for language in TRANSLATIONS:
        count = Counter(unit.state(language, project.lock) for unit in found)
        cells.append("    " + " ".join(f"{count[state]:>3}" for state in STATES))
    return "   ".join(cells)


def _open(found: list[TranslationUnit], language: Language, project: Project) -> list[str]:
    rows = [
        f"  {unit.state(language, project.lock):<8} {unit.key}"
        for unit in found
        if unit.state(language, project.lock) != "current"
    ]
    return ["", f"{language}: not current", *rows] if rows else []
