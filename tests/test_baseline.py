"""The baseline: its file, and how conflicts find their entries again."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from factcheck.baseline import Matching, apply, create, load
from factcheck.baseline_file import Entry
from factcheck.errors import BaselineError
from factcheck.model import Finding, Relation, Report, Severity, State
from tests.factory import Name, make_answer, make_claim, make_finding, make_report


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "baseline.yaml"


def known(file: Path, *conflicts: Finding) -> tuple[Entry, ...]:
    create(make_report(*conflicts), file)
    return load(file)


def by_first_letters(kind: str, one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    """A comparer for spellings."""
    return one.keys() == other.keys() and all(one[name][:5] == other[name][:5] for name in one)


SPELLINGS = Matching(keys=by_first_letters, answers=by_first_letters, complete=True)
FOLDER = Matching(complete=True)


def states(report: Report) -> list[tuple[str, list[str]]]:
    return [(c.state.value, [answer.state.value for answer in c.answers]) for c in report.conflicts]


# The file


def test_the_file_as_written(file: Path) -> None:
    assert create(make_report(make_finding()), file) == 1
    assert file.read_text(encoding="utf-8") == (
        "# Known conflicts; `factcheck check` fails on others only. Written by `factcheck baseline create`.\n"
        "version: 1\n"
        "\n"
        "conflicts:\n"
        '- id: "fc-aaaa000001"\n'
        '  kind: "delegation-member"\n'
        '  question: "Who was defence minister in Ada Brandt\'s delegation to Norway?"\n'
        "  key:\n"
        '    leader: "ada brandt"\n'
        '    place: "no"\n'
        "  answers:\n"
        '  - id: "id-ines-falk"\n'
        '    text: "Ines Falk"\n'
        "    value:\n"
        '      person: "ines falk"\n'
        '    source: "c.txt"\n'
        '  - id: "id-ole-krag"\n'
        '    text: "Ole Krag"\n'
        "    value:\n"
        '      person: "ole krag"\n'
        '    source: "a.txt"\n'
        "  status: open\n"
    )


def test_same_bytes_for_any_order_and_a_blank_line_between_entries(tmp_path: Path) -> None:
    one, two = make_finding(), make_finding(id="fc-aaaa000000", question="Another?")
    turned = one._replace(answers=tuple(reversed(one.answers)))
    create(make_report(one, two), tmp_path / "1.yaml")
    create(make_report(two, turned), tmp_path / "2.yaml")
    text = (tmp_path / "1.yaml").read_text(encoding="utf-8")
    assert text == (tmp_path / "2.yaml").read_text(encoding="utf-8")
    assert 'status: open\n\n- id: "fc-aaaa000001"' in text
    assert text.index("fc-aaaa000000") < text.index("fc-aaaa000001")


@pytest.mark.parametrize(
    "text", ["no", "12:30", "1e5", "a: b # c", '"', "\\", "\x1b\x85\u2028\ufeff", "東京 🐕", " x\n"]
)
def test_texts_survive_the_file(file: Path, text: str) -> None:
    (entry,) = known(file, make_finding(question=text, key={"thing": Name(text)}))
    assert entry.question == text
    assert entry.key == {"thing": text.lower()}


def test_a_baseline_is_never_overwritten(file: Path) -> None:
    file.write_text("mine", encoding="utf-8")
    with pytest.raises(BaselineError, match="never overwritten"):
        create(make_report(make_finding()), file)
    assert file.read_text(encoding="utf-8") == "mine"


def test_a_folder_that_is_missing_is_said(tmp_path: Path) -> None:
    with pytest.raises(BaselineError, match="cannot be written"):
        create(make_report(), tmp_path / "nowhere" / "b.yaml")
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_left_beside_the_file(file: Path) -> None:
    create(make_report(make_finding()), file)
    assert list(file.parent.iterdir()) == [file]


def test_notes_stay_out(file: Path) -> None:
    assert known(file, make_finding(severity=Severity.NOTE)) == ()


ENTRY = "conflicts:\n- id: fc-a\n  kind: k\n  question: q\n  key: {}\n  answers: []\n"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("version: 1\nconflicts: [\n", r"b\.yaml:\d+:\d+: "),
        ("version: 1\nversion: 1\nconflicts: []\n", r"b\.yaml:2:1: .*duplicate key"),
        ("version: 1\n" + ENTRY + "  status: opne\n", r"b\.yaml:8:3: .*opne"),
        ("version: 1\n" + ENTRY + "  stauts: open\n", r"b\.yaml:8:\d+: .*stauts"),
        ("version: 1\n" + ENTRY + ENTRY.partition("\n")[2], r"b\.yaml:3:\d+: fc-a stands here twice"),
        ("version: 9\nconflicts: []\n", r"b\.yaml: version 9"),
        ("", r"b\.yaml:1:1: "),
        ("- a\n", r"b\.yaml:1:1: "),
    ],
)
def test_a_broken_file_says_where_and_what_to_do(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "b.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(BaselineError, match=message) as error:
        load(tmp_path / "b.yaml")
    assert "factcheck baseline create" in str(error.value)


def test_a_missing_file_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(BaselineError, match="baseline create"):
        load(tmp_path / "b.yaml")


# States


def test_what_is_in_the_baseline_is_known(file: Path) -> None:
    report = apply(make_report(make_finding()), known(file, make_finding()), FOLDER)
    assert states(report) == [("known", ["known", "known"])]
    assert report.resolved == ()


def test_what_is_not_in_the_baseline_is_new(file: Path) -> None:
    other = make_finding(id="fc-other", key={"leader": Name("Mia Lund")})
    report = apply(make_report(other), known(file, make_finding()))
    assert states(report) == [("new", ["new", "new"])]


def test_other_lines_files_and_sources_change_nothing(file: Path) -> None:
    entries = known(file, make_finding())
    claims = (
        make_claim("renamed.txt", "Ole Krag", "Reworded, Ole Krag left.", line=53),
        make_claim("e.txt", "Ole Krag"),
    )
    answers = (make_answer("Ines Falk", "c.txt"), make_answer("Ole Krag", claims=claims))
    assert states(apply(make_report(make_finding(answers)), entries)) == [("known", ["known", "known"])]


def test_a_new_answer_makes_the_conflict_changed_and_only_itself_new(file: Path) -> None:
    answers = (*make_finding().answers, make_answer("Mia Lund", "d.txt"))
    report = apply(make_report(make_finding(answers)), known(file, make_finding()))
    assert states(report) == [("changed", ["known", "known", "new"])]


def test_an_answer_that_is_gone_leaves_the_rest_known(file: Path) -> None:
    three = (*make_finding().answers, make_answer("Mia Lund", "d.txt"))
    report = apply(make_report(make_finding()), known(file, make_finding(three)))
    assert states(report) == [("known", ["known", "known"])]


def test_better_spellings_keep_the_old_ids(file: Path) -> None:
    entries = known(file, make_finding())
    answers = (make_answer("Ole Kragg", "a.txt"), make_answer("Ines Falck", "c.txt"))
    respelled = make_finding(answers, id="fc-new", key={"leader": Name("Ada Brand"), "place": Name("NO")})
    assert states(apply(make_report(respelled), entries)) == [("new", ["new", "new"])]
    (conflict,) = apply(make_report(respelled), entries, SPELLINGS).conflicts
    assert conflict.state is State.KNOWN
    assert conflict.id == "fc-aaaa000001"
    assert [answer.id for answer in conflict.answers] == ["id-ole-krag", "id-ines-falk"]


def test_two_entries_that_fit_equally_well_are_new_with_a_hint(file: Path) -> None:
    one = make_finding(id="fc-1", key={"leader": Name("Ada Brandt")})
    two = make_finding(id="fc-2", key={"leader": Name("Ada Brandts")})
    found = make_finding(id="fc-3", key={"leader": Name("Ada Brand")})
    report = apply(make_report(found), known(file, one, two), SPELLINGS)
    assert states(report) == [("new", ["new", "new"])]
    assert report.conflicts[0].why[-1] == "fits no single entry of the baseline: fc-1, fc-2"
    assert report.resolved == ()


def test_the_same_key_wins_over_one_that_only_compares(file: Path) -> None:
    one = make_finding(id="fc-1", key={"leader": Name("Ada Brandt")})
    two = make_finding(id="fc-2", key={"leader": Name("Ada Brandts")})
    report = apply(make_report(two._replace(id="fc-9"), one._replace(id="fc-8")), known(file, one, two), SPELLINGS)
    assert [(conflict.id, conflict.state) for conflict in report.conflicts] == [
        ("fc-2", State.KNOWN),
        ("fc-1", State.KNOWN),
    ]


def test_a_shared_answer_decides_between_keys_that_compare(file: Path) -> None:
    one = make_finding(id="fc-1", key={"leader": Name("Ada Brandt")})
    others = (make_answer("Mia Lund", "a.txt"), make_answer("Per Holm", "b.txt"))
    two = make_finding(others, id="fc-2", key={"leader": Name("Ada Brandts")})
    found = make_finding(id="fc-3", key={"leader": Name("Ada Brand")})
    assert apply(make_report(found), known(file, one, two), SPELLINGS).conflicts[0].id == "fc-1"


def test_two_conflicts_that_fit_one_entry_are_both_new(file: Path) -> None:
    entries = known(file, make_finding(key={"leader": Name("Ada Brandt")}))
    found = [make_finding(id=f"fc-{n}", key={"leader": Name(f"Ada Brand{n}")}) for n in (1, 2)]
    assert [state for state, _ in states(apply(make_report(*found), entries, SPELLINGS))] == ["new", "new"]


def test_another_kind_never_matches(file: Path) -> None:
    report = apply(make_report(make_finding(kind="office-holder")), known(file, make_finding()), SPELLINGS)
    assert states(report) == [("new", ["new", "new"])]


# Resolved


def test_texts_that_agree_now_resolve_the_conflict(file: Path) -> None:
    agreed = make_finding((make_answer("Ole Krag", "a.txt", "c.txt"),), relation=Relation.AGREE)
    (resolved,) = apply(make_report(agreements=(agreed,)), known(file, make_finding()), FOLDER).resolved
    assert (resolved.id, resolved.state, resolved.reason) == (
        "fc-aaaa000001", State.RESOLVED, "the texts now agree",
    )  # fmt: skip


def test_an_article_that_is_gone_resolves_the_conflict(file: Path) -> None:
    (resolved,) = apply(make_report(sources=("a.txt", "b.txt")), known(file, make_finding()), FOLDER).resolved
    assert resolved.reason == "c.txt is gone"


def test_a_question_nobody_answers_any_more_is_resolved(file: Path) -> None:
    (resolved,) = apply(make_report(), known(file, make_finding()), FOLDER).resolved
    assert resolved.reason == "no two articles answer it any more"


@pytest.mark.parametrize(
    ("report", "matching"),
    [
        (make_report(sources=("a.txt", "b.txt")), Matching()),
        (make_report(sources=("other.txt",)), FOLDER),
        (make_report(sources=("a.txt",), skipped=[("c.txt", "unreadable")]), FOLDER),
        (make_report(), Matching(judged=lambda kind: kind != "delegation-member", complete=True)),
    ],
    ids=["only some files were given", "another folder", "a source could not be read", "the kind was left out"],
)
def test_what_took_no_part_is_not_resolved(file: Path, report: Report, matching: Matching) -> None:
    assert apply(report, known(file, make_finding()), matching).resolved == ()
