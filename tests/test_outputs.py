"""Where reports go, with articles and processes as they are in CI."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.cli import run
from factcheck.report import FORMATS, SUFFIXES
from tests.corpus import ROOT, factcheck, write
from tests.report.hostile import commands_in

ONE = "Oslo, 6 May 2031 - Ada Brandt, 34, was found in Bergen on Tuesday, police said.\n"
TWO = "Oslo, 6 May 2031 - Ada Brandt, 36, was found in Bergen on Tuesday, the mayor said.\n"
EVERY_FORMAT = [argument for name in sorted(FORMATS) for argument in ("-o", f"{name}=out.{name}")]


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with two articles that disagree, below the working directory."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    (tmp_path / ".git").mkdir()
    return write(tmp_path / "corpus", {"one.txt": ONE, "deep/two, too.txt": TWO})


def test_the_articles_disagree(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "corpus"]) == 1
    assert "1 new, 0 changed" in capsys.readouterr().out


def test_one_run_writes_several_formats(corpus: Path, tmp_path: Path) -> None:
    outputs = ["results.sarif", "junit=j.out", "report.md", "x.CSV", "x.xml", "x.json", "x.txt", "gitlab=gl.json"]
    assert run(["check", "corpus", *(item for output in outputs for item in ("-o", output))]) == 1
    starts = {
        "results.sarif": '{"$schema"', "j.out": "<?xml", "report.md": "## ", "x.CSV": "finding,", "x.xml": "<?xml",
        "x.json": '{\n  "schema_version"', "x.txt": "2 sources", "gl.json": "[\n  {",
    }  # fmt: skip
    for name, start in starts.items():
        assert (tmp_path / name).read_bytes().decode().startswith(start), name
    assert {path.name for path in tmp_path.iterdir()} == {*starts, "corpus", ".git"}


def test_every_suffix_means_a_format() -> None:
    assert set(SUFFIXES.values()) <= set(FORMATS)
    said = factcheck("report", "--help").stdout.decode()
    assert {name for name in FORMATS if name not in said} == set()
    assert {suffix for suffix in SUFFIXES if suffix not in said} == set()


@pytest.mark.parametrize(
    ("folder", "given", "path"),
    [
        (".", "corpus", "corpus/deep/two%2C%20too.txt"),
        ("corpus", ".", "corpus/deep/two%2C%20too.txt"),
        ("corpus/deep", "..", "corpus/deep/two%2C%20too.txt"),
    ],
)
def test_paths_are_those_of_the_repository(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str, given: str, path: str
) -> None:
    monkeypatch.chdir(tmp_path / folder)
    for argument in (given, str(Path(given).resolve())):
        run(["report", argument, "-o", f"{tmp_path}/out.sarif"])
        (result,) = json.loads((tmp_path / "out.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]
        places = [*result["locations"], *result["relatedLocations"]]
        uris = {place["physicalLocation"]["artifactLocation"]["uri"] for place in places}
        assert uris == {path, "corpus/one.txt"}


def test_without_a_repository_paths_begin_where_one_works_and_none_leads_out(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / ".git").rmdir()
    run(["report", "corpus", "-f", "github"])
    assert "file=corpus/deep/two%2C too.txt" in capsys.readouterr().out
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    run(["report", "../corpus", "-f", "github"])
    assert "file=deep/two%2C too.txt" in capsys.readouterr().out


def test_the_summary_of_a_job_gets_the_table_beside_annotations(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    summary = tmp_path / "summary"
    summary.write_text("# Another step\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    run(["check", "corpus"])
    assert summary.read_text(encoding="utf-8") == "# Another step\n"
    run(["check", "corpus", "-f", "github"])
    assert capsys.readouterr().out.splitlines()[-1].startswith("::error file=corpus/")
    text = summary.read_text(encoding="utf-8")
    assert text.startswith("# Another step\n## factcheck\n\n1 new, ")
    run(["check", "corpus", "-o", "github=annotations"])
    assert summary.read_text(encoding="utf-8").count("## factcheck") == 2


def test_same_bytes_in_every_format_cold_and_warm_and_for_any_order(corpus: Path, tmp_path: Path) -> None:
    calls = (["corpus/deep", "corpus"], ["corpus", "corpus/deep"], ["corpus", "corpus/deep", "--no-cache"])
    seen = []
    for arguments in calls:
        done = factcheck("check", *arguments, *EVERY_FORMAT, cwd=tmp_path, XDG_CACHE_HOME=str(tmp_path / "cache"))
        assert done.returncode == 1
        seen.append([done.stdout, *((tmp_path / f"out.{name}").read_bytes() for name in FORMATS)])
    assert seen[0] == seen[1] == seen[2]


def test_no_output_holds_a_path_of_this_machine(corpus: Path, tmp_path: Path) -> None:
    run(["check", str(corpus), *EVERY_FORMAT])
    for name in FORMATS:
        assert str(tmp_path) not in (tmp_path / f"out.{name}").read_text(encoding="utf-8")


def test_what_cannot_be_written_is_an_error_and_leaves_nothing(
    corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["check", "corpus", "-o", "out.csv", "-o", "none/out.xml"]) == 2
    captured = capsys.readouterr()
    assert captured.err == "factcheck: error: none/out.xml: No such file or directory\n"
    assert captured.out == ""
    assert {path.name for path in tmp_path.iterdir()} == {".git", "corpus", "out.csv"}


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_a_reader_that_stops_early_changes_no_code(corpus: Path, tmp_path: Path, name: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    try:
        done = subprocess.run(
            [sys.executable, "-m", "factcheck", "check", "corpus", "-q", "-f", name],
            cwd=tmp_path, env=environment, stdout=writing, stderr=subprocess.PIPE, check=False,
        )  # fmt: skip
    finally:
        os.close(writing)
    assert (done.returncode, done.stderr) == (1, b"")


def test_a_hostile_corpus_commands_nothing_in_any_stream(corpus: Path, tmp_path: Path) -> None:
    trick = "::error::x ##[add-mask]y"
    write(corpus, {f"{trick}.txt": TWO.replace("mayor", f"mayor {trick}"), f"{trick}.md": "\0"})
    for name in sorted(FORMATS):
        done = factcheck("check", "corpus", "-v", "--keep-going", "-f", name, cwd=tmp_path)
        assert done.returncode == 1
        found = commands_in(done.stdout.decode()) + commands_in(done.stderr.decode())
        assert found == (["error"] if name == "github" else [])


def test_the_shell_agrees(corpus: Path, tmp_path: Path) -> None:
    if not (bash := shutil.which("bash")):
        pytest.skip("no bash")
    script = f"set -o pipefail; {sys.executable} -m factcheck check corpus -f csv | head -1"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([bash, "-c", script], cwd=tmp_path, env=environment, capture_output=True, check=False)
    assert done.returncode == 1
    assert done.stdout.startswith(b"finding,id,state,")
