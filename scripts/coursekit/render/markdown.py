"""The one Markdown factory: its extension list is read from mkdocs.yml, so all outputs agree."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import markdown
import yaml
from markupsafe import Markup, escape


class _SettingsLoader(yaml.SafeLoader):
    """Reads mkdocs.yml without MkDocs: its `!ENV` values matter nothing here."""


_SettingsLoader.add_multi_constructor("!", lambda *_: None)

_PLAIN = re.compile(r"[^*_`\[\]<>&\\!#{}|]*")


class MarkdownFactory:
    """Renders Markdown as the site does. One instance serves many texts of one thread."""

    def __init__(self, root: Path) -> None:
        settings = yaml.load(  # a SafeLoader that drops tags
            (root / "mkdocs.yml").read_text(encoding="utf-8"), Loader=_SettingsLoader
        )
        names, configs = _extensions(settings.get("markdown_extensions", []))
        self._markdown = markdown.Markdown(extensions=names, extension_configs=configs)

    def block(self, text: str) -> str:
        """HTML of a text with paragraphs, lists and tables."""
        self._markdown.reset()
        return self._markdown.convert(text)

    def inline(self, text: str) -> Markup:
        """HTML of a single paragraph without its `<p>`; what looks like HTML is shown as text.

        The text may hold HTML made by `resolve`, marked as such by `Markup`.
        """
        if _PLAIN.fullmatch(text):
            return escape(text)
        html = self.block(text)
        return Markup(html.removeprefix("<p>").removesuffix("</p>"))  # noqa: S704 - our own HTML


def _extensions(entries: list[Any]) -> tuple[list[str], dict[str, dict[str, Any]]]:
    names: list[str] = []
    configs: dict[str, dict[str, Any]] = {}
    for entry in entries:
        name, config = next(iter(entry.items())) if isinstance(entry, dict) else (entry, None)
        names.append(name)
        if config:
            configs[name] = config
    return names, configs
