"""The configuration of a team: where it is found, what it says, what is wrong with it; the command line wins."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from factcheck.cli import run
from factcheck.config import KEYS, load_config
from factcheck.configfile import nearest_config
from factcheck.errors import ConfigError
from factcheck.toml import read_toml
from tests.corpus import write
from tests.test_gate import PAIR, SECOND

FINISHED, FAILED, ERROR = 0, 1, 2
APART = {**PAIR, "b.md": SECOND.replace("Tuesday (2 April", "Monday (1 April")}


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two articles that disagree about a day (an error) and about a minister (a warning)."""
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "news", APART)


Check = Callable[..., tuple[int, Any, str]]


@pytest.fixture
def check(capsys: pytest.CaptureFixture[str]) -> Check:
    """Runs `check`; returns its code, its report, and what it says on standard error."""

    def call(*arguments: str) -> tuple[int, Any, str]:
        code = run(["check", *arguments, "-f", "json"])
        captured = capsys.readouterr()
        return code, json.loads(captured.out) if captured.out else None, captured.err

    return call


def severities(report: Any) -> dict[str, str]:
    return {finding["kind"]: finding["severity"] for finding in report["conflicts"]}


BOTH = {"visit-date": "error", "delegation-member": "warning"}


# Where


def found(start: Path) -> str | None:
    file = nearest_config(start)
    return file and file.as_posix()


def test_the_nearest_file_upwards(tmp_path: Path) -> None:
    deep = tmp_path / "a" / "b"
    write(deep, {"pyproject.toml": "[project]\nname = 'factcheck'\n"})
    assert found(deep) is None
    write(tmp_path, {"pyproject.toml": "[tool.factcheck]\n"})
    assert found(deep) == "pyproject.toml"
    write(tmp_path, {"factcheck.toml": ""})
    assert found(deep) == "factcheck.toml"
    write(tmp_path / "a", {"pyproject.toml": "[tool.factcheck.severity]\ncount = 'note'\n"})
    assert found(deep) == "a/pyproject.toml"
    write(deep, {"factcheck.toml": ""})
    assert found(deep) == "a/b/factcheck.toml"


@pytest.mark.parametrize(
    "text", ["[tool]\nfactcheck = {paths = []}", "tool.factcheck.paths = []", "[ tool . 'factcheck' ]"]
)
def test_any_form_of_the_table_is_found(text: str, tmp_path: Path) -> None:
    write(tmp_path, {"pyproject.toml": text})
    assert found(tmp_path) == "pyproject.toml"


def test_paths_are_relative_to_the_file(tmp_path: Path, check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "paths = ['news']\nbaseline = 'known.yaml'\noutput = ['json=out/report.json']\n"
    write(tmp_path, {"factcheck.toml": text})
    for name in ("below", "out"):
        (tmp_path / name).mkdir()
    monkeypatch.chdir(tmp_path / "below")
    assert run(["baseline", "create"]) == FINISHED
    assert (tmp_path / "known.yaml").is_file()
    assert check()[0] == FINISHED
    assert json.loads((tmp_path / "out" / "report.json").read_bytes())["summary"]["known"] == 2


def test_the_baseline_lies_beside_the_file(tmp_path: Path, check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, {"factcheck.toml": ""})
    assert run(["baseline", "create", "news"]) == FINISHED
    monkeypatch.chdir(tmp_path / "news")
    assert check(".")[0] == FINISHED


def test_the_header_says_which_file_was_used(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, {"pyproject.toml": "[tool.factcheck]\n"})
    monkeypatch.chdir(tmp_path / "news")
    run(["report", "."])
    assert capsys.readouterr().out.splitlines()[0].endswith(" claims; settings: ../pyproject.toml")
    run(["report", ".", "--no-config"])
    assert "settings" not in capsys.readouterr().out


# What


SETTINGS: dict[str, tuple[str, list[str], int, dict[str, str]]] = {
    "nothing": ("", ["news"], FAILED, BOTH),
    "paths": ("paths = ['news']", [], FAILED, BOTH),
    "select": ("select = ['visit-date']", ["news"], FAILED, {"visit-date": "error"}),
    "ignore": ("ignore = ['visit-date']", ["news"], FAILED, {"delegation-member": "warning"}),
    "fail-level": (
        "ignore = ['visit-date']\nfail-level = 'error'", ["news"], FINISHED, {"delegation-member": "warning"},
    ),
    "min-severity": ("min-severity = 'error'", ["news"], FAILED, {"visit-date": "error"}),
    "severity": (
        "[severity]\nvisit-date = 'note'\ndelegation-member = 'error'", ["news"], FAILED,
        {"visit-date": "note", "delegation-member": "error"},
    ),
    "one-story": ("one-story = true", ["news"], FAILED, BOTH),
    "the command line wins": ("paths = ['nowhere']\nselect = ['count']", ["news", "--select", "visit-date"], FAILED,
                              {"visit-date": "error"}),
    "and does so with what is usual": ("fail-level = 'error'\nselect = ['delegation-member']",
                                       ["news", "--fail-level", "warning"], FAILED, {"delegation-member": "warning"}),
    "no configuration": ("select = ['count']", ["news", "--no-config"], FAILED, BOTH),
}  # fmt: skip


@pytest.mark.parametrize(("text", "arguments", "code", "found"), SETTINGS.values(), ids=SETTINGS)
def test_settings(
    text: str, arguments: list[str], code: int, found: dict[str, str], tmp_path: Path, check: Check
) -> None:
    write(tmp_path, {"factcheck.toml": text})
    assert (result := check(*arguments))[0] == code
    assert severities(result[1]) == found


def test_a_file_that_is_named(tmp_path: Path, check: Check) -> None:
    write(tmp_path, {"factcheck.toml": "select = ['count']", "other.toml": "select = ['visit-date']"})
    assert severities(check("news", "--config", "other.toml")[1]) == {"visit-date": "error"}
    code, _, errors = check("news", "--config", "none.toml")
    assert (code, errors) == (ERROR, "factcheck: error: none.toml: cannot be read: No such file or directory\n")
    write(tmp_path, {"pyproject.toml": "[project]\n"})
    assert "there is no [tool.factcheck] in it" in check("news", "--config", "pyproject.toml")[2]


def test_flags_can_be_taken_back(tmp_path: Path, check: Check) -> None:
    write(tmp_path, {"factcheck.toml": "keep-going = true", "news/c.md": "\0"})
    assert check("news")[0] == FAILED
    assert check("news", "--no-keep-going")[0] == ERROR


def test_the_rules_of_the_team_are_those_of_every_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, {"factcheck.toml": "rules = ['pack']", "pack/tolls/kind.yaml": "kind: tolls\nquestoin: Who?\n"})
    for command in (["rules", "list"], ["explain", "news/a.md"], ["claims", "news"]):
        assert run(command) == ERROR
        assert "pack/tolls/kind.yaml:" in capsys.readouterr().err


# Suppressions

REASON = "reason = 'the desk knows'\n"
WISHES: dict[str, tuple[str, dict[str, str], int, bool]] = {
    "a kind": ("kind = 'visit-date'", {"delegation-member": "warning"}, 2, True),
    "a kind of an article": ("kind = 'visit-date'\nsource = 'b.*'", {"delegation-member": "warning"}, 1, True),
    "an article": ("source = 'b.md'", {}, 5, True),
    "a question": ("question = 'when did ada brandt arrive in portugal?'", {"delegation-member": "warning"}, 1, True),
    "a pattern": ("question = '*defence minister*'", {"visit-date": "error"}, 1, True),
    "an id": ("id = 'fc-zocexyawpa'", {"delegation-member": "warning"}, 1, True),
    "an id of another kind": ("id = 'fc-zocexyawpa'\nkind = 'count'", BOTH, 0, False),
    "another article": ("source = 'z.md'", BOTH, 0, False),
    "another question": ("question = 'Who?'", BOTH, 0, False),
}


@pytest.mark.parametrize(("text", "left", "count", "used"), WISHES.values(), ids=WISHES)
def test_suppressions(
    text: str, left: dict[str, str], count: int, used: bool, tmp_path: Path, check: Check
) -> None:
    write(tmp_path, {"factcheck.toml": f"[[suppress]]\n{REASON}{text}\n"})
    code, report, errors = check("news")
    assert severities(report) == left
    assert code == (FAILED if left else FINISHED)
    assert report["summary"]["suppressed"] == (count if count != 5 else report["suppressed"][0]["claims"]) or not used
    assert ("factcheck.toml:1: suppresses nothing (the desk knows); remove it" in errors) is not used


def test_a_suppression_that_took_no_part_is_not_called_idle(tmp_path: Path, check: Check) -> None:
    wishes = ("kind = 'count'", "source = 'z.md'", "id = 'fc-x'")
    write(tmp_path, {"factcheck.toml": "".join(f"[[suppress]]\n{REASON}{wish}\n" for wish in wishes)})
    assert check("news")[2].count("suppresses nothing") == 3
    assert "suppresses nothing" not in check("news/a.md", "news/b.md", "--select", "visit-date")[2]


# What is wrong


def problems(folder: Path, text: str, name: str = "factcheck.toml") -> list[str]:
    write(folder, {name: text})
    with pytest.raises(ConfigError) as error:
        load_config(Path(name))
    return list(error.value.problems)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("paths = [", "factcheck.toml:1: Invalid value (at end of document)"),
        ("\nsevrity = 1", "factcheck.toml:2: unknown key 'sevrity'; did you mean severity?"),
        ("one_story = true", "factcheck.toml:1: unknown key 'one_story'; did you mean one-story?"),
        ("paths = 'news'", "factcheck.toml:1: expected a list of texts for 'paths', found 'news'"),
        ("one-story = 1", "factcheck.toml:1: expected true or false for 'one-story', found 1"),
        ("fail-level = 'warn'", "factcheck.toml:1: expected one of note, warning, error for 'fail-level', fo"),
        ("baseline = ''", "factcheck.toml:1: expected text for 'baseline', found ''"),
        ("severity = 1", "factcheck.toml:1: expected a table of kinds, such as count = \"warning\""),
        ("[severity]\ncount = 'warn'", "factcheck.toml:2: unknown severity 'warn'; one of note, warning, error"),
        ("suppress = 1", "factcheck.toml:1: expected [[suppress]] tables"),
        ("[[suppress]]\nkind = 'count'", "factcheck.toml:1: a suppression needs a reason"),
        (f"[[suppress]]\n{REASON}", "factcheck.toml:1: say what to suppress: one or more of kind, question, id"),
        (f"[[suppress]]\n{REASON}kind = 3", "factcheck.toml:3: expected text for 'kind', found 3"),
        (
            f"[[suppress]]\n{REASON}kind = 'count'\n[[suppress]]\n{REASON}knd = 'count'\nid = 'fc-x'",
            "factcheck.toml:6: unknown key 'knd'; did you mean kind?",
        ),
    ],
)
def test_a_mistake_says_where_and_what_to_do(text: str, problem: str, tmp_path: Path) -> None:
    (told,) = problems(tmp_path, text)
    assert told.startswith(problem)


def test_all_mistakes_are_told_at_once_in_order(tmp_path: Path) -> None:
    text = "[tool.other]\nx = 1\n[tool.factcheck]\npath = []\n[tool.factcheck.severity]\ncount = 1\n"
    assert [told.partition(": ")[0] for told in problems(tmp_path, text, "pyproject.toml")] == [
        "pyproject.toml:4", "pyproject.toml:6",
    ]  # fmt: skip


def test_kinds_that_are_not_there(tmp_path: Path, check: Check) -> None:
    text = f"ignore = ['mony']\n[severity]\ncuont = 'note'\n[[suppress]]\n{REASON}kind = 'visit-dat'\n"
    write(tmp_path, {"factcheck.toml": text})
    code, _, errors = check("news")
    assert code == ERROR
    for line, wrong, right in ((1, "mony", "money"), (3, "cuont", "count"), (6, "visit-dat", "visit-date")):
        assert f"factcheck: error: factcheck.toml:{line}: no such kind: {wrong}; did you mean {right}?\n" in errors


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "factcheck.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(ConfigError, match="it is not UTF-8"):
        read_toml(Path("factcheck.toml"))


def test_the_readme_names_every_key() -> None:
    readme = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
    assert {key for key in KEYS if key not in readme} == set()
