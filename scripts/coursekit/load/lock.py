"""The translation lock: for each unit, the hash of the Finnish text that was translated.

`coursekit accept` writes it after review and nothing else does.
"""

from __future__ import annotations

from pathlib import Path

import yaml

from coursekit.diagnostics import Place, Report
from coursekit.model import Language
from coursekit.source.document import read_yaml

LOCK = "course/translations.lock.yml"
_HEAD = "# Written by `coursekit accept` after a translation was reviewed. Do not edit by hand.\n"

Lock = dict[str, dict[Language, str]]
"""Hash of the Finnish text by unit (`path#id`) and language."""


def load_lock(root: Path, report: Report) -> Lock:
    """The lock, empty when nothing has been accepted yet."""
    file = root / LOCK
    if not file.is_file():
        return {}
    document = read_yaml(file, root=root, report=report)
    value = document.value if document else None
    if value is None:
        return {}
    if not _is_lock(value):
        report.add(
            "CK106",
            Place(LOCK),
            "the translation lock is damaged",
            hint="restore it from version control, or remove it and run `coursekit accept`",
        )
        return {}
    return dict(value)


def _is_lock(value: object) -> bool:
    return isinstance(value, dict) and all(
        isinstance(hashes, dict) and all(isinstance(one, str) for one in hashes.values())
        for hashes in value.values()
    )


def write_lock(root: Path, lock: Lock) -> None:
    """Writes the lock sorted, one line a unit, replacing the old file in one step."""
    lines = [
        f"{_quoted(unit)}: {{{', '.join(f'{lang}: {_quoted(hashes[lang])}' for lang in hashes)}}}\n"
        for unit, hashes in sorted(lock.items())
    ]
    file = root / LOCK
    new = file.with_suffix(".new")
    new.write_text(_HEAD + "".join(lines), encoding="utf-8")
    new.replace(file)


def _quoted(text: str) -> str:
    return yaml.safe_dump(text, default_style='"', allow_unicode=True, width=1000).strip()
