"""Findings: where something is wrong, what it is, and what to do about it.

Place ──► Finding ──► Report ──► render (text, json)
             │
             └── code ──► catalogue.yml (name, what, why, bad, good)
"""

from coursekit.diagnostics.catalogue import CATALOGUE, Entry
from coursekit.diagnostics.finding import Finding, Place, Report

__all__ = ["CATALOGUE", "Entry", "Finding", "Place", "Report"]
