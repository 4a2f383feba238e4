"""Figures made from data, as SVG files: bars, lines, flows, timelines and tables.

    figure.yml + facts ─► reader (words of one language) ─► charts, flow, timeline, table
                       ─► canvas (SVG) ─► files ─► block (picture, caption, what stands behind)

What has no room is noted while drawing and becomes a finding (fit).
"""
