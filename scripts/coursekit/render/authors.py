"""The authors' page: all reports on one page, in the site that `serve` shows and nowhere else."""

from __future__ import annotations

from collections.abc import Mapping

import yaml

AUTHORS = "authors"
"""Its address: `authors.html`, below the Finnish root."""


def authors_page(reports: Mapping[str, str]) -> str:
    """A staged page that holds each report as preformatted text under its name."""
    front = {
        "title": "Reports for authors",
        "description": "The state of the content; shown by serve only.",
        "ck": {
            "kind": "page",
            "lang": "fi",
            "body_lang": "en",
            "state": "current",
            "path": f"{AUTHORS}.html",
            "root": "",
            "alternates": [{"lang": "fi", "name": "Suomi", "href": f"{AUTHORS}.html"}],
            "scripts": [],
            "noindex": True,
            "edition": None,
            "hash": "",
            "date": None,
            "stale_sections": [],
        },
    }
    parts = [
        f"## {name} {{#{name}}}\n\n" + "\n".join(f"    {line}" for line in text.split("\n"))
        for name, text in reports.items()
    ]
    dumped = yaml.safe_dump(front, allow_unicode=True, sort_keys=False)
    return f"---\n{dumped}---\n\n" + "\n\n".join(parts) + "\n"
