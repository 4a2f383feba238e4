"""Text files to values: YAML with positions, front matter, Markdown outline. Knows no course."""
