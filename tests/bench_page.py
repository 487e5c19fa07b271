"""How long a large HTML report takes to draw and to open: part of `make bench`. Figures only, nothing fails."""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from pathlib import Path

from factcheck.report import View, render
from tests.browser import CHROMIUM, browser, opened
from tests.large import large_report

_BESIDE = "Officials in the harbour town spoke to reporters for an hour after the meeting had ended. " * 2
_TIMES = """() => ({
  view: performance.getEntriesByName("first-contentful-paint")[0].startTime,
  ready: performance.getEntriesByType("navigation")[0].domInteractive,
})"""


def main() -> None:
    if CHROMIUM is None:
        sys.exit("no Chromium is installed: apt-get install chromium")
    report, start = large_report(5000, 2000), time.perf_counter()
    html = render(report, "html", View(around=lambda evidence: (_BESIDE, _BESIDE)))
    spent = time.perf_counter() - start
    print(f"5,000 articles, 2,000 findings: {len(html.encode()) / 1e6:.1f} MB, {spent:.1f} s to write")
    with tempfile.TemporaryDirectory(prefix="factcheck-") as folder, browser() as running:
        file = Path(folder) / "report.html"
        file.write_text(html, encoding="utf-8")
        times = [opened(running, file).evaluate(_TIMES) for _ in range(5)]
    view, ready = (statistics.median(each[name] for each in times) / 1000 for name in ("view", "ready"))
    print(f"first view after {view:.1f} s, ready for keys after {ready:.1f} s (median of 5)")


if __name__ == "__main__":
    main()
