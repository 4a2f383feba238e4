"""Handouts: what stands in the files, what must not, and when they are made again."""

from __future__ import annotations

import json
import re
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from coursekit.model import LANGUAGES, Language
from coursekit.model.question import (
    ClozeQuestion,
    NumericQuestion,
    OrderingQuestion,
    ReflectionQuestion,
    reasons,
)
from coursekit.render.handout import HandoutError, HandoutFile, PrintModule, build_handouts

from tests.unit.handout_sample import SECRETS, inline, module, of_each_type, question


def build(folder: Path, *modules: PrintModule) -> tuple[HandoutFile, ...]:
    return build_handouts(modules, folder=folder, inline=inline)


def text_of(file: HandoutFile) -> str:
    command = ["pdftotext", "-layout", str(file.path), "-"]
    found = subprocess.run(command, capture_output=True, text=True, check=True)
    return found.stdout.replace("\N{SOFT HYPHEN}\n", "")


def with_html(value: PrintModule, html: str) -> PrintModule:
    return replace(value, lessons=(replace(value.lessons[0], html=html),))


def test_files_are_named_by_course_module_kind_and_language(tmp_path: Path) -> None:
    files = build(tmp_path / "out", module("sv", tmp_path))

    assert [(file.path.name, file.kind, file.title) for file in files] == [
        (
            "course-module-handout.sv.pdf",
            "handout",
            "1. Työkyvyttömyyseläkevaihtoehtojen selvittäminen: utdelningsmaterial",
        ),
        (
            "course-module-answer-key.sv.pdf",
            "answer-key",
            "1. Työkyvyttömyyseläkevaihtoehtojen selvittäminen: svar",
        ),
    ]
    assert all(file.bytes == file.path.stat().st_size and file.pages for file in files)


@pytest.mark.print
@pytest.mark.parametrize("language", LANGUAGES)
def test_handout_asks_and_does_not_answer(tmp_path: Path, language: Language) -> None:
    handout, key = build(tmp_path / "out", module(language, tmp_path))

    asked, answered = text_of(handout), text_of(key)

    assert "Kysymys one?" in asked and "Valinta B" in asked
    assert not [secret for secret in SECRETS if secret in asked]
    assert not [secret for secret in SECRETS if secret not in answered]


@pytest.mark.print
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_type_has_a_form_and_its_answers(tmp_path: Path, language: Language) -> None:
    value = module(language, tmp_path)
    questions = of_each_type()
    value = replace(value, lessons=(replace(value.lessons[0], questions=questions),))

    files = build(tmp_path / "out", value)
    handout, key = (" ".join(text_of(file).split()).replace("’", "'") for file in files)

    for one in questions:
        whys = [why.best(language) for _, _, why in reasons(one) if why]
        assert not [why for why in whys if why in handout]
        assert not [why for why in whys if why not in key]
    asked = handout[handout.rindex(questions[0].prompt.best(language)) :]
    [order] = [one for one in questions if isinstance(one, OrderingQuestion)]
    places = [asked.index(item.text.best(language)[:20]) for item in order.items]
    assert places != sorted(places)
    [cloze] = [one for one in questions if isinstance(one, ClozeQuestion)]
    word = cloze.gaps[1].accepted
    assert word and getattr(word, language)[0] in key
    [number] = [one for one in questions if isinstance(one, NumericQuestion)]
    assert number.unit and number.unit.best(language) in asked and not re.search("26[.,]5", asked)
    [thought] = [one for one in questions if isinstance(one, ReflectionQuestion)]
    assert thought.model_answer.best(language) in key
    assert thought.model_answer.best(language) not in handout
    assert not [one for one in thought.rubric if one.text.best(language) in handout]


def test_handout_file_holds_no_reason_anywhere(tmp_path: Path) -> None:
    """Not in streams, tags or properties either: other answers give the same bytes."""
    one = module("fi", tmp_path)
    other_choices = tuple(
        choice.model_copy(update={"correct": not choice.correct, "why": None})
        for choice in question("one").choices
    )
    changed = question("one").model_copy(
        update={"choices": other_choices, "explanation": None, "hint": None}
    )
    same_question = replace(one.lessons[0], questions=(question("one"),))
    first = replace(one, lessons=(same_question,))
    second = replace(one, lessons=(replace(same_question, questions=(changed,)),))

    handouts = [build(tmp_path / name, value)[0] for name, value in [("a", first), ("b", second)]]

    assert handouts[0].path.read_bytes() == handouts[1].path.read_bytes()


def test_second_run_makes_nothing_and_a_fresh_one_the_same_bytes(tmp_path: Path) -> None:
    value = module("fi", tmp_path)
    made: list[str] = []
    first = build(tmp_path / "a", value)

    second = build_handouts([value], folder=tmp_path / "a", inline=inline, progress=made.append)
    fresh = build(tmp_path / "b", value)

    assert (second, made) == (first, [])
    for one, other in zip(first, fresh, strict=True):
        assert one.path.read_bytes() == other.path.read_bytes()
    names = sorted(path.name for path in (tmp_path / "a").iterdir())
    assert names == [*sorted(file.path.name for file in first), "handouts.json"]


def test_a_changed_image_or_a_damaged_file_is_made_again(tmp_path: Path) -> None:
    value = module("fi", tmp_path)
    out = tmp_path / "out"
    handout, key = build(out, value)
    made: list[str] = []

    key.path.write_bytes(b"half")
    build_handouts([value], folder=out, inline=inline, progress=made.append)
    figure = tmp_path / "figure.svg"
    figure.write_text(figure.read_text().replace("#eee", "#ddd"), encoding="utf-8")
    build_handouts([value], folder=out, inline=inline, progress=made.append)

    assert made == [key.path.name, handout.path.name, key.path.name]
    assert key.path.read_bytes().startswith(b"%PDF")


def test_files_of_a_removed_module_go(tmp_path: Path) -> None:
    fi, sv = module("fi", tmp_path), module("sv", tmp_path)
    out = tmp_path / "out"
    build(out, fi, sv)
    (out / "own.pdf").write_bytes(b"a trainer's own file")

    build(out, fi)

    assert sorted(path.name for path in out.glob("*.pdf")) == [
        "course-module-answer-key.fi.pdf",
        "course-module-handout.fi.pdf",
        "own.pdf",
    ]
    assert list(json.loads((out / "handouts.json").read_text())["files"]) == [
        "course-module-answer-key.fi.pdf",
        "course-module-handout.fi.pdf",
    ]


def test_module_without_questions_has_no_answer_key(tmp_path: Path) -> None:
    value = module("en", tmp_path)
    bare = replace(value, lessons=tuple(replace(each, questions=()) for each in value.lessons))

    assert [file.kind for file in build(tmp_path / "out", bare)] == ["handout"]


HOSTILE = (
    '#panic("x") #import "/etc/passwd" $x$ *b* _e_ @label <label> `raw` \\u{41} // c /* d */ ]'
)


@pytest.mark.print
def test_texts_never_become_typst_code(tmp_path: Path) -> None:
    escaped = HOSTILE.replace("<", "&lt;")
    html = (
        f'<h2 id="{escaped.replace(chr(34), "")}">{escaped}</h2><p>{escaped}</p>'
        f"<div lang='x\"); #panic(\"y\")' data-typst-text-fill='panic()'><p>{escaped}</p></div>"
        "<iframe src='file:///etc/passwd'></iframe><a href='javascript:alert(1)'>j</a>"
    )
    value = replace(with_html(module("en", tmp_path), html), title=HOSTILE, outcomes=(HOSTILE,))

    text = " ".join(text_of(build(tmp_path / "out", value)[0]).split())

    assert text.count("#panic(“x”) #import “/etc/passwd” $x$ *b* _e_ @label <label> `raw`") >= 3
    assert "root:" not in text


@pytest.mark.parametrize(
    ("html", "message", "hint"),
    [
        ("<p>漢</p>", 'the text `"漢"` could not be displayed .* \\(in first\\)', "in words"),
        ('<img src="{figure}" alt="">', "image 'figure.svg' has no text alternative", "alt text"),
        ('<img src="/none.svg" alt="x">', "image 'none.svg' cannot be read", "none.svg exists"),
        ('<img src="https://x.fi/a.svg" alt="x">', "cannot be printed", "use a file"),
        ('<img src="{linked}" alt="x">', "absolute paths are not allowed", "opens in a browser"),
    ],
)
def test_what_cannot_be_printed_is_told(tmp_path: Path, html: str, message: str, hint: str) -> None:
    linked = tmp_path / "linked.svg"
    linked.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg"><image href="/etc/passwd" width="9"/></svg>',
        encoding="utf-8",
    )
    html = html.format(figure=tmp_path / "figure.svg", linked=linked)

    with pytest.raises(HandoutError) as raised:
        build(tmp_path / "out", with_html(module("fi", tmp_path), html))

    error = raised.value
    assert (error.module, error.language) == ("course/module", "fi")
    assert re.search(message, error.message) and hint in error.hint


@pytest.mark.print
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_leaves_the_page(tmp_path: Path, language: Language) -> None:
    value = module(language, tmp_path)
    long_word = "työkyvyttömyyseläkevaihtoehtojenselvittämismahdollisuudet"
    cells = f"<td>{long_word}</td>" * 4
    html = value.lessons[0].html + f"<h2>{long_word}</h2><table><tr>{cells}</tr></table>"
    html += f'<p><a href="https://example.fi/{"a-long-path/" * 12}">https://example.fi/'
    html += f"{'a-long-path/' * 12}</a></p>"

    for file in build(tmp_path / "out", with_html(replace(value, title=long_word), html)):
        found = subprocess.run(
            ["pdftotext", "-bbox", str(file.path), "-"], capture_output=True, text=True, check=True
        )
        edges = re.findall(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)"', found.stdout)
        margin = 20 / 25.4 * 72
        outside = [edge for edge in edges if not margin <= float(edge[0])]
        outside += [edge for edge in edges if float(edge[2]) > 595 - margin]
        assert edges and outside == []
