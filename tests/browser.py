"""The browser that is installed, for tests and scripts that look at a page as a reader does."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
_QUIET = ("--disable-background-networking", "--disable-component-update", "--disable-gpu", "--disable-quic",
          "--disable-sync", "--no-first-run")  # fmt: skip


@contextmanager
def browser() -> Iterator[Browser]:
    """A headless Chromium with an empty profile; it asks nobody for anything but what a page asks for."""
    with sync_playwright() as playwright:
        # Without the sandbox of its own, which needs rights that a container does not give.
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=list(_QUIET), chromium_sandbox=False)
        yield running
        running.close()


def opened(running: Browser, file: Path, *, hash: str = "", **context: object) -> Page:
    """A page of its own that shows `file` from disk; `context` as for playwright's `new_page`."""
    page = running.new_page(**{"viewport": {"width": 1280, "height": 900}, **context})  # type: ignore[arg-type]
    page.goto(f"{file.as_uri()}{hash}")
    return page
