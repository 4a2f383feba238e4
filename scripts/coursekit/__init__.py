"""Builds a professional course and its knowledge site from Markdown and YAML."""

__version__ = "0.1.0"
