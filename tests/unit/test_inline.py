"""The scanner: what it finds, and that no text makes it fail or lose a character."""

from __future__ import annotations

from coursekit.source.inline import Citation, Fact, Foreign, Link, Marker, scan
from hypothesis import given
from hypothesis import strategies as st

_PIECES = st.sampled_from(
    ['{{ fact("a") }}', "{{", "}}", "{%", "[@a]", "[@a, luku 4; @b]", "[x](term:y)", "![", "](",
     "<!-- quiz -->", "<!--", "-->", "`", "```", "\n", " ", "ä", "<a>", "<script", "{!_shared/x!}",
     "[x]: y", "{: onclick=1}", "(", ")", "[", "]", "\\", '"']
)  # fmt: skip


def test_it_knows_facts_citations_links_and_markers() -> None:
    text = 'A {{ fact("x") }} [@a, luku 4; @b] [t](term:z)\n\n<!-- figure: f -->\n'
    fact, citation, link, marker = scan(text)
    assert isinstance(fact, Fact) and fact.id == "x"
    assert isinstance(citation, Citation) and citation.cited == (("a", "luku 4"), ("b", None))
    assert isinstance(link, Link) and (link.scheme, link.rest) == ("term", "z")
    assert isinstance(marker, Marker) and (marker.name, marker.argument) == ("figure", "f")


def test_code_is_left_alone() -> None:
    assert scan("`{{ x }}` and\n\n```\n<a href> {% x %}\n<!-- quiz -->\n```\n") == ()


def test_every_other_code_is_foreign() -> None:
    for text in (
        "{{ cycler.__init__.__globals__ }}",
        "{% import os %}",
        "{!/etc/passwd",
        "<img src=x onerror=alert(1)>",
        "<script>alert(1)</script>",
        "<script",
        "[x]: javascript:alert(1)",
        "**x**{: onclick='alert(1)'}",
        "**x**{ .class }",
    ):
        assert any(isinstance(token, Foreign) for token in scan(text)), text


@given(st.lists(_PIECES, max_size=12).map("".join))
def test_tokens_lie_inside_the_text_in_order(text: str) -> None:
    tokens = scan(text)
    assert all(0 <= token.start < token.end <= len(text) or token.text == "" for token in tokens if isinstance(token, Foreign))  # fmt: skip
    starts = [token.start for token in tokens]
    assert starts == sorted(starts)
