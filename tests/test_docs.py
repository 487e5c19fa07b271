"""The guides tell the truth: every command, option, file and example in them is there, and works."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.cli import run
from factcheck.fields import FIELD_TYPES
from factcheck.rulepack.slots import SLOTS
from tests.corpus import ROOT, factcheck, write

README = (ROOT / "README.md").read_text(encoding="utf-8")
RULES = (ROOT / "rules" / "README.md").read_text(encoding="utf-8")
COMMANDS = {
    "report": [],
    "check": [],
    "claims": [],
    "explain": [],
    "schema": [],
    "baseline": ["create", "accept", "prune", "list"],
    "rules": ["list", "show", "lint", "test"],
}


def blocks(text: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def called(text: str) -> Iterator[str]:
    """The lines of shell blocks that call factcheck, without their comments."""
    for block in blocks(text, "sh"):
        yield from (line.partition("  #")[0].strip() for line in block.splitlines() if line.startswith("factcheck "))


def help_of(*command: str) -> str:
    return factcheck(*command, "--help").stdout.decode()


def listed(text: str) -> set[str]:
    """The commands of a help page."""
    return set(re.findall(r"^  (\w+)  ", text.partition("Commands:\n")[2].partition("\n\n")[0], re.MULTILINE))


def test_every_command_is_in_the_readme() -> None:
    assert listed(help_of()) == set(COMMANDS)
    for name, below in COMMANDS.items():
        assert f"factcheck {name}" in README
        if below:
            assert listed(help_of(name)) == set(below)
        for deeper in below:
            assert f"factcheck {name} {deeper}" in README


@pytest.mark.parametrize(
    "command",
    [[], ["report"], ["check"], ["claims"], ["explain"], ["rules", "test"]]
    + [["baseline", name] for name in COMMANDS["baseline"]],
)
def test_every_option_is_in_the_readme(command: list[str]) -> None:
    options = set(
        re.findall(r"(?<![\w-])--?[a-z][a-z-]*", help_of(*command).partition("Options:")[2].partition("Commands:")[0])
    )
    assert "--help" in options
    assert {option for option in options if f"`{option}`" not in README} == set()


def test_the_readme_names_no_option_that_is_not_there() -> None:
    known = " ".join(help_of(*command) for command in ([], ["report"], ["claims"], ["baseline", "accept"]))
    named = set(re.findall(r"`(--[a-z][a-z-]*)`", README))
    assert {option for option in named if option not in known} == set()


@pytest.mark.parametrize("text", [README, RULES], ids=["README.md", "rules/README.md"])
def test_every_file_that_is_named_is_there(text: str) -> None:
    named = set(re.findall(r"(?:`|\()((?:factcheck|rules|seeds|tests|\.github)/[\w./-]*|LICENSE)(?:`|\))", text))
    assert named
    assert {name for name in named if not (ROOT / name).exists()} == set()


@pytest.mark.parametrize(
    "line", sorted({*called(README), *(c for c in called(RULES) if "my-pack" not in c and "article" not in c)})
)
def test_the_commands_in_the_guides_run(line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    if line.startswith(("factcheck baseline accept", "factcheck baseline prune")):
        run(["baseline", "create", "seeds"])
    code = run(shlex.split(line)[1:])
    assert code == (1 if line.startswith("factcheck check") else 0)


def test_make_has_the_targets_that_are_named() -> None:
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert set(re.findall(r"`?make (\w+)", README)) - {"for"} <= targets


def test_the_report_that_is_shown_is_what_comes_out() -> None:
    out = iter(factcheck("report", "seeds").stdout.decode().splitlines())
    (shown,) = blocks(README, "text")
    assert len(shown.splitlines()) > 5
    for line in shown.splitlines():
        assert line in out, line  # `in` moves on: the lines stand in this order


def test_the_python_example_runs() -> None:
    (code,) = blocks(README, "python")
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True, text=True)
    assert "Alexander Novak" in ran.stdout and ran.stdout.count("\n") == 2


def test_the_exit_codes_are_those_of_the_command() -> None:
    from factcheck.commands import ERROR, FAILED, FINISHED, NOTHING_CHECKED

    table = re.findall(r"^\| (\d) \| ", README, re.MULTILINE)
    assert [int(code) for code in table] == [FINISHED, FAILED, ERROR, NOTHING_CHECKED]


def test_the_example_of_the_rule_guide_is_a_pack_that_works(tmp_path: Path) -> None:
    kind, rules = blocks(RULES, "yaml")[:2]
    pack = write(tmp_path, {"bridge-toll/kind.yaml": kind, "bridge-toll/en.yaml": rules})
    assert run(["rules", "test", "bridge-toll", "--rules", str(pack)]) == 0


def test_the_rule_guide_knows_every_slot_type() -> None:
    assert {slot for slot in SLOTS if not re.search(rf"\b{slot}\b", RULES)} == set()


def test_the_rule_guide_knows_the_common_field_types() -> None:
    sentence = RULES.partition("- `type` is one of")[2].partition("- `relation`")[0]
    named = set(re.findall(r"\b[a-z]+\b", sentence.partition(":")[2])) - {"and", "the", "like"}
    assert named <= set(FIELD_TYPES)


@pytest.mark.parametrize("text", [README, RULES], ids=["README.md", "rules/README.md"])
def test_lines_are_short(text: str) -> None:
    prose = re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)
    assert max(len(line) for line in prose.splitlines() if not line.startswith("|")) <= 130
