"""The finished site: one MkDocs process per language at a time as cores allow, then put together.

    .build/sites/<language>/   what one process made, with its own search index
    site/                      Finnish at the root, sv/ and en/ below, shared assets once

A language whose inputs are unchanged is not built again. The new site replaces the old one in one
step, so a failed build leaves the old one as it was.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from coursekit.model import LANGUAGES, Language
from coursekit.render.sitemap import write_sitemap
from coursekit.render.stage import Folders
from coursekit.render.version import last_commit

STAMP = "stamp"
_PACKAGE = Path(__file__).parent.parent
_TOOLS = (
    "mkdocs",
    "mkdocs-material",
    "mkdocs-static-i18n",
    "pagefind",
    "markdown",
    "pymdown-extensions",
)


class BuildError(Exception):
    """MkDocs or Pagefind refused; the message is what it printed."""


@dataclass(frozen=True, slots=True)
class SiteBuild:
    """What a build did."""

    site: Path
    built: tuple[Language, ...]
    """The languages that were built again."""


def build_site(
    root: Path, folders: Folders, site: Path, *, progress: Callable[[str], None]
) -> SiteBuild:
    """Builds what changed since the last build and swaps the folder `site`.

    Raises:
        BuildError: a process failed; the old site is untouched.
    """
    stamps = {language: _stamp(root, folders, language) for language in LANGUAGES}
    todo = [lang for lang in LANGUAGES if _read_stamp(folders, lang) != stamps[lang]]
    with ThreadPoolExecutor() as pool:
        jobs = [pool.submit(_build, root, folders, lang, stamps[lang], progress) for lang in todo]
        for job in jobs:
            job.result()
    whole = hashlib.sha256("".join(stamps.values()).encode()).hexdigest()
    done = folders.build / "site-stamp"
    if todo or not site.is_dir() or not done.is_file() or done.read_text() != whole:
        done.unlink(missing_ok=True)
        _put_together(folders, site)
        done.write_text(whole)
    return SiteBuild(site, tuple(todo))


def inputs_hash(root: Path) -> str:
    """A hash of everything that a whole build is made from, the last commit's day included."""
    digest = hashlib.sha256("".join(f"{name} {version(name)}" for name in _TOOLS).encode())
    digest.update(last_commit(root).encode())
    folders = (root / name for name in ("course", "quizzes", "docs", "overrides"))
    for file in _files(*folders, _PACKAGE, root / "mkdocs.yml"):
        digest.update(f"{file}\0".encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()


def _build(
    root: Path, folders: Folders, language: Language, stamp: str, progress: Callable[[str], None]
) -> None:
    out = folders.build / "sites" / language
    stamp_file = out.with_suffix(f".{STAMP}")
    stamp_file.unlink(missing_ok=True)
    progress(f"pages ({language})")
    environment = os.environ | {
        "COURSEKIT_STAGED": str(folders.build),
        "COURSEKIT_ONLY": language,
        "COURSEKIT_SITE_DIR": str(out),
        "NO_MKDOCS_2_WARNING": "1",
    }
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", str(root / "mkdocs.yml")]
    _run(command, environment, f"mkdocs build ({language})")
    progress(f"search ({language})")
    _run(
        [sys.executable, "-m", "pagefind", "--site", str(out), "--force-language", language],
        environment,
        f"pagefind ({language})",
    )
    for name in ("pagefind-ui.js", "pagefind-ui.css", "pagefind-modular-ui.js",
                 "pagefind-modular-ui.css", "pagefind-highlight.js",
                 "pagefind-component-ui.js", "pagefind-component-ui.css"):  # fmt: skip
        (out / "pagefind" / name).unlink(missing_ok=True)  # we have our own dialog
    stamp_file.write_text(stamp)


def _run(command: list[str], environment: dict[str, str], what: str) -> None:
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise BuildError(f"{what} failed:\n{done.stdout}{done.stderr}".rstrip())


def _stamp(root: Path, folders: Folders, language: Language) -> str:
    """A hash of all that a language's pages are made from."""
    digest = hashlib.sha256()
    record = json.loads(folders.record.read_text(encoding="utf-8"))
    digest.update(json.dumps([record["url"], record["languages"][language]]).encode())
    digest.update("".join(f"{name} {version(name)}" for name in _TOOLS).encode())
    for file in _files(
        folders.pages / language, folders.theme, root / "overrides", _PACKAGE, root / "mkdocs.yml"
    ):
        digest.update(f"{file.relative_to(file.anchor)}\0".encode())
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def _files(*paths: Path) -> Iterable[Path]:
    for path in paths:
        if path.is_file():
            yield path
        for file in sorted(path.rglob("*")):
            if file.is_file() and "__pycache__" not in file.parts:
                yield file


def _read_stamp(folders: Folders, language: Language) -> str | None:
    file = folders.build / "sites" / f"{language}.{STAMP}"
    return file.read_text() if file.is_file() else None


def _put_together(folders: Folders, site: Path) -> None:
    """Finnish at the root, the others below without the shared files, then one swap."""
    new = site.with_name(f".{site.name}.new")
    old = site.with_name(f".{site.name}.old")
    for leftover in (new, old):
        shutil.rmtree(leftover, ignore_errors=True)
    sites = folders.build / "sites"
    for language in LANGUAGES:
        source = sites / language
        target = new if language == "fi" else new / language
        leave = {"sitemap.xml", "sitemap.xml.gz"}
        if language != "fi":
            leave |= {"assets", "downloads", "404.html"}  # shared, at the root
        shutil.copytree(source, target, ignore=_at_the_top(source, leave), copy_function=_link)
    _remove_theme_scripts(new)
    write_sitemap(folders, new)
    if site.exists():
        site.rename(old)
    new.rename(site)
    shutil.rmtree(old, ignore_errors=True)


def _at_the_top(top: Path, names: set[str]) -> Callable[[str, list[str]], set[str]]:
    """What `copytree` leaves out: these names in the top folder only."""
    return lambda folder, _: names if Path(folder) == top else set()


def _link(source: str, target: str) -> None:
    """A hard link where the file system has them: the copy costs neither time nor space."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def _remove_theme_scripts(site: Path) -> None:
    """Our pages load none of the theme's scripts and icons (decision 0003)."""
    shutil.rmtree(site / "assets/javascripts", ignore_errors=True)
    for file in (site / "assets").rglob("*.map"):
        file.unlink()
