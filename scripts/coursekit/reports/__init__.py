"""Reports for authors and trainers about the state of the content."""

from collections.abc import Callable

from coursekit.load import Project
from coursekit.reports.facts import facts_as_json, facts_as_text
from coursekit.reports.outcomes import outcomes_as_json, outcomes_as_text
from coursekit.reports.translations import translations_as_json, translations_as_text
from coursekit.reports.workload import workload_as_json, workload_as_text

REPORTS: dict[str, dict[str, Callable[[Project], str]]] = {
    "facts": {"text": facts_as_text, "json": facts_as_json},
    "outcomes": {"text": outcomes_as_text, "json": outcomes_as_json},
    "translations": {"text": translations_as_text, "json": translations_as_json},
    "workload": {"text": workload_as_text, "json": workload_as_json},
}


def all_reports(project: Project) -> dict[str, str]:
    """Every report as text, by name."""
    return {name: forms["text"](project) for name, forms in REPORTS.items()}
