"""Names, demonyms and capitals of countries by ISO 3166 code; the table is made by `generate.py`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any


@lru_cache(maxsize=1)
def countries() -> Mapping[str, Mapping[str, Mapping[str, list[str]]]]:
    """ISO code → `names`, `demonyms`, `capitals`, each language → words; the first word is CLDR's. Never changed.

    Where a language has no demonyms, it uses the country's name (Indonesian) or is not covered.
    """
    table: Mapping[str, Any] = json.loads(Path(__file__).with_name("countries.json").read_bytes())
    found: Mapping[str, Mapping[str, Mapping[str, list[str]]]] = table["countries"]
    return found
