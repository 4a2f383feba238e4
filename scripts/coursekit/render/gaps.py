"""The gaps `[[id]]` of a cloze text, which no Markdown may touch."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from markupsafe import Markup

from coursekit.model.question import Gap

_GAP = re.compile(r"\[\[([^\[\]]+)\]\]")
_MARK = "\ue000{}\ue001"
"""Private-use characters: no text contains them and Markdown passes them on."""
_MARKED = re.compile("\ue000([0-9]+)\ue001")


def pieces(
    text: str, gaps: Sequence[Gap], inline: Callable[[str], str]
) -> list[Markup | tuple[int, Gap]]:
    """The HTML of the text in pieces, and between them its gaps with their places in the text."""
    by_id = {gap.id: gap for gap in gaps}
    found: list[Gap] = []

    def mark(match: re.Match[str]) -> str:
        if match[1] not in by_id:
            return match[0]
        found.append(by_id[match[1]])
        return _MARK.format(len(found) - 1)

    html = inline(_GAP.sub(mark, text))
    parts = _MARKED.split(str(html))
    return [
        (int(part) + 1, found[int(part)]) if at % 2 else Markup(part)  # noqa: S704 - split HTML
        for at, part in enumerate(parts)
    ]
