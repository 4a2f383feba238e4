"""The Jinja environment of our own HTML fragments; content is never a template."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

TEMPLATES = Path(__file__).parent.parent / "templates"


@cache
def environment() -> Environment:
    """Autoescape is on; a name that is not given is an error, not an empty place."""
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def render(name: str, **values: object) -> str:
    """A template as an HTML block without blank lines, so that Markdown leaves it alone."""
    html = environment().get_template(name).render(**values)
    return "\n".join(line for line in html.splitlines() if line.strip()) + "\n"
