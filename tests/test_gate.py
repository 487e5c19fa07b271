"""The gate as a team lives with it: every state and its exit code, quiet on what is known, and nothing half written."""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from factcheck import terminal
from factcheck.cli import run
from factcheck.terminal import write_file
from tests.corpus import ROOT, factcheck, write

FINISHED, FAILED, ERROR, NOTHING_CHECKED, INTERRUPTED = 0, 1, 2, 3, 130

FIRST = """OSLO, 3 April 2019 - Norwegian President Ada Brandt landed in Lisbon, Portugal, on Tuesday (2 April 2019).

Ada Brandt was accompanied by Defence Minister Ole Krag.
"""
SECOND = FIRST.replace("Ole Krag", "Ines Falk")
PAIR = {"a.md": FIRST, "b.md": SECOND}
THIRD = FIRST.replace("Ole Krag", "Mia Lund")
SUPPRESSED = SECOND.replace("\n\nAda", "\n\n<!-- factcheck: ignore delegation-member: the desk knows -->\nAda")
BASELINE = Path("factcheck-baseline.yaml")


@pytest.fixture
def news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two articles that disagree about one thing, in the working folder."""
    monkeypatch.chdir(tmp_path)
    return write(tmp_path / "news", PAIR)


Gate = Callable[..., tuple[int, dict[str, Any], str]]


@pytest.fixture
def gate(news: Path, capsys: pytest.CaptureFixture[str]) -> Gate:
    """Runs `check`; returns its code, its report, and what it says on standard error."""

    def check(*arguments: str) -> tuple[int, dict[str, Any], str]:
        capsys.readouterr()
        code = run(["check", "news", "-f", "json", *arguments])
        captured = capsys.readouterr()
        return code, json.loads(captured.out), captured.err

    return check


def the_id(gate: Gate) -> str:
    (conflict,) = gate("--no-baseline")[1]["conflicts"]
    return str(conflict["id"])


# Every state, what brings it about, and the code of `check`

ACCEPT = ["accept", "ID", "--reason", "both travelled"]
UNTIL = [*ACCEPT, "--expires", "2031-05-06", "--today", "2031-05-01"]
CREATE = ["create", "news"]
STATES: dict[str, tuple[list[list[str]], dict[str, str | None], list[str], str, int, str]] = {
    "new": ([], {}, [], "new", FAILED, "1 new, 0 changed; 0 known"),
    "new to a baseline": ([["create", "empty"]], {}, [], "new", FAILED, "1 new, 0 changed; 0 known"),
    "known": ([CREATE], {}, [], "known", FINISHED, "0 new, 0 changed; 1 known"),
    "known, and renamed": ([CREATE], {"a.md": None, "z.md": FIRST}, [], "known", FINISHED, "0 new, 0 changed; 1 known"),
    "known, and no baseline wished": ([CREATE], {}, ["--no-baseline"], "new", FAILED, "1 new, 0 changed; 0 known"),
    "changed": ([CREATE], {"c.md": THIRD}, [], "changed", FAILED, "0 new, 1 changed; 0 known"),
    "accepted": ([CREATE, ACCEPT], {}, [], "accepted", FINISHED, "0 new, 0 changed; 0 known, 1 accepted"),
    "accepted without an entry before": (
        [[*ACCEPT, "news"]], {}, [], "accepted", FINISHED, "0 new, 0 changed; 0 known, 1 accepted",
    ),
    "a false positive": (
        [CREATE, [*ACCEPT, "--false-positive"]], {}, [], "accepted", FINISHED, "0 new, 0 changed; 0 known, 1 accepted",
    ),
    "accepted, then changed": (
        [CREATE, ACCEPT], {"c.md": THIRD}, [], "changed", FAILED, "0 new, 1 changed; 0 known",
    ),
    "accepted for a week": (
        [CREATE, UNTIL], {}, ["--today", "2031-04-30"], "accepted", FINISHED,
        "0 new, 0 changed; 0 known, 1 accepted, 1 expires in 6 days",
    ),
    "accepted for years": (
        [CREATE, [*ACCEPT, "--expires", "2041-05-06", "--today", "2031-05-01"]], {}, ["--today", "2031-05-01"],
        "accepted", FINISHED, "0 new, 0 changed; 0 known, 1 accepted",
    ),
    "accepted until tomorrow": (
        [CREATE, UNTIL], {}, ["--today", "2031-05-05"], "accepted", FINISHED,
        "0 new, 0 changed; 0 known, 1 accepted, 1 expires tomorrow",
    ),
    "accepted until today": (
        [CREATE, UNTIL], {}, ["--today", "2031-05-06"], "accepted", FINISHED,
        "0 new, 0 changed; 0 known, 1 accepted, 1 expires today",
    ),
    "expired": (
        [CREATE, UNTIL], {}, ["--today", "2031-05-07"], "expired", FAILED, "0 new, 0 changed, 1 expired; 0 known",
    ),
    "expired below the level": (
        [CREATE, UNTIL], {}, ["--today", "2031-05-07", "--fail-level", "error"], "expired", FINISHED,
        "0 new, 0 changed, 1 expired; 0 known",
    ),
    "resolved: they agree": (
        [CREATE], {"b.md": FIRST.replace("OSLO", "LISBON")}, [], "resolved", FINISHED,
        "0 new, 0 changed; 0 known, 1 resolved",
    ),
    "resolved: an article is gone": (
        [CREATE], {"b.md": None}, [], "resolved", FINISHED, "0 new, 0 changed; 0 known, 1 resolved",
    ),
    "resolved: nobody says so any more": (
        [CREATE], {"a.md": FIRST.partition("\n")[0], "b.md": SECOND.partition("\n")[0]}, [], "resolved", FINISHED,
        "0 new, 0 changed; 0 known, 1 resolved",
    ),
    "not checked: another kind": (
        [CREATE], {}, ["--select", "visit-date"], "not-checked", FINISHED, "0 new, 0 changed; 0 known, 1 not checked",
    ),
    "not checked: an article cannot be read": (
        [CREATE], {"b.md": "\0"}, ["--keep-going"], "not-checked", FINISHED,
        "0 new, 0 changed; 0 known, 1 not checked",
    ),
    "an article cannot be read": (
        [CREATE], {"b.md": "\0"}, [], "not-checked", ERROR, "0 new, 0 changed; 0 known, 1 not checked",
    ),
    "suppressed": ([], {"b.md": SUPPRESSED}, [], "", FINISHED, "0 new, 0 changed; 0 known, 1 suppressed"),
    "suppressed, and it is not heeded": (
        [], {"b.md": SUPPRESSED}, ["--no-suppressions"], "new", FAILED, "1 new, 0 changed; 0 known",
    ),
    "nothing to check": (
        [CREATE], {"a.md": None, "b.md": None}, [], "not-checked", NOTHING_CHECKED,
        "0 new, 0 changed; 0 known, 1 not checked",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("before", "edits", "arguments", "state", "code", "line"), STATES.values(), ids=STATES)
def test_every_state_and_its_exit_code(
    before: list[list[str]],
    edits: dict[str, str | None],
    arguments: list[str],
    state: str,
    code: int,
    line: str,
    news: Path,
    gate: Gate,
) -> None:
    id = the_id(gate)
    write(news.parent / "empty", {"calm.md": "Nothing happened in Oslo.\n"})
    for command in before:
        assert run(["baseline", *(id if word == "ID" else word for word in command)]) == FINISHED
    for name, text in edits.items():
        (news / name).unlink(missing_ok=True)
        if text is not None:
            (news / name).write_text(text, encoding="utf-8")
    found_code, report, errors = gate(*arguments)
    found = [*report["conflicts"], *report["resolved"], *report["not_checked"]]
    assert [finding["state"] for finding in found if finding["severity"] != "note" or not finding["silent"]] == (
        [state] if state else []
    )
    assert [finding["id"] for finding in found] == ([id] if state else [])
    assert f"factcheck: {line}\n" in errors
    assert found_code == code


def test_every_state_is_in_the_table() -> None:
    from factcheck.findings import State

    assert {state for _, _, _, state, _, _ in STATES.values()} - {""} == set(State)


# The commands on a baseline


def test_the_life_of_a_baseline(news: Path, gate: Gate, capsys: pytest.CaptureFixture[str]) -> None:
    id = the_id(gate)
    assert run(["baseline", "create", "news"]) == FINISHED
    assert run(["baseline", "accept", id, "--reason", "both went", "--expires", "2031-05-06"]) == FINISHED
    capsys.readouterr()
    assert run(["baseline", "list", "--today", "2031-05-07"]) == FINISHED
    shown = capsys.readouterr().out
    assert shown.startswith(f"{id}  accepted until 2031-05-06, expired  Who was defence minister")
    assert shown.endswith("\n    both went\n")
    assert run(["baseline", "prune", "news"]) == FINISHED
    assert "0 dropped, 1 left" in capsys.readouterr().err
    (news / "b.md").write_text(FIRST, encoding="utf-8")
    assert run(["baseline", "prune", "news"]) == FINISHED
    captured = capsys.readouterr()
    assert captured.out.startswith(f"{id}  Who was") and captured.out.endswith("the texts now agree\n")
    assert "1 dropped, 0 left" in captured.err
    assert run(["baseline", "list"]) == FINISHED
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["accept", "--reason", "x"], "was given; `factcheck report` shows"),
        (["accept", "ID"], "--reason"),
        (["accept", "ID", "--reason", " "], "--reason"),
        (["accept", "ID", "--reason", "x", "--expires", "soon"], "write it as 2024-06-20"),
        (["accept", "ID", "--reason", "x", "--expires", "2031-05-05", "--today", "2031-05-06"], "is past"),
        (["accept", "IDx", "--reason", "x"], "did you mean ID?"),
        (["accept", "IDx", "news", "--reason", "x"], "did you mean ID?"),
        (["accept", "ID", "nowhere", "--reason", "x"], "nowhere"),
        (["prune"], "no PATH was given"),
        (["list", "--baseline", "none.yaml"], "factcheck baseline create"),
        (["prune", "news", "--baseline", "none.yaml"], "factcheck baseline create"),
        (["create", "news"], "never overwritten"),
    ],
)
def test_a_wrong_call_changes_nothing(
    arguments: list[str], hint: str, gate: Gate, capsys: pytest.CaptureFixture[str]
) -> None:
    id = the_id(gate)
    assert run(["baseline", "create", "news"]) == FINISHED
    before = BASELINE.read_bytes()
    capsys.readouterr()
    assert run(["baseline", *(word.replace("ID", id) for word in arguments)]) == ERROR
    assert hint.replace("ID", id) in capsys.readouterr().err
    assert BASELINE.read_bytes() == before


@pytest.mark.parametrize(
    "command", [["create", "news"], ["prune", "news"], ["accept", "fc-x", "news", "--reason", "x"]]
)
def test_what_cannot_be_read_keeps_a_baseline_from_changing(
    command: list[str], news: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if command[0] == "prune":
        run(["baseline", "create", "news"])
    write(news, {"c.md": b"\0\1"})
    assert run(["baseline", *command]) == ERROR
    assert "not every article could be read" in capsys.readouterr().err


# Quiet


@pytest.mark.parametrize("form", ["text", "json"])
def test_check_twice_writes_nothing_and_prints_the_same(form: str, news: Path) -> None:
    cwd = news.parent
    assert factcheck("baseline", "create", "news", cwd=cwd).returncode == FINISHED
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in cwd.rglob("*") if path.is_file()}
    first, second = (factcheck("check", "news", "-f", form, cwd=cwd) for _ in range(2))
    assert (first.returncode, first.stdout, first.stderr) == (second.returncode, second.stdout, second.stderr)
    after = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in cwd.rglob("*") if path.is_file()}
    assert after == before


def test_what_was_decided_is_shown_where_it_is_asked_for(gate: Gate, capsys: pytest.CaptureFixture[str]) -> None:
    id = the_id(gate)
    run(["baseline", "accept", id, "news", "--reason", "both went", "--expires", "2031-05-06"])
    capsys.readouterr()
    run(["check", "news"])
    assert id not in capsys.readouterr().out
    run(["check", "news", "-v"])
    assert " ACCEPTED  warning  Who was defence minister" in (shown := capsys.readouterr().out)
    assert "decision  accepted until 2031-05-06: both went" in shown
    run(["check", "news", "--today", "2031-05-07"])
    assert " EXPIRED  warning  Who was defence minister" in capsys.readouterr().out


# Files: whole or not at all


def test_a_file_is_replaced_at_once_and_keeps_its_permissions(tmp_path: Path) -> None:
    file = write(tmp_path, {"b.yaml": "old"}) / "b.yaml"
    file.chmod(0o640)
    write_file(file, "new\n")
    assert (file.read_bytes(), file.stat().st_mode & 0o777, list(tmp_path.iterdir())) == (b"new\n", 0o640, [file])


def test_a_link_stays_a_link_and_a_pipe_is_written_to(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(write(tmp_path, {"real": "old"}) / "real")
    write_file(tmp_path / "link", "new")
    assert (tmp_path / "link").is_symlink() and (tmp_path / "real").read_text(encoding="utf-8") == "new"
    write_file(Path("/dev/null"), "new")
    assert Path("/dev/null").is_char_device()


def test_a_read_only_baseline_stays_as_it_is(gate: Gate, capsys: pytest.CaptureFixture[str]) -> None:
    id = the_id(gate)
    run(["baseline", "create", "news"])
    before = BASELINE.read_bytes()
    BASELINE.chmod(0o444)
    capsys.readouterr()
    assert run(["baseline", "accept", id, "--reason", "x"]) == ERROR
    assert capsys.readouterr().err == "factcheck: error: factcheck-baseline.yaml: the file is read-only\n"
    assert BASELINE.read_bytes() == before
    assert sorted(path.name for path in Path().iterdir()) == ["factcheck-baseline.yaml", "news"]
    assert run(["check", "news"]) == FINISHED  # which only reads it


def limited(cwd: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """Runs the command where no file may grow beyond 100 bytes: as on a disk that is full."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": "/dev/null/none"}
    return subprocess.run(
        [sys.executable, "-m", "factcheck", *arguments],
        cwd=cwd,
        env=environment,
        capture_output=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100)),
    )


def test_a_full_disk_leaves_the_old_file_or_none(news: Path, gate: Gate) -> None:
    id, cwd = the_id(gate), news.parent
    done = limited(cwd, "baseline", "create", "news")
    assert (done.returncode, done.stderr) == (ERROR, b"factcheck: error: factcheck-baseline.yaml: File too large\n")
    assert sorted(path.name for path in cwd.iterdir()) == ["news"]
    run(["baseline", "create", "news"])
    before = BASELINE.read_bytes()
    assert limited(cwd, "baseline", "accept", id, "--reason", "x").returncode == ERROR
    done = limited(cwd, "check", "news", "-q", "-o", "out.json")
    assert (done.returncode, done.stderr) == (ERROR, b"factcheck: error: out.json: File too large\n")
    assert BASELINE.read_bytes() == before
    assert sorted(path.name for path in cwd.iterdir()) == ["factcheck-baseline.yaml", "news"]


def test_an_interrupt_while_writing_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*paths: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(terminal.os, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_file(tmp_path / "b.yaml", "new")
    assert list(tmp_path.iterdir()) == []


# Ends


def test_an_interrupt_ends_quietly(news: Path) -> None:
    """The run waits for an article that comes through a pipe, and never does."""
    os.mkfifo(news / "c.md")
    command = [sys.executable, "-m", "factcheck", "check", "news/a.md", "news/c.md"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        command, cwd=news.parent, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process, open(news / "c.md", "wb"):  # opens as soon as the run does
        process.send_signal(signal.SIGINT)
        out, errors = process.communicate(timeout=60)
    assert (process.returncode, out, errors) == (INTERRUPTED, b"", b"")


@pytest.mark.parametrize(("arguments", "code"), [([], FAILED), (["--fail-level", "error"], FINISHED)])
def test_a_reader_of_one_line_leaves_the_code_of_the_gate(arguments: list[str], code: int, news: Path) -> None:
    write(news, {f"{number:03}.md": FIRST.replace("Krag", f"Krag{'a' * (number % 9)}") * 9 for number in range(60)})
    command = " ".join([sys.executable, "-m factcheck check news -v", *arguments])
    done = subprocess.run(
        ["bash", "-c", f"{command} | head -1; exit ${{PIPESTATUS[0]}}"],
        cwd=news.parent,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stdout.count(b"\n"), done.stderr) == (code, 1, b"")
