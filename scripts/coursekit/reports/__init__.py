"""Reports for authors and trainers about the state of the content."""
