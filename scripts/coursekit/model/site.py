"""The site around the courses: its name, its address and the order of its pages."""

from __future__ import annotations

from pydantic import Field, model_validator

from coursekit.model.node import Node
from coursekit.model.question import Id
from coursekit.model.text import Text


class Site(Node):
    """`docs/site.yml`."""

    title: Text
    description: Text
    url: str = Field(pattern=r"^https?://[^\s]+/$")


class NavEntry(Node):
    """One entry of the main navigation: a page or a course."""

    page: Id | None = None
    course: Id | None = None

    @model_validator(mode="after")
    def _one_kind(self) -> NavEntry:
        if (self.page is None) == (self.course is None):
            raise ValueError("an entry names either a page or a course")
        return self


class Nav(Node):
    """`docs/nav.yml`."""

    nav: tuple[NavEntry, ...] = Field(min_length=1)
