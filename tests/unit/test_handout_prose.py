"""HTML of a page to the nodes the template draws."""

from __future__ import annotations

from typing import Any

import pytest
from coursekit.render.handout.pandoc import read_html
from coursekit.render.handout.prose import Prose, plain
from coursekit.render.handout.tree import without_empty_sections

PAGE = "https://example.fi/course/module/lesson.html"
ANCHORS = {f"{PAGE}#source-1": "lesson/source-1", f"{PAGE}#there": "lesson/there"}


def nodes(html: str) -> list[Any]:
    (tree,) = read_html([html])
    prose = Prose(prefix="lesson", address=PAGE, anchors=ANCHORS, image=lambda source, _: source)
    return prose.blocks(without_empty_sections(tree))


def line(html: str) -> list[Any]:
    (paragraph,) = nodes(f"<p>{html}</p>")
    body: list[Any] = paragraph["body"]
    return body


def test_reference_stays_with_its_word_and_its_place() -> None:
    found = line('sanoo [<a class="ck-ref" href="#source-1">1</a>, luku 4]. Sitten muuta.')

    assert found == [
        "sanoo\N{NO-BREAK SPACE}[",
        {"kind": "reference", "label": "lesson/source-1", "text": "1"},
        ",\N{NO-BREAK SPACE}luku\N{NO-BREAK SPACE}4]. Sitten muuta.",
    ]


def test_bare_reference_gets_brackets_and_an_unknown_one_no_target() -> None:
    assert line('sana <a class="ck-ref" href="#source-9">9</a>')[1] == {
        "kind": "reference",
        "label": None,
        "text": "[9]",
    }


@pytest.mark.parametrize(
    ("target", "found"),
    [
        ("#there", {"kind": "jump", "label": "lesson/there", "body": ["x"]}),
        ("#gone", {"kind": "link", "address": f"{PAGE}#gone", "body": ["x"]}),
        (
            "../other.html",
            {"kind": "link", "address": "https://example.fi/course/other.html", "body": ["x"]},
        ),
        ("javascript:alert(1)", "x"),
        ("file:///etc/passwd", "x"),
    ],
)
def test_links_lead_into_the_document_or_to_the_web(target: str, found: object) -> None:
    assert line(f'<a href="{target}">x</a>') == [found]


def test_heading_levels_skip_nothing_and_ids_are_given_once() -> None:
    html = "<h4 id='a'>A</h4><p>x</p><h1 id='a'>B</h1><p>x</p><h6 id='c'>C</h6><p>x</p>"

    found = [(node["level"], node["label"]) for node in nodes(html) if node["kind"] == "heading"]

    assert found == [(3, "lesson/a"), (3, None), (4, "lesson/c")]


def test_headings_over_nothing_are_left_out() -> None:
    html = "<h2>Quiz</h2><h2>Text</h2><h3>Part</h3><p>x</p><h3>Quiz</h3><h2>Sources</h2>"

    found = [plain(node["body"]) for node in nodes(html) if node["kind"] == "heading"]

    assert found == ["Text", "Part"]


def test_footnote_stands_where_it_is_referred_to() -> None:
    html = (
        '<p>a<sup id="fnref:n"><a class="footnote-ref" href="#fn:n">1</a></sup></p>'
        '<div class="footnote"><hr /><ol><li id="fn:n"><p>Note.&#160;'
        '<a class="footnote-backref" href="#fnref:n">&#8617;</a></p></li></ol></div>'
    )

    (paragraph,) = nodes(html)

    assert paragraph["body"][1]["kind"] == "footnote"
    assert plain(paragraph["body"][1]["body"]).strip() == "Note."


def test_boxes_and_folded_passages_keep_their_titles() -> None:
    html = (
        '<div class="admonition tip"><p class="admonition-title">T</p><p>a</p></div>'
        '<div class="admonition note"><p>untitled</p></div>'
        '<details class="warning"><summary>S</summary><p>b</p></details>'
    )

    found = [(node["name"], plain(node["title"]), len(node["body"])) for node in nodes(html)]

    assert found == [("tip", "T", 1), ("note", "", 1), ("warning", "S", 1)]


def test_columns_are_as_wide_as_their_longest_word_needs() -> None:
    long = "Pitkä teksti, joka jatkuu monta sanaa eteenpäin eikä mahdu yhdelle riville."
    html = (
        "<table><thead><tr><th>Näkökulma</th><th>A</th><th>B</th></tr></thead><tbody>"
        f"<tr><td>Peruskysymys</td><td>{long}</td><td>{long}</td></tr></tbody></table>"
    )

    (table,) = nodes(html)
    first, second, third = table["columns"]

    assert second == third > first
    assert first / sum(table["columns"]) * 84 >= len("Peruskysymys") + 5
    assert not table["hyphenate"]
    assert not table["breakable"]


@pytest.mark.parametrize(("code", "kept"), [("sv-FI", "sv"), ('x"); #panic(', None), ("", None)])
def test_only_language_codes_reach_the_document(code: str, kept: str | None) -> None:
    (node,) = line(f"<span lang='{code}'>x</span>")

    assert (node["language"] if kept else node) == (kept or "x")
