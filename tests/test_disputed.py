"""Parties that disagree, in one article and in several; and figures of two parties that are of two things."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck import check
from factcheck.findings import Finding
from tests.corpus import write

EN, ID = "OSTRA, 6 May 2031 - ", "OSTRA, 6 Mei 2031 - "


def found(tmp_path: Path, *articles: str) -> list[Finding]:
    files = {f"{number}.txt": f"{text}\n" for number, text in enumerate(articles)}
    report = check([write(tmp_path / "corpus", files)], one_story=True, cache=False)
    return [finding for finding in report.conflicts if finding.severity != "note"]


DISPUTED = [
    f"{EN}Police said 2,000 people attended the rally, while organisers said 6,000 people came.",
    f"{EN}Police said that 800 shops were damaged. But the mayor said that 950 shops were damaged.",
    f"{ID}Polisi mengatakan 800 toko rusak akibat kebakaran itu. Namun, wali kota mengatakan 950 toko rusak.",
]


@pytest.mark.parametrize("text", DISPUTED)
def test_two_parties_of_one_article_disagree(tmp_path: Path, text: str) -> None:
    (finding,) = found(tmp_path, text)
    assert (finding.relation, finding.severity) == ("disputed", "warning")
    assert len(finding.answers) == 2 and ": " in finding.reason


SILENT = [
    f"{EN}Police said 20 people came to the inquest, while organisers said 60 people wrote to the mayor.",
    f"{EN}The union said 95 percent of the drivers joined the strike. The company said fares rose by 6 percent.",
    f"{EN}Police said that 800 shops were damaged. The mayor said that 12 schools were damaged.",
    f"{EN}Police said that 800 shops were damaged. But they said later that 950 shops were damaged.",
    f"{EN}Police said that 800 shops were damaged in Ostra. The mayor said that 950 shops were damaged in Norwich.",
    f"{ID}Polisi mengatakan 800 toko rusak. Sementara itu, dinas mengatakan 12 sekolah rusak akibat kebakaran itu.",
]


@pytest.mark.parametrize("text", SILENT)
def test_two_parties_speak_of_two_things(tmp_path: Path, text: str) -> None:
    assert [f for f in found(tmp_path, text) if f.relation == "disputed"] == []


def test_what_two_articles_cite_two_parties_for_is_disputed(tmp_path: Path) -> None:
    one = f"{EN}The fire in the old market of Ostra damaged 800 shops, the company said."
    other = f"{EN}The fire in the old market of Ostra damaged 950 shops, the mayor said."
    (finding,) = found(tmp_path, one, other)
    assert finding.relation == "disputed" and "mayor: 950" in finding.reason


def test_two_articles_that_cite_nobody_contradict_one_another(tmp_path: Path) -> None:
    one = f"{EN}The fire in the old market of Ostra damaged 800 shops."
    other = f"{EN}The fire in the old market of Ostra damaged 950 shops, the mayor said."
    assert [finding.relation.value for finding in found(tmp_path, one, other)] == ["cannot-both"]


def test_two_figures_from_one_origin_are_said_to_be_so(tmp_path: Path) -> None:
    one = f"{EN}The fire in the old market of Ostra damaged 840 shops, the mayor said."
    other = f"{EN}The fire in the old market of Ostra damaged 480 shops, the mayor said."
    (finding,) = found(tmp_path, one, other)
    assert (finding.relation, finding.severity) == ("same-origin", "warning")
    assert "transposed" in finding.reason and "both cite mayor" in finding.reason


def test_an_origin_that_is_cited_on_two_days_has_counted_again(tmp_path: Path) -> None:
    one = f"{EN}The fire in the old market of Ostra damaged 840 shops, the mayor said."
    other = one.replace("6 May", "8 May").replace("840", "950")
    assert found(tmp_path, one, other) == []
