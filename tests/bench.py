"""What a run costs, as ratios that hold on any machine: `make bench`, or `make bench ARTICLES=2000` for a quick look.

All figures of one table come from one run. CPU time is that of the child process and its own, user and system; where
processes share the work, the time on the clock. Nothing fails: the bars are what a user is promised.
"""

from __future__ import annotations

import gc
import os
import re
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple, TypeVar

from factcheck.extract.match import Matcher
from factcheck.extract.shape import Shape, shape_of
from factcheck.load import open_articles
from factcheck.reader import read, read_alone
from factcheck.rulepack import RulePack, load_pack
from tests.permuted import write_rows

T = TypeVar("T")

ROOT = Path(__file__).resolve().parent.parent
RUNS = 15
FACTCHECK = (sys.executable, "-m", "factcheck")
BARE = (sys.executable, "-c", "pass")
# The caches of bytecode and rules are warm, as they are from the second run on, whatever the environment says.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
STARTS = (
    ("`report seeds` / a bare interpreter's start", (*FACTCHECK, "report", "seeds"), 20),
    ("`report seeds -f json` / a bare interpreter's start", (*FACTCHECK, "report", "seeds", "-f", "json"), 20),
    ("`report seeds -f html` / a bare interpreter's start", (*FACTCHECK, "report", "seeds", "-f", "html"), 40),
    ("`--help` / a bare interpreter's start", (*FACTCHECK, "--help"), 8),
)
PEERS = 100  # articles that the peers read: each costs them many times what it costs here
RUN = 2_000  # articles of the run that is set beside them, of which theirs are the first: enough for all processes


class Cost(NamedTuple):
    """What a child process took: seconds of CPU and on the clock, and at most so many bytes at a time."""

    cpu: float
    clock: float
    peak: int


def cost(command: Sequence[object]) -> Cost:
    """The cost of one run of `command`, a child of a child so that its peak is its own."""
    script = (
        "import resource as r, subprocess as s, sys, time; t = time.perf_counter()\n"
        "s.run(sys.argv[1:], stdout=s.DEVNULL, stderr=s.DEVNULL); u = r.getrusage(r.RUSAGE_CHILDREN)\n"
        "print(u.ru_utime + u.ru_stime, time.perf_counter() - t, u.ru_maxrss * 1024)"
    )
    told = subprocess.run(
        [sys.executable, "-c", script, *map(str, command)], cwd=ROOT, env=ENVIRONMENT, capture_output=True, check=True
    )
    cpu, clock, peak = told.stdout.split()
    return Cost(float(cpu), float(clock), int(peak))


def starts() -> Iterator[tuple[str, float, str]]:
    """What the short commands cost, medians of runs that take turns, so that all meet the same load."""
    commands = [BARE, *(command for _, command, _ in STARTS)]
    rounds = [[cost(command).cpu for command in commands] for _ in range(RUNS + 1)]
    bare, *medians = (statistics.median(times) for times in zip(*rounds[1:], strict=True))
    yield from ((name, seconds / bare, f"≤ {bar}") for (name, _, bar), seconds in zip(STARTS, medians, strict=True))


def large(folder: Path, articles: int) -> Iterator[tuple[str, float, str]]:
    """What many articles cost: more of them, again, and with two processes."""
    corpus = {n: write_rows(folder / f"{n}.jsonl", n) for n in (articles // 4, articles, articles * 5)}

    def run(command: str, n: int, *options: object) -> Cost:
        return cost((*FACTCHECK, command, corpus[n], *options))

    apart = ("--no-cache", "--jobs")
    few, many = (run("claims", n, *apart, 1) for n in (articles, articles * 5))
    yield f"peak memory of `claims`, {articles * 5:,} / {articles:,} articles", many.peak / few.peak, "≤ 1.2"
    two = run("claims", articles, *apart, 2)
    yield f"`claims` of {articles:,} articles, 1 process / 2, on the clock", few.clock / two.clock, "≥ 1.7"
    # A machine that does other things too shows on the clock, but not here: two cores share what all processes took.
    yield f"`claims` of {articles:,} articles, 1 process / 2, CPU of each core", 2 * few.cpu / two.cpu, "≥ 1.7"
    less, more = (run("report", n, *apart, 1).cpu / n for n in (articles // 4, articles * 5))
    yield f"time an article of `report`, {articles * 5:,} / {articles // 4:,} articles", more / less, "≤ 1.3"
    for command in ("report", "claims"):
        kept = ("--cache", folder / f"cache-{command}", "--jobs", 1)
        first, again = (run(command, articles, *kept).cpu for _ in range(2))
        yield f"`{command}` of {articles:,} articles, first run / unchanged again", first / again, "≥ 8"


def peers(folder: Path) -> Iterator[tuple[str, float, str]]:
    """What others would do with the same articles: find dates alone, or search rule by rule."""
    from dateparser.search import search_dates

    pack = load_pack()
    articles = list(open_articles([write_rows(folder / "peers.jsonl", PEERS)], words=pack.function_words))
    dates, claims = in_turns(
        articles, lambda one: search_dates(one.text, languages=["id"]), lambda one: read_alone(one, pack)
    )
    run = cost((*FACTCHECK, "claims", write_rows(folder / "run.jsonl", RUN), "--no-cache"))
    faster = (RUN / run.clock) / (PEERS / dates.clock)
    yield "`claims`, default `--jobs` / `search_dates`, articles a second on the clock", faster, "≥ 25"
    yield f"`search_dates` / reading for `claims`, CPU of {PEERS} articles, 1 process", dates.cpu / claims.cpu, ""
    shapes = [shape_of(sentence) for article in articles for sentence in read(article, pack).tagged]
    plain = plain_rules(pack, "id")
    matcher = Matcher(pack, "id")
    assert sorted(each_by_itself(plain, shapes)) == sorted(all_at_once(matcher, shapes)), "the same rules must hit"
    slow, quick = in_turns(
        [shapes], lambda some: list(each_by_itself(plain, some)), lambda some: list(all_at_once(matcher, some))
    )
    yield "each rule searched by `re` in each sentence / all rules at once", slow.cpu / quick.cpu, "≥ 10"


def plain_rules(pack: RulePack, language: str) -> Mapping[str, re.Pattern[str]]:
    """The rules of a language for Python's `re`."""
    rules = (rule for rule in pack.rules if rule.language == language and rule.match)
    return {rule.id: re.compile(pack.patterns[rule.id].match.source) for rule in rules}


def each_by_itself(rules: Mapping[str, re.Pattern[str]], shapes: Sequence[Shape]) -> Iterator[tuple[int, str]]:
    """Which sentence is hit by which rule, each looked for in each."""
    for number, shape in enumerate(shapes):
        text = shape.data.decode()
        yield from ((number, name) for name, rule in rules.items() if rule.search(text))


def all_at_once(matcher: Matcher, shapes: Sequence[Shape]) -> Iterator[tuple[int, str]]:
    """The same, by the set of all rules."""
    for number, shape in enumerate(shapes):
        yield from ((number, name) for name in matcher.ids(shape))


def in_turns(things: Sequence[T], *steps: Callable[[T], object]) -> list[Cost]:
    """What steps cost here that take turns, thing by thing, so that all meet the same load.

    They do so after a first go, which fills what is filled once.
    """
    for thing, step in product(things, steps):
        step(thing)
    gc.collect()
    spent = [Cost(0, 0, 0) for _ in steps]
    for thing, (number, step) in product(things, enumerate(steps)):
        cpu, clock = time.process_time(), time.perf_counter()
        step(thing)
        before = spent[number]
        spent[number] = Cost(before.cpu + time.process_time() - cpu, before.clock + time.perf_counter() - clock, 0)
    return spent


def main() -> None:
    articles = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    gc.set_threshold(500_000, 20, 100)  # as in the command line
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    print(f"| {'ratio':<72} | {'measured':>8} | {'promised':>8} |\n|{'-' * 74}|{'-' * 9}:|{'-' * 9}:|")
    with TemporaryDirectory() as place:
        for figures in (starts(), peers(Path(place)), large(Path(place), articles)):
            for name, ratio, bar in figures:
                print(f"| {name:<72} | {ratio:>7.1f}× | {bar and f'{bar}×':>8} |", flush=True)


if __name__ == "__main__":
    main()
