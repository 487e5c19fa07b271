"""Bad input and hostile text: a clear message, the right exit code, nothing lost, no traceback, nothing obeyed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from factcheck.cli import run
from factcheck.load import LARGEST
from factcheck.pipeline import check
from tests.corpus import ROOT, TEXTS, factcheck, write

FINISHED, FAILED, ERROR, NOTHING_CHECKED = 0, 1, 2, 3

# Two articles of invented people that disagree, so that a report has something to say.
FIRST = """OSLO, 3 April 2019 - Norwegian President Ada Brandt landed in Lisbon, Portugal, on Tuesday (2 April 2019).

Ada Brandt was accompanied by Defence Minister Ole Krag.
"""
SECOND = """LISBON, 3 April 2019 - Norwegian President Ada Brandt landed in Lisbon, Portugal, on Monday (1 April 2019).

Ada Brandt was accompanied by Defence Minister Ines Falk.
"""
PAIR = {"first.txt": FIRST, "second.txt": SECOND}


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


class Ran:
    """What a command printed, and its exit code."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    def call(*arguments: object) -> Ran:
        code = run([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        assert "Traceback" not in captured.err
        assert "bug:" not in captured.err
        return Ran(code, captured.out, captured.err)

    return call


Command = Callable[..., Ran]


def as_json(ran: Ran) -> Any:
    return json.loads(ran.out)


def test_the_pair_disagrees(command: Command, tmp_path: Path) -> None:
    write(tmp_path / "news", PAIR)
    ran = command("check", "news", "-f", "json")
    assert ran.code == FAILED
    assert {finding["kind"] for finding in as_json(ran)["conflicts"]} >= {"visit-date", "delegation-member"}


# Nothing to check


@pytest.mark.parametrize("name", ["report", "check", "claims"])
def test_an_empty_folder(name: str, command: Command, tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    ran = command(name, "news")
    assert ran.code == NOTHING_CHECKED
    assert "nothing was checked" in ran.err


def test_an_empty_folder_gives_a_whole_json_report(command: Command, tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    report = as_json(command("report", "news", "-f", "json"))
    assert report["summary"]["sources"] == 0
    assert report["conflicts"] == report["sources"] == []


@pytest.mark.parametrize("name", ["report", "check", "claims", "explain"])
def test_a_missing_path(name: str, command: Command) -> None:
    ran = command(name, "nowhere/at-all.txt")
    assert (ran.code, ran.out) == (ERROR, "")
    assert "nowhere/at-all.txt" in ran.err


def test_one_missing_path_among_others(command: Command, tmp_path: Path) -> None:
    write(tmp_path / "news", PAIR)
    ran = command("report", "news", "nowhere")
    assert (ran.code, ran.out) == (ERROR, "")


# Files that are no articles

UNREADABLE: dict[str, tuple[bytes, str]] = {
    "binary": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)), "binary"),
    "NUL bytes": (b"President Ada Brandt\0landed in Lisbon.\0", "binary"),
    "empty": (b"", "empty"),
    "blank": (b" \n\t\n\xc2\xa0\n", "empty"),
}


@pytest.mark.parametrize(("data", "reason"), UNREADABLE.values(), ids=UNREADABLE)
def test_a_file_that_is_no_article_is_a_warning_and_an_error_of_the_gate(
    data: bytes, reason: str, command: Command, tmp_path: Path
) -> None:
    write(tmp_path / "news", {**PAIR, "third.txt": data})
    ran = command("report", "news", "-f", "json")
    assert ran.code == FINISHED
    assert f"third.txt is not read: {reason}" in ran.err
    report = as_json(ran)
    assert report["skipped"] == [{"path": "third.txt", "reason": reason}]
    assert report["summary"]["sources"] == 2
    assert command("check", "news").code == ERROR
    assert command("check", "news", "--keep-going").code == FAILED


def test_a_file_alone_that_is_no_article(command: Command, tmp_path: Path) -> None:
    write(tmp_path, {"third.txt": b"\0\1\2\3"})
    assert command("report", "third.txt").code == NOTHING_CHECKED
    assert command("check", "third.txt").code == ERROR


def test_another_type_of_file_is_listed_and_no_error(command: Command, tmp_path: Path) -> None:
    write(tmp_path / "news", {**PAIR, "photo.jpg": b"\xff\xd8\xff", ".hidden.txt": FIRST})
    ran = command("report", "news", "-f", "json")
    assert (ran.code, ran.err) == (FINISHED, "")
    assert as_json(ran)["skipped"] == [{"path": "photo.jpg", "reason": "unsupported-type"}]
    assert command("check", "news", "-q").code == FAILED


ENCODED = {
    "UTF-16 little-endian": FIRST.encode("utf-16"),
    "UTF-16 big-endian": b"\xfe\xff" + FIRST.encode("utf-16-be"),
    "UTF-8 with a mark": b"\xef\xbb\xbf" + FIRST.encode(),
    "invalid UTF-8": FIRST.replace("OSLO", "OSL\u00d8").encode("utf-8").replace(b"\xc3\x98", b"\xc3\x28"),
    "Windows-1252": FIRST.replace("OSLO", "TROMS\u00d8").encode("cp1252"),
    "line ends of Windows": FIRST.replace("\n", "\r\n").encode(),
    "line ends of old": FIRST.replace("\n", "\r").encode(),
}


@pytest.mark.parametrize("data", ENCODED.values(), ids=ENCODED)
def test_any_encoding_gives_the_same_conflicts(data: bytes, command: Command, tmp_path: Path) -> None:
    write(tmp_path / "news", PAIR)
    expected = {(f["id"], f["relation"]) for f in as_json(command("report", "news", "-f", "json"))["conflicts"]}
    write(tmp_path / "news", {"first.txt": data})
    ran = command("report", "news", "-f", "json")
    assert ran.code == FINISHED
    assert {(f["id"], f["relation"]) for f in as_json(ran)["conflicts"]} == expected


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is unreadable to root")
def test_a_file_without_permission(command: Command, tmp_path: Path) -> None:
    write(tmp_path / "news", {**PAIR, "third.txt": FIRST})
    (tmp_path / "news" / "third.txt").chmod(0)
    assert "third.txt is not read: unreadable" in command("report", "news").err
    assert command("check", "news").code == ERROR


def test_a_link_to_nowhere_and_a_loop(command: Command, tmp_path: Path) -> None:
    write(tmp_path / "news", PAIR)
    (tmp_path / "news" / "broken.txt").symlink_to(tmp_path / "nowhere.txt")
    (tmp_path / "news" / "loop").symlink_to(tmp_path / "news")
    ran = command("report", "news", "-f", "json")
    assert "broken.txt is not read: unreadable" in ran.err
    assert as_json(ran)["summary"]["sources"] == 2


def test_a_folder_that_is_named_like_an_article(command: Command, tmp_path: Path) -> None:
    write(tmp_path / "news" / "x.txt", PAIR)
    ran = command("report", "news", "-f", "json")
    assert (ran.code, ran.err) == (FINISHED, "")
    assert [source["id"] for source in as_json(ran)["sources"]] == ["x.txt/first.txt", "x.txt/second.txt"]


def test_file_names_of_all_sorts(command: Command, tmp_path: Path) -> None:
    names = ("a b.txt", "ümläut.txt", "-f.txt", "new\nline.txt", "\x1b[31mred.txt", "[bold].txt", "it's.txt")
    write(tmp_path / "news", {name: FIRST if number % 2 else SECOND for number, name in enumerate(names)})
    ran = command("report", "news")
    assert ran.code == FINISHED
    assert "\x1b" not in ran.out
    assert "[bold].txt" in ran.out and "\\x1b[31mred.txt" in ran.out
    assert "new\\nline.txt" in ran.out or "new\\x0aline.txt" in ran.out or "new line.txt" in ran.out


# Texts of all sorts


def test_a_single_line_of_20_megabytes(command: Command, tmp_path: Path) -> None:
    line = ("Presiden Edda Brandt tiba di Lisbon pada 2 April 2019 bersama 4.200 peti ikan, kata Ole Krag, " * 200_000)[
        :20_000_000
    ]
    write(tmp_path, {"long.txt": line})
    ran = command("report", "long.txt")
    assert ran.code == NOTHING_CHECKED
    assert "warning: long.txt is not read: too-large" in ran.err
    assert ran.out.startswith("0 sources, 0 stories")
    assert command("check", "long.txt").code == ERROR


def test_a_file_that_is_too_large_leaves_the_others(command: Command, tmp_path: Path) -> None:
    write(tmp_path / "news", {**PAIR, "third.txt": FIRST * (LARGEST // len(FIRST) + 1)})
    ran = command("report", "news", "-f", "json")
    assert ran.code == FINISHED
    assert as_json(ran)["skipped"] == [{"path": "third.txt", "reason": "too-large"}]
    assert as_json(ran)["summary"]["sources"] == 2
    assert command("check", "news", "--keep-going").code == FAILED


@pytest.mark.parametrize(
    "text",
    [
        "a" * (LARGEST - 100),
        "(" * 200_000,
        "1" * 200_000,
        "1." * 100_000,
        "\u201c" * 100_000,
    ],
    ids=["one word", "brackets", "digits", "parts", "quotes"],
)
def test_texts_that_provoke_backtracking(text: str, command: Command, tmp_path: Path) -> None:
    write(tmp_path, {"long.txt": f"President Ada Brandt {text} landed in Lisbon."})
    ran = command("report", "long.txt")
    assert (ran.code, ran.err) == (FINISHED, "")
    assert ran.out.startswith("1 source, 1 story")


def test_an_article_without_a_date_keeps_its_weekday(tmp_path: Path) -> None:
    text = "President Ada Brandt landed in Lisbon on {}.\n\nAda Brandt was accompanied by Defence Minister Ole Krag.\n"
    write(tmp_path, {"a.txt": text.format("Monday"), "b.txt": text.format("Tuesday")})
    report = check([tmp_path])
    assert {source.anchor.date for source in report.sources} == {None}
    (finding,) = [finding for finding in report.conflicts if finding.kind == "visit-date"]
    assert sorted(answer.text for answer in finding.answers) == ["Monday", "Tuesday"]


def test_an_article_in_a_language_without_rules(command: Command, tmp_path: Path) -> None:
    finnish = "Presidentti saapui Lissaboniin tiistaina, ja häntä seurasi puolustusministeri, kertoi kanslia. " * 5
    write(tmp_path / "news", {"a.txt": finnish, "b.txt": finnish.replace("tiistaina", "maanantaina")})
    ran = command("report", "news")
    assert ran.code == FINISHED
    assert "no conflicts" in ran.out


BOILERPLATE = """Baca juga: Edda Brandt Tiba di Lisbon pada Selasa, Ini Fotonya

READ MORE: President Ada Brandt landed in Lisbon on Monday with 4,200 crates

Ikuti kami di Google News

Tinggalkan Balasan

Alamat email Anda tidak akan dipublikasikan. Ruas yang wajib ditandai *

© 2019 All Rights Reserved
"""


def test_boilerplate_alone_claims_nothing(command: Command, tmp_path: Path) -> None:
    write(tmp_path / "news", {"a.txt": BOILERPLATE})
    ran = command("claims", "news")
    assert (ran.code, ran.out) == (FINISHED, "")


STRANGE = {
    "markup": "[red]Ada Brandt[/red]",
    "emoji code": ":dog: Ada Brandt",
    "escape": "\x1b[31;1mAda Brandt\x1b[0m \x1b]0;title\x07",
    "bidi": "\u202eAda Brandt\u202c \u2066x\u2069",
    "carriage return": "in the rain\rand the wind",
    "zero width": "Ada\u200b Brandt",
    "workflow command": "::error::Ada Brandt ##[error]",
    "C1 control": "\x9b31mAda Brandt",
    "lone mark": "Ada Brandt \ufeff",
}


@pytest.mark.parametrize("words", STRANGE.values(), ids=STRANGE)
@pytest.mark.parametrize("color", ["always", "never"])
def test_hostile_text_comes_out_as_written_or_visible(
    words: str, color: str, command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "160")  # wide enough that the quote is not cut before the words
    hostile = FIRST.replace("Minister Ole Krag.", f"Minister Ole Krag, {words}.")
    write(tmp_path / "news", {**PAIR, "first.txt": hostile})
    out = command("report", "news", "-v", "--show-agreements", "--color", color).out
    assert "Ole Krag" in out
    shown = out if color == "never" else out.replace("\x1b[0m", "").replace("\x1b[", "\x1b ")
    assert not any(
        sign in shown for sign in ("\x1b[31;1m", "\x1b]", "\x9b", "\u202e", "\u2066", "\r", "\x07", "\ufeff")
    )
    if color == "never":
        assert "\x1b" not in out
    for literal in ("[red]", "[/red]", ":dog:"):
        if literal in words:
            assert literal in out


@pytest.mark.parametrize("words", STRANGE.values(), ids=STRANGE)
@pytest.mark.parametrize("name", ["claims", "explain"])
def test_hostile_text_elsewhere(words: str, name: str, command: Command, tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": FIRST.replace("by Defence", f"by {words} and Defence")})
    out = command(name, "a.txt").out
    assert "Ole Krag" in out
    assert not any(sign in out for sign in ("\x1b", "\x9b", "\u202e", "\u2066", "\r", "\x07"))


def test_json_keeps_hostile_text_as_it_is(command: Command, tmp_path: Path) -> None:
    hostile = FIRST.replace("by Defence", "by [red]\x1b[31m\u202e:dog: and Defence")
    write(tmp_path / "news", {**PAIR, "first.txt": hostile})
    sentences = [
        claim["sentence"]
        for finding in as_json(command("report", "news", "-f", "json"))["conflicts"]
        for answer in finding["answers"]
        for claim in answer["claims"]
    ]
    assert any("[red]\x1b[31m\u202e:dog:" in sentence for sentence in sentences)


# Broken rules and baselines


@pytest.mark.parametrize("name", ["report", "check", "claims"])
def test_a_broken_rule_file(name: str, command: Command, tmp_path: Path) -> None:
    write(tmp_path / "news", PAIR)
    write(tmp_path / "pack" / "visit-date", {"en.yaml": "language: en\nrules: [\n"})
    ran = command(name, "news", "--rules", "pack")
    assert (ran.code, ran.out) == (ERROR, "")
    assert "pack/visit-date/en.yaml:3:1" in ran.err


@pytest.mark.parametrize(
    "text",
    [
        "",
        "- a\n- b\n",
        "version: 1\n",
        "version: 7\nconflicts: []\n",
        "version: [\n",
        "\0",
        "version: 1\nconflicts: x\n",
    ],
)
def test_a_broken_baseline(text: str, command: Command, tmp_path: Path) -> None:
    write(tmp_path / "news", PAIR)
    write(tmp_path, {"known.yaml": text})
    ran = command("check", "news", "--baseline", "known.yaml")
    assert (ran.code, ran.out) == (ERROR, "")
    assert "known.yaml" in ran.err
    assert command("check", "news", "--no-baseline").code == FAILED


def test_a_baseline_is_never_overwritten(command: Command, tmp_path: Path) -> None:
    write(tmp_path / "news", PAIR)
    assert command("baseline", "create", "news").code == FINISHED
    before = (tmp_path / "factcheck-baseline.yaml").read_bytes()
    ran = command("baseline", "create", "news")
    assert ran.code == ERROR and "never overwritten" in ran.err
    assert (tmp_path / "factcheck-baseline.yaml").read_bytes() == before


# The command itself


@pytest.mark.parametrize(
    "arguments",
    [
        ["report", "news", "--frobnicate"],
        ["report", "news", "-f", "pdf"],
        ["report", "news", "--select", "visitdate"],
        ["report", "news", "--date", "soon"],
        ["report", "news", "--rules", "nowhere"],
        ["rules", "show", "nothing"],
        ["schema", "nothing"],
        ["baseline", "forget"],
        ["frobnicate"],
    ],
)
def test_wrong_flags(arguments: list[str], command: Command, tmp_path: Path) -> None:
    write(tmp_path / "news", PAIR)
    ran = command(*arguments)
    assert (ran.code, ran.out) == (ERROR, "")
    assert ran.err


def long_report(folder: Path) -> None:
    names = [
        f"{first} {last}" for first in ("Ole", "Ines", "Nils", "Tove") for last in ("Krag", "Falk", "Lund", "Dahl")
    ]
    write(folder, {f"{n:03}.txt": FIRST.replace("Ole Krag", name) * 40 for n, name in enumerate(names)})


@pytest.mark.parametrize(("name", "code"), [("report", FINISHED), ("check", FAILED), ("claims", FINISHED)])
def test_a_reader_that_stops_early_changes_no_exit_code(name: str, code: int, tmp_path: Path) -> None:
    long_report(tmp_path)
    command = [sys.executable, "-m", "factcheck", name, str(tmp_path)]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, cwd=ROOT, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout and process.stderr
        process.stdout.read(1)
        process.stdout.close()
        errors = process.stderr.read()
        assert process.wait() == code
    assert errors == b""


def test_without_a_terminal_there_is_no_colour_and_a_width_of_100(tmp_path: Path) -> None:
    write(tmp_path / "news", TEXTS)
    out = factcheck("report", "news", cwd=tmp_path).stdout.decode()
    assert "\x1b" not in out
    wrapped = [line for line in out.splitlines() if line.startswith(("   ", "      ")) and "fc-" not in line]
    assert 80 < max(map(len, wrapped)) <= 100


@pytest.mark.parametrize("closed", [">&-", "2>&-", "</dev/null"])
def test_closed_streams(closed: str, tmp_path: Path) -> None:
    write(tmp_path / "news", PAIR)
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    shell = f"{sys.executable} -m factcheck check news {closed}"
    assert (
        subprocess.run(shell, shell=True, cwd=tmp_path, env=env, capture_output=True, check=False).returncode == FAILED
    )


def test_a_plain_locale_loses_nothing(tmp_path: Path) -> None:
    write(tmp_path / "news", {**PAIR, "first.txt": FIRST.replace("Ole Krag", "Øle Kråg")})
    out = factcheck("report", "news", cwd=tmp_path, LC_ALL="C", PYTHONIOENCODING="ascii").stdout
    assert "Øle Kråg" in out.decode()


def test_a_read_only_home_is_no_error(tmp_path: Path) -> None:
    write(tmp_path / "news", PAIR)
    ran = factcheck("check", "news", cwd=tmp_path, HOME="/nonexistent", XDG_CACHE_HOME="/dev/null/cache")
    assert (ran.returncode, ran.stderr) == (FAILED, b"")
