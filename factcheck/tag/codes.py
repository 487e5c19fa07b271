"""Finds identifiers that hold digits and count nothing: models, plates, telephone, law and case numbers."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.lexicon import Lexicon
from factcheck.model import Mention, Token
from factcheck.numbers.terms import HYPHENS
from factcheck.tag.figurewords import FigureWords, figure_words

_SHORT_NAME = 4  # letters of a model name glued to digits: MH370, Su35
_PLATE_DIGITS = 4
_PLATE_LETTERS = 3
_PHONE_TAIL = 4
_TAG_REACH = 5  # tokens between "license plate" and the plate
_TAG_GROUPS = 3
_TAG_LEAST, _TAG_MOST = 4, 8  # characters of a plate
_LONGEST_LEAD = 3  # tokens of a code before its first digits: "case no .", "B -"
_ADDRESS = "/_=@.&?"  # glued before, they make a token part of a web address


def find_codes(tokens: Sequence[Token], lexicon: Lexicon, taken: bytearray) -> list[Mention]:
    """Mentions of type `code`, `plate` and `phone`, with letters and digits alone as value ("B2829UIL", "49/2025").

    What a code identifies is said by the words beside it; plates and telephone numbers show by their form.
    """
    words = figure_words(lexicon)
    found: list[Mention] = []
    for i in _near_digits(tokens):
        kind, end = ("", 0) if taken[i] else _code_at(tokens, i, words)
        if end and not any(taken[i:end]):
            found.append(Mention(kind, i, end, _canonical(tokens[i:end], words)))
            taken[i:end] = b"\1" * (end - i)
    return found


def _near_digits(tokens: Sequence[Token]) -> list[int]:
    """Where a code may start: at digits or shortly before; most tokens are never looked at."""
    digits = [i for i, token in enumerate(tokens) if token.kind == "n"]
    return sorted({i for digit in digits for i in range(max(0, digit - _LONGEST_LEAD), digit + 1)})


def _code_at(tokens: Sequence[Token], i: int, words: FigureWords) -> tuple[str, int]:
    """The type of the code that starts at token `i` and the index after it; 0 where none does."""
    token = tokens[i]
    if _glued(tokens, i) and tokens[i - 1].text in _ADDRESS:
        return "", 0
    if telephone := _telephone(tokens, i) if token.kind == "n" or token.text in ("(", "+") else 0:
        return "phone", telephone
    if token.kind == "n":
        return "code", _of_year(tokens, i) or _emergency(tokens, i, words) or _digit_name(tokens, i, words)
    if token.kind != "w":
        return "", 0
    if plate := _plate(tokens, i, words) or _tag(tokens, i, words):
        return "plate", plate
    return "code", _numbered(tokens, i, words) or _model(tokens, i, words)


def _canonical(tokens: Sequence[Token], words: FigureWords) -> str:
    """Letters and digits; "/" parts number and year of a law, article and paragraph."""
    numbered = words.codes.at(tokens, 0)
    skipped = words.sets["law_years"] | words.sets["law_parts"]
    kept = [token for token in tokens[numbered.last if numbered else 0 :] if token.lower not in skipped]
    if numbered and len(kept) < len(tokens) - numbered.last:
        return "/".join(token.text for token in kept if token.kind != "p")
    return "".join(token.text for token in kept if token.kind != "p" or token.text in "/.")


def _glued(tokens: Sequence[Token], i: int) -> bool:
    """Whether token `i` is written in one with the token before it."""
    return 0 < i < len(tokens) and tokens[i - 1].end == tokens[i].start


def _is(tokens: Sequence[Token], i: int, kind: str) -> bool:
    return i < len(tokens) and tokens[i].kind == kind


def _hyphen(tokens: Sequence[Token], i: int) -> bool:
    """A hyphen glued to both sides."""
    return i < len(tokens) and tokens[i].text in HYPHENS and _glued(tokens, i) and _glued(tokens, i + 1)


def _telephone(tokens: Sequence[Token], i: int) -> int:
    """`816-474-8477`, `(813) 259-7760`, `404-577-TIPS`: groups of digits with hyphens."""
    at = i + 1 if tokens[i].text == "+" and _is(tokens, i + 1, "n") else i
    groups = 0
    if tokens[at].text == "(":
        if not (_is(tokens, at + 1, "n") and len(tokens[at + 1].text) == 3 and at + 2 < len(tokens)):
            return 0
        groups, at = 1, at + 3
    if not (_is(tokens, at, "n") and tokens[at].text.isdecimal()):
        return 0
    while _hyphen(tokens, at + 1) and (_is(tokens, at + 2, "n") or tokens[at + 2].text.isupper()):
        groups, at = groups + 1, at + 2
    long_tail = len(tokens[at].text) >= _PHONE_TAIL
    return at + 1 if groups >= 2 or (groups == 1 and at > i + 2 and tokens[i].text == "(" and long_tail) else 0


def _emergency(tokens: Sequence[Token], i: int, words: FigureWords) -> int:
    """`called 911`, `a 911 call`: unless something is counted by it, which needs a plural or a lower-case noun."""
    if tokens[i].text not in words.sets["emergency"]:
        return 0
    near = {tokens[k].lower for k in (i - 1, i + 1) if 0 <= k < len(tokens)}
    return i + 1 if near & words.sets["emergency_words"] else 0


def _digit_name(tokens: Sequence[Token], i: int, words: FigureWords) -> int:
    """`5G`, `3D`."""
    glued = _glued(tokens, i + 1) and (tokens[i].text + tokens[i + 1].lower) in words.sets["digit_names"]
    return i + 2 if glued else 0


def _of_year(tokens: Sequence[Token], i: int) -> int:
    """`87/2016`: a law or a case by number and year."""
    number, _, year = tokens[i].text.partition("/")
    return i + 1 if number.isdecimal() and len(year) == 4 and year.isdecimal() and year[:2] in ("19", "20") else 0


def _plate(tokens: Sequence[Token], i: int, words: FigureWords) -> int:
    """`B 2829 UIL`, `B-2829-UIL`: region, up to four digits, up to three letters, all capital."""
    if tokens[i].text not in words.sets["plate_regions"]:
        return 0
    middle = i + 2 if _hyphen(tokens, i + 1) else i + 1
    last = middle + 2 if _hyphen(tokens, middle + 1) else middle + 1
    if not (_is(tokens, middle, "n") and _is(tokens, last, "w")):
        return 0
    digits, letters = tokens[middle].text, tokens[last].text
    fits = digits.isdecimal() and len(digits) <= _PLATE_DIGITS and letters.isupper() and len(letters) <= _PLATE_LETTERS
    return last + 1 if fits and letters.lower() not in words.sets["labels"] else 0


def _numbered(tokens: Sequence[Token], i: int, words: FigureWords) -> int:
    """`Nomor 49 Tahun 2025`, `No. 12/2024`, `flight 370`: a cue and the number with what is glued to it."""
    cue = words.codes.at(tokens, i)
    if not cue or not _is(tokens, _after_sign(tokens, cue.last), "n"):
        return 0
    end = _after_sign(tokens, cue.last) + 1
    while end < len(tokens) and _glued(tokens, end) and (tokens[end].kind != "p" or _inside(tokens, end)):
        end += 1
    while part := _part_end(tokens, end, words):
        end = part
    year = end + 1 < len(tokens) and tokens[end].lower in words.sets["law_years"] and tokens[end + 1].kind == "n"
    return end + 2 if year else end


def _after_sign(tokens: Sequence[Token], at: int) -> int:
    """Over the sign of "Room #140"."""
    return at + 1 if at < len(tokens) and tokens[at].text == "#" else at


def _part_end(tokens: Sequence[Token], at: int, words: FigureWords) -> int:
    """The index after a part of an article of law: "ayat (1)", "huruf a", "paragraph 2"; 0 where none stands."""
    if at + 1 >= len(tokens) or tokens[at].lower not in words.sets["law_parts"]:
        return 0
    first = at + 2 if tokens[at + 1].text == "(" else at + 1
    if not (_is(tokens, first, "n") or (_is(tokens, first, "w") and len(tokens[first].text) == 1)):
        return 0
    return first + 2 if first > at + 1 and first + 1 < len(tokens) and tokens[first + 1].text == ")" else first + 1


def _tag(tokens: Sequence[Token], i: int, words: FigureWords) -> int:
    """`license plate CDA A98`: groups of capitals and digits after a word for a plate, a digit among them."""
    near = {token.lower for token in tokens[max(0, i - _TAG_REACH) : i]}
    if not near & words.sets["plate_words"]:
        return 0
    end = i
    while end < min(len(tokens), i + _TAG_GROUPS) and (_is(tokens, end, "n") or tokens[end].text.isupper()):
        end += 1
    letters = sum(len(token.text) for token in tokens[i:end])
    return end if _TAG_LEAST <= letters <= _TAG_MOST and any(t.kind == "n" for t in tokens[i:end]) else 0


def _inside(tokens: Sequence[Token], i: int) -> bool:
    return tokens[i].text in "/.-" and i + 1 < len(tokens) and _glued(tokens, i + 1) and tokens[i + 1].kind != "p"


def _model(tokens: Sequence[Token], i: int, words: FigureWords) -> int:
    """`Su-35S`, `Covid-19`, `MH370`, `G7`: a word with digits glued to it, or joined by a hyphen."""
    hyphen = _hyphen(tokens, i + 1)
    digits = i + 2 if hyphen else i + 1
    if not (_is(tokens, digits, "n") and _glued(tokens, digits)) or _starts_figure(tokens, i, digits, words):
        return 0
    name = tokens[i].text
    if not hyphen and not (name[0].isupper() and len(name) <= _SHORT_NAME):
        return 0
    end = digits + 1
    while _hyphen(tokens, end) or (_glued(tokens, end) and tokens[end].kind != "p"):
        end += 1
    return end


def _starts_figure(tokens: Sequence[Token], i: int, digits: int, words: FigureWords) -> bool:
    """Currencies, ordinals, earthquake magnitudes ("M4,9") and hemispheres ("8.27 LS-107.26 BT") are read elsewhere."""
    word, text = tokens[i].lower, tokens[i].text
    return (
        text in words.sets["currency_codes"]
        or words.currency_signs.at(tokens, i) is not None
        or word in words.sets["ordinal_prefixes"]
        or word in words.sets["magnitude_cues"]
        or words.hemispheres.at(tokens, i) is not None
        or (word in words.unit_words and any(token.kind == "n" for token in tokens[max(0, i - 2) : i]))
        or not tokens[digits].text.isdecimal()
    )
