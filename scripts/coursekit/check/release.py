"""What must be filled in by the owner before a site is published."""

from __future__ import annotations

from urllib.parse import urlsplit

from coursekit.diagnostics import Report
from coursekit.load import Project


def check_release(project: Project, report: Report) -> None:
    """Checks the owner's data; only `check --release` asks for it."""
    host = urlsplit(project.site.url).hostname or ""
    if host == "localhost" or host.startswith("127."):
        report.add(
            "CK309",
            project.site.at("url"),
            f"the site's address is still '{project.site.url}'",
            hint="write the address of the published site; QR codes and the sitemap use it",
        )
