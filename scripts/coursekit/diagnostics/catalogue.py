"""The catalogue of findings, read from `catalogue.yml` beside this file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import yaml

Level = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Entry:
    """What a code means; `coursekit explain`, the docs and the tests are made from it."""

    code: str
    name: str
    level: Level
    what: str
    why: str
    bad: str
    good: str
    release: Level
    """The level in `check --release`; the same as `level` if not given."""


def _read() -> dict[str, Entry]:
    text = Path(__file__).with_name("catalogue.yml").read_text(encoding="utf-8")
    entries = yaml.safe_load(text)
    return {
        code: Entry(code=code, **{"release": fields["level"], **fields})
        for code, fields in entries.items()
    }


CATALOGUE = _read()
