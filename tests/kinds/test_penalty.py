"""Penalties: invented articles in, findings out."""

from __future__ import annotations

from pathlib import Path

from factcheck.findings import Finding, Report
from factcheck.pipeline import check


def report(folder: Path, *texts: str) -> Report:
    for number, text in enumerate(texts):
        (folder / f"{number}.txt").write_text(f"{text}\n", encoding="utf-8")
    return check([folder], select=["penalty", "possible-penalty"], one_story=True)


def questions(findings: tuple[Finding, ...]) -> list[tuple[str, str, str]]:
    return sorted((str(f.key["person"]).title(), str(f.key["stage"]), str(f.key["what"])) for f in findings)


def test_demand_and_verdict_are_two_questions(tmp_path: Path) -> None:
    told = report(
        tmp_path,
        "Sidang di Bergen\n\nOle Krag divonis 3 tahun penjara. Sebelumnya, Ole Krag dituntut 4 tahun penjara.",
        "Sidang di Bergen\n\nHakim menghukum Ole Krag dengan penjara selama tiga tahun. Hukuman ini lebih ringan dari"
        " tuntutan jaksa, yakni empat tahun penjara.",
    )
    assert not told.conflicts
    assert questions(told.agreements) == [("Ole Krag", "demanded", "prison"), ("Ole Krag", "imposed", "prison")]


def test_one_defendants_sentence_is_not_anothers(tmp_path: Path) -> None:
    told = report(
        tmp_path,
        "Trial in Bergen\n\nOle Krag was sentenced to 12 years in prison. Ada Brandt was jailed for three years.",
        "Trial in Bergen\n\nOle Krag was sentenced to 12 years in prison. Ada Brandt was jailed for four years.",
    )
    assert questions(told.conflicts) == [("Ada Brandt", "imposed", "prison")]
    assert questions(told.agreements) == [("Ole Krag", "imposed", "prison")]


def test_the_defendant_of_a_quote_is_the_one_named_before(tmp_path: Path) -> None:
    told = report(
        tmp_path,
        "Sidang di Bergen\n\nHakim menyatakan Ole Krag bersalah."
        ' "Menjatuhkan hukuman kepada terdakwa berupa penjara selama 9 tahun," ujar hakim.'
        " Hakim juga menghukum Ole Krag membayar denda Rp 450 juta subsider 6 bulan kurungan.",
        "Sidang di Bergen\n\nOle Krag divonis lima tahun penjara dan denda Rp 450 juta subsider 6 bulan kurungan.",
    )
    assert questions(told.conflicts) == [("Ole Krag", "imposed", "prison")]
    assert questions(told.agreements) == [("Ole Krag", "imposed", "fine"), ("Ole Krag", "imposed", "substitute")]


def test_what_may_come_is_not_what_came(tmp_path: Path) -> None:
    told = report(
        tmp_path,
        "Trial in Bergen\n\nOle Krag faces up to 20 years in prison.",
        "Trial in Bergen\n\nOle Krag was sentenced to 30 years in prison.",
    )
    assert not told.conflicts


def test_relatives_and_earlier_cases_are_left_out(tmp_path: Path) -> None:
    told = report(
        tmp_path,
        "Sidang di Bergen\n\nOle Krag divonis 3 tahun penjara.",
        "Ibu Ole Krag Divonis 5 Tahun Penjara\n\nSidang digelar di Bergen.",
        "Trial in Bergen\n\nOle Krag was sentenced to 4 years in prison in 2008.",
    )
    assert not told.conflicts
