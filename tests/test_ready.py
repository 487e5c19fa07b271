"""What is ready to use in CI works: the steps of the action as shell, the hook's entry, the snippets of the README."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from factcheck.cli import run
from factcheck.load import FORMATS
from tests.corpus import ROOT, write
from tests.report.hostile import commands_in
from tests.test_outputs import ONE, TWO

ACTION = YAML(typ="safe").load(ROOT / "action.yml")
HOOKS = YAML(typ="safe").load(ROOT / ".pre-commit-hooks.yaml")
README = (ROOT / "README.md").read_text(encoding="utf-8")

bash = pytest.mark.skipif(not shutil.which("bash"), reason="no bash")


def step(name: str) -> dict[str, Any]:
    return next(dict(step) for step in ACTION["runs"]["steps"] if step["name"] == name)


class Runner:
    """Runs steps of the action as GitHub's runner does, in a repository of its own."""

    def __init__(self, folder: Path) -> None:
        self.workspace, self.temp, self.output = folder / "work", folder / "temp", folder / "output"
        self.temp.mkdir()
        (self.workspace / ".git").mkdir(parents=True)

    def run(self, name: str, **environment: str) -> subprocess.CompletedProcess[str]:
        script = self.temp / "script.sh"
        script.write_text(step(name)["run"], encoding="utf-8")
        given = {
            "PATH": os.environ["PATH"],
            "XDG_CACHE_HOME": os.environ["XDG_CACHE_HOME"],
            "PYTHON": sys.executable,
            "PYTHONPATH": str(self.temp / "factcheck"),
            "RUNNER_TEMP": str(self.temp),
            "GITHUB_ACTION_PATH": str(ROOT),
            "GITHUB_OUTPUT": str(self.output),
            "GITHUB_STEP_SUMMARY": str(self.temp / "summary"),
            "GITHUB_ACTIONS": "true",
            "FACTCHECK_ARGS": "",
        }
        command = ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", str(script)]
        return subprocess.run(
            command, cwd=self.workspace, env=given | environment, capture_output=True, text=True, check=False
        )

    def outputs(self) -> dict[str, str]:
        return dict(line.split("=", 1) for line in self.output.read_text(encoding="utf-8").splitlines())


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    return Runner(tmp_path)


def obeyed(log: str) -> list[str]:
    """The commands that the runner carries out in a log, where they are stopped in between."""
    kept, token = [], ""
    for line in log.splitlines():
        if token:
            token = "" if line == f"::{token}::" else token
        elif line.startswith("::stop-commands::"):
            token = line.removeprefix("::stop-commands::")
        else:
            kept.append(line)
    assert not token
    return commands_in("\n".join(kept))


@bash
def test_the_action_installs_what_it_comes_with(runner: Runner) -> None:
    # What it rests on is installed here already, so no index is asked.
    done = runner.run("Install factcheck", PIP_NO_DEPS="1", PIP_NO_BUILD_ISOLATION="0", PIP_NO_INDEX="1")
    assert done.returncode == 0, done.stderr
    assert (runner.temp / "factcheck" / "factcheck" / "rules").is_dir()
    write(runner.workspace / "corpus", {"one.txt": ONE, "two.txt": TWO})
    assert runner.run("Check", FACTCHECK_PATHS="corpus").returncode == 1


@bash
def test_the_action_annotates_summarises_and_fails(runner: Runner) -> None:
    write(runner.workspace / "in here", {"one.txt": ONE, "two.txt": TWO})
    done = runner.run("Check", FACTCHECK_PATHS="in here\n", PYTHONPATH=str(ROOT))
    assert done.returncode == 1
    assert "How old is Ada Brandt?" in done.stdout
    assert obeyed(done.stdout) == ["error"]
    assert done.stdout.splitlines()[-1].startswith("::error file=in here/two.txt,line=1,")
    assert runner.outputs() == {"exit-code": "1", "sarif": str(runner.temp / "factcheck.sarif")}
    assert len(json.loads((runner.temp / "factcheck.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]) == 1
    assert (runner.temp / "summary").read_text(encoding="utf-8").startswith("## factcheck\n")


@bash
@pytest.mark.parametrize(
    ("paths", "arguments", "code"),
    [
        ("corpus", "--fail-level=error\n--ignore=age", 0),
        ("corpus/one.txt", "", 0),
        ("corpus/one.txt\ncorpus/two.txt", "", 1),
        ("none", "", 2),
        ("corpus", "--no-such", 2),
        ("empty", "", 3),
    ],
)
def test_the_action_gives_the_code_of_the_gate(runner: Runner, paths: str, arguments: str, code: int) -> None:
    write(runner.workspace / "corpus", {"one.txt": ONE, "two.txt": TWO})
    (runner.workspace / "empty").mkdir()
    (runner.temp / "factcheck.sarif").write_text("of an earlier run", encoding="utf-8")
    done = runner.run("Check", FACTCHECK_PATHS=paths, FACTCHECK_ARGS=arguments, PYTHONPATH=str(ROOT))
    assert done.returncode == code, done.stderr
    assert runner.outputs()["exit-code"] == str(code)
    assert ("sarif" in runner.outputs()) is (code != 2)


@bash
@pytest.mark.parametrize(
    "trick",
    ["$(touch pwned)", "`touch pwned`", "; touch pwned #", '"; touch pwned; "', "x' && touch pwned '", "-o\ncsv=pwned",
     "--output=csv=pwned", "&& touch pwned", "x\n::error::y", "*", "%0A::error::y"],
)  # fmt: skip
def test_no_input_becomes_a_part_of_the_script(runner: Runner, trick: str) -> None:
    done = runner.run("Check", FACTCHECK_PATHS=trick, FACTCHECK_ARGS="", PYTHONPATH=str(ROOT))
    assert done.returncode == 2
    assert not (runner.workspace / "pwned").exists()
    assert obeyed(done.stdout) == obeyed(done.stderr) == []


@bash
def test_neither_articles_nor_modules_beside_them_run_anything(runner: Runner) -> None:
    trick = "::error::x ##[add-mask]y"
    write(runner.workspace, {f"{trick}.txt": TWO.replace("mayor", f"mayor {trick}"), "one.txt": ONE})
    for module in ("factcheck.py", "json.py", "secrets.py"):
        (runner.workspace / module).write_text("open('pwned', 'w')", encoding="utf-8")
    done = runner.run("Check", FACTCHECK_PATHS=".", PYTHONPATH=str(ROOT))
    assert done.returncode == 1, done.stderr
    assert obeyed(done.stdout) == ["error"] and obeyed(done.stderr) == []
    assert not (runner.workspace / "pwned").exists()


def test_expressions_stand_in_no_script() -> None:
    scripts = [step["run"] for step in ACTION["runs"]["steps"] if "run" in step]
    assert len(scripts) == 2
    assert not [script for script in scripts if "${{" in script]
    used = set(re.findall(r"inputs\.([\w-]+)", (ROOT / "action.yml").read_text(encoding="utf-8")))
    assert used == set(ACTION["inputs"])


def test_the_hook_runs_the_gate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (hook,) = HOOKS
    command, *arguments = shlex.split(hook["entry"])
    scripts = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert f'{command} = "factcheck.cli:main"' in scripts and hook["language"] == "python"
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "corpus", {"one.txt": ONE, "two.txt": TWO})
    assert run([*arguments, "corpus"]) == 1
    assert run(["baseline", "create", "corpus"]) == 0
    assert run([*arguments, "corpus"]) == 0
    assert hook["pass_filenames"] is False


def test_the_hook_starts_for_every_article_and_what_the_gate_reads() -> None:
    pattern = re.compile(HOOKS[0]["files"])
    assert all(pattern.search(f"corpus/a{suffix}") for format in FORMATS for suffix in format.suffixes)
    assert pattern.search("factcheck-baseline.yaml") and pattern.search("pyproject.toml")
    assert not pattern.search("main.py")


def test_the_snippets_of_the_guide_fit_what_is_there() -> None:
    snippets = [YAML(typ="safe").load(text) for text in re.findall(r"^```yaml\n(.*?)^```$", README, re.M | re.S)]
    (action,) = (steps for steps in snippets if isinstance(steps, list) and "uses" in steps[0])
    assert set(action[-1]["with"]) <= set(ACTION["inputs"])
    (hooks,) = (data for data in snippets if "repos" in data)
    assert hooks["repos"][0]["hooks"][0]["id"] == HOOKS[0]["id"]
    (gitlab,) = (data for data in snippets if "factcheck" in data)
    reports = gitlab["factcheck"]["artifacts"]["reports"]
    (call,) = (line for line in gitlab["factcheck"]["script"] if line.startswith("factcheck check"))
    assert f"gitlab={reports['codequality']}" in call and f"-o {reports['junit']}" in call


@bash
def test_the_call_for_gitlab_writes_its_reports(tmp_path: Path) -> None:
    (call,) = re.findall(r"^    - (factcheck check .*)$", README, re.M)
    write(tmp_path / "corpus", {"one.txt": ONE, "two.txt": TWO})
    call = call.replace("factcheck", f"{sys.executable} -m factcheck", 1)
    done = subprocess.run(["bash", "-c", call], cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=False)
    assert done.returncode == 1
    (issue,) = json.loads((tmp_path / "gl-code-quality-report.json").read_text(encoding="utf-8"))
    assert issue["severity"] == "critical"
    assert (tmp_path / "junit.xml").read_text(encoding="utf-8").startswith("<?xml")
