"""Keeps what an article says and what a story comes to, so that what has not changed is not worked out again.

A key is a hash of all that the result depends on: the article's bytes, id and metadata, or those of all articles of a
story; the rules; the code. What is stale has another key, what is damaged does not unpack, and neither is believed.
"""

from __future__ import annotations

import os
import sys
import zlib
from collections.abc import Iterable
from functools import cached_property, lru_cache
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from factcheck.errors import UsageError
from factcheck.findings import Finding, Source
from factcheck.kept import cache_folder, packed, unpacked
from factcheck.model import Anchor, Article, Claim, TaggedSentence
from factcheck.store import Store
from factcheck.story import Profile, Wording
from factcheck.values.date import Date

_FILE = "readings-1.sqlite"
_DIGEST = 32  # bytes of the hash of all that follows, so that damage is found while the article is still at hand
_HEAD = _DIGEST + 4  # with the number that says how long the profile is
_QUICK = 1  # zlib's level: text shrinks to a third, at a hundredth of what reading it costs


class Reading(NamedTuple):
    """What one article says, before its story is known. `tagged` is empty where it comes from the cache."""

    article: Article
    title: str
    dates: tuple[Date, ...]
    claims: tuple[Claim, ...]
    anchor: Anchor
    profile: Profile
    wording: Wording
    tagged: tuple[TaggedSentence, ...] = ()


class Told(NamedTuple):
    """What a story comes to: its sources, all its claims, and what is to be said about them.

    `suppressed` says how many claims each suppression kept out, in the order in which they were given.
    """

    sources: tuple[Source, ...] = ()
    claims: tuple[Claim, ...] = ()
    findings: tuple[Finding, ...] = ()
    suppressed: tuple[int, ...] = ()

    def numbered(self, story: int) -> Told:
        """The same as the story with this number."""
        sources = tuple(source._replace(story=story) for source in self.sources)
        return self._replace(sources=sources, findings=tuple(one._replace(story=story) for one in self.findings))


class Kept:
    """A reading as it waits for its story: the profile at hand, all else still in bytes if it came in bytes."""

    def __init__(self, article: Article, whole: Reading | bytes) -> None:
        self._article = article._replace(text="")  # nothing after reading needs it, and many articles are large
        self._whole = whole
        self.id = article.id
        self.profile = whole.profile if isinstance(whole, Reading) else stored_profile(whole)

    @cached_property
    def key(self) -> bytes:
        """What tells this article and its metadata from any other."""
        return article_key(self._article)

    def reading(self) -> Reading:
        """The whole of it."""
        if isinstance(self._whole, Reading):
            return self._whole._replace(article=self._article, tagged=())
        return reading_of(self._article, self._whole)


def stored(reading: Reading) -> bytes:
    """A reading as bytes, the profile first and by itself."""
    profile = packed(reading.profile)
    title, dates, claims, anchor, _, wording = reading[1:7]
    rest = zlib.compress(packed((title, dates, claims, anchor, wording)), _QUICK)
    body = len(profile).to_bytes(_HEAD - _DIGEST, "big") + profile + rest
    return sha256(body).digest() + body


def reading_of(article: Article, data: bytes) -> Reading:
    """The reading of an article that `stored` made bytes of, its profile left empty.

    Raises `UsageError` for what another hand has made.
    """
    try:
        title, dates, claims, anchor, wording = unpacked(zlib.decompress(data[_rest(data) :]))
    except Exception as error:  # whatever forged bytes raise
        raise UsageError("the cache holds what this program never wrote: delete it, or pass --no-cache") from error
    return Reading(article, title, dates, claims, anchor, Profile(article.id), wording)


def _rest(data: bytes) -> int:
    return _HEAD + int.from_bytes(data[_DIGEST:_HEAD], "big")


def stored_profile(data: bytes) -> Profile:
    """The profile of a reading that `stored` made bytes of."""
    profile: Profile = unpacked(data[_HEAD : _rest(data)])
    return profile


class Cache:
    """What earlier runs under the same rules and code have worked out."""

    def __init__(self, rules: str, folder: Path | None = None) -> None:
        """`folder` is the user's cache folder unless it is named."""
        self._store = Store((folder or cache_folder()) / _FILE)
        self._state = f"{rules}\0{_code()}".encode()

    def readings(self, articles: Iterable[Article]) -> dict[str, bytes]:
        """The stored readings of those articles that have one, by article id."""
        keys = {self._key(article_key(article)): article.id for article in articles}
        found = self._store.get([*keys]).items()
        return {keys[key]: data for key, data in found if sha256(data[_DIGEST:]).digest() == data[:_DIGEST]}

    def keep_readings(self, found: Iterable[tuple[Article, bytes]]) -> None:
        """Stores readings for later runs."""
        self._store.put([(self._key(article_key(article)), data) for article, data in found])

    def story(self, members: Iterable[bytes], asked: Iterable[str]) -> tuple[bytes, Told | None]:
        """The key of a story with these articles, and what it came to; None if that is unknown.

        `asked` are the kinds of claims, and whatever else was asked of the story.
        """
        key = self._key(b"story\0" + b"\0".join(members) + "\0".join(asked).encode())
        for data in self._store.get([key]).values():
            try:
                told: Told = unpacked(zlib.decompress(data))
                return key, told
            except Exception:  # whatever a damaged entry raises, the answer is to work it out again
                break
        return key, None

    def keep_stories(self, found: Iterable[tuple[bytes, Told]]) -> None:
        """Stores what stories came to, by the keys that `story` gave."""
        self._store.put([(key, zlib.compress(packed(told), _QUICK)) for key, told in found])

    def close(self) -> None:
        self._store.close()

    def _key(self, what: bytes) -> bytes:
        return sha256(self._state + b"\0" + what).digest()


def article_key(article: Article) -> bytes:
    """A hash of all of an article that its reading depends on."""
    told = (article.sha256, article.id, article.language, article.title, str(article.given))
    return sha256("\0".join(told).encode("utf-8", "surrogatepass")).digest()


@lru_cache(maxsize=1)
def _code() -> str:
    """The code that reads articles, by the sizes and times of its files: enough to tell one state from the next."""
    package = Path(__file__).parent
    marks = [sys.implementation.cache_tag or ""]
    for folder, _, names in sorted(os.walk(package)):
        for name in sorted(names):
            if name.endswith((".py", ".json")):
                status = os.stat(os.path.join(folder, name))
                marks.append(f"{os.path.relpath(folder, package)}/{name} {status.st_size} {status.st_mtime_ns}")
    return sha256("\n".join(marks).encode()).hexdigest()
