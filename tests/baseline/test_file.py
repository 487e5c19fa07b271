"""The file of a baseline: the same bytes for the same entries, merged by git, errors with their places."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from factcheck.baseline.edits import accept, entries_of, prune
from factcheck.baseline.file import Entry, dump_entries, read_entries
from factcheck.baseline.states import apply
from factcheck.decisions import Decision, Status
from factcheck.errors import BaselineError
from factcheck.findings import Finding, Severity
from tests.factory import Name, make_answer, make_finding, make_report

ACCEPTED = Decision(Status.ACCEPTED, "both are right", date(2031, 5, 6))


def entries(*conflicts: Finding) -> tuple[Entry, ...]:
    return entries_of(make_report(*conflicts))


def conflict(id: str, **changes: Any) -> Finding:
    return make_finding(id=id, question=f"Question {id}?", key={"leader": Name(f"Leader {id}")}, **changes)


def reread(folder: Path, text: str) -> tuple[Entry, ...]:
    (folder / "b.yaml").write_text(text, encoding="utf-8")
    return read_entries(folder / "b.yaml")


ENTRY = '''\
- id: "fc-aaaa000001"
  kind: "delegation-member"
  question: "Who was defence minister in Ada Brandt's delegation to Norway?"
  status: accepted
  reason: "both are right"
  expires: 2031-05-06
  key:
    leader: "ada brandt"
    place: "no"
  answers:
  - id: "id-ines-falk"
    text: "Ines Falk"
    value:
      person: "ines falk"
    source: "c.txt"
  - id: "id-ole-krag"
    text: "Ole Krag"
    value:
      person: "ole krag"
    source: "a.txt"

'''


def test_an_entry_as_written() -> None:
    text = dump_entries(accept(entries(make_finding()), None, ["fc-aaaa000001"], ACCEPTED))
    assert text.startswith("# Known conflicts;")
    assert f"\n# a\n{ENTRY}# b\n" in text


def test_the_same_bytes_for_any_order_and_a_blank_line_between_entries(tmp_path: Path) -> None:
    one, two = make_finding(), conflict("fc-aaaa000000")
    turned = one._replace(answers=tuple(reversed(one.answers)))
    text = dump_entries(entries(one, two))
    assert dump_entries(reversed(entries(turned, two))) == text
    assert dump_entries(reread(tmp_path, text)) == text
    assert text.count("\n\n- id: ") == 1
    assert text.index("fc-aaaa000000") < text.index("fc-aaaa000001")


def test_an_empty_baseline(tmp_path: Path) -> None:
    assert reread(tmp_path, dump_entries(())) == reread(tmp_path, "version: 1\nconflicts: []\n") == ()


@pytest.mark.parametrize(
    "text", ["no", "12:30", "1e5", "2031-02-30", "a: b # c", '"', "\\", "\x1b\x85\u2028\ufeff", "東京 🐕", " x\n"]
)
def test_texts_survive_the_file(tmp_path: Path, text: str) -> None:
    before = entries(make_finding(question=text, key={"thing": Name(text)}))
    (entry,) = reread(tmp_path, dump_entries(replace(entry, reason=text) for entry in before))
    assert (entry.question, entry.reason, entry.key) == (text, text, {"thing": text.lower()})


def test_notes_stay_out_unless_they_are_asked_for() -> None:
    note = make_report(make_finding(severity=Severity.NOTE))
    assert entries_of(note) == ()
    assert len(entries_of(note, Severity.NOTE)) == 1


# Edits


def test_accepting_touches_only_what_is_named() -> None:
    both = entries(conflict("fc-one"), conflict("fc-two"))
    one, two = accept(both, None, ["fc-one"], ACCEPTED)
    assert one == replace(both[0], status=Status.ACCEPTED, reason="both are right", expires=date(2031, 5, 6))
    assert two == both[1]


def test_accepting_adds_a_conflict_that_is_not_known_and_no_other() -> None:
    report = make_report(conflict("fc-one"), conflict("fc-two"))
    (entry,) = accept((), report, ["fc-two"], ACCEPTED)
    assert (entry.id, entry.status, len(entry.answers)) == ("fc-two", Status.ACCEPTED, 2)


def test_accepting_a_changed_conflict_adds_its_new_answer_and_keeps_the_others() -> None:
    before = entries(make_finding())
    renamed = make_answer("Ole Krag", "renamed.txt")
    now = make_finding((renamed, make_answer("Ines Falk", "c.txt"), make_answer("Mia Lund", "d.txt")))
    report = apply(make_report(now), before, date(2031, 5, 1))
    (entry,) = accept(before, report, ["fc-aaaa000001"], ACCEPTED)
    assert {answer.text: answer.source for answer in entry.answers} == {
        "Ines Falk": "c.txt", "Mia Lund": "d.txt", "Ole Krag": "a.txt",
    }  # fmt: skip
    (conflict,) = apply(make_report(now), (entry,), date(2031, 5, 1)).conflicts
    assert conflict.state.value == "accepted"


def test_ids_that_nobody_knows_are_told_all_at_once_with_a_suggestion() -> None:
    with pytest.raises(BaselineError) as error:
        accept(entries(conflict("fc-tollgate")), None, ["fc-tolgate", "fc-zzz"], ACCEPTED)
    first, second = str(error.value).splitlines()
    assert first.startswith("fc-tolgate: no such conflict") and first.endswith("did you mean fc-tollgate?")
    assert second.startswith("fc-zzz: no such conflict")


def test_pruning_drops_what_is_resolved_and_nothing_else() -> None:
    both = entries(conflict("fc-one"), conflict("fc-two"))
    report = apply(make_report(conflict("fc-two")), both, date(2031, 5, 1))
    assert prune(both, report) == both[1:]
    nowhere = apply(make_report(conflict("fc-two"), sources=("z.txt",)), both, date(2031, 5, 1))
    assert prune(both, nowhere) == both


# Broken files

GOOD = "- id: fc-a\n  kind: k\n  question: q\n  key: {}\n  answers: []\n"
HEAD = "version: 1\nconflicts:\n"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("version: 1\nconflicts: [\n", r"b\.yaml:\d+:\d+: "),
        ("version: 1\nversion: 1\nconflicts: []\n", r"b\.yaml:2:1: .*duplicate key"),
        (HEAD + GOOD + "  status: acepted\n", r"b\.yaml:8:3: .*acepted.*did you mean 'accepted'\?"),
        (HEAD + GOOD + "  stauts: open\n", r"b\.yaml:8:\d+: .*stauts.*did you mean 'status'\?"),
        (HEAD + GOOD + "  status: accepted\n", r"b\.yaml:8:3: fc-a is accepted without a reason"),
        (HEAD + GOOD + "  status: false-positive\n  reason: ' '\n", r"b\.yaml:8:3: fc-a is false-positive without"),
        (HEAD + GOOD + "  expires: 2031-02-30\n", r"b\.yaml:8:3: expected a day such as .*2031-02-30"),
        (HEAD + GOOD + "  expires: soon\n", r"b\.yaml:8:3: expected a day such as .*soon"),
        (HEAD + GOOD + GOOD, r"b\.yaml:8:3: fc-a stands here twice"),
        (HEAD + "<<<<<<< ours\n" + GOOD, r"b\.yaml:3:1: two versions are not merged: keep the entries of both"),
        ("version: 9\nconflicts: []\n", r"b\.yaml:1:1: version 9"),
        ("", r"b\.yaml:1:1: "),
        ("- a\n", r"b\.yaml:1:1: "),
    ],
)
def test_a_broken_file_says_where_and_what_to_do(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(BaselineError, match=message) as error:
        reread(tmp_path, text)
    assert "factcheck baseline create" in str(error.value)


def test_all_problems_of_a_file_are_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(BaselineError) as error:
        reread(tmp_path, HEAD + GOOD + "  status: acepted\n" + GOOD + "  expires: soon\n  colour: red\n")
    places = [line.partition(": ")[0].rpartition("b.yaml:")[2] for line in str(error.value).splitlines()]
    assert places == ["8:3", "9:3", "14:3", "15:3"]


def test_a_missing_file_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(BaselineError, match="baseline create"):
        read_entries(tmp_path / "b.yaml")


# Two branches


def git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """Runs git without the configuration of the machine."""
    identity = ("-c", "user.name=Ada Brandt", "-c", "user.email=ada@example.org", "-c", "commit.gpgsign=false")
    environment = {"PATH": "/usr/bin:/bin:/usr/local/bin", "GIT_CONFIG_GLOBAL": "/dev/null", "HOME": str(folder)}
    return subprocess.run(["git", *identity, *arguments], cwd=folder, env=environment, capture_output=True, check=False)


def merged(folder: Path, base: str, ours: str, theirs: str) -> str:
    """The file after both branches are merged; fails where git reports a conflict."""
    file = folder / "b.yaml"
    git(folder, "init", "-q", "-b", "main")
    for branch, text in (("main", base), ("ours", ours), ("theirs", theirs)):
        git(folder, "checkout", "-q", "-B", branch, *([] if branch == "main" else ["main"]))
        file.write_text(text, encoding="utf-8")
        git(folder, "add", "-A")
        assert git(folder, "commit", "-q", "--allow-empty", "-m", branch).returncode == 0
    done = git(folder, "merge", "-q", "--no-edit", "ours")
    assert done.returncode == 0, done.stdout.decode()
    return file.read_text(encoding="utf-8")


BASES = {"none": [], "two": ["fc-d1", "fc-p1"], "neighbours": ["fc-b1", "fc-b2", "fc-b3", "fc-b4"]}
WISHES = {
    "two that are known": ("fc-b2", "fc-b3", ["neighbours"]),
    "first and last": ("fc-b1", "fc-b4", ["neighbours"]),
    "one that is known, one that is not": ("fc-b2", "fc-c1", ["neighbours"]),
    "beside one that is known": ("fc-b4", "fc-b5", ["neighbours"]),
    "two that are not known": ("fc-e1", "fc-f1", ["none", "two", "neighbours"]),
}
CASES = [(base, ours, theirs) for ours, theirs, bases in WISHES.values() for base in bases]


@pytest.mark.parametrize(("base", "ours", "theirs"), CASES)
def test_two_branches_that_each_accept_another_conflict_merge(
    base: str, ours: str, theirs: str, tmp_path: Path
) -> None:
    before = entries(*map(conflict, BASES[base]))
    report = make_report(*map(conflict, {*BASES[base], ours, theirs}))
    mine = accept(before, report, [ours], ACCEPTED)
    yours = accept(before, report, [theirs], Decision(Status.FALSE_POSITIVE, "two ships of one name"))
    text = merged(tmp_path, *map(dump_entries, (before, mine, yours)))
    both = accept(mine, report, [theirs], Decision(Status.FALSE_POSITIVE, "two ships of one name"))
    assert text == dump_entries(both)


def test_a_branch_that_prunes_merges_with_one_that_accepts(tmp_path: Path) -> None:
    before = entries(*map(conflict, BASES["neighbours"]))
    mine = tuple(entry for entry in before if entry.id != "fc-b2")
    yours = accept(before, None, ["fc-b4"], ACCEPTED)
    text = merged(tmp_path, *map(dump_entries, (before, mine, yours)))
    assert text == dump_entries(entry for entry in yours if entry.id != "fc-b2")
