"""Short fingerprints that tell whether a stored answer still belongs to its question."""

from __future__ import annotations

import hashlib
import json

from coursekit.model.question import Question


def question_hash(question: Question) -> str:
    """8 hex digits over what changes the meaning or the score of a question.

    Translations, reasons, hints and the order of the choices may change without making a
    learner's stored answer invalid.
    """
    meaning = {
        "id": question.id,
        "type": question.type,
        "points": question.points,
        "prompt": question.prompt.fi,
        "choices": question.meaning(),
    }
    canonical = json.dumps(meaning, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(canonical.encode()).hexdigest()[:8]
