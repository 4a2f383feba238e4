"""Texts in the three languages of the site."""

from __future__ import annotations

from typing import Literal, get_args

from pydantic import Field

from coursekit.model.node import Node

Language = Literal["fi", "sv", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
SOURCE_LANGUAGE: Language = "fi"


class Text(Node):
    """One text in Finnish, and in Swedish and English as far as it has been translated."""

    fi: str = Field(min_length=1)
    sv: str | None = Field(default=None, min_length=1)
    en: str | None = Field(default=None, min_length=1)

    def get(self, language: Language) -> str | None:
        """The text in this language, None when it is not translated."""
        value: str | None = getattr(self, language)
        return value

    def best(self, language: Language) -> str:
        """The text in this language, else in Finnish."""
        return self.get(language) or self.fi
