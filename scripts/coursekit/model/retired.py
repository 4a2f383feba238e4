"""Ids that were used once and are never used again."""

from __future__ import annotations

from pydantic import Field

from coursekit.model.node import Node


class RetiredId(Node):
    """A page or question that is gone, and what took its place."""

    id: str = Field(min_length=1)
    """`course/module/lesson`, or `course/module/lesson#question` as in the translation lock."""
    edition: str = Field(pattern=r"^\d{4}\.\d+$")
    """The first edition without it."""
    successor: str | None = None


class RetiredIds(Node):
    """`course/retired.yml`."""

    retired: tuple[RetiredId, ...]
