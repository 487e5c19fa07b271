"""Reads one article: segments, tags and extracts it. The result depends on the article and the rules alone."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from factcheck.anchor import article_anchor
from factcheck.cache import Reading
from factcheck.extract import extract
from factcheck.extract.context import context_words
from factcheck.lexicon import Lexicon
from factcheck.model import Anchor, Article, TaggedSentence
from factcheck.phrases import PhraseIndex
from factcheck.rulepack import RulePack
from factcheck.segment import headline, segment
from factcheck.story import Profile, Wording, concept_words, plain_profile, profile_of, wording_of
from factcheck.tag.article import tag
from factcheck.values.date import Date


def read(article: Article, pack: RulePack) -> Reading:
    """What an article says, before its story is known."""
    alone = read_alone(article, pack)
    profile = _profile(article, alone.tagged, pack.lexicons.get(article.language), pack, alone.anchor)
    return alone._replace(profile=profile, wording=wording_of(article, alone.tagged))


def read_alone(article: Article, pack: RulePack) -> Reading:
    """What an article says by itself, without what it is compared with others by: all that a list of claims needs."""
    lexicon = pack.lexicons.get(article.language)
    sentences = segment(article, lexicon)
    tagged = tag(article, sentences, lexicon) if lexicon else ()
    anchor = article_anchor(article, tagged)
    return Reading(
        article,
        headline(article, sentences),
        tuple(m.value for sentence in tagged for m in sentence.mentions if isinstance(m.value, Date)),
        extract(article, tagged, pack),
        anchor,
        Profile(article.id),
        Wording(article.id, frozenset()),
        tagged,
    )


def _profile(
    article: Article, tagged: Sequence[TaggedSentence], lexicon: Lexicon | None, pack: RulePack, anchor: Anchor
) -> Profile:
    if lexicon is None:
        return plain_profile(article.id, article.text)
    function, concepts = context_words(lexicon).function, concepts_of(pack, article.language)
    return profile_of(article.id, tagged, function, concepts, anchor)


@lru_cache(maxsize=16)
def concepts_of(pack: RulePack, language: str) -> PhraseIndex[tuple[str, float]]:
    """The words of a language for events and things, which articles in two languages have in common."""
    return concept_words(language, pack.tables)
