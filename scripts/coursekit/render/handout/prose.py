"""Pandoc's tree to the plain nodes the template draws: a closed list of kinds, nothing else.

A node is text or a dictionary `{"kind": …}`; `templates/handout/prose.typ` has one function for
each kind. Attributes are read one by one and never passed on, so `style`, `data-*` and scripts in
the HTML end here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin, urlsplit

from coursekit.render.handout.pandoc import Tree
from coursekit.render.handout.tables import table_node
from coursekit.render.handout.tree import footnotes, walk

Node = str | dict[str, Any]
Nodes = list[Node]

SCHEMES = ("http", "https", "mailto")
ADMONITION_KINDS = ("note", "tip", "warning", "example", "danger", "info", "question", "quote")
NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


@dataclass(slots=True)
class Prose:
    """Turns the trees of one page into nodes.

    Args:
        prefix: put before every id of the page, so that lessons never clash.
        address: the page's web address; relative links start from it.
        anchors: web addresses (with `#id`) that are also places in this document → its labels.
        image: takes the `src` of an image, gives the file name the document uses for it.
    """

    prefix: str
    address: str
    anchors: Mapping[str, str]
    image: Callable[[str, str], str]
    top: int = 3
    """The level of a page's `<h2>` in the document."""
    _level: int = field(default=0, init=False)
    _labels: set[str] = field(default_factory=set, init=False)
    _notes: list[Tree] = field(default_factory=list, init=False)

    def blocks(self, tree: Tree) -> Nodes:
        """The nodes of a whole page; levels and footnotes are counted from its start."""
        self._level = self.top - 1
        self._notes = list(footnotes(tree))
        return self._blocks(tree)

    def line(self, tree: Tree) -> Nodes:
        """The nodes of a text that stands in a line, such as a question; paragraphs are joined."""
        found: Nodes = []
        for block in tree:
            if block["t"] in ("Para", "Plain"):
                if found:
                    found.append({"kind": "break"})
                found.extend(self.inlines(block["c"]))
        return found

    def _blocks(self, tree: Tree) -> Nodes:
        return [node for block in tree for node in self._block(block)]

    def _block(self, block: dict[str, Any]) -> Nodes:
        make = getattr(self, f"_block_{block['t'].lower()}", None)
        return make(block.get("c")) if make else []

    def _block_para(self, content: list[Any]) -> Nodes:
        if len(content) == 1 and content[0]["t"] == "Image":
            return [self._figure(content[0], [])]
        body = self.inlines(content)
        return [{"kind": "paragraph", "body": body}] if body else []

    _block_plain = _block_para

    def _block_header(self, content: list[Any]) -> Nodes:
        level, (identifier, _, _), inlines = content
        # An <h1> in a page or a jump from h2 to h4 would break the order PDF/UA asks for.
        self._level = min(max(level + self.top - 2, self.top), self._level + 1)
        label = f"{self.prefix}/{identifier}" if identifier else None
        if label in self._labels:
            label = None
        elif label:
            self._labels.add(label)
        body = self.inlines(inlines)
        return [{"kind": "heading", "level": self._level, "label": label, "body": body}]

    def _block_bulletlist(self, content: list[Tree]) -> Nodes:
        return [{"kind": "bullets", "items": [self._blocks(item) for item in content]}]

    def _block_orderedlist(self, content: list[Any]) -> Nodes:
        (start, _, _), items = content
        return [{"kind": "steps", "start": start, "items": [self._blocks(item) for item in items]}]

    def _block_definitionlist(self, content: list[Any]) -> Nodes:
        items = [
            {
                "term": self.inlines(term),
                "body": [node for body in bodies for node in self._blocks(body)],
            }
            for term, bodies in content
        ]
        return [{"kind": "terms", "items": items}]

    def _block_blockquote(self, content: Tree) -> Nodes:
        return [{"kind": "quotation", "body": self._blocks(content)}]

    def _block_codeblock(self, content: list[Any]) -> Nodes:
        return [{"kind": "listing", "text": content[1]}]

    def _block_lineblock(self, content: list[list[Any]]) -> Nodes:
        lines: Nodes = []
        for line in content:
            lines += [*([{"kind": "break"}] if lines else []), *self.inlines(line)]
        return [{"kind": "paragraph", "body": lines}]

    def _block_horizontalrule(self, _: object) -> Nodes:
        return [{"kind": "rule"}]

    def _block_figure(self, content: list[Any]) -> Nodes:
        _, (_, caption), body = content
        images = [node for node in walk(body) if node.get("t") == "Image"]
        words = self.line(caption)
        if len(images) != 1:
            return [*self._blocks(body), {"kind": "paragraph", "body": words}]
        return [self._figure(images[0], words)]

    def _figure(self, image: dict[str, Any], caption: Nodes) -> Node:
        _, alt, (target, _) = image["c"]
        words = plain(self.inlines(alt))
        file = self.image(target, words)
        return {"kind": "figure", "file": file, "alt": words, "caption": caption}

    def _block_table(self, content: list[Any]) -> Nodes:
        return [table_node(content, cell=self._blocks, line=self.line)]

    def _block_div(self, content: list[Any]) -> Nodes:
        (_, classes, attributes), tree = content
        if "footnote" in classes:
            return []  # each note stands where it is referred to
        body = self._box(classes, tree) if "admonition" in classes else self._blocks(tree)
        language = _language(attributes)
        return [{"kind": "passage", "language": language, "body": body}] if language else body

    def _box(self, classes: list[str], tree: Tree) -> Nodes:
        title: Nodes = []
        if tree and tree[0]["t"] == "Div" and "admonition-title" in tree[0]["c"][0][1]:
            title, tree = self.line(tree[0]["c"][1]), tree[1:]
        name = next((kind for kind in classes if kind in ADMONITION_KINDS), "note")
        return [{"kind": "box", "name": name, "title": title, "body": self._blocks(tree)}]

    def inlines(self, content: Iterable[dict[str, Any]]) -> Nodes:
        """The nodes of a run of text, neighbouring texts joined."""
        found: Nodes = []
        for inline in content:
            make = getattr(self, f"_inline_{inline['t'].lower()}", None)
            for node in make(inline.get("c")) if make else []:
                if isinstance(node, str) and found and isinstance(found[-1], str):
                    found[-1] += node
                elif node:
                    found.append(node)
        return _references_held(found)

    def _inline_str(self, content: str) -> Nodes:
        return [content]

    def _inline_space(self, _: object) -> Nodes:
        return [" "]

    _inline_softbreak = _inline_space

    def _inline_linebreak(self, _: object) -> Nodes:
        return [{"kind": "break"}]

    def _inline_emph(self, content: list[Any]) -> Nodes:
        return [{"kind": "emphasis", "body": self.inlines(content)}]

    _inline_underline = _inline_emph

    def _inline_strong(self, content: list[Any]) -> Nodes:
        return [{"kind": "strong", "body": self.inlines(content)}]

    def _inline_strikeout(self, content: list[Any]) -> Nodes:
        return [{"kind": "struck", "body": self.inlines(content)}]

    def _inline_subscript(self, content: list[Any]) -> Nodes:
        return [{"kind": "lowered", "body": self.inlines(content)}]

    def _inline_superscript(self, content: list[Any]) -> Nodes:
        body = self.inlines(content)
        if len(body) == 1 and isinstance(body[0], dict) and body[0]["kind"] == "footnote":
            return body  # Python-Markdown wraps the number of a footnote in <sup>
        return [{"kind": "raised", "body": body}]

    def _inline_smallcaps(self, content: list[Any]) -> Nodes:
        return self.inlines(content)

    def _inline_quoted(self, content: list[Any]) -> Nodes:
        return ['"', *self.inlines(content[1]), '"']

    def _inline_code(self, content: list[Any]) -> Nodes:
        return [{"kind": "code", "text": content[1]}]

    def _inline_math(self, content: list[Any]) -> Nodes:
        return [str(content[1])]

    def _inline_image(self, content: list[Any]) -> Nodes:
        figure = self._figure({"c": content}, [])
        return [{**figure, "kind": "picture"}] if isinstance(figure, dict) else []

    def _inline_span(self, content: list[Any]) -> Nodes:
        (_, _, attributes), inlines = content
        body = self.inlines(inlines)
        language = _language(attributes)
        return [{"kind": "words", "language": language, "body": body}] if language else body

    def _inline_link(self, content: list[Any]) -> Nodes:
        (_, classes, _), inlines, (target, _) = content
        body = self.inlines(inlines)
        if "footnote-ref" in classes:
            return self._footnote(body)
        if "footnote-backref" in classes:
            return []
        address = urljoin(self.address, target)
        label = self.anchors.get(address)
        if "ck-ref" in classes:
            return [{"kind": "reference", "label": label, "text": plain(body)}]
        if label:
            return [{"kind": "jump", "label": label, "body": body}]
        if urlsplit(address).scheme not in SCHEMES:
            return body
        return [{"kind": "link", "address": address, "body": body or [address]}]

    def _footnote(self, number: Nodes) -> Nodes:
        index = int(text) - 1 if (text := plain(number)).isdigit() else -1
        if not 0 <= index < len(self._notes):
            return []
        note, self._notes[index] = self._notes[index], []  # a note that names itself ends here
        body = self.line(note)
        self._notes[index] = note
        return [{"kind": "footnote", "body": body}]


def plain(nodes: Iterable[Node]) -> str:
    """The words of nodes, without their dress."""
    words = ""
    for node in nodes:
        if isinstance(node, str):
            words += node
        elif node["kind"] == "break":
            words += " "
        else:
            words += str(node.get("text", "")) + plain(node.get("body", ()))
    return words


def _language(attributes: list[list[str]]) -> str | None:
    """The language of a passage; anything that is no language code is left out."""
    code = dict(attributes).get("lang", "").partition("-")[0].lower()
    return code if re.fullmatch(r"[a-z]{2,3}", code) else None


BEFORE_REFERENCE = re.compile(r" (\[?)$")
AFTER_REFERENCE = re.compile(r"^[^\]]{0,24}\]")


def _references_held(nodes: Nodes) -> Nodes:
    """Keeps "[4, chapter 3]" in one piece, on the line of the word before it."""
    for index, node in enumerate(nodes):
        if isinstance(node, str) or node["kind"] != "reference":
            continue
        before = nodes[index - 1] if index else None
        after = nodes[index + 1] if index + 1 < len(nodes) else None
        if isinstance(before, str):
            nodes[index - 1] = BEFORE_REFERENCE.sub(rf"{NO_BREAK_SPACE}\1", before)
        if isinstance(after, str):
            nodes[index + 1] = AFTER_REFERENCE.sub(_unbroken, after)
        if not (isinstance(before, str) and before.endswith("[")):
            node["text"] = f"[{node['text'].strip('[]')}]"  # a bare number says too little
    return nodes


def _unbroken(match: re.Match[str]) -> str:
    return match[0].replace(" ", NO_BREAK_SPACE)
