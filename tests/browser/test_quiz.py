"""The quiz with its script: checking, feedback, memory and what may go wrong with memory."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from coursekit.render.runtime import RUNTIME, without_modules
from playwright.sync_api import Page, expect

from tests.browser.pages import LESSON, OpenPage, QuizOnPage

pytestmark = pytest.mark.browser

BLOCKED = """Object.defineProperty(window, 'localStorage', {
  get() { throw new DOMException('blocked', 'SecurityError'); } });"""
FULL = """Storage.prototype.setItem = () => {
  throw new DOMException('full', 'QuotaExceededError'); };"""


@pytest.fixture
def quiz(page: Page) -> QuizOnPage:
    return QuizOnPage(page)


# -- checking ---------------------------------------------------------------


def test_right_answer_is_told_in_words_and_counted(quiz: QuizOnPage) -> None:
    for question in quiz.questions:
        expect(question.result).to_be_empty()
        expect(question.answers).to_be_hidden()
        question.answer_right()
        expect(question.result).not_to_be_empty()
        for choice in question.right if question in quiz.choices else []:
            verdict = question.choice(choice).locator(".ck-verdict--right")
            expect(verdict).to_be_visible()
            expect(verdict.locator("svg")).to_have_attribute("aria-hidden", "true")
        expect(question.answers).to_be_visible()
    total = f"{sum(question.points for question in quiz.questions):g}"
    expect(quiz.total).to_contain_text(f"{total} / {total}")


def test_wrong_choice_and_missed_right_one_get_their_reasons(quiz: QuizOnPage) -> None:
    for question in quiz.choices:
        wrong = question.wrong[0]
        question.answer(wrong)
        expect(question.choice(wrong).locator(".ck-verdict--wrong")).to_be_visible()
        for choice in question.right:
            expect(question.choice(choice).locator(".ck-verdict--missed")).to_be_visible()
        reason = question.root.locator(f'[data-answer="{wrong}"] [data-part=why]')
        if reason.count():
            expect(question.choice(wrong)).to_contain_text(reason.text_content() or "")
        described_by = question.field(wrong).get_attribute("aria-describedby")
        assert quiz.page.locator(f'[id="{described_by}"]').count() == 1


def test_checking_without_a_choice_asks_for_one_and_loses_nothing(quiz: QuizOnPage) -> None:
    first = quiz.questions[0]
    first.check.click()
    expect(first.result).not_to_be_empty()
    expect(first.check).to_be_visible()
    expect(first.check).to_be_focused()
    first.answer_right()
    expect(first.again).to_be_visible()


def test_keyboard_alone_is_enough(quiz: QuizOnPage) -> None:
    question = next(one for one in quiz.choices if one.type != "multiple-choice")
    question.fields.first.focus()
    quiz.page.keyboard.press("ArrowDown")
    assert question.chosen == [question.order[1]]
    quiz.page.keyboard.press("Enter")
    expect(question.result).not_to_be_empty()
    expect(question.again).to_be_focused()
    quiz.page.keyboard.press("Enter")
    expect(question.fields.first).to_be_focused()
    assert question.chosen == []


@pytest.fixture
def pure(page: Page) -> Callable[[str, str, list[Any]], Any]:
    """Calls a function of a module of the quiz that does not touch the page."""

    def call(module: str, function: str, arguments: list[Any]) -> Any:
        code = without_modules((RUNTIME / f"quiz/{module}.mjs").read_text(encoding="utf-8"))
        return page.evaluate(f"a => {{ {code}; return {function}(...a); }}", arguments)

    return call


def vectors(name: str) -> list[dict[str, Any]]:
    file = Path(__file__).parents[1] / f"vectors/{name}.yml"
    found: list[dict[str, Any]] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return found


def test_scores_follow_the_vectors(pure: Callable[[str, str, list[Any]], Any]) -> None:
    for vector in vectors("scores"):
        share = pure("score", "share", [vector["type"], vector["right"], vector["answer"]])
        assert share == (pytest.approx(vector["share"]) if share is not None else None), vector


def test_draws_follow_the_vectors(pure: Callable[[str, str, list[Any]], Any]) -> None:
    for vector in vectors("draws"):
        drawn = pure("shuffle", "draw", [vector["seed"], vector["pool"], vector["n"]])
        assert drawn == vector["drawn"], vector


@pytest.mark.parametrize(("language", "mark"), [("", ","), ("sv/", ","), ("en/", ".")])
def test_half_points_are_written_as_the_language_does(
    open_page: OpenPage, language: str, mark: str
) -> None:
    page = open_page(language + LESSON)
    quiz = QuizOnPage(page)
    question = next((one for one in quiz.choices if len(one.right) == 2), None)
    if question is None:
        pytest.skip("the lesson has no question with two right choices")
    question.answer(question.right[0])
    expected = question.points / 2
    shown = f"{expected:g}".replace(".", mark)
    expect(question.result).to_contain_text(f" {shown} / {question.points:g}")


# -- attempts ---------------------------------------------------------------


def test_order_stays_during_an_attempt_and_changes_with_the_next(quiz: QuizOnPage) -> None:
    before = [question.order for question in quiz.choices]
    quiz.page.reload()
    assert [question.order for question in quiz.choices] == before
    for question in quiz.questions:
        question.answer_right()
    quiz.page.reload()
    assert [question.order for question in quiz.choices] == before
    quiz.part("again-all").click()
    for question, old in zip(quiz.choices, before, strict=True):
        assert (question.order == old) == (question.type == "true-false")
        assert question.chosen == []
    after = [question.order for question in quiz.choices]
    quiz.page.reload()
    assert [question.order for question in quiz.choices] == after


def test_only_the_wrong_ones_again(quiz: QuizOnPage) -> None:
    wrong, *rest = quiz.questions
    wrong.answer_wrong()
    for question in rest:
        question.answer_right()
    quiz.part("again-wrong").click()
    expect(wrong.check).to_be_visible()
    expect(wrong.fields.first).to_be_focused()
    for question in rest:
        expect(question.again).to_be_visible()
    wrong.answer_right()
    expect(quiz.part("again-wrong")).to_be_hidden()


def test_clearing_removes_everything(quiz: QuizOnPage) -> None:
    quiz.answer_all_right()
    quiz.part("clear").click()
    expect(quiz.total).not_to_be_empty()
    for question in quiz.questions:
        assert question.stored() is None
        assert question.chosen == []
    assert quiz.page.evaluate("localStorage.length") == 0
    expect(quiz.part("clear")).to_be_hidden()


# -- memory -----------------------------------------------------------------


def test_answers_survive_reload_and_restart(open_page: OpenPage, quiz: QuizOnPage) -> None:
    checked, *_, selected = quiz.choices
    checked.answer_right()
    selected.field(selected.right[0]).check()
    kept = quiz.page.context.storage_state()

    for page in (quiz.page, open_page(storage_state=kept)):
        page.reload()
        again = QuizOnPage(page)
        assert set(again.choices[0].chosen) == set(checked.right)
        expect(again.choices[0].result).not_to_be_empty()
        assert again.choices[-1].chosen == [selected.right[0]]
        expect(again.choices[-1].check).to_be_visible()


def test_stored_form(quiz: QuizOnPage) -> None:
    question = quiz.choices[0]
    question.answer_right()
    stored = question.stored()
    assert stored.pop("t") > 1.7e12
    assert stored == {
        "v": 1,
        "hash": question.root.get_attribute("data-hash"),
        "chosen": [choice for choice in question.order if choice in question.right],
        "checked": True,
        "order": question.order,
        "n": len(question.right) + 1,
    }


def test_changed_question_keeps_the_old_answer_but_does_not_count_it(quiz: QuizOnPage) -> None:
    question = quiz.questions[0]
    question.answer_right()
    old = question.stored() | {"hash": "00000000"}
    question.store(json.dumps(old))
    expect(question.root.locator("[data-part=changed]")).to_be_visible()
    expect(question.check).to_be_visible()
    assert question.stored() == old
    question.answer_right()
    expect(question.root.locator("[data-part=changed]")).to_be_hidden()


@pytest.mark.parametrize(
    "text", ["{", '"text"', "null", "[]", '{"v": 1}', '{"v": 1, "hash": 3, "chosen": "x"}']
)
def test_corrupt_answer_is_set_aside(quiz: QuizOnPage, text: str) -> None:
    question = quiz.questions[0]
    question.store(text)
    assert question.stored() is None
    aside = quiz.page.evaluate("key => localStorage.getItem(key)", f"{question.key}:corrupt")
    assert aside == text
    question.answer_right()
    expect(question.again).to_be_visible()


def test_answer_of_a_newer_version_is_left_alone(quiz: QuizOnPage) -> None:
    question = quiz.questions[0]
    question.store('{"v": 2, "secret": "kept"}')
    expect(quiz.not_kept).to_be_visible()
    question.answer_right()
    expect(question.again).to_be_visible()
    if quiz.part("clear").is_visible():
        quiz.part("clear").click()
    assert question.stored() == {"v": 2, "secret": "kept"}


@pytest.mark.parametrize("script", [BLOCKED, FULL], ids=["blocked", "full"])
def test_without_a_store_the_quiz_works_and_says_so(open_page: OpenPage, script: str) -> None:
    page = open_page()
    page.add_init_script(script)
    page.reload()
    quiz = QuizOnPage(page)
    expect(quiz.not_kept).to_be_visible()
    quiz.answer_all_right()
    expect(quiz.total).not_to_be_empty()


def test_two_tabs_lose_nothing(open_page: OpenPage, quiz: QuizOnPage) -> None:
    other = QuizOnPage(open_page(context=quiz.page.context))
    mine, *_, theirs = quiz.questions
    mine.answer_right()
    other.questions[-1].answer_right()
    expect(other.questions[0].again).to_be_visible()
    expect(theirs.again).to_be_visible()
    assert mine.stored()["checked"] and theirs.stored()["checked"]


def test_one_broken_quiz_leaves_the_page_alone(open_page: OpenPage, problems: list[str]) -> None:
    page = open_page("index.html")
    page.route("**/*being-heard.html", lambda route: route.fulfill(
        response=(found := route.fetch()), body=found.text().replace('data-part="end"', ""))
    )  # fmt: skip
    page.goto(page.url.removesuffix("index.html") + LESSON)
    expect(page.locator("#ck-search-open")).to_be_visible()
    assert len(problems) == 1 and "Quiz: no [data-part" in problems.pop()


# -- without scripts ----------------------------------------------------------


def test_without_scripts_answers_can_be_read(open_page: OpenPage) -> None:
    page = open_page(java_script_enabled=False)
    question = page.locator("[data-ck=quiz] form").first
    expect(question.locator("[data-part=check]")).to_be_hidden()
    answers = question.locator("[data-part=answers]")
    answers.locator("summary").click()
    expect(answers.locator("[data-answer]").first).to_be_visible()


def test_on_paper_the_quiz_is_a_clean_sheet(quiz: QuizOnPage) -> None:
    quiz.answer_all_right()
    quiz.page.emulate_media(media="print")
    for question in quiz.questions:
        expect(question.fields.first).to_be_visible()
        for part in ("[data-part=result]", "[data-part=answers]", ".ck-verdict", "button"):
            for element in question.root.locator(part).all():
                expect(element).to_be_hidden()
