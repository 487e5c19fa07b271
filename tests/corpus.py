"""The seeds and changed copies of them, for tests that run the whole pipeline."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from factcheck.findings import Finding, Report, Severity
from factcheck.model import Claim
from factcheck.pipeline import check

ROOT = Path(__file__).resolve().parent.parent
SEEDS = ROOT / "seeds"
TEXTS: Mapping[str, str] = {path.name: path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))}


def seed_name(number: str) -> str:
    """The file name of the seed whose name begins with `number` ("000" to "004")."""
    return next(name for name in TEXTS if name.startswith(number))


def changed(number: str, changes: Iterable[tuple[str, str]]) -> str:
    """The text of a seed with words replaced everywhere; each of them must stand in it, or the test tests nothing."""
    text = TEXTS[seed_name(number)]
    for old, new in changes:
        assert old in text, f"{old!r} is not in {seed_name(number)}"
        text = text.replace(old, new)
    return text


def write(folder: Path, texts: Mapping[str, str | bytes]) -> Path:
    """Writes articles into `folder`, byte for byte."""
    for name, text in texts.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def checked(folder: Path, texts: Mapping[str, str | bytes]) -> Report:
    """The report on these articles."""
    return check([write(folder, texts)])


def weighty(report: Report) -> list[Finding]:
    """The conflicts that a reader is meant to look at."""
    return [finding for finding in report.conflicts if finding.severity is not Severity.NOTE]


def claims_of(report: Report, number: str, kind: str) -> list[Claim]:
    """What an article claims, by the beginning of its name."""
    return [c for c in report.claims if c.kind == kind and c.evidence.source.startswith(number)]


def numbers_of(claims: Iterable[Claim]) -> set[str]:
    """The articles of claims, by the beginnings of their names."""
    return {claim.evidence.source[:3] for claim in claims}


def factcheck(*arguments: object, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Runs the command in a process of its own, without a terminal."""
    # Given in full: readline, which pytest loads, sets a width in the environment that children inherit otherwise.
    inherited = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "GITHUB_ACTIONS")}
    return subprocess.run(
        [sys.executable, "-m", "factcheck", *map(str, arguments)],
        cwd=cwd,
        env={**inherited, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        stdin=subprocess.DEVNULL,
        check=False,
    )
