"""Which language a text is written in, from its script and its function words.

Function words ("the", "yang", "und") are frequent in any text and hardly ever shared as a whole: a handful of them
tells languages apart, without a model. The words of languages with rules come from their rule packs; the tables here
are of languages without rules, so that a German or Vietnamese article is not mistaken for English or Indonesian.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping
from functools import lru_cache

UNDETERMINED = "und"  # ISO 639-2 code for a language that could not be told

# Enough for a long article to show its language, short enough to cost nothing on a 20 MB file.
_SAMPLE = 4000
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")

# Weight of a word ending ("-kan", "-ing") beside a function word: a hint that decides only where there is little else.
_ENDING_WEIGHT = 0.2

# The most frequent function words of each language (own choice), of two letters or more: single ones stand anywhere.
# Malay is left out on purpose: its function words are
# Indonesian's, and an article in Malay is read best by the Indonesian rules.
_OTHERS: Mapping[str, str] = {
    "de": "der die das und ist nicht ein eine einen einem einer den dem des von mit für auf im zu zum zur sich auch "
    "wurde wurden werden wird sind war waren bei nach aus wie dass durch über als am sie er hat haben noch nur oder",
    "nl": "de het een en van is dat niet op te zijn met voor er aan ook werd worden wordt door naar bij om uit heeft "
    "hebben maar als nog over deze dit zij hij ze tot zich",
    "fr": "le la les des et est une un du dans pour que qui sur pas au aux avec par plus ce cette son sont ont été il "
    "elle ils nous mais ou selon après d'un d'une l'on",
    "es": "el la los las de en que un una del por con para se no es al lo como más su sus fue fueron han este esta "
    "pero según después entre también",
    "pt": "os as de em que um uma do da dos das por com para não é ao na no nos nas mais foi foram como seu sua "
    "segundo após também são está",
    "it": "il lo gli le di che un una del della dei delle per con non è al alla nel nella sono stato stata come più "
    "anche dopo secondo da dal",
    "vi": "và của là có được không trong với các cho người này đã những một để ở vào khi từ theo tại bị về đến năm "
    "ngày cũng như ra",
    "tl": "ang mga sa ng na ay at si ni kay para hindi siya niya ito nang kung mula noong din rin",
    "tr": "ve bir bu için ile da de olarak olan daha çok gibi sonra kadar ancak değil tarafından",
    "pl": "na się nie że do jest to od po przez za został są jak ale oraz dla przy",
    "sv": "och att det som är av för på med den till inte har ett om var från vid efter",
    "cs": "se na je že do po za by jsou byl byla ale jako pro podle který která ve ze",
}

# Scripts that (nearly) one language uses, by the first and last letter of their Unicode blocks; the order matters,
# since Japanese texts hold Han characters too.
_SCRIPTS: tuple[tuple[str, str, str], ...] = (
    ("ja", "\u3041", "\u30ff"),
    ("ko", "\uac00", "\ud7a3"),
    ("zh", "\u4e00", "\u9fff"),
    ("ru", "\u0400", "\u04ff"),
    ("ar", "\u0600", "\u06ff"),
    ("he", "\u0590", "\u05ff"),
    ("el", "\u0370", "\u03ff"),
    ("th", "\u0e00", "\u0e7f"),
    ("hi", "\u0900", "\u097f"),
    ("ta", "\u0b80", "\u0bff"),
)
_UKRAINIAN = frozenset("іїєґ")


def detect_language(text: str, words: Mapping[str, Collection[str]]) -> str:
    """The ISO 639-1 code of the language of `text`, or `und` where nothing tells.

    `words` maps a language with rules to its function words; an entry that begins with `-` is a word ending ("-ing").
    Only the first few thousand characters are read. A word of several languages counts for each of them in part.
    """
    sample = text[:_SAMPLE]
    return _by_script(sample) or _by_words(sample, words)


def _by_script(sample: str) -> str | None:
    """The language of a text that is mostly not in Latin letters."""
    if sample.isascii():
        return None
    counts = {letter: n for letter, n in Counter(sample.lower()).items() if letter.isalpha()}
    total = sum(counts.values())
    for language, first, last in _SCRIPTS:
        share = sum(n for letter, n in counts.items() if first <= letter <= last)
        # Kana make up at least a fifth of Japanese text, the other scripts most of theirs.
        if share * (5 if language == "ja" else 2) > total:
            return "uk" if language == "ru" and _UKRAINIAN & counts.keys() else language
    return None


def _by_words(sample: str, words: Mapping[str, Collection[str]]) -> str:
    weights, endings = _table(tuple((language, tuple(words[language])) for language in sorted(words)))
    every = tuple(ending for _, ending in endings)
    scores: dict[str, float] = {}
    for word, n in Counter(_WORD.findall(sample.lower())).items():
        for language, weight in weights.get(word, ()):
            scores[language] = scores.get(language, 0) + weight * n
        for language, ending in endings if word.endswith(every) else ():
            if word.endswith(ending) and len(word) > len(ending) + 2:
                scores[language] = scores.get(language, 0) + _ENDING_WEIGHT * n
    return max(sorted(scores), key=scores.__getitem__, default=UNDETERMINED)


@lru_cache(maxsize=8)
def _table(
    words: tuple[tuple[str, tuple[str, ...]], ...],
) -> tuple[dict[str, tuple[tuple[str, float], ...]], tuple[tuple[str, str], ...]]:
    """Word → languages with weights that add up to one, and the word endings with their languages."""
    lists = {language: listed.split() for language, listed in _OTHERS.items()} | dict(words)
    holders: dict[str, list[str]] = {}
    for language, listed in lists.items():
        for word in listed:
            holders.setdefault(word, []).append(language)
    weights = {
        word: tuple((language, 1 / len(languages)) for language in languages)
        for word, languages in holders.items()
        if not word.startswith("-")
    }
    return weights, tuple((languages[0], word[1:]) for word, languages in holders.items() if word.startswith("-"))
