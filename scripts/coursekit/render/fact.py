"""Facts as text, written as each language writes numbers."""

from __future__ import annotations

from datetime import date

from coursekit.model import Fact, Language, Text

_NO_BREAK = "\u00a0"
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_SCALES = {
    ("million", "fi"): ("miljoona", "miljoonaa"),
    ("million", "sv"): ("miljon", "miljoner"),
    ("billion", "fi"): ("miljardi", "miljardia"),
    ("billion", "sv"): ("miljard", "miljarder"),
}


def format_fact(fact: Fact, language: Language) -> str:
    """The fact's value: 46 % in Finnish and Swedish, 46% in English."""
    value = fact.value
    if isinstance(value, Text):
        return value.best(language)
    if isinstance(value, str):
        return _date(date.fromisoformat(value), language)
    if isinstance(value, tuple):
        low, high = (format_number(one, language) for one in value)
        return _with_unit(f"{low}–{high}", fact, language)
    number = format_number(value, language)
    if fact.kind == "share":
        return f"{number}%" if language == "en" else f"{number}{_NO_BREAK}%"
    if fact.kind == "money":
        return _money(value, number, fact, language)
    return _with_unit(number, fact, language)


def format_day(day: str, language: Language) -> str:
    """A day such as `2023-05-17`, as the language writes it."""
    return _date(date.fromisoformat(day), language)


def format_month(month: str, language: Language) -> str:
    """A month such as `2023-05`: 5/2023, May 2023."""
    first = date.fromisoformat(f"{month}-01")
    if language == "en":
        return f"{_MONTHS[first.month - 1]} {first.year}"
    return f"{first.month}/{first.year}"


def format_number(value: float, language: Language) -> str:
    """Digits in groups of three; decimal comma in Finnish and Swedish, point in English."""
    text = f"{value:,}".removesuffix(".0")
    if language == "en":
        return text
    return text.replace(",", _NO_BREAK).replace(".", ",")


def _with_unit(number: str, fact: Fact, language: Language) -> str:
    return f"{number}{_NO_BREAK}{fact.unit.best(language)}" if fact.unit else number


def _money(value: float, number: str, fact: Fact, language: Language) -> str:
    if language == "en":
        return f"€{number}{_NO_BREAK}{fact.scale}" if fact.scale else f"€{number}"
    one, many = _SCALES.get((fact.scale or "", language), ("", ""))
    scale = one if value == 1 else many
    euro = "euroa" if language == "fi" else "euro"
    return _NO_BREAK.join(part for part in (number, scale, euro) if part)


def _date(day: date, language: Language) -> str:
    if language == "en":
        return f"{day.day}{_NO_BREAK}{_MONTHS[day.month - 1]} {day.year}"
    return f"{day.day}.{day.month}.{day.year}"
