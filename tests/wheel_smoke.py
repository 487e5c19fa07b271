"""Builds the wheel, installs it into a fresh environment, and runs it from an empty folder as a user would.

Run by `make test` (`python tests/wheel_smoke.py`), not by pytest: it needs the package index and most of a minute.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def run(*command: str | Path, folder: Path, code: int = 0) -> str:
    """The standard output of a command, which has to end with `code`. Nothing of this checkout is on its path."""
    environment = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}
    environment["XDG_CACHE_HOME"] = str(folder / ".cache")
    done = subprocess.run(
        [str(part) for part in command], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode != code:
        sys.exit(f"{command}: exit {done.returncode}, expected {code}\n{done.stdout}\n{done.stderr}")
    return done.stdout


def install(folder: Path) -> Path:
    """The folder of the scripts of a fresh environment that has the wheel and what it requires."""
    run(sys.executable, "-m", "build", "--wheel", "--outdir", folder, ROOT, folder=folder)
    (wheel,) = folder.glob("*.whl")
    run(sys.executable, "-m", "venv", folder / "venv", folder=folder)
    scripts = folder / "venv" / ("Scripts" if os.name == "nt" else "bin")
    run(scripts / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", wheel, folder=folder)
    return scripts


def smoke(scripts: Path, folder: Path) -> None:
    """What has to work on a user's machine."""
    factcheck, seeds = scripts / "factcheck", ROOT / "seeds"
    if not run(factcheck, "--version", folder=folder).startswith("factcheck "):
        sys.exit("--version says something else")
    run(factcheck, "report", seeds, folder=folder)
    report = json.loads(run(factcheck, "report", seeds, "-f", "json", folder=folder))
    if report["summary"]["sources"] != len(list(seeds.glob("*.txt"))) or not report["summary"]["claims"]:
        sys.exit(f"the seeds are not read: {report['summary']}")
    run(factcheck, "report", seeds, "-o", "report.html", folder=folder)
    if "</html>" not in (folder / "report.html").read_text(encoding="utf-8"):
        sys.exit("the HTML report is not whole")
    run(factcheck, "rules", "test", folder=folder)
    json.loads(run(factcheck, "schema", "report", folder=folder))
    run(scripts / "python", "-m", "factcheck", "report", folder / "missing", folder=folder, code=2)
    (folder / "empty").mkdir()
    run(scripts / "python", "-m", "factcheck", "report", folder / "empty", folder=folder, code=3)
    run(factcheck, "baseline", "create", seeds, folder=folder)
    run(factcheck, "check", seeds, folder=folder)


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="factcheck-") as name:
        folder = Path(name)
        work = folder / "work"
        work.mkdir()
        smoke(install(folder), work)
    print("wheel: builds, installs and runs")


if __name__ == "__main__":
    main()
