"""The only module that knows MkDocs: points it at the staged tree and serves the result.

`mkdocs build` and `mkdocs serve` work by themselves: the plugin stages once a build. `coursekit
build` stages first, starts one MkDocs process per language, and says so in the environment.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import Files

from coursekit.diagnostics.output import as_text
from coursekit.render.prepare import prepare
from coursekit.render.stage import Folders
from coursekit.render.strings import load_strings
from coursekit.reports import all_reports

log = get_plugin_logger(__name__)

STAGED = "COURSEKIT_STAGED"
"""In the environment of a MkDocs process whose pages are staged already: the folder they are in."""
SOURCES = ("course", "quizzes", "docs")


class CoursekitConfig(Config):
    """The plugin has no options: the project's files say everything."""


class CoursekitPlugin(BasePlugin[CoursekitConfig]):
    """Stages the project and gives MkDocs its navigation and texts."""

    def __init__(self) -> None:
        self._root = Path()
        self._language = "fi"
        self._serving = False

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Drafts are shown while serving."""
        self._serving = command == "serve"

    @event_priority(0)  # before static-i18n (-100), which reads the languages' navigation
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Stages once a build: static-i18n runs this event again for each further language."""
        i18n: Any = config.plugins["i18n"]
        self._root = Path(config.config_file_path).parent
        folders = self._folders()
        if not i18n.building:
            if STAGED not in os.environ:
                self._stage(folders)
            record = json.loads(folders.record.read_text(encoding="utf-8"))
            for language in i18n.config.languages:
                texts = record["languages"][language.locale]
                language.nav = texts["nav"]
                language.site_name = texts["site_name"]
                language.site_description = texts["site_description"]
            config.site_url = config.site_url or record["url"]
            config.docs_dir = str(folders.pages)
            config.theme.dirs.insert(0, str(folders.theme))
            config.extra["material_css"] = _material_css(config)
        return config

    def _folders(self) -> Folders:
        staged = os.environ.get(STAGED)
        own = Folders.for_serving(self._root) if self._serving else Folders.of(self._root)
        return replace(own, build=Path(staged)) if staged else own

    def _stage(self, folders: Folders) -> None:
        reports = all_reports if self._serving else None
        prepared, report = prepare(self._root, folders, progress=log.info, author_reports=reports)
        if prepared is None:
            raise PluginError(f"the content has errors:\n\n{as_text(report, self._root)}")
        for finding in report.warnings:
            log.info(f"{finding.place}: {finding.message}")

    @event_priority(-200)  # after static-i18n (-100), which sets the language
    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Notes the language that is being built."""
        i18n: Any = config.plugins["i18n"]
        self._language = i18n.current_language
        return files

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> Environment:
        """Gives the templates the texts of their language: `t("site.menu")`."""
        env.globals["t"] = load_strings(self._language)
        return env

    def on_serve(self, server: LiveReloadServer, **_: Any) -> LiveReloadServer:
        """Watches what authors write, not what is staged from it."""
        server.unwatch(str(self._folders().pages))
        for name in SOURCES:
            server.watch(str(self._root / name))
        return server


def live_server(
    builder: Callable[[], None],
    *,
    root: Path,
    site: Path,
    port: int,
    tell: Callable[[str], None],
) -> None:
    """Serves a site on 127.0.0.1 until Ctrl-C; runs `builder` and reloads when a source changes."""
    server = LiveReloadServer(builder, "127.0.0.1", port, str(site))
    for path in (*SOURCES, "overrides", "mkdocs.yml"):
        server.watch(str(root / path))
    server.error_handler = lambda code: (site / "404.html").read_bytes() if code == 404 else None
    tell(f"serving {server.url} (Ctrl-C stops)")
    try:
        server.serve()
    finally:
        server.shutdown()


def _material_css(config: MkDocsConfig) -> list[str]:
    """Material's two style sheets; their names hold a hash that changes with the version."""
    for folder in config.theme.dirs:
        found = sorted((Path(folder) / "assets/stylesheets").glob("*.min.css"))
        if found:
            return [file.name for file in found if file.name.startswith(("main.", "palette."))]
    raise PluginError("mkdocs-material's style sheets were not found; install it again")
