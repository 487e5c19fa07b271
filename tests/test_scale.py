"""Many articles: the same bytes from any number of processes, article by article, and stories told apart."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from factcheck import blocks, check, fit, groups, judge, order, together, workers
from factcheck.decisions import Suppression
from factcheck.load import load_articles
from factcheck.model import Comparison
from factcheck.pipeline import list_claims
from factcheck.report import FORMATS, View, render
from factcheck.report.claims import render_jsonl
from factcheck.rulepack import RulePack, load_pack
from factcheck.surroundings import surroundings
from factcheck.workers import Workers, cores, in_chunks
from tests.corpus import ROOT, SEEDS, factcheck, seed_name, write
from tests.permuted import rows, write_rows

COMPARE = groups.compare_answers


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Eight stories of five articles."""
    return write_rows(tmp_path_factory.mktemp("corpus") / "articles.jsonl", 40)


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Processes are started for a handful of articles."""
    monkeypatch.setattr(workers, "FEWEST", 5)


def test_made_articles_are_the_same_every_time_and_none_is_a_seed() -> None:
    once, again = list(islice(rows(), 12)), list(islice(rows(), 12))
    assert once == again
    texts = {row["text"] for row in once}
    assert len(texts) == 12 and not texts & {path.read_text(encoding="utf-8") for path in SEEDS.glob("*.txt")}


def test_made_articles_tell_one_story_in_five_and_have_conflicts(corpus: Path) -> None:
    report = check([corpus], cache=False)
    of = {source.id: source.id.rpartition("-")[0] for source in report.sources}
    assert report.stories >= 7  # two that speak of the same countries may be taken for one
    assert all(count % 5 == 0 for count in Counter(source.story for source in report.sources).values())
    assert len({of[claim.evidence.source] for c in report.conflicts for a in c.answers for claim in a.claims}) == 8


@pytest.mark.usefixtures("few")
def test_the_report_is_the_same_from_any_number_of_processes(corpus: Path, tmp_path: Path) -> None:
    one = check([corpus], cache=False)
    two = check([corpus], cache=tmp_path, jobs=2)
    assert two == one and check([corpus], cache=tmp_path, jobs=2) == one
    around = {"verbose": True, "agreements": True, "matrix": True}
    for name in FORMATS:
        view, same = (View(**around, around=surroundings(report.sources)) for report in (one, two))
        assert render(two, name, same) == render(one, name, view)


@pytest.mark.usefixtures("few")
def test_what_is_suppressed_is_the_same_from_any_number_of_processes(corpus: Path, tmp_path: Path) -> None:
    wish = "<!-- factcheck: ignore treaty-year: our archive counts them -->\n"
    asked = [json.dumps(row | {"text": wish + row["text"]}) for row in islice(rows(), 40)]
    path = write(tmp_path / "asked", {"articles.jsonl": "\n".join(asked)}) / "articles.jsonl"
    suppress = [Suppression("factcheck.toml", "not ours", "delegation-member", "*-4")]
    one, two = (check([path], cache=False, jobs=jobs, suppress=suppress) for jobs in (1, 2))
    assert one == two
    assert one.suppressed[0].claims > 0 and len(one.suppressed) == 41
    listed = [list(list_claims([path], render_jsonl, cache=False, jobs=n, suppress=suppress)[1]) for n in (1, 2)]
    assert listed[0] == listed[1] and not any("-4" in line and "delegation" in line for line in listed[0])


@pytest.mark.usefixtures("few")
def test_claims_are_the_same_from_any_number_of_processes_and_in_order(corpus: Path, tmp_path: Path) -> None:
    def lines(jobs: int, cache: Path | bool) -> list[str]:
        loading, texts = list_claims([corpus], render_jsonl, jobs=jobs, cache=cache)
        found = [line for text in texts for line in text.splitlines()]
        assert loading.skipped == ()
        return found

    one = lines(1, False)
    assert lines(2, tmp_path) == lines(2, tmp_path) == lines(1, tmp_path) == one
    sources = [json.loads(line)["source"] for line in one]
    assert list(dict.fromkeys(sources)) == [f"articles.jsonl#{row['id']}" for row in islice(rows(), 40)]


def test_claims_of_an_article_do_not_depend_on_the_others(corpus: Path, tmp_path: Path) -> None:
    together = "".join(list_claims([corpus], render_jsonl, cache=False)[1])
    first = write_rows(tmp_path / "articles.jsonl", 1)
    assert together.startswith("".join(list_claims([first], render_jsonl, cache=False)[1]))


def test_few_things_are_done_here() -> None:
    with Workers(load_pack(), (), 8) as pool:
        assert {done.result for done in pool.map(_process, range(workers.FEWEST - 1))} == {os.getpid()}


@pytest.mark.usefixtures("few")
def test_many_things_are_done_elsewhere_and_a_failure_comes_back() -> None:
    with Workers(load_pack(), (), 2) as pool:
        assert os.getpid() not in {done.result for done in pool.map(_process, range(40))}
        with pytest.raises(ZeroDivisionError):
            list(pool.map(_failing, range(40)))


@pytest.mark.usefixtures("few")
@pytest.mark.parametrize("jobs", [1, 2])
def test_what_is_known_is_not_worked_out_and_all_comes_in_order(jobs: int) -> None:
    def known(things: Sequence[int]) -> list[int | None]:
        return [0 if thing % 3 == 0 else None for thing in things]

    with Workers(load_pack(), (), jobs) as pool:
        done = list(pool.map(_doubled, range(3000), known))
    assert [one.thing for one in done] == list(range(3000))
    assert [(one.result, one.new) for one in done] == [(0, False) if n % 3 == 0 else (2 * n, True) for n in range(3000)]


def test_things_are_asked_for_a_few_ahead() -> None:
    taken = 0

    def endless() -> Iterator[int]:
        nonlocal taken
        while True:
            taken += 1
            yield taken

    with Workers(load_pack(), (), 1) as pool:
        assert next(pool.map(_doubled, endless())).result == 2
    assert taken == workers.LOOKED_AT


def _doubled(pack: RulePack, thing: int) -> int:
    return 2 * thing


def test_workers_end_when_their_parent_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "run.py"
    script.write_text(
        "from factcheck.rulepack import load_pack\nfrom factcheck.workers import Workers\n"
        "from tests.test_scale import _slow\n"
        "if __name__ == '__main__':\n"
        "    with Workers(load_pack(), (), 1) as pool:\n"
        "        pool._executor = pool._started()\n"
        "        for done in pool.map(_slow, range(64)): print(done.result, flush=True)\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen([sys.executable, script], stdout=subprocess.PIPE, env=environment) as run:
        assert run.stdout is not None
        worker = int(run.stdout.readline())
        run.send_signal(signal.SIGKILL)
    for _ in range(200):
        if not Path(f"/proc/{worker}").exists() or "\nState:\tZ" in Path(f"/proc/{worker}/status").read_text():
            return
        time.sleep(0.05)
    pytest.fail("a worker outlives its parent")


def _process(pack: RulePack, thing: int) -> int:
    return os.getpid()


def _failing(pack: RulePack, thing: int) -> float:
    return 1 / (thing - 30)


def _slow(pack: RulePack, thing: int) -> int:
    time.sleep(0.01 if thing < 16 else 5)
    return os.getpid()


def test_chunks_hold_everything_in_order() -> None:
    assert list(in_chunks(range(7), 3)) == [[0, 1, 2], [3, 4, 5], [6]]
    assert list(in_chunks([], 3)) == []
    assert cores() >= 1


def test_the_command_reads_a_table_from_standard_input(corpus: Path) -> None:
    command = [sys.executable, "-m", "factcheck", "claims", "-", "-f", "jsonl", "--no-cache", "--jobs", "1"]
    run = subprocess.run(command, cwd=ROOT, input=corpus.read_bytes(), capture_output=True, check=True)
    assert json.loads(run.stdout.splitlines()[0])["source"].startswith("stdin#")


def test_the_command_says_what_it_does_not_understand() -> None:
    assert b"FIELD=NAME" in factcheck("report", SEEDS, "--column", "body").stderr
    assert b"did you mean 'text'?" in factcheck("report", SEEDS, "--column", "txet=body").stderr
    assert factcheck("report", SEEDS, "--jobs", "-1").returncode == 2
    undated = factcheck("claims", SEEDS, "--date", "nobody.txt=2031-05-04")
    assert undated.returncode == 2 and b"no article nobody.txt" in undated.stderr


def test_an_article_that_repeats_itself_is_asked_once() -> None:
    """What takes time quadratic in an article shows as calls: twice the text, at most three times as many."""
    text = "Ada Brandt, 34, was charged. The 34-year-old killed 25 people in Oslo on Tuesday. "
    assert _calls(text * 200) < 3 * _calls(text * 100)


def _of_one_article(answers: int) -> dict[str, str]:
    told = " ".join(f"The fire destroyed {1000 + 3 * number} stalls in Oslo." for number in range(answers))
    return {"a.txt": f"OSLO, 6 May 2031 - {told}"}


def _of_many_articles(answers: int) -> dict[str, str]:
    told = "A fire destroyed {} stalls in Oslo on Tuesday, the police said. It began at 12 Harbour Street."
    return {f"{n}.txt": f"OSLO, 6 May 2031 - {told.format(1000 + 3 * n)}" for n in range(answers)}


@pytest.mark.parametrize("texts", [_of_one_article, _of_many_articles])
def test_twice_as_many_answers_are_compared_twice_as_often(
    texts: Callable[[int], dict[str, str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What somebody has thousands of is not compared each with each; the bounds are lowered to be met by few."""
    for module, name in ((blocks, "EACH_WITH_EACH"), (groups, "_MOST"), (order, "_MOST"), (together, "_TABLE")):
        monkeypatch.setattr(module, name, 8)
    monkeypatch.setattr(blocks, "_NEXT", 3)
    compared: Counter[int] = Counter()
    for number in (40, 80, 160):
        for module in (fit, groups, judge, together):
            monkeypatch.setattr(module, "compare_answers", partial(_compared, compared, number))
        check([write(tmp_path / str(number), texts(number))], cache=False, one_story=True)
    assert 160 < compared[160] - compared[80] < 2.5 * (compared[80] - compared[40])


def _compared(counts: Counter[int], number: int, *answers: Any) -> Comparison:
    counts[number] += 1
    return COMPARE(*answers)


def test_a_conflict_among_many_sources_is_found_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two figures, each of many articles in words of their own: the comparisons that are left out miss neither."""
    told = ("A fire destroyed {} stalls in Oslo, the police said.", "In Oslo {} stalls were destroyed by fire.")
    texts = {f"{n}.txt": f"OSLO, 6 May 2031 - {told[n % 2].format(418 if n % 3 else 428)}" for n in range(30)}
    folder = write(tmp_path / "corpus", texts)
    every = check([folder], cache=False, one_story=True)
    monkeypatch.setattr(blocks, "EACH_WITH_EACH", 8)
    monkeypatch.setattr(blocks, "_NEXT", 3)
    some = check([folder], cache=False, one_story=True)
    assert [f.question for f in every.conflicts] and some.conflicts == every.conflicts


def _calls(text: str) -> int:
    from factcheck.reader import read

    calls = 0

    def count(frame: object, event: str, argument: object) -> None:
        nonlocal calls
        calls += 1

    (article,) = load_articles([SEEDS / seed_name("000")], words={"en": ["the"]}).articles
    pack = load_pack()
    read(article._replace(text=text, language="en"), pack)
    sys.setprofile(count)
    try:
        read(article._replace(text=text, language="en"), pack)
    finally:
        sys.setprofile(None)
    return calls
