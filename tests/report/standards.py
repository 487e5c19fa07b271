"""The published schemas of formats, where they are at hand: too large, and not ours, to be kept here."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

SCHEMAS = Path(os.environ.get("FACTCHECK_SCHEMAS") or Path(__file__).parents[3] / "shared/schemas")
SARIF = SCHEMAS / "sarif-schema-2.1.0.json"
JUNIT = SCHEMAS / "junit.xsd"


def needs(file: Path) -> pytest.MarkDecorator:
    reason = f"{file.name} is not at hand; name its folder in FACTCHECK_SCHEMAS"
    return pytest.mark.skipif(not file.is_file(), reason=reason)
