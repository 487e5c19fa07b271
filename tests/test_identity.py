"""A conflict stays the same while articles move, grow and are reworded; the same input gives the same bytes."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from factcheck.cli import run
from factcheck.findings import Report
from factcheck.pipeline import check
from tests.corpus import SEEDS, TEXTS, changed, checked, factcheck, seed_name, weighty

DEPUTY, ARRIVAL = "delegation-member", "visit-date"


@pytest.fixture(scope="module")
def ids() -> dict[str, str]:
    """The ids of the two conflicts of the seeds, by kind."""
    return ids_of(check([SEEDS]))


def ids_of(report: Report) -> dict[str, str]:
    found = {finding.kind: finding.id for finding in weighty(report)}
    assert len(found) == len(weighty(report))
    return found


NOISE = "".join(f"Baris ke-{line} tidak menyatakan apa-apa.\n\n" for line in range(25))
RENAMED = dict(zip(("z/last.txt", "b.txt", "a.txt", "y/deep/er.txt", "ä b.txt"), TEXTS.values(), strict=True))
REPEATING = {
    "005_repeats.txt": "Presiden Rusia Vladimir Putin tiba di Pyongyang, Korea Utara, pada Rabu pagi (19 Juni "
    "2024) dan "
    "bertemu Kim Jong Un.\n\nVladimir Putin didampingi oleh sejumlah pejabat, termasuk Wakil Perdana Menteri Denis "
    "Mantrurov.\n",
    "006_repeats.txt": "Presiden Rusia Vladimir Putin didampingi oleh Wakil Perdana Menteri Denis Manturov dalam "
    "kunjungan "
    "ke Korea Utara, kata Kremlin.\n\nPemimpin Korea Utara Kim Jong Un menyambut Putin di "
    "Pyongyang pada Rabu (19/6/2024).\n",
    "007_repeats.txt": "Presiden Rusia Vladimir Putin dijadwalkan berkunjung ke Korea Utara dalam kunjungan dua "
    "hari mulai "
    "Selasa (18/6/2024).\n\nPutin bersama dengan Wakil Perdana Menteri Alexander Novak akan bertemu Kim Jong Un di "
    "Pyongyang.\n",
}
SAME_QUESTIONS: Mapping[str, Mapping[str, str]] = {
    "fifty lines above": {name: NOISE + text for name, text in TEXTS.items()},
    "renamed files": RENAMED,
    "reworded around the names": {
        **TEXTS,
        seed_name("001"): changed(
            "001", [("didampingi oleh beberapa pejabat tinggi, termasuk", "disertai sejumlah menteri, termasuk")]
        ),
        seed_name("004"): changed(
            "004", [("serta beberapa pejabat tinggi lainnya seperti", "dan juga para pembantunya, seperti")]
        ),
    },
    "reworded around the days": {
        **TEXTS,
        seed_name("003"): changed(
            "003", [("untuk melakukan kunjungan langka yang", "untuk lawatan yang jarang ini, yang")]
        ),
        seed_name("000"): changed("000", [("Demikian disampaikan Kremlin dalam", "kata Kremlin, dalam")]),
    },
    "repeated by three more": {**TEXTS, **REPEATING},
    "a better spelling": {**TEXTS, seed_name("001"): changed("001", [("Mantrurov", "Manturov")])},
    "without the silent ones": {n: t for n, t in TEXTS.items() if not n.startswith("003")},
}


@pytest.mark.parametrize("texts", SAME_QUESTIONS.values(), ids=SAME_QUESTIONS)
def test_ids_of_conflicts_survive(texts: Mapping[str, str], ids: Mapping[str, str], tmp_path: Path) -> None:
    assert ids_of(checked(tmp_path, texts)) == ids


@pytest.mark.parametrize("order", [(4, 3, 2, 1, 0), (2, 0, 4, 1, 3)])
def test_ids_do_not_depend_on_which_article_comes_first(
    order: tuple[int, ...], ids: Mapping[str, str], tmp_path: Path
) -> None:
    texts = list(TEXTS.values())
    assert ids_of(checked(tmp_path, {f"{place}.txt": texts[index] for place, index in enumerate(order)})) == ids


@pytest.fixture
def baselined(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    """A folder `news` with the seeds, and a baseline of their conflicts beside it."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(SEEDS, tmp_path / "news")
    assert run(["baseline", "create", "news"]) == 0
    capsys.readouterr()
    return tmp_path / "news"


def gate(capsys: pytest.CaptureFixture[str]) -> tuple[int, dict[str, Any]]:
    code = run(["check", "news", "-f", "json"])
    return code, json.loads(capsys.readouterr().out)


def states(report: Mapping[str, Any]) -> dict[str, str]:
    return {finding["kind"]: finding["state"] for finding in report["conflicts"] if finding["severity"] != "note"}


def test_known_conflicts_pass_the_gate(baselined: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, report = gate(capsys)
    assert code == 0
    assert states(report) == {DEPUTY: "known", ARRIVAL: "known"}


@pytest.mark.parametrize("texts", SAME_QUESTIONS.values(), ids=SAME_QUESTIONS)
def test_known_conflicts_stay_known(
    texts: Mapping[str, str], baselined: Path, ids: Mapping[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.rmtree(baselined)
    for name, text in texts.items():
        (baselined / name).parent.mkdir(parents=True, exist_ok=True)
        (baselined / name).write_text(text, encoding="utf-8")
    code, report = gate(capsys)
    assert states(report) == {DEPUTY: "known", ARRIVAL: "known"}
    assert {finding["kind"]: finding["id"] for finding in report["conflicts"]} == ids
    assert code == 0


NEW_ANSWERS = [
    ("002", "Denis Mantrurov", "Igor Sobolev", DEPUTY, "Igor Sobolev"),
    ("003", "Rabu pagi (19 Juni 2024)", "Jumat pagi (21 Juni 2024)", ARRIVAL, "21 June 2024"),
]


@pytest.mark.parametrize(("article", "old", "new", "kind", "answer"), NEW_ANSWERS)
def test_a_new_answer_makes_a_known_conflict_changed(
    article: str,
    old: str,
    new: str,
    kind: str,
    answer: str,
    baselined: Path,
    ids: Mapping[str, str],
    capsys: pytest.CaptureFixture[str],
) -> None:
    (baselined / "005_new.txt").write_text(changed(article, [(old, new)]), encoding="utf-8")
    code, report = gate(capsys)
    assert code == 1
    assert states(report) == {DEPUTY: "known", ARRIVAL: "known"} | {kind: "changed"}
    (finding,) = [finding for finding in report["conflicts"] if finding["kind"] == kind]
    assert finding["id"] == ids[kind]
    newcomers = [given["text"] for given in finding["answers"] if given["state"] == "new"]
    assert len(newcomers) == 1 and answer in newcomers[0]


def test_a_conflict_that_nobody_knows_fails_the_gate(baselined: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = changed("003", [("sejak tahun 2000", "sejak tahun 2010")])
    (baselined / seed_name("003")).write_text(text, encoding="utf-8")
    code, report = gate(capsys)
    assert code == 1
    assert states(report) == {DEPUTY: "known", ARRIVAL: "known", "last-visit": "new"}


def test_what_is_settled_is_resolved(baselined: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = changed("004", [("Alexander Novak", "Denis Manturov")])
    (baselined / seed_name("004")).write_text(text, encoding="utf-8")
    code, report = gate(capsys)
    assert (code, states(report)) == (0, {ARRIVAL: "known"})
    assert [(finding["kind"], finding["state"]) for finding in report["resolved"]] == [(DEPUTY, "resolved")]


def test_the_baseline_itself_is_the_same_bytes_every_time(baselined: Path, tmp_path: Path) -> None:
    first = (tmp_path / "factcheck-baseline.yaml").read_bytes()
    for order in ("forward", "backward"):
        target = tmp_path / f"{order}.yaml"
        files = sorted(baselined.iterdir(), reverse=order == "backward")
        assert run(["baseline", "create", *map(str, files), "--baseline", str(target)]) == 0
        assert target.read_bytes() == first


# The same bytes


@pytest.mark.parametrize("form", ["text", "json"])
def test_the_order_of_arguments_does_not_matter(form: str) -> None:
    files = [f"seeds/{name}" for name in TEXTS]
    orders = [order for number, order in enumerate(permutations(files)) if number % 40 == 0]
    outputs = {factcheck("report", *order, "-f", form).stdout for order in orders}
    assert len(orders) == 3
    assert len(outputs) == 1 and b"fc-" in outputs.pop()


@pytest.mark.parametrize("form", ["text", "json"])
def test_the_name_of_the_folder_does_not_matter(form: str, tmp_path: Path) -> None:
    shutil.copytree(SEEDS, tmp_path / "other" / "name")
    here = factcheck("report", "seeds", "-f", form)
    assert b"fc-" in here.stdout
    assert factcheck("report", tmp_path / "other" / "name", "-f", form).stdout == here.stdout
    assert factcheck("report", ".", "-f", form, cwd=tmp_path / "other" / "name").stdout == here.stdout


@pytest.mark.parametrize("arguments", [["report", "-f", "text"], ["report", "-f", "json"], ["claims", "-f", "jsonl"]])
def test_runs_do_not_differ(arguments: list[str]) -> None:
    outputs = {factcheck(*arguments, "seeds", PYTHONHASHSEED=seed).stdout for seed in "012"}
    assert len(outputs) == 1 and outputs.pop()


def test_no_path_of_the_machine_is_in_a_report(tmp_path: Path) -> None:
    shutil.copytree(SEEDS, tmp_path / "news")
    for form in ("text", "json"):
        output = factcheck("report", tmp_path / "news", "-f", form, "--show-agreements").stdout.decode()
        assert str(tmp_path) not in output
