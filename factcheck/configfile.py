"""Which configuration file holds in a folder. Every run asks, and most find none: this loads next to nothing."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from factcheck.toml import Toml

OWN_FILE, SHARED_FILE = "factcheck.toml", "pyproject.toml"

# `[tool.factcheck...`, `tool.factcheck... =`, `[tool]` or `tool = {`: enough to leave every other project's file alone.
_MENTION = re.compile(r"""^[ \t]*\[{0,2}[ \t]*["']?tool["']?[ \t]*(?:\.[ \t]*["']?factcheck|\]|=)""", re.MULTILINE)


def nearest_config(start: Path) -> Path | None:
    """The file in force in the folder `start`: the nearest one upwards; of two in a folder, factcheck.toml.

    A pyproject.toml without the table is none. Raises `ConfigError` for one that mentions the table and is no TOML.
    """
    for folder in (start, *start.parents):
        for name in (OWN_FILE, SHARED_FILE):
            if _configures(file := folder / name):
                return Path(os.path.relpath(file))
    return None


def section_of(toml: Toml) -> Any:
    """The table `[tool.factcheck]`; None without one."""
    tool = toml.data.get("tool")
    return tool.get("factcheck") if isinstance(tool, Mapping) else None


def _configures(file: Path) -> bool:
    if not file.is_file():
        return False
    if file.name == OWN_FILE:
        return True
    if not _MENTION.search(file.read_text(encoding="utf-8", errors="replace")):
        return False
    from factcheck.toml import read_toml

    return section_of(read_toml(Path(os.path.relpath(file)))) is not None
