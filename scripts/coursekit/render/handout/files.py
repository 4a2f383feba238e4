"""Builds the files of all modules; only what changed is made again."""

from __future__ import annotations

import dataclasses
import hashlib
import io
import json
import os
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from html import unescape
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pikepdf

from coursekit.model import Language
from coursekit.render.handout.document import (
    HandoutError,
    HandoutFile,
    HandoutKind,
    PrintError,
    PrintModule,
)
from coursekit.render.handout.pandoc import pandoc_version
from coursekit.render.handout.questions import PrintQuestion, in_language
from coursekit.render.handout.sheet import Sheet, read_fragments, timestamp
from coursekit.render.handout.typst import TEMPLATES, compile_pdf, typst_version
from coursekit.render.strings import load_strings

MANIFEST = "handouts.json"
KINDS: tuple[HandoutKind, ...] = ("handout", "answer-key")
IMAGE_SOURCE = re.compile(r'<img[^>]*\bsrc="([^"]+)"')

Questions = Mapping[str, tuple[PrintQuestion, ...]]
"""Lesson id → its questions in the module's language."""


def build_handouts(
    modules: Sequence[PrintModule],
    *,
    folder: Path,
    inline: Callable[[str, Language], str],
    progress: Callable[[str], None] | None = None,
) -> tuple[HandoutFile, ...]:
    """Makes handout and answer key of each module, and returns all files, also unchanged ones.

    Args:
        folder: gets the PDF files and `handouts.json`, the record of what each was made from.
        inline: one question text (Markdown in a line) → inline HTML.
        progress: told the name of each file before it is made.

    A module without questions gets no answer key. Files of modules that no longer exist are
    removed. Raises HandoutError at the first module that cannot be printed; files made before it
    stay, and are not made again.
    """
    folder.mkdir(parents=True, exist_ok=True)
    record = _read_record(folder)
    kept: dict[str, dict[str, Any]] = {}
    files: list[HandoutFile] = []
    try:
        for module in modules:
            for file, entry in _module(module, folder, record, inline, progress):
                files.append(file)
                kept[file.path.name] = entry
    except PrintError as error:
        _write_record(folder, {**record, **kept})
        raise HandoutError(
            module=f"{module.course}/{module.id}",
            language=module.language,
            message=error.message + _where(module, error.message),
            hint=error.hint,
        ) from error
    for name in record.keys() - kept.keys():
        (folder / Path(name).name).unlink(missing_ok=True)  # never outside the folder
    _write_record(folder, kept)
    return tuple(files)


def _module(
    module: PrintModule,
    folder: Path,
    record: Mapping[str, dict[str, Any]],
    inline: Callable[[str, Language], str],
    progress: Callable[[str], None] | None,
) -> Iterable[tuple[HandoutFile, dict[str, Any]]]:
    questions = {
        lesson.id: tuple(in_language(each, module.language, inline) for each in lesson.questions)
        for lesson in module.lessons
    }
    key = _key(module, questions)
    sheet: Sheet | None = None
    for kind in KINDS:
        if kind == "answer-key" and not any(questions.values()):
            continue
        name = f"{module.course}-{module.id}-{kind}.{module.language}.pdf"
        entry = record.get(name, {})
        if entry.get("key") != key or not _whole(folder / name, entry):
            if progress:
                progress(name)
            sheet = sheet or Sheet(
                module, questions, read_fragments(module, list(questions.values()))
            )
            entry = {"key": key, **_write_pdf(sheet, kind, folder / name)}
        file = HandoutFile(
            path=folder / name,
            kind=kind,
            module=f"{module.course}/{module.id}",
            language=module.language,
            pages=entry["pages"],
            bytes=entry["bytes"],
            title=entry["title"],
        )
        yield file, entry


def _write_pdf(sheet: Sheet, kind: HandoutKind, path: Path) -> dict[str, Any]:
    document = sheet.document(kind)
    pdf = compile_pdf(f"{kind}.typ", document, sheet.images, timestamp=timestamp(sheet.module))
    _replace(path, pdf)
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        pages = len(opened.pages)
    return {
        "pages": pages,
        "bytes": len(pdf),
        "sha256": hashlib.sha256(pdf).hexdigest(),
        "title": sheet.title(kind),
        "kind": kind,
        "module": f"{sheet.module.course}/{sheet.module.id}",
        "language": sheet.module.language,
    }


def _where(module: PrintModule, message: str) -> str:
    """Names the lessons that hold what the message quotes; Typst knows no lessons."""
    quoted = re.findall(r"""["']([^"'`]+)["']""", message)
    found = [
        lesson.id
        for lesson in module.lessons
        if any(text and text in unescape(repr(lesson)) for text in quoted)
    ]
    return f" (in {', '.join(found)})" if found else ""


def _whole(path: Path, entry: Mapping[str, Any]) -> bool:
    """Whether the file is still the one that was written."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest() == entry.get("sha256")
    except OSError:
        return False


def _key(module: PrintModule, questions: Questions) -> str:
    """A hash of everything the files of the module are made from."""
    lessons = tuple(dataclasses.replace(lesson, questions=()) for lesson in module.lessons)
    digest = hashlib.sha256(_tools().encode())
    digest.update(json.dumps(dict(load_strings(module.language).texts), sort_keys=True).encode())
    digest.update(repr((dataclasses.replace(module, lessons=lessons), questions)).encode())
    for html in (module.introduction_html, *(lesson.html for lesson in lessons)):
        for source in IMAGE_SOURCE.findall(html):
            image = Path(unescape(source))
            digest.update(image.read_bytes() if image.is_file() else b"missing")
    return digest.hexdigest()


@lru_cache(maxsize=1)
def _tools() -> str:
    """A hash of templates, fonts, this package and the libraries it stands on."""
    versions = (pandoc_version(), typst_version(), version("segno"))
    digest = hashlib.sha256(repr(versions).encode())
    sources = (*TEMPLATES.rglob("*"), *Path(__file__).parent.glob("*.py"))
    for path in sorted(path for path in sources if path.is_file()):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def _read_record(folder: Path) -> dict[str, dict[str, Any]]:
    try:
        record = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        return dict(record["files"])
    except (OSError, ValueError, KeyError, TypeError):
        return {}  # a lost or broken record costs one build


def _write_record(folder: Path, files: Mapping[str, dict[str, Any]]) -> None:
    text = json.dumps({"files": dict(sorted(files.items()))}, ensure_ascii=False, indent=1)
    _replace(folder / MANIFEST, f"{text}\n".encode())


def _replace(path: Path, contents: bytes) -> None:
    """Writes beside the file and swaps, so that no reader ever sees half of it."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        temporary.write_bytes(contents)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
