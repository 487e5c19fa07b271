"""`--against REF`: what was in conflict at a git revision is known, and nobody's work tree is touched."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from factcheck.cli import run
from factcheck.errors import UsageError
from factcheck.revision import at_revision
from tests.baseline.test_file import git
from tests.corpus import write
from tests.test_gate import FIRST, PAIR, SECOND, THIRD

FINISHED, FAILED, ERROR = 0, 1, 2
LATER = SECOND.replace("Tuesday (2 April", "Monday (1 April")


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with the two articles in `news`, which is the working folder's."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    git(tmp_path, "init", "-q", "-b", "main")
    commit(tmp_path, {f"news/{name}": text for name, text in PAIR.items()})
    return tmp_path


def commit(folder: Path, files: dict[str, str]) -> None:
    write(folder, files)
    git(folder, "add", "-A")
    assert git(folder, "commit", "-q", "-m", "news").returncode == 0


Against = Callable[..., tuple[int, dict[str, str], str]]


@pytest.fixture
def against(repository: Path, capsys: pytest.CaptureFixture[str]) -> Against:
    """Runs `check`; returns its code, the states of conflicts by kind, and what it says on standard error."""

    def check(*arguments: str) -> tuple[int, dict[str, str], str]:
        capsys.readouterr()
        code = run(["check", *arguments, "-f", "json"])
        captured = capsys.readouterr()
        report: dict[str, Any] = json.loads(captured.out) if captured.out else {"conflicts": [], "resolved": []}
        found = [*report["conflicts"], *report["resolved"]]
        return code, {finding["kind"]: finding["state"] for finding in found}, captured.err

    return check


def state_of(folder: Path) -> tuple[bytes, list[tuple[str, bytes]]]:
    """What git says of the work tree, and the files of it."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and ".git" not in path.parts)
    return git(folder, "status", "--porcelain").stdout, [(str(path), path.read_bytes()) for path in files]


def test_what_was_there_is_known_and_what_came_since_is_new(repository: Path, against: Against) -> None:
    assert against("news", "--against", "HEAD")[:2] == (FINISHED, {"delegation-member": "known"})
    write(repository / "news", {"b.md": LATER})
    before = state_of(repository)
    assert before[0]  # the work tree is dirty
    assert against("news", "--against", "HEAD")[:2] == (FAILED, {"delegation-member": "known", "visit-date": "new"})
    assert state_of(repository) == before


def test_a_new_answer_is_changed_and_a_settled_conflict_resolved(repository: Path, against: Against) -> None:
    write(repository / "news", {"c.md": THIRD})
    assert against("news", "--against", "HEAD")[:2] == (FAILED, {"delegation-member": "changed"})
    (repository / "news" / "c.md").unlink()
    write(repository / "news", {"b.md": FIRST})
    assert against("news", "--against", "HEAD")[:2] == (FINISHED, {"delegation-member": "resolved"})


def test_renamed_files_and_other_folders_to_start_from(
    repository: Path, against: Against, monkeypatch: pytest.MonkeyPatch
) -> None:
    (repository / "news" / "deep").mkdir()
    (repository / "news" / "a.md").rename(repository / "news" / "deep" / "æ b.md")
    known = (FINISHED, {"delegation-member": "known"}, "factcheck: 0 new, 0 changed; 1 known\n")
    assert against(".", "--against", "HEAD") == known
    assert against("news", "news/deep", "--against", "HEAD")[:2] == known[:2]
    monkeypatch.chdir(repository / "news" / "deep")
    assert against("..", "--against", "main") == known
    monkeypatch.setenv("GIT_DIR", ".git")  # as in a hook
    assert against("..", "--against", "main") == known


def test_a_folder_that_the_revision_lacks_is_said(repository: Path, against: Against) -> None:
    write(repository / "more", PAIR)
    code, states, errors = against("more", "--against", "HEAD")
    assert (code, states) == (FAILED, {"delegation-member": "new"})
    assert "factcheck: more is not in HEAD: whatever is in conflict there is new\n" in errors


def test_the_baseline_counts_as_well(repository: Path, against: Against, capsys: pytest.CaptureFixture[str]) -> None:
    run(["report", "news", "-f", "json"])
    id = json.loads(capsys.readouterr().out)["conflicts"][0]["id"]
    run(["baseline", "accept", id, "news", "--reason", "both went", "--expires", "2031-05-06"])
    write(repository / "news", {"b.md": LATER})
    both = {"delegation-member": "accepted", "visit-date": "new"}
    assert against("news", "--against", "HEAD", "--today", "2031-05-06")[:2] == (FAILED, both)
    expired = against("news", "--against", "HEAD", "--today", "2031-05-07")[1]
    assert expired["delegation-member"] == "expired"
    assert against("news", "--against", "HEAD", "--no-baseline")[1]["delegation-member"] == "known"


# What git holds and is no article


def test_pointers_links_and_submodules(repository: Path, against: Against) -> None:
    pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 120\n"
    write(repository / "other", {"x.md": THIRD})
    git(repository / "other", "init", "-q")
    commit(repository / "other", {})
    (repository / "news" / "link.md").symlink_to("a.md")
    commit(repository, {"news/big.md": pointer, "news/photo.jpg": "no article"})
    (repository / "news" / "big.md").unlink()
    code, states, errors = against("news", "--against", "HEAD")
    assert (code, states) == (FINISHED, {"delegation-member": "known"})
    assert "news/big.md is not read in HEAD: git holds but a pointer to it (Git LFS)" in errors
    assert "news/link.md is not read in HEAD: it is a symbolic link" in errors
    assert b"160000" in git(repository, "ls-files", "-s", "other").stdout
    assert against(".", "--against", "HEAD")[:2] == (FAILED, {"delegation-member": "changed"})  # by what is in `other`


def test_a_copy_holds_articles_only_and_is_gone_afterwards(repository: Path) -> None:
    commit(repository, {"news/photo.jpg": "no article", "notes": "named"})
    with at_revision([Path("news"), Path("notes")], "HEAD") as revision:
        copies = sorted(revision.paths[Path("news")].iterdir())
        assert [copy.name for copy in copies] == ["a.md", "b.md"]
        assert revision.paths[Path("notes")].read_text(encoding="utf-8") == "named"
    assert not any(map(Path.exists, copies))


# Errors


def test_no_such_revision(repository: Path, against: Against) -> None:
    for ref in ("nope", "HEAD~9", "--help", "", "HEAD:news"):
        code, _, errors = against("news", f"--against={ref}") if ref else (ERROR, {}, "no such revision")
        assert code == ERROR
        assert "no such revision" in errors


def test_no_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    folder = write(tmp_path / "news", PAIR)
    with pytest.raises(UsageError, match="not a git repository"), at_revision([folder], "HEAD"):
        pass


def test_two_repositories(repository: Path) -> None:
    write(repository / "other", PAIR)
    git(repository / "other", "init", "-q")
    with pytest.raises(UsageError, match="several repositories"), at_revision([Path("news"), Path("other")], "HEAD"):
        pass


def test_no_git(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(repository / "news"))
    with pytest.raises(UsageError, match="git cannot be run"), at_revision([Path("news")], "HEAD"):
        pass
