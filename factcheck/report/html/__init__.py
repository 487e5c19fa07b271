"""The HTML report, for people: one file that opens from disk, loads nothing, and reads without its script too.

The page is built in plain types first (`page`), then drawn by templates that escape whatever they are given. The only
script and the only style sheet of the page are named by their hashes in its content security policy, so that no text of
an article could ever become either.
"""

from __future__ import annotations

from base64 import b64encode
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from factcheck.findings import Report
from factcheck.report import View
from factcheck.report.html.page import page_of
from factcheck.report.visible import one_line

_FOLDER = Path(__file__).parent


def render(report: Report, view: View) -> str:
    """The page. `view.around` gives the sentences beside a quote; the rest of `view` changes nothing."""
    style, script = _asset("style.css"), _asset("script.js")
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )
    page = page_of(report, view.around)
    return _template().render(page=page, style=Markup(style), script=Markup(script), policy=policy) + "\n"


def _asset(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    """The source expression that allows exactly this inline script or style (Content Security Policy, level 2)."""
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


@lru_cache(maxsize=1)
def _template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(_FOLDER / "templates", encoding="utf-8"),
        autoescape=True,
        finalize=_shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("page.jinja")


def _shown(value: object) -> object:
    """What an expression prints: controls and overrides of the reading order are shown, not obeyed."""
    return value if isinstance(value, Markup) or not isinstance(value, str) else one_line(value)
