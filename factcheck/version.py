"""The version of factcheck: the one place the package metadata, `--version` and every report take it from."""

from __future__ import annotations

VERSION = "0.1.0"
