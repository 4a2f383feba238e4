"""The quiz's HTML is a whole form without scripts, and carries what the script needs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from coursekit.model import LANGUAGES, Bank, ChoiceQuestion, Language
from coursekit.model.hash import question_hash
from coursekit.model.question import reasons
from coursekit.render.quiz import render_quiz
from coursekit.render.strings import load_strings
from lxml import html as lxml_html
from markupsafe import Markup, escape

COMPONENT = yaml.safe_load(
    (Path(__file__).parents[1] / "components/quiz.yml").read_text(encoding="utf-8")
)
EXAMPLES: dict[str, Bank] = {
    example["name"]: Bank.model_validate_json(json.dumps({"questions": example["questions"]}))
    for example in COMPONENT["examples"]
}
EVERY_EXAMPLE = pytest.mark.parametrize("bank", EXAMPLES.values(), ids=EXAMPLES.keys())


def rendered(bank: Bank, language: Language = "fi") -> str:
    return render_quiz(
        "module/lesson",
        bank.questions,
        language=language,
        strings=load_strings(language),
        inline=lambda text: Markup(escape(text)),
        course="course",
    )


def choice_questions(bank: Bank) -> list[ChoiceQuestion]:
    return [one for one in bank.questions if isinstance(one, ChoiceQuestion)]


def tree(bank: Bank, language: Language = "fi") -> Any:
    return lxml_html.fromstring(rendered(bank, language))


def text(element: Any) -> str:
    return " ".join(element.text_content().split())


@EVERY_EXAMPLE
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_question_is_a_group_with_number_and_prompt(bank: Bank, language: Language) -> None:
    legends = tree(bank, language).xpath("//form/fieldset/legend")
    total = len(bank.questions)
    for number, (legend, question) in enumerate(zip(legends, bank.questions, strict=True), 1):
        label = load_strings(language)("quiz.question-of", number=number, total=total)
        prompt = " ".join(question.prompt.best(language).split())
        assert text(legend) == f"{label} {prompt}"


@EVERY_EXAMPLE
def test_each_input_has_its_own_label(bank: Bank) -> None:
    page = tree(bank)
    for question in choice_questions(bank):
        for choice in question.choices:
            id = f"module/lesson/{question.id}/{choice.id}"
            [field] = page.xpath("//input[@id=$id]", id=id)
            [label] = page.xpath("//label[@for=$id]", id=id)
            assert field.get("name") == f"module/lesson/{question.id}"
            assert field.get("value") == choice.id
            assert field.get("type") == (
                "checkbox" if question.type == "multiple-choice" else "radio"
            )
            assert text(label) == choice.text.fi


@EVERY_EXAMPLE
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_has_one_name(bank: Bank, language: Language) -> None:
    page = tree(bank, language)
    for field in page.xpath("//input | //select | //textarea"):
        labels = page.xpath("//label[@for=$id]", id=field.get("id", ""))
        names = [text(label) for label in labels] or [field.get("aria-label", "")]
        assert len(names) == 1 and names[0].strip(), lxml_html.tostring(field)
    for button in page.xpath("//button"):
        assert text(button) or button.get("aria-label", "").strip()
    for group in page.xpath("//fieldset"):
        assert text(group.xpath("./legend")[0])


@EVERY_EXAMPLE
def test_the_instruction_describes_the_group(bank: Bank) -> None:
    for group in tree(bank).xpath("//form/fieldset"):
        [instruction] = group.xpath(".//*[@id=$id]", id=group.get("aria-describedby"))
        assert text(instruction)


@EVERY_EXAMPLE
def test_answers_and_reasons_are_there_without_scripts(bank: Bank) -> None:
    page = tree(bank)
    found = page.xpath("//details[@data-part='answers']")
    for answers, question in zip(found, bank.questions, strict=True):
        assert answers.get("hidden") is None
        assert question.explanation is None or question.explanation.fi in text(answers)
        if not isinstance(question, ChoiceQuestion):
            shown = [answers.get("data-answer") for answers in answers.xpath(".//*[@data-answer]")]
            whys = [why.fi for _, _, why in reasons(question) if why]
            assert len(shown) >= len(whys)
            assert all(why in text(answers) for why in whys)
            continue
        for item, choice in zip(answers.xpath(".//li"), question.choices, strict=True):
            verdict = "Oikein" if choice.correct else "Väärin"
            assert text(item).startswith(f"{verdict}: ")
            assert (item.get("data-correct") is not None) == choice.correct
            assert choice.why is None or choice.why.fi in text(item)


@EVERY_EXAMPLE
def test_without_scripts_nothing_can_be_sent(bank: Bank) -> None:
    for button in tree(bank).xpath("//button"):
        assert button.get("hidden") is not None or button.getparent().xpath("ancestor::*[@hidden]")
        assert button.get("type") == "button" or button.get("disabled") is not None


@EVERY_EXAMPLE
def test_ids_are_unique(bank: Bank) -> None:
    ids = tree(bank).xpath("//@id")
    assert len(ids) == len(set(ids))


@EVERY_EXAMPLE
def test_markdown_and_csp_leave_the_block_alone(bank: Bank) -> None:
    html = rendered(bank)
    assert "\n\n" not in html
    assert not tree(bank).xpath("//script | //style | //@style | //@*[starts-with(name(), 'on')]")


def test_the_form_carries_what_the_script_needs() -> None:
    bank = EXAMPLES["several right choices"]
    [form] = tree(bank).xpath("//form")
    assert dict(form.attrib) == {
        "class": "ck-question",
        "id": "module/lesson/what-changes",
        "autocomplete": "off",
        "data-part": "question",
        "data-question": "what-changes",
        "data-type": "multiple-choice",
        "data-points": "2",
        "data-hash": question_hash(bank.questions[0]),
        "data-text-first": "Valitse ensin vastaus.",
    }
    section = form.getparent()
    assert section.get("data-course") == "course"
    assert section.get("data-bank") == "module/lesson"


def example(kind: str) -> tuple[Any, Any]:
    """The question of this type and its form."""
    [bank] = [one for one in EXAMPLES.values() if one.questions[0].type == kind]
    [form] = tree(bank).xpath("//form")
    return bank.questions[0], form


def test_each_left_side_takes_any_right_side() -> None:
    question, form = example("matching")
    listed = form.xpath(".//*[@data-part='options']/li/@data-option")
    assert sorted(listed) == sorted(part.id for part in (*question.pairs, *question.distractors))
    assert listed[: len(question.pairs)] != [pair.id for pair in question.pairs]
    for select in form.xpath(".//select"):
        assert select.xpath("./option/@value") == ["", *listed]
        assert text(select[1]).startswith("A. ")


def test_steps_stand_in_another_order_and_move_by_buttons_with_names() -> None:
    question, form = example("ordering")
    shown = form.xpath(".//fieldset//@data-item")
    right = [item.id for item in question.items]
    assert shown != right and sorted(shown) == sorted(right)
    assert form.xpath(".//details//@data-answer") == right
    for item in form.xpath(".//fieldset//li"):
        up, down = item.xpath(".//button/@aria-label")
        words = text(item.xpath(".//label")[0])
        assert (up, down) == (f"Siirrä ylös: {words}", f"Siirrä alas: {words}")


def test_gaps_stand_in_the_running_text() -> None:
    question, form = example("cloze")
    [paragraph] = form.xpath(".//p[@class='ck-cloze']")
    fields = paragraph.xpath(".//*[@data-field]")
    assert [field.get("aria-label") for field in fields] == ["Aukko 1", "Aukko 2"]
    assert "[[" not in text(paragraph)
    assert {field.tag for field in fields} == {"select", "input"}
    accepted = form.xpath(".//*[@data-accepted]/text()")
    assert accepted == list(question.gaps[1].accepted.fi)


def test_a_number_is_written_as_the_language_does_and_has_its_unit() -> None:
    _, form = example("numeric")
    [answer] = form.xpath(".//*[@data-answer='number']")
    assert (answer.get("data-number"), answer.get("data-tolerance")) == ("26.5", "0.5")
    assert "26,5 tuntia. Hyväksytään 26–27." in text(answer)
    assert "(tuntia)" in text(form.xpath(".//label")[0])


def test_a_reflection_has_no_points_and_its_criteria_to_tick() -> None:
    question, form = example("reflection")
    assert form.get("data-points") == "0"
    assert question.model_answer.fi in text(form.xpath(".//details[@data-part='answers']")[0])
    assert form.xpath(".//input/@value") == [one.id for one in question.rubric]


def test_authors_text_is_no_markup_by_itself() -> None:
    html = rendered(EXAMPLES["true or false, with characters that HTML uses"])
    assert "<script>" not in html
    assert "&lt;script&gt;" in html


def changed(question: ChoiceQuestion, **values: Any) -> ChoiceQuestion:
    data = json.loads(question.model_dump_json()) | values
    return ChoiceQuestion.model_validate_json(json.dumps(data))


def test_hash_follows_meaning_and_score_only() -> None:
    question = choice_questions(EXAMPLES["one right choice"])[0]
    data = json.loads(question.model_dump_json())
    same = [
        changed(question, hint=None),
        changed(question, prompt=data["prompt"] | {"sv": "Annat"}),
        changed(question, outcome="another"),
        changed(question, choices=data["choices"][::-1]),
        changed(question, choices=[choice | {"why": None} for choice in data["choices"]]),
    ]
    other = [
        changed(question, id="another"),
        changed(question, points=3),
        changed(question, prompt=data["prompt"] | {"fi": "Muu?"}),
        changed(question, choices=[choice | {"correct": True} for choice in data["choices"]]),
        changed(question, choices=[data["choices"][0], data["choices"][1] | {"id": "new"}]),
    ]
    assert {question_hash(one) for one in same} == {question_hash(question)}
    assert question_hash(question) not in {question_hash(one) for one in other}
    assert len(question_hash(question)) == 8
