"""`sitemap.xml` with the alternates of each page, and `robots.txt`."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

from coursekit.model import LANGUAGES
from coursekit.render.stage import Folders

_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"


def write_sitemap(folders: Folders, site: Path) -> None:
    """Lists every page in each language in which it is written; Finnish is the default."""
    record = json.loads(folders.record.read_text(encoding="utf-8"))
    base = record["url"]
    published = {lang: set(record["languages"][lang]["published"]) for lang in LANGUAGES}
    ElementTree.register_namespace("", _SITEMAP)
    ElementTree.register_namespace("xhtml", _XHTML)
    root = ElementTree.Element(f"{{{_SITEMAP}}}urlset")
    for path in sorted(set().union(*published.values())):
        versions = {
            lang: f"{base}{'' if lang == 'fi' else f'{lang}/'}{path.removesuffix('.md')}.html"
            for lang in LANGUAGES
            if path in published[lang]
        }
        for address in versions.values():
            entry = ElementTree.SubElement(root, f"{{{_SITEMAP}}}url")
            ElementTree.SubElement(entry, f"{{{_SITEMAP}}}loc").text = address
            for language, alternate in versions.items():
                link = {"rel": "alternate", "hreflang": language, "href": alternate}
                ElementTree.SubElement(entry, f"{{{_XHTML}}}link", link)
    ElementTree.indent(root)
    ElementTree.ElementTree(root).write(
        site / "sitemap.xml", encoding="utf-8", xml_declaration=True
    )
    (site / "robots.txt").write_text(f"User-agent: *\nAllow: /\nSitemap: {base}sitemap.xml\n")
