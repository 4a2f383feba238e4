"""The texts of the frame, quiz and search in one language, read from `locales/`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from coursekit.model.text import Language

LOCALES = Path(__file__).parent.parent / "locales"


@dataclass(frozen=True, slots=True)
class Strings:
    """Looks texts up by flat dotted key: `strings("quiz.question-of", number=1, total=5)`."""

    language: Language
    texts: Mapping[str, str]

    def __call__(self, key: str, /, **values: object) -> str:
        """The text with its `{places}` filled; called without values the places stay as they are.

        The browser code fills such places itself, so templates hand it the text unfilled.

        Raises:
            KeyError: no text has this key.
        """
        text = self.texts[key]
        return text.format(**values) if values else text

    def in_language(self, language: Language) -> Strings:
        """The same texts in another language, for pages that speak several."""
        return load_strings(language)


@cache
def load_strings(language: Language) -> Strings:
    """Reads `locales/<language>.yml` once per process."""
    text = (LOCALES / f"{language}.yml").read_text(encoding="utf-8")
    return Strings(language, yaml.safe_load(text))
