"""A user's own kind of claim, in a folder outside the repository: words, rules, examples, and no Python."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factcheck.cli import run
from factcheck.errors import RuleError
from factcheck.extract.claims import spread
from factcheck.findings import Report, Severity
from factcheck.model import Mention, Relation
from factcheck.pipeline import check
from factcheck.rulepack import FieldSpec, Kind, Role, load_pack
from factcheck.rulepack.compile import SPREAD
from factcheck.rulepack.slots import MENTION_TYPES
from tests.corpus import factcheck, write

KIND = """kind: bridge-toll
question: What does it cost to cross the {bridge}?
fields:
  bridge: {type: place, role: key}
  toll: {type: money, role: value}
relation: cannot-both
severity: warning
"""
ENGLISH = """language: en
words:
  crossing: [crossing, "driving across"]
rules:
  - id: crossing-costs
    match: "<crossing> [the] {bridge:place} costs [drivers] {toll:money}"
    examples:
      - text: "Crossing the Storstrand Bridge costs drivers $12, the operator said."
        claims: [{bridge: Storstrand Bridge, toll: 12 USD}]
      - text: "Painting the Storstrand Bridge costs $12."
        claims: []
"""
INDONESIAN = """language: id
words:
  crossing: [menyeberangi, melintasi]
rules:
  - id: crossing-costs
    match: "<crossing> {bridge:place} .. (dikenai|membayar) .. {toll:money}"
    examples:
      - text: "Pengemudi yang melintasi Jembatan Storstrand dikenai tarif $12, kata pengelola."
        claims: [{bridge: Jembatan Storstrand, toll: 12 USD}]
      - text: "Pengemudi yang mengecat Jembatan Storstrand dikenai denda $12."
        claims: []
"""
PACK = {
    "bridge-toll/kind.yaml": KIND,
    "bridge-toll/en.yaml": ENGLISH,
    "bridge-toll/id.yaml": INDONESIAN,
}
NEWS = {
    "a.txt": "STORSTRAND, 3 April 2019 - Crossing the Storstrand Bridge costs drivers $12, said Ole "
    "Krag of the ferry company.\n",
    "b.txt": "STORSTRAND, 4 April 2019 - Crossing the Storstrand Bridge costs $15, said Ole Krag of the "
    "ferry company.\n",
}


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return write(tmp_path / "pack", PACK)


def tolls(report: Report) -> list[tuple[Relation, Severity, list[str]]]:
    found = [f for f in report.conflicts if f.kind == "bridge-toll"]
    return [(f.relation, f.severity, sorted(answer.text for answer in f.answers)) for f in found]


def test_a_kind_of_ones_own_finds_a_conflict(pack: Path, tmp_path: Path) -> None:
    news = write(tmp_path / "news", NEWS)
    report = check([news], rules=[pack], one_story=True)
    assert tolls(report) == [(Relation.SAME_ORIGIN, Severity.WARNING, ["USD 12", "USD 15"])]
    assert tolls(check([news], rules=[pack], one_story=True, ignore=["bridge-toll"])) == []


def test_it_works_from_the_command_line(pack: Path, tmp_path: Path) -> None:
    write(tmp_path / "news", NEWS)
    ran = factcheck(
        "check", "news", "--rules", pack, "--one-story", "--select", "bridge-toll", "-f", "json", cwd=tmp_path
    )
    assert ran.returncode == 1
    (finding,) = json.loads(ran.stdout)["conflicts"]
    assert finding["question"] == "What does it cost to cross the Storstrand Bridge?"
    assert {claim["rule"] for answer in finding["answers"] for claim in answer["claims"]} == {
        "bridge-toll/en/crossing-costs"
    }


def test_its_examples_run_with_the_others(pack: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules", "test", "bridge-toll", "--rules", str(pack)]) == 0
    assert capsys.readouterr().out == "4 examples, 0 failed\n"
    assert run(["rules", "lint", "--rules", str(pack)]) == 0
    capsys.readouterr()
    assert run(["rules", "list", "--rules", str(pack)]) == 0
    assert "bridge-toll" in capsys.readouterr().out
    assert run(["rules", "show", "bridge-toll/id/crossing-costs", "--rules", str(pack)]) == 0
    assert "Jembatan Storstrand" in capsys.readouterr().out


def test_an_example_that_does_not_hold_fails(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(pack, {"bridge-toll/en.yaml": ENGLISH.replace("toll: 12 USD", "toll: 13 USD")})
    assert run(["rules", "test", "bridge-toll", "--rules", str(pack)]) == 1
    out = capsys.readouterr().out
    assert "bridge-toll/en/crossing-costs, example 1: no claim bridge: Storstrand Bridge, toll: 13 USD" in out


def test_a_known_miss_that_works_again_fails(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    marked = ENGLISH.replace("        claims: [{", "        todo: not yet\n        claims: [{")
    write(pack, {"bridge-toll/en.yaml": marked})
    assert run(["rules", "test", "bridge-toll/en", "--rules", str(pack)]) == 1
    assert "take away its `todo`" in capsys.readouterr().out


def test_a_pack_may_add_words_to_shipped_lists(tmp_path: Path) -> None:
    text = "OSLO, 3 April 2019 - Ada Brandt's delegation includes Foreign Minister Ole Krag.\n\n{}\n"
    news = write(tmp_path / "news", {"a.txt": text.format("The ferry carried 40 gizmos to Lisbon.")})
    pack = write(tmp_path / "pack", {"things.yaml": "gizmo: {en: [gizmos, gizmo], id: [gizmo]}\n"})
    (with_words,) = [c for c in check([news], rules=[pack]).claims if c.kind == "count"]
    assert str(with_words.fields["thing"]) == "gizmo"


def test_a_language_file_adds_to_what_the_language_has(tmp_path: Path) -> None:
    pack = write(tmp_path / "pack", {"languages/en/words.yaml": 'planned: ["is slated to"]\n'})
    words = load_pack([pack]).lexicons["en"].sections["words"]
    assert "is slated to" in words["planned"] and "is due to" in words["planned"]
    news = write(
        tmp_path / "news", {"a.txt": "OSLO, 1 April 2019 - Ada Brandt is slated to land in Prague on Monday.\n"}
    )
    modalities = [[c.modality for c in check([news], rules=rules).claims] for rules in ([], [pack])]
    assert modalities[0] != modalities[1]


def test_a_pack_may_add_a_rule_to_a_shipped_kind(tmp_path: Path) -> None:
    pack = write(
        tmp_path / "pack",
        {
            "visit-date/en.yaml": """language: en
rules:
  - id: touched-ground
    match: "{visitor:person} touched ground in {place:country} [on] {date:date}"
    examples:
      - text: "Ada Brandt touched ground in Portugal on Monday."
        claims: [{visitor: Ada Brandt, place: PT, date: Monday}]
      - text: "Ada Brandt broke ground in Portugal on Monday."
        claims: []
"""
        },
    )
    news = write(
        tmp_path / "news", {"a.txt": "OSLO, 3 April 2019 - Ada Brandt touched ground in Portugal on Monday.\n"}
    )
    found = [c.rule for c in check([news], rules=[pack]).claims if c.kind == "visit-date"]
    assert found == ["visit-date/en/touched-ground"]
    assert [c for c in check([news]).claims if c.kind == "visit-date"] == []


# What is wrong is said with its place

BROKEN = {
    "unknown word": (
        "en.yaml",
        "<crossing> [the]",
        "<crosing> [the]",
        r"en\.yaml:6:\d+: unknown word <crosing>.*did you mean <crossing>",
    ),
    "unknown slot type": (
        "en.yaml",
        "toll:money",
        "toll:mony",
        r"en\.yaml:6:\d+: unknown slot type \{mony\}.*did you mean \{money\}",
    ),
    "unknown key": ("en.yaml", "match:", "mtach:", r"en\.yaml:\d+:\d+: .*mtach.*did you mean 'match'"),
    "no miss": ("en.yaml", "claims: []", "claims: [{toll: 12 USD}]", r"en\.yaml:5:5: no example of a miss"),
    "no hit": ("en.yaml", "[{bridge: Storstrand Bridge, toll: 12 USD}]", "[]", r"en\.yaml:5:5: no example of a hit"),
    "duplicate key": (
        "kind.yaml",
        "severity: warning",
        "severity: warning\nseverity: error",
        r"kind\.yaml:8:1: .*severity",
    ),
    "unknown field type": (
        "kind.yaml",
        "type: money",
        "type: mony",
        r"kind\.yaml:5:\d+: .*'mony'; did you mean 'money'",
    ),
    "unknown relation": ("kind.yaml", "cannot-both", "canot-both", r"kind\.yaml:6:\d+: .*did you mean 'cannot-both'"),
    "unknown severity": (
        "kind.yaml",
        "severity: warning",
        "severity: warnng",
        r"kind\.yaml:7:1: unknown severity 'warnng'; did you mean 'warning'\?$",
    ),
    "unknown role": ("kind.yaml", "role: key", "role: kee", r"kind\.yaml:4:25: .*did you mean 'key'"),
    "unknown need": ("kind.yaml", "role: key", "role: key, need: deciden", r"kind\.yaml:4:36: .*mean 'deciding'"),
    "missing key": ("kind.yaml", "question:", "questoin:", r"kind\.yaml:1:1: the key 'question' is missing"),
    "question about no field": ("kind.yaml", "{bridge}", "{brigde}", r"kind\.yaml:2:1: .*'brigde'.*mean 'bridge'\?$"),
    "question in other words about no field": (
        "kind.yaml",
        "relation:",
        'asked: {"tall bridge": "What about the {brige}?"}\nrelation:',
        r"kind\.yaml:6:9: the question names the unknown field 'brige'; did you mean 'bridge'\?$",
    ),
    "another kind": (
        "kind.yaml",
        "kind: bridge-toll",
        "kind: bridge-tol",
        r"kind\.yaml:1:\d+: kind 'bridge-tol' does not match",
    ),
    "not YAML": ("en.yaml", "rules:", "rules: [", r"en\.yaml:\d+:\d+: "),
    "field of no kind": (
        "en.yaml",
        "bridge:place",
        "brigde:place",
        r"en\.yaml:6:\d+: .*'brigde'.*did you mean 'bridge'",
    ),
    "unclosed bracket": ("en.yaml", "[drivers]", "[drivers", r"en\.yaml:6:51: .*bracket `\[` is never closed"),
    "unclosed parenthesis": ("en.yaml", "[drivers]", "(of|to", r"en\.yaml:6:51: .*bracket `\(` is never closed"),
    "unopened bracket": ("en.yaml", "[drivers]", "drivers]", r"en\.yaml:6:58: .*bracket `\]` closes none"),
    "slot without a type": ("en.yaml", "{bridge:place}", "{bridge}", r"en\.yaml:6:\d+: this `\{` belongs to no"),
    "almost a word": ("en.yaml", "<crossing> [the]", "<crossing [the]", r"en\.yaml:6:13: this `<` belongs to no"),
    "unknown table": (
        "en.yaml",
        'match: "',
        'near: {toll: amonts}\n    value: "{toll:money}" #',
        r"en\.yaml:6:18: 'amonts' is no table.*did you mean 'amounts'",
    ),
}


@pytest.mark.parametrize(
    ("file", "old", "new", "message"), [pytest.param(*case, id=name) for name, case in BROKEN.items()]
)
def test_a_mistake_is_named_with_file_line_and_column(file: str, old: str, new: str, message: str, pack: Path) -> None:
    path = pack / "bridge-toll" / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(RuleError, match=message):
        load_pack([pack])


def test_all_mistakes_are_named_at_once(pack: Path) -> None:
    write(pack, {"bridge-toll/en.yaml": ENGLISH.replace("<crossing>", "<crosing>")})
    write(pack, {"bridge-toll/id.yaml": INDONESIAN.replace("toll:money", "toll:mony")})
    with pytest.raises(RuleError) as raised:
        load_pack([pack])
    assert len(raised.value.problems) == 2


def test_mistakes_stand_in_the_order_of_files_and_lines(pack: Path) -> None:
    broken = ENGLISH.replace("<crossing>", "<crosing>").replace("toll:money", "toll:mony")
    broken = broken.replace("rules:", "ruls: 1\nrules:") + "  - id: other\n    mtach: x\n    examples: []\n"
    write(pack, {"bridge-toll/en.yaml": broken, "bridge-toll/id.yaml": "language: id\nrules: none\n"})
    write(pack, {"bridge-toll/kind.yaml": KIND.replace("type: money", "type: mony").replace("role: key", "role: kee")})
    with pytest.raises(RuleError) as raised:
        load_pack([pack])
    places = [problem.removeprefix(f"{pack}/bridge-toll/").split(": ")[0] for problem in raised.value.problems]
    english = ["en.yaml:4:1", "en.yaml:7:13", "en.yaml:7:66", "en.yaml:14:5"]
    assert places == [*english, "id.yaml:2:1", "kind.yaml:4:25", "kind.yaml:5:10"]


@pytest.mark.parametrize("kind", ["kind: [", "- a", KIND.replace("fields:", "fiels:"), KIND.replace("place,", "plce,")])
def test_a_broken_kind_is_all_that_is_said_of_it(kind: str, pack: Path) -> None:
    write(pack, {"bridge-toll/kind.yaml": kind})
    with pytest.raises(RuleError) as raised:
        load_pack([pack])
    assert {problem.split(":")[0] for problem in raised.value.problems} == {str(pack / "bridge-toll/kind.yaml")}
    assert "there is no" not in str(raised.value)


@pytest.mark.parametrize("mention", MENTION_TYPES)
def test_rules_are_checked_by_what_mentions_really_fill(mention: str) -> None:
    names = {name for filled in SPREAD.values() for name in filled}
    kind = Kind("any", "", {name: FieldSpec("term", Role.CONTEXT) for name in sorted(names)})
    assert tuple(spread(kind, "no-field", Mention(mention, 0, 1, None))) == SPREAD.get(mention, ())


def test_a_slot_may_stand_between_two_fields(pack: Path) -> None:
    write(pack, {"bridge-toll/en.yaml": ENGLISH.replace("costs [drivers]", "costs [{who:person}] [drivers]")})
    assert "bridge-toll" in load_pack([pack]).kinds


def test_linting_a_broken_pack_exits_1_and_using_it_2(
    pack: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(pack, {"bridge-toll/en.yaml": ENGLISH.replace("<crossing>", "<crosing>")})
    assert run(["rules", "lint", "--rules", str(pack)]) == 1
    assert "<crosing>" in capsys.readouterr().out
    news = write(tmp_path / "news", NEWS)
    assert run(["check", str(news), "--rules", str(pack)]) == 2
    captured = capsys.readouterr()
    assert captured.out == "" and "<crosing>" in captured.err


def test_rules_without_their_kind(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=r"there is no bridge-toll/kind\.yaml"):
        load_pack([write(tmp_path, {"bridge-toll/en.yaml": ENGLISH})])


@pytest.mark.parametrize("command", ["show", "test"])
def test_an_id_that_there_is_not(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules", command, "nope"]) == 2
    assert "no such kind or rule: 'nope'; `factcheck rules list` names the kinds" in capsys.readouterr().err
    assert run(["rules", command, "delegation-membr"]) == 2
    assert "did you mean 'delegation-member'?" in capsys.readouterr().err
