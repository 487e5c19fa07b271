"""Reading one article: a list of claims needs less of it than a comparison, and gets the same claims."""

from __future__ import annotations

from factcheck.model import Article
from factcheck.reader import read, read_alone
from factcheck.rulepack import load_pack
from factcheck.story import Profile

_TEXT = "Mayor Ada Brandt visited Oslo on 18 June 2031.\n\nAt least 12 people were injured in the fire, police said.\n"


def test_an_article_alone_says_the_same_without_what_compares_it() -> None:
    article, pack = Article("a", _TEXT, "en", ""), load_pack()
    whole, alone = read(article, pack), read_alone(article, pack)
    assert alone.claims and alone.claims == whole.claims
    assert whole.profile != Profile("a") == alone.profile
    assert whole.wording.shingles and not alone.wording.shingles
