"""Finds where news articles about one story disagree.

`check(paths, ...)` gives a `Report`; catch `FactcheckError` around it. Both are loaded at first use, so that importing
the package costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from factcheck.errors import FactcheckError
    from factcheck.findings import Report
    from factcheck.pipeline import check

__all__ = ["FactcheckError", "Report", "check"]

_HOMES = {"FactcheckError": "errors", "Report": "findings", "check": "pipeline"}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
