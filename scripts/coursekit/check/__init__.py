"""All checks of a loaded project. They only read it, and write what they find into the report."""

from coursekit.check.banks import check_banks
from coursekit.check.courses import check_courses
from coursekit.check.exceptions import apply_exceptions
from coursekit.check.figures import check_drawn_figures
from coursekit.check.folders import check_folders
from coursekit.check.pages import check_pages
from coursekit.check.practice import check_practice
from coursekit.check.quality import check_quality
from coursekit.check.registers import check_registers
from coursekit.check.release import check_release
from coursekit.check.translation import check_translations
from coursekit.check.unused import check_unused
from coursekit.check.workload import check_workload
from coursekit.diagnostics import Report
from coursekit.load import Project

__all__ = ["check_project", "check_release"]


def check_project(project: Project, report: Report) -> None:
    """Runs every check; a project without errors can be rendered."""
    check_courses(project, report)
    check_registers(project, report)
    check_banks(project, report)
    check_practice(project, report)
    check_quality(project, report)
    check_workload(project, report)
    check_folders(project, report)
    check_unused(project, report)
    check_pages(project, report)
    check_drawn_figures(project, report)
    check_translations(project, report)
    apply_exceptions(project, report)
