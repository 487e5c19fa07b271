"""The commands: options, exit codes, streams. The pipeline itself is replaced by reports made by hand."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from factcheck.cli import main, run
from factcheck.errors import RuleError, UsageError
from factcheck.findings import Report, Severity
from factcheck.model import Relation
from tests.factory import make_answer, make_finding, make_report

Calls = list[dict[str, Any]]
Pipeline = Callable[[Report | BaseException], Calls]


@pytest.fixture
def pipeline(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Pipeline:
    """Puts a finished report, or an error, in the place of the pipeline; returns the arguments it is called with."""
    monkeypatch.chdir(tmp_path)

    def replace(result: Report | BaseException) -> Calls:
        calls: Calls = []

        def check(paths: object, **options: Any) -> Report:
            calls.append({"paths": paths, **options})
            if isinstance(result, BaseException):
                raise result
            return result

        monkeypatch.setattr(import_module("factcheck.pipeline"), "check", check)
        return calls

    return replace


CONFLICT = make_report(make_finding())
CALM = make_report()
NOTHING = make_report(sources=(), skipped=[("photo.jpg", "unsupported-type")])
UNREADABLE = make_report(make_finding(), skipped=[("e.txt", "binary"), ("photo.jpg", "unsupported-type")])


# Exit codes


@pytest.mark.parametrize(("name", "code"), [("a.txt", 0), ("photo.jpg", 3)])
def test_claims_exits_by_whether_there_was_anything_to_read(tmp_path: Path, name: str, code: int) -> None:
    (tmp_path / name).write_text("The fire in Oslo killed 25 people.")
    assert run(["claims", str(tmp_path)]) == code


@pytest.mark.parametrize(
    ("report", "arguments", "code"),
    [
        (CONFLICT, ["report", "."], 0),
        (CALM, ["report", "."], 0),
        (NOTHING, ["report", "."], 3),
        (UNREADABLE, ["report", "."], 0),
        (CONFLICT, ["check", "."], 1),
        (CALM, ["check", "."], 0),
        (NOTHING, ["check", "."], 3),
        (UNREADABLE, ["check", "."], 2),
        (UNREADABLE, ["check", ".", "--keep-going"], 1),
        (CONFLICT, ["check", ".", "--fail-level", "error"], 0),
        (CONFLICT, ["check", ".", "--min-severity", "error"], 0),
        (make_report(make_finding(severity=Severity.NOTE)), ["check", "."], 0),
        (make_report(make_finding(severity=Severity.NOTE)), ["check", ".", "--fail-level", "note"], 1),
        (make_report(updates=(make_finding(relation=Relation.REVISED),)), ["check", "."], 0),
        (UsageError("no such file: x"), ["report", "x"], 2),
        (RuleError(["r.yaml:1:2: wrong"]), ["check", "x"], 2),
        (KeyError("words of an article"), ["report", "."], 2),
        (NOTHING, ["baseline", "create", "."], 3),
        (UNREADABLE, ["baseline", "create", "."], 2),
        (CONFLICT, ["baseline", "create", "."], 0),
    ],
)
def test_exit_codes(pipeline: Pipeline, report: Report | Exception, arguments: list[str], code: int) -> None:
    pipeline(report)
    assert run(arguments) == code


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        ([], "Usage: factcheck"),
        (["reprot", "."], "report"),
        (["report", "--sellect", "x", "."], "--select"),
        (["report"], "PATH"),
        (["report", ".", "-f", "jsno"], "did you mean 'json'?"),
        (["report", ".", "-f", "pdf"], "choose from text, html, json, markdown,"),
        (["report", ".", "-o", "out.pdf"], "choose from text, html, json, markdown,"),
        (["report", ".", "-o", "out"], "no suffix, which tells no format"),
        (["report", ".", "-o", "gl.json", "-o", "json=gl.json"], "gl.json is named twice"),
        (["report", ".", "-o", "out.md"], "read out.md as an article of ."),
        (["report", ".", "-o", "jsn=out"], "did you mean 'json'?"),
        (["report", ".", "--color", "alway"], "did you mean 'always'?"),
        (["check", ".", "--fail-level", "warn"], "did you mean 'warning'?"),
        (["report", ".", "--min-severity", "x"], "choose from note, warning, error"),
        (["report", ".", "--date", "yesterday"], "write it as 2024-06-20"),
        (["report", ".", "--date", "aa.txt=2031-05-06"], "did you mean 'a.txt'?"),
        (["report", ".", "--baseline", "none.yaml"], "factcheck baseline create"),
        (["claims", ".", "-f", "json"], "did you mean 'jsonl'?"),
        (["schema", "reprt"], "did you mean 'report'?"),
        (["baseline"], "create"),
        (["baseline", "crate", "."], "create"),
    ],
)
def test_a_wrong_call_exits_2_and_helps(
    pipeline: Pipeline, capsys: pytest.CaptureFixture[str], arguments: list[str], hint: str
) -> None:
    pipeline(CALM)
    assert run(arguments) == 2
    captured = capsys.readouterr()
    assert hint in captured.err
    assert captured.out == ""
    assert "Traceback" not in captured.err


def test_a_bug_is_one_line_without_the_words_of_an_article(
    pipeline: Pipeline, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    pipeline(ValueError("words of an article"))
    monkeypatch.delenv("FACTCHECK_DEBUG", raising=False)
    assert run(["report", "."]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("factcheck: bug: ValueError in test_cli.py:")
    assert "report this line" in captured.err
    assert captured.err.count("\n") == 1
    assert "words" not in captured.err
    monkeypatch.setenv("FACTCHECK_DEBUG", "1")
    assert run(["report", "."]) == 2
    assert "Traceback" in capsys.readouterr().err


def test_an_interrupt_exits_130(pipeline: Pipeline) -> None:
    pipeline(KeyboardInterrupt())
    assert run(["report", "."]) == 130


# What is passed on, and what is printed


def test_options_reach_the_pipeline(pipeline: Pipeline) -> None:
    calls = pipeline(CALM)
    assert run([
        "report", "x", "y", "--rules", "pack", "--select", "count", "--select", "money", "--ignore", "money",
        "--one-story", "--date", "2031-05-06", "--date", "b.txt=2031-05-07",
    ]) == 0  # fmt: skip
    (call,) = calls
    assert [list(map(str, call["paths"])), list(map(str, call["rules"]))] == [["x", "y"], ["pack"]]
    assert (call["select"], call["ignore"], call["one_story"]) == (["count", "money"], ["money"], True)
    assert call["dates"] == {"*": date(2031, 5, 6), "b.txt": date(2031, 5, 7)}


def test_report_and_check_share_every_option(capsys: pytest.CaptureFixture[str]) -> None:
    texts = []
    for command in ("report", "check"):
        assert run([command, "--help"]) == 0
        texts.append(capsys.readouterr().out.partition("Options:")[2])
    assert texts[0] == texts[1]
    assert "--one-story" in texts[0]


@pytest.mark.parametrize("report", [CONFLICT, NOTHING, UNREADABLE])
@pytest.mark.parametrize("command", ["report", "check"])
def test_json_is_all_there_is_on_standard_output(
    pipeline: Pipeline, capsys: pytest.CaptureFixture[str], command: str, report: Report
) -> None:
    pipeline(report)
    run([command, ".", "-f", "json", "-v"])
    assert json.loads(capsys.readouterr().out)["schema_version"] == "1.0"


def test_check_says_what_it_is_silent_about(pipeline: Pipeline, capsys: pytest.CaptureFixture[str]) -> None:
    pipeline(CONFLICT)
    run(["check", "."])
    assert "1 new, 0 changed; 0 known" in capsys.readouterr().out
    run(["check", ".", "-f", "json"])
    assert capsys.readouterr().err == "factcheck: 1 new, 0 changed; 0 known\n"


def test_unread_articles_are_warned_of_and_other_files_are_not(
    pipeline: Pipeline, capsys: pytest.CaptureFixture[str]
) -> None:
    pipeline(make_report(skipped=[("\x1b.txt", "binary"), ("photo.jpg", "unsupported-type")]))
    run(["report", "."])
    assert capsys.readouterr().err == "factcheck: warning: \\x1b.txt is not read: binary\n"


def test_files_are_written_beside_standard_output(
    pipeline: Pipeline, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    pipeline(CONFLICT)
    arguments = ["report", "in", "-o", "out.json", "-o", "json=other.bin", "-o", "out.txt", "--color", "always"]
    assert run(arguments) == 0
    data = (tmp_path / "out.json").read_bytes()
    assert json.loads(data)["summary"]["conflicts"] == 1
    assert (tmp_path / "other.bin").read_bytes() == data
    assert b"\x1b" not in (tmp_path / "out.txt").read_bytes()
    assert "\x1b[" in capsys.readouterr().out


def test_a_file_that_cannot_be_written_is_an_error(pipeline: Pipeline, capsys: pytest.CaptureFixture[str]) -> None:
    pipeline(CONFLICT)
    assert run(["report", ".", "-o", "no/such/folder/out.json"]) == 2
    assert "out.json: No such file" in capsys.readouterr().err


def test_the_width_comes_from_the_terminal(
    pipeline: Pipeline, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    pipeline(make_report(make_finding(reason="many words " * 30)))
    widths = {}
    for columns in ("60", "140", ""):
        monkeypatch.setenv("COLUMNS", columns)
        run(["report", "."])
        lines = capsys.readouterr().out.splitlines()
        widths[columns] = max(len(line) for line in lines if "many words" in line)
    assert widths["60"] <= 60 < widths[""] <= 100 < widths["140"] <= 140


def test_no_colour_where_nobody_looks(pipeline: Pipeline, capsys: pytest.CaptureFixture[str],
                                      monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    pipeline(CONFLICT)
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("FORCE_COLOR", "1")
    for arguments in (["report", "."], ["--help"], ["report", "--help"], ["report", "--no-such"]):
        run(arguments)
        captured = capsys.readouterr()
        assert "\x1b" not in captured.out + captured.err


# Baseline


def test_a_baseline_in_the_working_folder_is_used(pipeline: Pipeline, capsys: pytest.CaptureFixture[str]) -> None:
    pipeline(CONFLICT)
    assert run(["check", "."]) == 1
    assert run(["baseline", "create", "."]) == 0
    assert "factcheck-baseline.yaml: 1 known conflict\n" in capsys.readouterr().err
    assert run(["check", "."]) == 0
    assert "0 new, 0 changed; 1 known" in capsys.readouterr().out
    assert run(["check", ".", "--no-baseline"]) == 1
    assert run(["baseline", "create", "."]) == 2
    assert "never overwritten" in capsys.readouterr().err


def test_a_baseline_elsewhere_is_named(pipeline: Pipeline) -> None:
    pipeline(CONFLICT)
    assert run(["baseline", "create", ".", "--baseline", "mine.yaml"]) == 0
    assert run(["check", "."]) == 1
    assert run(["check", ".", "--baseline", "mine.yaml"]) == 0


def test_a_new_answer_fails_the_gate(pipeline: Pipeline, capsys: pytest.CaptureFixture[str]) -> None:
    pipeline(CONFLICT)
    run(["baseline", "create", "."])
    pipeline(make_report(make_finding((*make_finding().answers, make_answer("Mia Lund", "d.txt")))))
    assert run(["check", "."]) == 1
    assert "0 new, 1 changed; 0 known" in capsys.readouterr().out


def test_what_is_left_out_of_a_run_is_not_resolved(pipeline: Pipeline, capsys: pytest.CaptureFixture[str]) -> None:
    pipeline(CONFLICT)
    run(["baseline", "create", "."])
    pipeline(CALM)
    run(["check", ".", "--ignore", "delegation-member"])
    assert "resolved" not in capsys.readouterr().out
    run(["check", ".", "--min-severity", "error"])
    assert "1 resolved" in capsys.readouterr().out


def test_a_broken_baseline_is_an_error_before_anything_is_read(
    pipeline: Pipeline, capsys: pytest.CaptureFixture[str]
) -> None:
    calls = pipeline(CONFLICT)
    Path("factcheck-baseline.yaml").write_text("version: 1\nconflicts: 7\n", encoding="utf-8")
    assert run(["check", "."]) == 2
    assert capsys.readouterr().err.startswith("factcheck: error: factcheck-baseline.yaml:2:1: ")
    assert calls == []


# Rules, version, streams


def test_rules_are_listed_and_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules", "list"]) == 0
    kind = capsys.readouterr().out.split()[0]
    assert run(["rules", "show", kind]) == 0
    shown = capsys.readouterr().out
    assert f"kind      {kind}\n" in shown
    rule = next(line.split()[1] for line in shown.splitlines() if line.startswith("rule "))
    assert run(["rules", "show", rule]) == 0
    assert "hit       " in capsys.readouterr().out
    assert run(["rules", "show", rule + "x"]) == 2
    assert f"did you mean {rule!r}?" in capsys.readouterr().err


def test_broken_rules_fail_lint(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules", "lint"]) == 0
    (tmp_path / "tolls").mkdir()
    (tmp_path / "tolls" / "kind.yaml").write_text("kind: tolls\nquestoin: Who?\n", encoding="utf-8")
    capsys.readouterr()
    assert run(["rules", "lint", "--rules", str(tmp_path)]) == 1
    assert "kind.yaml:" in capsys.readouterr().out


def test_version_and_help(capsys: pytest.CaptureFixture[str]) -> None:
    from factcheck.version import VERSION

    assert run(["--version"]) == 0
    assert capsys.readouterr().out == f"factcheck {VERSION}\n"
    assert run(["--help"]) == 0
    assert "Exit codes" in capsys.readouterr().out


def test_the_console_script_writes_utf8_whatever_the_locale(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path
) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(
        [sys.executable, "-m", "factcheck", "schema", "nö"], capture_output=True, env=environment, check=False
    )
    assert done.returncode == 2
    assert "unknown 'nö'" in done.stderr.decode("utf-8")


@pytest.mark.parametrize("arguments", [["--help"], ["schema", "report"], ["report", "--help"]])
def test_a_reader_that_stops_early_is_no_error(arguments: list[str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "factcheck", *arguments], stdout=writing, stderr=subprocess.PIPE, check=False
        )
    finally:
        os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_an_error() -> None:
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "factcheck", "schema", "report"], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 2
    assert done.stderr == b"factcheck: error: output: No space left on device\n"


def test_main_runs_the_command_of_the_process(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["factcheck", "--version"])
    assert main() == 0
    assert capsys.readouterr().out.startswith("factcheck ")


def test_help_loads_nothing_heavy() -> None:
    program = (
        "import sys; from factcheck.cli import run; run(['--help']); "
        "print([name for name in ('rich', 'ruamel', 'cattrs', 're2', 'rapidfuzz', 'dateparser', 'factcheck.model') "
        "if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
