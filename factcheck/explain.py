"""What each rule saw in a text, and whether it fired: for people who write rules or wonder about a finding."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from factcheck.cache import Reading
from factcheck.errors import ArticleError, UsageError
from factcheck.extract import sentence_claims
from factcheck.extract.claims import Lines, Setting, settings_of
from factcheck.extract.context import mention_text
from factcheck.extract.shape import shape_of
from factcheck.load import load_articles
from factcheck.model import Claim, TaggedSentence
from factcheck.reader import read
from factcheck.rulepack import RulePack, load_pack
from factcheck.rulepack.slots import SYMBOL

_SHOWN_SYMBOLS = {symbol: f"<{name}>" for name, symbol in SYMBOL.items()}


def explain(path: Path, line: int | None = None, rules: Sequence[Path] = ()) -> Iterator[str]:
    """Lines of text for each sentence (of one line of the file, if `line` is given): mentions, shape, claims.

    Raises `FactcheckError` where the file or the rules cannot be read, and where `line` has nothing to explain.
    """
    pack = load_pack(rules)
    if line is not None and path.is_dir():
        raise UsageError(f"{path}: a folder has no line {line}; name an article in it")
    loaded = load_articles([path], words=pack.function_words)
    for skipped in loaded.skipped:
        raise ArticleError(skipped.path, skipped.reason, f"is not read: {skipped.reason}")
    for article in loaded.articles:
        reading = read(article, pack)
        yield f"{reading.article.id}: language {reading.article.language}, anchor {_anchor(reading)}"
        told = list(_sentences(reading, pack, line))
        if line is not None and not told:
            raise UsageError(f"{path}: {_nothing_at(line, reading.article.text)}")
        yield from told


def _nothing_at(line: int, text: str) -> str:
    """Why there is nothing to explain on a line."""
    lines = text.split("\n")
    count = len(lines) - (not lines[-1])
    if not 1 <= line <= count:
        return f"there is no line {line}; the lines are 1 to {count}"
    why = "holds no sentence of the article" if lines[line - 1].strip() else "is empty"
    return f"line {line} {why}; name another, or none to see them all"


def _anchor(reading: Reading) -> str:
    day = reading.anchor.date.isoformat() if reading.anchor.date else "none"
    return f"{day} ({reading.anchor.basis})"


def _sentences(reading: Reading, pack: RulePack, line: int | None) -> Iterator[str]:
    lexicon = pack.lexicons.get(reading.article.language)
    if lexicon is None:
        yield f"no rules for the language {reading.article.language!r}: nothing is extracted"
        return
    lines = Lines(reading.article.text)
    for setting in settings_of(reading.article, reading.tagged, lexicon):
        tagged = setting.tagged
        first, last = (lines.at(offset)[0] for offset in (tagged.sentence.start, max(tagged.sentence.end - 1, 0)))
        if line is None or first <= line <= last:
            yield ""
            yield f"{first}: [{tagged.sentence.part}] {_text(reading, tagged)}"
            yield from _mentions(tagged)
            yield from _claims(setting, pack)


def _text(reading: Reading, tagged: TaggedSentence) -> str:
    return reading.article.text[tagged.sentence.start : tagged.sentence.end]


def _mentions(tagged: TaggedSentence) -> Iterator[str]:
    for mention in tagged.mentions:
        words = " ".join(token.text for token in tagged.tokens[mention.first : mention.last])
        yield f"   {mention.type:<10} {words}  =  {mention_text(tagged, mention)}"
    shape = shape_of(tagged).data.decode().strip()
    yield "   shape      " + "".join(_SHOWN_SYMBOLS.get(char, char) for char in shape)


def _claims(setting: Setting, pack: RulePack) -> Iterator[str]:
    claims = list(sentence_claims(setting, pack))
    for claim in claims:
        yield f"   CLAIM      {claim.rule}: {_fields(claim)} [{claim.modality}]" + _said(claim)
    if not claims:
        yield "   no rule fires: none of the patterns matches the shape, and no frame has all it needs beside its value"


def _fields(claim: Claim) -> str:
    return ", ".join(f"{name}={value}" for name, value in claim.fields.items())


def _said(claim: Claim) -> str:
    return f" said by {claim.attribution}" if claim.attribution else ""
