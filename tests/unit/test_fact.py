"""Figures as each language writes them."""

from __future__ import annotations

from typing import Any

import pytest
from coursekit.model import Fact, Language, Text
from coursekit.render.fact import format_fact


def fact(**values: Any) -> Fact:
    """A fact of which only what matters for its form is given."""
    rest = {"id": "x", "year": 2022, "source": "report", "place": "L1", "status": "current"}
    about = {"fi": "a", "sv": "a", "en": "a"}
    return Fact.model_validate({**rest, "review_by": "2027-01-01", "about": about, **values})


PEOPLE = Text(fi="henkeä", sv="personer", en="people")
LONG = Text(fi="pitkä", sv="lång", en="long")


@pytest.mark.parametrize(
    ("values", "fi", "sv", "en"),
    [
        ({"kind": "share", "value": 46}, "46 %", "46 %", "46%"),
        ({"kind": "share", "value": 1.5}, "1,5 %", "1,5 %", "1.5%"),
        (
            {"kind": "number", "value": 65000, "unit": PEOPLE},
            "65 000 henkeä",
            "65 000 personer",
            "65,000 people",
        ),
        ({"kind": "number", "value": 568}, "568", "568", "568"),
        ({"kind": "range", "value": (20, 30), "unit": PEOPLE}, "20–30 henkeä", "20–30 personer", "20–30 people"),
        (
            {"kind": "money", "value": 1.3, "scale": "billion"},
            "1,3 miljardia euroa",
            "1,3 miljarder euro",
            "€1.3 billion",
        ),
        ({"kind": "money", "value": 1, "scale": "million"}, "1 miljoona euroa", "1 miljon euro", "€1 million"),
        ({"kind": "money", "value": 500}, "500 euroa", "500 euro", "€500"),
        ({"kind": "date", "value": "2025-01-01"}, "1.1.2025", "1.1.2025", "1 January 2025"),
        ({"kind": "text", "value": LONG}, "pitkä", "lång", "long"),
    ],
)  # fmt: skip
def test_format(values: dict[str, Any], fi: str, sv: str, en: str) -> None:
    shown: dict[Language, str] = {"fi": fi, "sv": sv, "en": en}
    for language, expected in shown.items():
        assert format_fact(fact(**values), language).replace("\u00a0", " ") == expected


def test_numbers_never_break_from_their_unit() -> None:
    assert " " not in format_fact(fact(kind="number", value=65000, unit=PEOPLE), "fi")
