"""One module in three languages that uses everything a handout can show."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import yaml
from coursekit.model import Bank, ChoiceQuestion, Language, Question
from coursekit.render.handout import PrintLesson, PrintModule, PrintSource

TITLES = {
    "fi": "Työkyky on aina suhteessa työhön",
    "sv": "Arbetsförmåga är alltid i relation till arbetet",
    "en": "Work ability is always relative to work",
}
PROSE = {
    "fi": "Työkyvyttömyyseläkehakemukset ja työllistymismahdollisuudet käydään läpi yhdessä. ",
    "sv": "Arbetsförmågan bedöms tillsammans med rehabiliteringsmöjligheterna. ",
    "en": "Work ability is assessed together with opportunities for rehabilitation. ",
}
SECRETS = ("SECRETRIGHTREASON", "SECRETWRONGREASON", "SECRETEXPLANATION", "SECRETHINT")
"""Words that stand only in reasons, explanations and hints."""

FIGURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="120">'
    '<rect width="400" height="120" fill="#eee"/><text x="20" y="60">työ</text></svg>'
)


def same(text: str) -> dict[str, str]:
    """One text for all languages."""
    return {"fi": text, "sv": text, "en": text}


def question(identifier: str, kind: str = "single-choice") -> ChoiceQuestion:
    """A question whose reasons, hint and explanation are findable words."""
    right = {"id": "right", "correct": True, "text": same("Valinta A"), "why": same(SECRETS[0])}
    wrong = {"id": "wrong", "text": same("Valinta B"), "why": same(SECRETS[1])}
    return ChoiceQuestion.model_validate(
        {
            "id": identifier,
            "type": kind,
            "outcome": "explain",
            "points": 2,
            "prompt": same(f"Kysymys {identifier}?"),
            "choices": (right, wrong),
            "explanation": same(SECRETS[2]),
            "hint": same(SECRETS[3]),
        }
    )


def of_each_type() -> tuple[Question, ...]:
    """One question of each type, from the site of the browser tests."""
    bank = Path(__file__).parents[1] / "sites/types/quizzes/basics/first/start.yml"
    values = yaml.safe_load(bank.read_text(encoding="utf-8"))
    return Bank.model_validate(values, strict=False).questions


def lesson_html(language: Language, figure: Path) -> str:
    """Headings, admonition, figure, table, list, citation, footnote and a foreign passage."""
    text = PROSE[language] * 6
    return f"""
<p>{text}<a class="ck-ref" href="#source-1">1</a></p>
<h2 id="between">Otsikko</h2>
<p>{text} <span lang="sv">på svenska</span> <a href="../other.html">linkki</a></p>
<div class="admonition warning"><p class="admonition-title">Huomaa</p><p>{text}</p></div>
<h3 id="table">Taulukko</h3>
<table><thead><tr><th>Palvelu</th><th style="text-align: right;">Osuus</th></tr></thead>
<tbody>{"<tr><th>valmennus</th><td>46 %</td></tr>" * 60}</tbody></table>
<figure><img src="{figure}" alt="Kaksi &quot;puolta&quot;"><figcaption>Kuva</figcaption></figure>
<ol start="3"><li>kolme</li></ol><div lang="en"><p>In English.</p></div>
<p>Viite<sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup></p>
<h2 id="quiz">Tyhjä</h2>
<div class="footnote"><hr /><ol><li id="fn:1"><p>Alaviite.</p></li></ol></div>
"""


def module(language: Language, folder: Path) -> PrintModule:
    """Two lessons with the same heading ids, so that clashes would show."""
    figure = folder / "figure.svg"
    figure.write_text(FIGURE, encoding="utf-8")
    base = f"https://example.fi/{language}/course/module"
    lesson = PrintLesson(
        id="first",
        title=TITLES[language],
        summary="Tiivistelmä.",
        outcomes=("selittää", "valita"),
        html=lesson_html(language, figure),
        sources=(PrintSource(1, "Raportti. Ministeriö, 2023."),),
        questions=(question("one"), question("many", "multiple-choice")),
        url=f"{base}/first.html",
    )
    second = replace(lesson, id="second", title="Toinen", url=f"{base}/second.html", questions=())
    return PrintModule(
        course="course",
        course_title="Kurssi",
        id="module",
        number=1,
        title="Työkyvyttömyyseläkevaihtoehtojen selvittäminen",
        summary="Moduulin tiivistelmä.",
        language=language,
        edition="2026.1",
        hash="a1b2c3d4",
        date="2026-11-20",
        hours=1.5,
        outcomes=("selittää", "valita"),
        introduction_html="<p>Johdanto.</p>",
        lessons=(lesson, second),
        url=f"{base}/index.html",
        site_title="Sivusto",
    )


def inline(text: str, language: Language) -> str:
    """Question texts of the samples are plain."""
    assert language in TITLES
    return text
