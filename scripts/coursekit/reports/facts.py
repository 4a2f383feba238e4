"""The register of facts by source, with status, day of review and where each is used."""

from __future__ import annotations

import json

from coursekit.check.unused import finnish_texts
from coursekit.load import Project
from coursekit.model import Fact
from coursekit.render.fact import format_fact
from coursekit.source.inline import Fact as FactToken
from coursekit.source.inline import scan


def used_facts(project: Project) -> dict[str, list[str]]:
    """The files that use each fact."""
    found: dict[str, list[str]] = {}
    for path, text in finnish_texts(project):
        for token in scan(text):
            if isinstance(token, FactToken) and path not in found.setdefault(token.id, []):
                found[token.id].append(path)
    return found


def _ordered(project: Project) -> list[Fact]:
    return sorted(project.facts.values(), key=lambda fact: (fact.source, fact.place, fact.id))


def facts_as_text(project: Project) -> str:
    """A line a fact, grouped by source."""
    used = used_facts(project)
    lines: list[str] = []
    source = ""
    for fact in _ordered(project):
        if fact.source != source:
            source = fact.source
            lines += ["", source] if lines else [source]
        value = format_fact(fact, "en").replace("\u00a0", " ")
        count = len(used.get(fact.id, []))
        lines.append(
            f"  {fact.place:<14} {fact.id:<40} {value:<24} {fact.year} {fact.status:<10}"
            f" review {fact.review_by} in {count} files"
        )
    return "\n".join(lines) + "\n"


def facts_as_json(project: Project) -> str:
    """A list of facts with the files that use each."""
    used = used_facts(project)
    rows = [
        {
            "id": fact.id,
            "value": format_fact(fact, "en"),
            "year": fact.year,
            "source": fact.source,
            "place": fact.place,
            "status": fact.status,
            "review_by": fact.review_by.isoformat(),
            "used_in": used.get(fact.id, []),
        }
        for fact in _ordered(project)
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"
