"""What a run costs, as a multiple of starting a bare interpreter: `make bench`. Figures only, nothing fails.

CPU time of the child process, user and system, median of several runs; the bars are what a user is promised. The
caches are warm, as they are from the second run on: the parsed rules, and the bytecode, whatever the environment says.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RUNS = 15
FACTCHECK = (sys.executable, "-m", "factcheck")
BARE = (sys.executable, "-c", "pass")
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
BENCHES = (
    ("factcheck report seeds", (*FACTCHECK, "report", "seeds"), 20),
    ("factcheck report seeds -f json", (*FACTCHECK, "report", "seeds", "-f", "json"), 20),
    ("factcheck report seeds -f html", (*FACTCHECK, "report", "seeds", "-f", "html"), 40),
    ("factcheck --help", (*FACTCHECK, "--help"), 8),
)


def cpu_seconds(command: tuple[str, ...]) -> float:
    """CPU time of one run of `command`."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    silent = subprocess.DEVNULL
    subprocess.run(command, cwd=ROOT, env=ENVIRONMENT, stdout=silent, stderr=silent, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def medians(commands: list[tuple[str, ...]]) -> list[float]:
    """The median of each command after a run that fills the caches; they take turns, so that all meet the same load."""
    rounds = [[cpu_seconds(command) for command in commands] for _ in range(RUNS + 1)]
    return [statistics.median(times) for times in zip(*rounds[1:], strict=True)]


def main() -> None:
    bare, *rest = medians([BARE, *(command for _, command, _ in BENCHES)])
    print(f"{'a bare interpreter':<32}{bare * 1000:8.1f} ms")
    for (name, _, bar), seconds in zip(BENCHES, rest, strict=True):
        print(f"{name:<32}{seconds * 1000:8.1f} ms{seconds / bare:8.1f}x   (at most {bar}x)")


if __name__ == "__main__":
    main()
