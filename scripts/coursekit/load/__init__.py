"""Sources to the model: reads a project folder, reports what cannot be read, returns values."""

from coursekit.load.project import Fragment, Project, Unit, load_project

__all__ = ["Fragment", "Project", "Unit", "load_project"]
