"""Findings that are let pass, each with its reason."""

from __future__ import annotations

from pydantic import Field

from coursekit.model.node import Node


class AllowedFinding(Node):
    """One finding in one file that is right as it is."""

    code: str = Field(pattern=r"^CK\d{3}$")
    path: str
    about: str = Field(min_length=3)
    """A piece of the finding's message, so that others of the same kind in the file still count."""
    reason: str = Field(min_length=10)


class AllowedFindings(Node):
    """`course/allowed-findings.yml`."""

    allowed: tuple[AllowedFinding, ...]
