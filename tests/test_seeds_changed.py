"""One fact changed in a copy of a seed is found; one fact said in other words raises nothing."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from factcheck.findings import Finding, Report
from factcheck.pipeline import check
from tests.corpus import SEEDS, TEXTS, changed, checked, seed_name, weighty

SIXTH = "005_sixth.txt"


class Change(NamedTuple):
    """Words of an article put in the place of others: `answer` is what a conflict of `kind` must then hold.

    `sixth`: the changed copy stands beside the five articles, else it takes the place of the original.
    """

    article: str
    old: str
    new: str
    kind: str
    answer: str
    sixth: bool = False


CHANGED = [
    Change(
        "001",
        "Menteri Pertahanan Andrei Belousov",
        "Menteri Pertahanan Oleg Petrov",
        "delegation-member",
        "Oleg Petrov",
    ),
    Change(
        "002",
        "Menteri Pertahanan Andrei Belousov",
        "Menteri Pertahanan Oleg Petrov",
        "delegation-member",
        "Oleg Petrov",
    ),
    Change("004", "baru, Andrei Belousov", "baru, Oleg Petrov", "delegation-member", "Oleg Petrov"),
    Change(
        "002",
        "Menteri Luar Negeri Sergey Lavrov",
        "Menteri Luar Negeri Viktor Orlov",
        "delegation-member",
        "Viktor Orlov",
    ),
    Change(
        "004",
        "Menteri Luar Negeri Sergei Lavrov",
        "Menteri Luar Negeri Viktor Orlov",
        "delegation-member",
        "Viktor Orlov",
    ),
    Change("002", "Denis Mantrurov", "Igor Sobolev", "delegation-member", "Igor Sobolev"),
    Change("001", "Denis Mantrurov", "Igor Sobolev", "delegation-member", "Igor Sobolev", sixth=True),
    Change("003", "Rabu pagi (19 Juni 2024)", "Kamis pagi (20 Juni 2024)", "visit-date", "20 June 2024"),
    Change("001", "sebelum fajar pada hari Rabu", "sebelum fajar pada hari Kamis", "visit-date", "20 June 2024"),
    Change("002", "Pada Rabu pagi, Putin ditemui", "Pada Senin pagi, Putin ditemui", "visit-date", "17 June 2024"),
    Change("002", "Korea Utara 19 Juni 2024.", "Korea Utara 21 Juni 2024.", "visit-date", "21 June 2024"),
    Change("004", "pada Selasa malam", "pada Minggu malam", "visit-date", "16 June 2024"),
    Change("000", "ke Hanoi pada hari Rabu", "ke Hanoi pada hari Jumat", "visit-date", "21 June 2024"),
    Change("001", "Vietnam pada Rabu malam", "Vietnam pada Kamis malam", "visit-date", "20 June 2024"),
    Change("003", "Rabu pagi (19 Juni 2024)", "Rabu pagi (20 Juni 2024)", "weekday-date", "edne"),
    Change("001", "hari Rabu (19/6/2024)", "hari Kamis (19/6/2024)", "weekday-date", "hursday"),
    Change("001", "Kamis, 20/06/2024", "Jumat, 20/06/2024", "weekday-date", "riday"),
    Change(
        "000",
        "Putin ke Korea Utara adalah pada tahun 2000",
        "Putin ke Korea Utara adalah pada tahun 2002",
        "last-visit",
        "2002",
    ),
    Change("003", "sejak tahun 2000", "sejak tahun 2010", "last-visit", "2010"),
    Change(
        "004", "mengunjungi Pyongyang pada tahun 2000", "mengunjungi Pyongyang pada tahun 2008", "last-visit", "2008"
    ),
    Change("002", "ke Korea Utara dalam 24 tahun", "ke Korea Utara dalam 14 tahun", "last-visit", "14 years"),
    Change("001", "dalam 24 tahun terakhir", "dalam 34 tahun terakhir", "last-visit", "34 years", sixth=True),
    Change("000", "1961, 2000, dan 2001", "1961, 2000, dan 2004", "treaty-year", "1961, 2000, 2004"),
    Change("001", "1961, 2000 dan 2001", "1971, 2000 dan 2001", "treaty-year", "1971, 2000, 2001"),
    Change("001", "Rusia timur pada September 2023", "Rusia timur pada Oktober 2023", "meeting-date", "October 2023"),
    Change("002", "Putin pada bulan September", "Putin pada bulan November", "meeting-date", "November 2023"),
    Change("001", "13 September 2023", "13 Agustus 2023", "meeting-date", "13 August 2023"),
    Change("000", "Rusia, September 2023", "Rusia, September 2022", "meeting-date", "September 2022"),
    Change("000", "Pada bulan Maret, Moskow", "Pada bulan April, Moskow", "event-date", "April 2024"),
    Change("001", "Pada bulan Maret, veto", "Pada bulan Mei, veto", "event-date", "May 2024"),
    Change("000", "Rodong Sinmun Selasa pagi", "Rodong Sinmun Senin pagi", "event-date", "17 June 2024"),
    Change("003", "diterbitkan Selasa pagi", "diterbitkan Senin pagi", "event-date", "17 June 2024"),
    Change("004", "di alun-alun Kim Il Sung", "di alun-alun Kim Jong Suk", "location", "Kim Jong Suk"),
    Change("000", "di sisi timur Lapangan Kim Il Sung", "di sisi timur Lapangan Moranbong", "location", "Moranbong"),
    Change("001", "resmi di Lapangan Kim Il Sung", "resmi di Lapangan Moranbong", "location", "Moranbong", sixth=True),
    Change("000", "6.700 kontainer", "7.600 kontainer", "count", "7,600", sixth=True),
    Change("000", "6.700 kontainer", "670 kontainer", "count", "670", sixth=True),
    Change("000", "lebih dari 3 juta butir", "sekitar 1 juta butir", "count", "about 1 million", sixth=True),
    Change("000", "lebih dari 100 negara", "90 negara", "count", "90", sixth=True),
    Change("000", "$50 miliar", "$70 miliar", "money", "70 billion", sixth=True),
    Change("000", "kunjungan dua hari mulai", "kunjungan tiga hari mulai", "visit-duration", "3 days", sixth=True),
    Change(
        "000",
        "Menteri Pertahanan AS Lloyd Austin",
        "Menteri Pertahanan AS Mark Dalton",
        "office-holder",
        "Mark Dalton",
        sixth=True,
    ),
    Change(
        "001",
        "Menteri Luar Negeri AS Antony Blinken",
        "Menteri Luar Negeri AS Mark Dalton",
        "office-holder",
        "Mark Dalton",
        sixth=True,
    ),
    Change(
        "001", "Sekjen NATO Jens Stoltenberg", "Sekjen NATO Piet Halsema", "office-holder", "Piet Halsema", sixth=True
    ),
]


@pytest.fixture(scope="module")
def as_received() -> Report:
    return check([SEEDS])


def conflict_with(report: Report, kind: str, answer: str) -> Finding | None:
    return next((f for f in weighty(report) if f.kind == kind and any(answer in a.text for a in f.answers)), None)


@pytest.mark.parametrize("change", CHANGED, ids=lambda c: f"{c.article}-{c.kind}-{c.answer}")
def test_a_changed_fact_is_found(change: Change, as_received: Report, tmp_path: Path) -> None:
    assert conflict_with(as_received, change.kind, change.answer) is None
    text = changed(change.article, [(change.old, change.new)])
    name = SIXTH if change.sixth else seed_name(change.article)
    report = checked(tmp_path, {**TEXTS, name: text})
    finding = conflict_with(report, change.kind, change.answer)
    assert finding is not None, [(f.kind, [a.text for a in f.answers]) for f in report.conflicts]
    (given,) = [answer for answer in finding.answers if change.answer in answer.text]
    assert {claim.evidence.source for claim in given.claims} == {name}


# A copy of an article with its one fact reworded stands beside the five.
REWORDED = [
    ("001", "Sergey Lavrov", "Sergei Lavrov"),
    ("004", "Sergei Lavrov", "Sergej Lavrov"),
    ("001", "Denis Mantrurov", "Denis Manturov"),
    ("002", "Andrei Belousov", "Andrey Belousov"),
    ("001", "Menteri Luar Negeri Sergey", "Menlu Sergey"),
    ("002", "Menteri Pertahanan Andrei", "Menhan Andrei"),
    ("002", "Wakil Perdana Menteri Denis", "Wakil PM Denis"),
    ("001", "Menteri Luar Negeri AS", "Menlu Amerika Serikat"),
    ("000", "6.700 kontainer", "6,7 ribu kontainer"),
    ("000", "6.700 kontainer", "6700 kontainer"),
    ("000", "6.700 kontainer", "6.700 peti kemas"),
    ("000", "6.700 kontainer", "6.700 unit kontainer"),
    ("000", "3 juta butir", "tiga juta butir"),
    ("000", "500.000 butir", "setengah juta butir"),
    ("000", "500.000 butir", "lima ratus ribu butir"),
    ("000", "$50 miliar", "50 miliar dolar AS"),
    ("000", "$50 miliar", "US$50 miliar"),
    ("000", "kunjungan dua hari", "kunjungan 2 hari"),
    ("001", "Rabu (19/6/2024)", "Rabu (19/06/2024)"),
    ("001", "Rabu (19/6/2024)", "Rabu, 19 Juni 2024,"),
    ("003", "Rabu pagi (19 Juni 2024)", "Rabu pagi (19/06/2024)"),
    ("003", "Rabu pagi (19 Juni 2024)", "Rabu (19/6/2024) pagi"),
    ("002", "Pada Rabu pagi", "Rabu pagi"),
    ("000", "dijadwalkan melakukan", "rencananya akan melakukan"),
    ("001", "mendarat di ibu kota", "mendarat dengan selamat di ibu kota"),
    ("001", "sebelum fajar pada hari Rabu", "pada Rabu dini hari"),
    ("004", "berlangsung pada Selasa malam", "berlangsung pada hari Selasa malam"),
    ("002", "dalam 24 tahun", "dalam dua puluh empat tahun"),
    ("001", "dalam 24 tahun terakhir", "dalam lebih dari dua dekade"),
    ("003", "sejak tahun 2000", "dalam 24 tahun"),
    ("004", "pada tahun 2000", "pada 2000"),
    ("000", "1961, 2000, dan 2001", "2001, 2000, dan 1961"),
    ("001", "tahun 1961, 2000 dan 2001", "1961, 2000 serta 2001"),
    ("001", "pada September 2023", "pada 13 September 2023"),
    ("002", "pada bulan September", "pada September 2023"),
    ("000", "Pada bulan Maret, Moskow", "Pada Maret 2024, Moskow"),
    ("004", "alun-alun Kim Il Sung", "Lapangan Kim Il Sung"),
    ("000", "Kyiv", "Kiev"),
    ("002", "Kim Jong-un", "Kim Jong Un"),
    ("002", "Presiden Rusia Vladimir Putin", "Presiden Federasi Rusia Vladimir Putin"),
    ("001", "Korea Utara", "Korut"),
    ("004", "Presiden Rusia Vladimir Putin", "Presiden Rusia, Vladimir Putin,"),
    ("002", "Yuri Ushakov", "Yury Ushakov"),
    ("004", "juru bicara Dewan Keamanan Nasional, John Kirby", "juru bicara keamanan nasional AS John Kirby"),
    (
        "002",
        "Wakil Perdana Menteri Denis Mantrurov, Menteri Pertahanan Andrei Belousov dan Menteri "
        "Luar Negeri Sergey Lavrov",
        "Menteri Luar Negeri Sergey Lavrov, Wakil Perdana Menteri Denis Mantrurov dan Menteri "
        "Pertahanan Andrei Belousov",
    ),
]


def alarms(report: Report) -> dict[str, list[str]]:
    """The conflicts with their answers, as far as a rewording may not touch them."""
    return {finding.id: sorted(answer.id for answer in finding.answers) for finding in weighty(report)}


@pytest.mark.parametrize(("article", "old", "new"), REWORDED)
def test_a_reworded_fact_raises_nothing(article: str, old: str, new: str, as_received: Report, tmp_path: Path) -> None:
    report = checked(tmp_path, {**TEXTS, SIXTH: changed(article, [(old, new)])})
    assert {finding.id for finding in weighty(report)} == {finding.id for finding in weighty(as_received)}
    assert [len(finding.answers) for finding in weighty(report)] == [2, 2]


def test_curly_quotes_made_straight_raise_nothing(as_received: Report, tmp_path: Path) -> None:
    straight = str.maketrans("“”‘’", "\"\"''")
    report = checked(tmp_path, {name: text.translate(straight) for name, text in TEXTS.items()})
    assert alarms(report) == alarms(as_received)


# An English article of the same story, by topic; its dateline gives the day.
ENGLISH = {
    "dateline": "SEOUL, June 19, 2024 -",
    "lead": "Russian President Vladimir Putin and North Korean leader Kim Jong Un pledged to help one "
    "another against the "
    "West as Russia presses on with its war in Ukraine.",
    "arrival": "Vladimir Putin landed in Pyongyang before dawn on Wednesday, where Kim Jong Un was waiting for him.",
    "delegation": "Vladimir Putin was accompanied by several senior officials, including Deputy Prime Minister Denis "
    "Manturov, Defence Minister Andrei Belousov and Foreign Minister Sergei Lavrov.",
    "before": "It is Vladimir Putin's first visit to North Korea in 24 years.",
    "papers": "The new treaty will replace documents signed between Moscow and Pyongyang in 1961, 2000 and 2001, said "
    "Yuri Ushakov, an aide to Putin.",
    "met": "Kim Jong Un and Vladimir Putin last met in September 2023 in the Russian far east.",
    "veto": "In March, Russia vetoed a United Nations resolution to renew the monitoring of sanctions on North Korea.",
    "containers": "Between August and February, Pyongyang shipped about 6,700 containers to Russia, South "
    "Korea's defence "
    "ministry said.",
    "loan": "At their summit in Italy, the leaders of the G7 agreed on a loan of $50 billion to "
    "Ukraine, said President "
    "Volodymyr Zelensky.",
    "parade": "A big parade was planned on Kim Il Sung Square in Pyongyang.",
    "article": "An article by Vladimir Putin was published in the newspaper Rodong Sinmun on Tuesday morning.",
    "next": "Vladimir Putin was then expected to arrive in Hanoi, Vietnam, on Wednesday night.",
    "officials": "U.S. Defense Secretary Lloyd Austin and U.S. Secretary of State Antony Blinken have warned of the "
    "shells that Pyongyang sends, and so did John Kirby and NATO Secretary General Jens Stoltenberg.",
}


def english(topic: str, sentence: str) -> str:
    """The English article with the sentence on one topic put in other words."""
    assert topic in ENGLISH
    return "\n\n".join({**ENGLISH, topic: sentence}.values()).replace(" -\n\n", " - ") + "\n"


AGREEING = [
    ("arrival", ENGLISH["arrival"]),
    ("arrival", "Vladimir Putin arrived in North Korea on Wednesday morning (June 19, 2024)."),
    ("arrival", "On Wednesday morning, Vladimir Putin landed in Pyongyang."),
    ("arrival", "Putin was greeted at Pyongyang airport by North Korean leader Kim Jong Un on Wednesday morning."),
    (
        "delegation",
        "Vladimir Putin's delegation includes Foreign Minister Sergey Lavrov and Defense Minister Andrey Belousov.",
    ),
    (
        "delegation",
        "Vladimir Putin was joined by Foreign Minister Sergej Lavrov and Deputy Prime Minister Denis Mantrurov.",
    ),
    ("before", "It is Vladimir Putin's first visit to North Korea since 2000."),
    ("before", "Vladimir Putin, who last visited Pyongyang in 2000, praised North Korea."),
    ("before", "Vladimir Putin's last visit to North Korea was in July 2000."),
    ("before", "It is Vladimir Putin's first trip to North Korea in more than two decades."),
    ("papers", "The pact replaces documents signed in 2001, 2000 and 1961, the Kremlin said."),
    ("met", "Kim Jong Un and Vladimir Putin last met on September 13, 2023."),
    ("veto", "Russia vetoed a United Nations resolution on the sanctions in March 2024."),
    ("containers", "Pyongyang shipped some 6.7 thousand containers to Russia between August and February."),
    ("containers", "Pyongyang shipped nearly seven thousand containers to Russia, the ministry said."),
    ("loan", "The loan to Ukraine is worth 50 billion dollars, the leaders of the G7 said."),
    ("parade", "A parade was being prepared on Kim Il-sung Square."),
    ("article", "In an article published in Rodong Sinmun on Tuesday, Vladimir Putin thanked Pyongyang."),
    ("next", "On Wednesday evening, Vladimir Putin was to fly on to Hanoi."),
    ("officials", "John Kirby, the White House national security spokesman, voiced concern with Antony Blinken."),
]


@pytest.mark.parametrize(("topic", "sentence"), AGREEING)
def test_an_english_article_that_agrees_raises_nothing(
    topic: str, sentence: str, as_received: Report, tmp_path: Path
) -> None:
    report = checked(tmp_path, {**TEXTS, SIXTH: english(topic, sentence)})
    assert report.stories == 1
    assert {finding.id for finding in weighty(report)} == {finding.id for finding in weighty(as_received)}
    assert [len(finding.answers) for finding in weighty(report)] == [2, 2]


def test_a_plan_told_afterwards_stays_on_the_day_of_the_story(as_received: Report, tmp_path: Path) -> None:
    text = english("next", "Vladimir Putin was expected to arrive in Hanoi, Vietnam, on Wednesday night.")
    report = checked(tmp_path, {**TEXTS, SIXTH: text.replace("June 19, 2024 -", "June 20, 2024 -")})
    assert {finding.id for finding in weighty(report)} == {finding.id for finding in weighty(as_received)}


def test_a_short_english_article_joins_the_story(tmp_path: Path) -> None:
    parts = (ENGLISH[topic] for topic in ("dateline", "lead", "arrival", "before"))
    assert checked(tmp_path, {**TEXTS, SIXTH: "\n\n".join(parts)}).stories == 1


# The question on which the English article and the Indonesian ones must meet, and the answer that they share.
SHARED = [
    ("visit-date", "19 June 2024"),
    ("delegation-member", "Andrei Belousov"),
    ("delegation-member", "Lavrov"),
    ("last-visit", "2000"),
    ("treaty-year", "1961, 2000, 2001"),
    ("meeting-date", "September 2023"),
    ("event-date", "March 2024"),
    ("count", "about 6,700"),
    ("money", "50 billion"),
    ("location", "Kim Il Sung"),
    ("event-date", "Tuesday 18 June 2024"),
    ("office-holder", "Lloyd Austin"),
]


@pytest.fixture(scope="module")
def with_english(tmp_path_factory: pytest.TempPathFactory) -> Report:
    return checked(tmp_path_factory.mktemp("english"), {**TEXTS, SIXTH: english("arrival", ENGLISH["arrival"])})


@pytest.mark.parametrize(("kind", "answer"), SHARED)
def test_an_english_article_gives_the_answer_of_the_others(kind: str, answer: str, with_english: Report) -> None:
    findings = (f for f in (*with_english.agreements, *with_english.conflicts) if f.kind == kind)
    given = [{claim.evidence.source for claim in a.claims} for f in findings for a in f.answers if answer in a.text]
    assert any(SIXTH in sources and len(sources) > 1 for sources in given), given


class Contradiction(NamedTuple):
    """An English sentence that contradicts the seeds: the kind and the answer that a conflict must hold."""

    topic: str
    sentence: str
    kind: str
    answer: str


CONTRADICTING = [
    Contradiction(
        "delegation",
        "Vladimir Putin was accompanied by Defence Minister Oleg Petrov.",
        "delegation-member",
        "Oleg Petrov",
    ),
    Contradiction(
        "delegation",
        "Vladimir Putin's delegation includes Foreign Minister Viktor Orlov.",
        "delegation-member",
        "Viktor Orlov",
    ),
    Contradiction(
        "delegation",
        "Vladimir Putin was joined by Deputy Prime Minister Igor Sobolev.",
        "delegation-member",
        "Igor Sobolev",
    ),
    Contradiction(
        "arrival",
        "Vladimir Putin landed in Pyongyang on Thursday morning (June 20, 2024).",
        "visit-date",
        "20 June 2024",
    ),
    Contradiction("arrival", "Vladimir Putin arrived in North Korea on Monday.", "visit-date", "17 June 2024"),
    Contradiction(
        "arrival", "Vladimir Putin arrived in North Korea on Wednesday (June 20, 2024).", "weekday-date", "ednesday"
    ),
    Contradiction("before", "It is Vladimir Putin's first visit to North Korea since 2010.", "last-visit", "2010"),
    Contradiction("before", "Vladimir Putin made his first trip to North Korea in 14 years.", "last-visit", "14 years"),
    Contradiction("before", "Vladimir Putin, who last visited Pyongyang in 2008, praised it.", "last-visit", "2008"),
    Contradiction("papers", ENGLISH["papers"].replace("2001", "2004"), "treaty-year", "1961, 2000, 2004"),
    Contradiction("met", "Kim Jong Un and Vladimir Putin last met in October 2023.", "meeting-date", "October 2023"),
    Contradiction("veto", ENGLISH["veto"].replace("March", "May"), "event-date", "May 2024"),
    Contradiction("containers", ENGLISH["containers"].replace("6,700", "9,700"), "count", "9,700"),
    Contradiction("loan", ENGLISH["loan"].replace("50", "70"), "money", "70 billion"),
    Contradiction(
        "next", "Vladimir Putin is expected to arrive in Hanoi, Vietnam, on Friday.", "visit-date", "21 June 2024"
    ),
    Contradiction("parade", ENGLISH["parade"].replace("Kim Il Sung", "Moranbong"), "location", "Moranbong"),
    Contradiction("article", ENGLISH["article"].replace("Tuesday", "Monday"), "event-date", "17 June 2024"),
    Contradiction("officials", "U.S. Defense Secretary Mark Dalton told lawmakers so.", "office-holder", "Mark Dalton"),
]


@pytest.mark.parametrize("case", CONTRADICTING, ids=lambda c: f"{c.kind}-{c.answer}")
def test_an_english_article_that_contradicts_is_found(case: Contradiction, tmp_path: Path) -> None:
    report = checked(tmp_path, {**TEXTS, SIXTH: english(case.topic, case.sentence)})
    finding = conflict_with(report, case.kind, case.answer)
    assert finding is not None, [(f.kind, [a.text for a in f.answers]) for f in report.conflicts]
    (given,) = [answer for answer in finding.answers if case.answer in answer.text]
    assert {claim.evidence.source for claim in given.claims} == {SIXTH}
