"""Draws the picture of the HTML report that the README shows, from the seeds: `make picture`."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from factcheck.pipeline import check
from factcheck.report import View, render
from factcheck.surroundings import surroundings
from tests.browser import CHROMIUM, browser, opened
from tests.corpus import ROOT, SEEDS

PICTURE = ROOT / ".github" / "report.png"


def main() -> None:
    if CHROMIUM is None:
        sys.exit("no Chromium is installed: apt-get install chromium")
    report = check([SEEDS])
    with tempfile.TemporaryDirectory(prefix="factcheck-") as folder, browser() as running:
        file = Path(folder) / "report.html"
        file.write_text(render(report, "html", View(around=surroundings(report.sources))), encoding="utf-8")
        PICTURE.parent.mkdir(exist_ok=True)
        opened(running, file, viewport={"width": 1200, "height": 1150}, color_scheme="light").screenshot(path=PICTURE)


if __name__ == "__main__":
    main()
