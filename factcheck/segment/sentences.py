"""Block → sentences: finds the periods, question marks and exclamation marks that end one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.segment.phrases import WORD, Phrases

_END = re.compile(r"[.!?…。！？]+[\"'”’»)\]]*")
_NEXT = re.compile(r"\s*[\"'“‘«(\[—–•*-]{0,3}\s{0,3}")
_ABBREVIATION = 12  # characters that are looked at before a period; no abbreviation is longer
# Last parts of names of sites: "Harbour.Com" is one word, "tersebut.Baca" two that lost their blank.
_DOMAINS = frozenset(["com", "net", "org", "info", "gov", "edu", "news", "online", "asia", "tv", "co", "id"])


def spans_of(text: str, start: int, end: int, phrases: Phrases) -> Iterator[tuple[int, int]]:
    """The sentences of `text[start:end]` as spans without the blanks around them."""
    begin = start
    for match in _END.finditer(text, start, end):
        cut = _boundary(text, begin, match, end, phrases)
        if cut is not None:
            yield begin, cut
            begin = cut
            while begin < end and text[begin].isspace():
                begin += 1
    if begin < end:
        yield begin, end


def _boundary(text: str, begin: int, match: re.Match[str], end: int, phrases: Phrases) -> int | None:
    """Where the sentence that began at `begin` ends, if it ends at this mark."""
    mark, after = match.group(), match.end()
    if after >= end or mark[0] in "。！？":
        return after
    if not text[after].isspace():
        return _glued(text, begin, match)
    following = _NEXT.match(text, after, end)
    first = following.end() if following else after
    if first < end and text[first].islower():
        return None
    if mark[0] == "." and mark[1:2] not in {".", "!", "?"} and _abbreviates(text, begin, match.start(), first, phrases):
        return None
    return after


def _abbreviates(text: str, begin: int, period: int, following: int, phrases: Phrases) -> bool:
    """Whether the word before a period is cut short, so that its period ends no sentence."""
    first = period
    while first > begin and period - first < _ABBREVIATION and (text[first - 1].isalnum() or text[first - 1] in ".'"):
        first -= 1
    word = text[first:period]
    folded = word.lower()
    if first == begin and len(word) <= 2 and word.isalnum():
        return True  # the mark of a list item: "1.", "a."
    if folded in phrases.titles or (not phrases.function_words and len(word) <= 2 and word.isdigit()):
        return True  # where the language is not known, a short number may be an ordinal: "am 7. Oktober"
    if folded in phrases.numbered:
        return text[following : following + 1].isdigit()
    initials = all(len(part) == 1 and part.isalpha() for part in word.split("."))
    if (initials and word[:1].isupper()) or (folded in phrases.closing and (word[0].isupper() or "." in word)):
        return not _starts_sentence(text, following, phrases)
    return False


def _starts_sentence(text: str, at: int, phrases: Phrases) -> bool:
    """Whether a function word with a capital stands there: "The", "Ia"."""
    word = WORD.match(text, at)
    return word is not None and word.group()[0].isupper() and word.group().lower() in phrases.function_words


def _glued(text: str, begin: int, match: re.Match[str]) -> int | None:
    """The end of a sentence whose blank a scraper swallowed: "tersebut.Baca", `kata dia."Kami`."""
    right = WORD.match(text, match.end()) if text[match.end()].isupper() else None
    if not right or not _plain_word(right.group()) or not _ends_word(text, begin, match.start()):
        return None
    if text.startswith("@", right.end()):
        return None
    mark = match.group()
    if mark[-1] == '"' and text.count('"', begin, match.start()) % 2 == 0:
        return match.end() - 1  # the quotation mark opens the next sentence
    return match.end()


def _plain_word(word: str) -> bool:
    """A capitalised word of three letters or more that is no domain."""
    first = word.split(".", 1)[0]
    return len(first) > 2 and first[0].isupper() and first[1:3].islower() and word.lower() not in _DOMAINS


def _ends_word(text: str, begin: int, period: int) -> bool:
    """Whether a word of three letters, a number or a bracket stands before the period, and no address around it."""
    left = text[max(begin, period - 30) : period].rsplit(None, 1)
    if not left or "@" in left[-1] or ("/" in left[-1] and "." in left[-1]) or left[-1].lower().startswith("www"):
        return False
    last = left[-1]
    return last[-1] in ")]%\"'”’" or last[-1].isdigit() or (len(last) > 2 and last[-3:].isalpha())
