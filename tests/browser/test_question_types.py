"""Each type of question: fields with names, the keyboard, feedback by part, points, memory."""

from __future__ import annotations

import json
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.pages import OpenPage, QuestionOnPage, QuizOnPage
from tests.browser.test_axe import MODES, violations

pytestmark = pytest.mark.browser

LESSON = "basics/first/start.html"
TYPES = (
    *("single-choice", "multiple-choice", "true-false", "matching", "ordering", "cloze"),
    *("numeric", "categorise", "reflection"),
)
PARTS = {"matching": (3, 3), "cloze": (2, 2), "categorise": (4, 4)}
"""Type → its parts and its points."""


@pytest.fixture
def quiz(open_page: OpenPage, types_url: str) -> QuizOnPage:
    return QuizOnPage(open_page(types_url + LESSON, viewport={"width": 1280, "height": 900}))


def part(question: QuestionOnPage, item: str) -> Locator:
    return question.root.locator(f'[data-item="{item}"]')


def state(quiz: QuizOnPage, type: str) -> Any:
    """What a reader sees of the fields: values, ticks, order."""
    root = quiz.question(type).root
    fields = root.locator("input, select, textarea").evaluate_all(
        "all => all.map(one => one.type === 'radio' || one.type === 'checkbox'"
        " ? `${one.id} ${one.checked}` : one.value)"
    )
    return sorted(fields), quiz.question(type).items


def test_there_is_one_of_each(quiz: QuizOnPage) -> None:
    assert tuple(question.type for question in quiz.questions) == TYPES


@pytest.mark.axe
@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("answered", ["before", "wrong", "right"])
def test_axe_and_width(open_page: OpenPage, types_url: str, mode: str, answered: str) -> None:
    page = open_page(types_url + LESSON, **MODES[mode], reduced_motion="reduce")
    for question in QuizOnPage(page).questions:
        if answered != "before":
            (question.answer_right if answered == "right" else question.answer_wrong)()
    page.locator("[data-part=answers]").evaluate_all(
        "all => all.forEach(one => { one.open = true; })"
    )
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= MODES[mode]["viewport"]["width"]


def test_targets_are_large_enough(open_page: OpenPage, types_url: str) -> None:
    page = open_page(types_url + LESSON, viewport={"width": 320, "height": 640})
    for field in page.locator("[data-ck=quiz] :is(input, select, textarea, button):visible").all():
        box = field.bounding_box()
        assert box and box["width"] >= 24 and box["height"] >= 24, field


@pytest.mark.parametrize("language", ["", "sv/", "en/"])
def test_everything_right_earns_everything(
    open_page: OpenPage, types_url: str, language: str
) -> None:
    quiz = QuizOnPage(open_page(types_url + language + LESSON))
    quiz.answer_all_right()
    for question in quiz.questions:
        expect(question.result).not_to_be_empty()
        expect(question.again).to_be_visible()
        expect(question.root.locator(".ck-verdict--wrong")).to_have_count(0)
    expect(quiz.total).to_contain_text("17 / 17")
    expect(quiz.part("again-wrong")).to_be_hidden()


def test_everything_wrong_earns_nothing_and_reflection_is_not_counted(quiz: QuizOnPage) -> None:
    for question in quiz.questions:
        question.answer_wrong()
        if question.type != "reflection":
            expect(question.root.locator(".ck-verdict--wrong").first).to_be_visible()
    expect(quiz.total).to_contain_text("0 / 17")
    expect(quiz.part("progress")).to_contain_text("8 / 8")


@pytest.mark.parametrize("type", TYPES)
def test_checked_answer_is_there_after_reload(quiz: QuizOnPage, type: str) -> None:
    question = quiz.question(type)
    question.answer_right()
    shown = state(quiz, type)
    result = question.result.text_content()
    quiz.page.reload()
    assert state(quiz, type) == shown
    expect(question.result).to_have_text(result or "?")
    expect(question.again).to_be_visible()


@pytest.mark.parametrize("type", ["matching", "ordering", "cloze", "categorise", "numeric"])
def test_next_attempt_is_empty_and_stays_so(quiz: QuizOnPage, type: str) -> None:
    question = quiz.question(type)
    before = state(quiz, type)
    question.answer_right()
    question.again.click()
    expect(question.check).to_be_visible()
    expect(question.root.locator(".ck-feedback")).to_have_count(0)
    after = state(quiz, type)
    assert after[0] == before[0]
    if type == "ordering":
        right = question._ids("[data-answer]", "data-answer")
        assert after[1] not in (before[1], right)
    quiz.page.reload()
    assert state(quiz, type) == after


@pytest.mark.parametrize(("type", "parts"), PARTS.items())
def test_one_right_part_earns_its_share_and_each_part_its_reason(
    quiz: QuizOnPage, type: str, parts: tuple[int, int]
) -> None:
    question = quiz.question(type)
    first, *rest = question.items
    for item in rest:
        question.give(item, None)
    question.give(first, question.key_of(first))
    question.check.click()
    expect(question.result).to_contain_text(f"1 / {parts[1]}")
    for item in question.items:
        right = item == first
        expect(part(question, item)).to_have_attribute(
            "data-verdict", "right" if right else "wrong"
        )
        answer = question.root.locator(f'[data-answer="{item}"]')
        why = answer.locator("[data-part=why]").text_content() or "?"
        expect(part(question, item)).to_contain_text(why)
        if not right:
            expect(part(question, item).locator("[data-part=right]")).to_be_visible()
        described = question.root.locator(f'[data-field="{item}"][aria-describedby]')
        feedback = described.first.get_attribute("aria-describedby")
        expect(question.root.locator(f'[id="{feedback}"]')).to_contain_text(why)


@pytest.mark.parametrize("type", PARTS)
def test_open_parts_are_told_once_and_then_checked(quiz: QuizOnPage, type: str) -> None:
    question = quiz.question(type)
    question.check.click()
    expect(question.result).not_to_be_empty()
    expect(question.check).to_be_focused()
    first, *rest = question.items
    question.give(first, question.key_of(first))
    expect(question.result).to_be_empty()
    question.check.click()
    expect(question.result).to_contain_text(str(len(rest)))
    expect(question.check).to_be_visible()
    question.check.click()
    expect(question.again).to_be_focused()
    for item in rest:
        expect(part(question, item)).to_have_attribute("data-verdict", "open")


def test_extra_right_side_says_why_it_belongs_nowhere(quiz: QuizOnPage) -> None:
    question = quiz.question("matching")
    for item in question.items:
        question.root.locator(f'[data-field="{item}"]').select_option("neighbour")
    question.check.click()
    why = question.root.locator('[data-answer="neighbour"] [data-part=why]').text_content()
    expect(part(question, question.items[0])).to_contain_text(why or "?")


def test_letters_follow_the_shuffled_list(quiz: QuizOnPage) -> None:
    question = quiz.question("matching")
    question.answer_right()
    question.again.click()
    listed = question._ids("[data-option]", "data-option")
    select = question.root.get_by_role("combobox").first
    options = select.locator("option").evaluate_all("all => all.map(one => one.value)")
    assert options == ["", *listed]
    assert (select.locator("option").nth(1).text_content() or "").startswith("A. ")


def test_steps_move_by_keyboard_and_say_where_they_are(quiz: QuizOnPage) -> None:
    question = quiz.question("ordering")
    first, second, *rest = question.items
    name = part(question, first).locator("[data-part=text]").inner_text()
    down = (
        part(question, first)
        .get_by_role("button", name=name)
        .and_(quiz.page.locator('[data-step="1"]'))
    )
    down.focus()
    quiz.page.keyboard.press("Enter")
    assert question.items == [second, first, *rest]
    expect(down).to_be_focused()
    told = question.root.get_by_role("status").filter(has_text=name)
    expect(told).to_contain_text("2 / 4")
    quiz.page.keyboard.press("Space")
    quiz.page.keyboard.press("Space")
    expect(told).to_contain_text("4 / 4")
    expect(down).to_be_disabled()
    expect(part(question, first).locator('[data-step="-1"]')).to_be_focused()
    moved = question.items
    quiz.page.reload()
    assert question.items == moved


def test_unmoved_steps_are_no_answer(quiz: QuizOnPage) -> None:
    question = quiz.question("ordering")
    question.check.click()
    expect(question.result).not_to_be_empty()
    expect(question.check).to_be_visible()
    assert question.stored() is None


def test_typed_word_is_forgiven_case_space_and_letters(open_page: OpenPage, types_url: str) -> None:
    quiz = QuizOnPage(open_page(f"{types_url}sv/{LESSON}"))
    question = quiz.question("cloze")
    question.give("other", "work")
    question.root.get_by_role("textbox").fill("  FORHALLANDE ")
    quiz.page.keyboard.press("Enter")
    expect(question.result).to_contain_text("2 / 2")
    assert question.stored()["chosen"] == {"other": "work", "word": "FORHALLANDE"}


@pytest.mark.parametrize(
    ("typed", "points"), [("26,5", 1), ("26.5", 1), ("27", 1), ("27,1", 0), (" 26 ", 1)]
)
def test_numbers_with_comma_or_point(quiz: QuizOnPage, typed: str, points: int) -> None:
    question = quiz.question("numeric")
    question.root.get_by_role("textbox").fill(typed)
    quiz.page.keyboard.press("Enter")
    expect(question.result).to_contain_text(f"{points} / 1")


def test_words_are_no_number(quiz: QuizOnPage) -> None:
    question = quiz.question("numeric")
    question.root.get_by_role("textbox").fill("paljon")
    quiz.page.keyboard.press("Enter")
    expect(question.result).not_to_be_empty()
    expect(question.check).to_be_visible()


def test_items_are_sorted_by_keyboard(quiz: QuizOnPage) -> None:
    question = quiz.question("categorise")
    for group in (
        question.root.get_by_role("group").filter(has=quiz.page.get_by_role("radio")).all()
    ):
        if group.get_attribute("data-item"):
            group.get_by_role("radio").first.focus()
            quiz.page.keyboard.press("Space")
    quiz.page.keyboard.press("Enter")
    expect(question.result).to_contain_text("2 / 4")


# -- reflection ------------------------------------------------------------------


def test_model_answer_waits_for_a_text_and_the_text_stays(quiz: QuizOnPage) -> None:
    question = quiz.question("reflection")
    text = question.root.get_by_role("textbox")
    question.check.click()
    expect(question.answers).to_be_hidden()
    text.fill("Rivi.\nToinen <b>rivi</b>.")
    question.check.click()
    expect(question.answers.get_by_role("checkbox").first).to_be_visible()
    expect(text).to_be_enabled()
    text.press("End")
    text.press_sequentially(" Lisää.")
    question.answers.get_by_role("checkbox").nth(1).check()
    kept = text.input_value()
    assert question.stored()["chosen"] == {"text": kept, "met": ["work"]}
    quiz.page.reload()
    expect(text).to_have_value(kept)
    expect(question.answers.get_by_role("checkbox").nth(1)).to_be_checked()
    question.again.click()
    expect(question.answers).to_be_hidden()
    expect(text).to_have_value(kept)


def test_text_is_kept_while_it_is_typed(quiz: QuizOnPage) -> None:
    question = quiz.question("reflection")
    question.root.get_by_role("textbox").press_sequentially("Kesken")
    quiz.page.reload()
    expect(question.root.get_by_role("textbox")).to_have_value("Kesken")
    expect(question.check).to_be_visible()


def test_text_survives_a_changed_question_and_a_new_round(quiz: QuizOnPage) -> None:
    question = quiz.question("reflection")
    question.answer_right()
    stored = question.stored() | {"hash": "00000000"}
    question.store(json.dumps(stored))
    expect(question.root.locator("[data-part=changed]")).to_be_visible()
    expect(question.root.get_by_role("textbox")).to_have_value("Omin sanoin.")
    expect(question.answers).to_be_hidden()
    quiz.questions[0].answer_right()
    quiz.part("again-all").click()
    expect(question.root.get_by_role("textbox")).to_have_value("Omin sanoin.")


# -- memory and paper ----------------------------------------------------------


@pytest.mark.parametrize("type", TYPES[3:])
def test_answers_of_another_question_do_no_harm(quiz: QuizOnPage, type: str) -> None:
    """Parts that no longer exist, or an answer in another type's form."""
    question = quiz.question(type)
    question.answer_right()
    fine = question.stored()
    for chosen in (["gone"], {"gone": "x", "text": ["x"], "met": "x"}, "", "gone", {}):
        question.store(json.dumps(fine | {"chosen": chosen}))
        expect(
            question.root.locator("[data-part=check]:visible, [data-part=again]:visible")
        ).to_have_count(1)
        if question.check.is_visible():
            question.answer_right()
        expect(question.again).to_be_visible()


def test_without_scripts_every_type_has_its_fields_and_answers(
    open_page: OpenPage, types_url: str
) -> None:
    page = open_page(types_url + LESSON, java_script_enabled=False)
    for form in page.locator("[data-ck=quiz] form").all():
        fields = form.locator(":scope > fieldset").locator("input, select, textarea")
        expect(fields.first).to_be_visible()
        expect(form.locator("button:visible")).to_have_count(0)
        form.locator("[data-part=answers] summary").click()
        expect(form.locator("[data-part=answers] :is(p, li)").first).to_be_visible()


def test_on_paper_there_are_lines_and_no_answers(quiz: QuizOnPage) -> None:
    for question in quiz.questions:
        question.answer_wrong()
    quiz.page.emulate_media(media="print")
    for question in quiz.questions:
        expect(question.fields.first).to_be_visible()
        for hidden in (".ck-feedback", ".ck-parts--feedback", "button", "[data-part=answers]"):
            for element in question.root.locator(hidden).all():
                expect(element).to_be_hidden()
    clear = "field => getComputedStyle(field).color"
    for field in quiz.root.locator(".ck-field").all():
        assert field.evaluate(clear) == "rgba(0, 0, 0, 0)"
    for place in quiz.question("ordering").root.locator(".ck-step__place").all():
        expect(place).to_be_visible()
    expect(quiz.question("cloze").root.locator(".ck-on-paper")).to_be_visible()
