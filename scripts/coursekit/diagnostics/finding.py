"""The value types of a check: a place, a finding at it, and the report that collects findings."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field

from coursekit.diagnostics.catalogue import CATALOGUE, Level


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A spot in a source file.

    Args:
        path: relative to the project folder, with `/`.
        line: counted from 1.
        column: counted from 1, in characters.
        length: how many characters to underline; 1 when only the start is known.
    """

    path: str
    line: int = 1
    column: int = 1
    length: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"

    def shifted(self, *, lines: int = 0) -> Place:
        """The same spot a number of lines further down."""
        return Place(self.path, self.line + lines, self.column, self.length)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong: the message is a fact, the hint an action."""

    code: str
    place: Place
    message: str
    hint: str = ""
    also: tuple[Place, ...] = ()
    """Other places that belong to the same finding, such as the first use of a duplicate id."""

    @property
    def level(self) -> Level:
        """`error` or `warning`, from the catalogue."""
        return CATALOGUE[self.code].level

    @property
    def release_level(self) -> Level:
        """The level in `check --release`."""
        return CATALOGUE[self.code].release

    @property
    def name(self) -> str:
        """The readable name of the code, such as `no-correct-choice`."""
        return CATALOGUE[self.code].name


@dataclass(slots=True)
class Report:
    """Collects every finding of a run; nothing is rendered while it holds errors."""

    findings: list[Finding] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock, repr=False)

    def add(
        self, code: str, place: Place, message: str, *, hint: str = "", also: tuple[Place, ...] = ()
    ) -> None:
        """Notes one finding. An unknown code is a mistake in the tool, and raises KeyError."""
        CATALOGUE[code]
        with self._lock:
            self.findings.append(Finding(code, place, message, hint, also))

    def __iter__(self) -> Iterator[Finding]:
        """The findings by file, line, column and code, each once."""
        unique = dict.fromkeys(self.findings)
        return iter(sorted(unique, key=lambda finding: (finding.place, finding.code)))

    def __len__(self) -> int:
        return len(list(iter(self)))

    @property
    def errors(self) -> list[Finding]:
        """The findings that stop a build."""
        return [finding for finding in self if finding.level == "error"]

    @property
    def warnings(self) -> list[Finding]:
        """The findings that are told and let the build go on."""
        return [finding for finding in self if finding.level == "warning"]
