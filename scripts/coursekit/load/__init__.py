"""Sources to the model: reads a project folder, reports what cannot be read, returns values."""

from coursekit.load.loader import duplicate_id, load_project
from coursekit.load.project import Fragment, Project, Unit

__all__ = ["Fragment", "Project", "Unit", "duplicate_id", "load_project"]
