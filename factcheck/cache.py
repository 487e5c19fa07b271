"""Keeps what an article says and what a story comes to, so that what has not changed is not worked out again.

A key is a hash of all that the result depends on: the article's bytes, id and metadata, or those of all articles of a
story; the rules; the code. What is stale has another key, what is damaged does not unpack, and neither is believed.
"""

from __future__ import annotations

import os
import sys
import zlib
from collections.abc import Iterable, Sequence
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from factcheck.errors import UsageError
from factcheck.findings import Finding, Source
from factcheck.kept import cache_folder, packed, unpacked
from factcheck.model import Anchor, Article, Claim, TaggedSentence
from factcheck.store import Store
from factcheck.story import Profile, Wording, lean
from factcheck.values.date import Date

_FILE = "readings-1.sqlite"
_DIGEST = 32  # bytes of the hash of all that follows, so that damage is found while the article is still at hand
_NUMBER = 4  # bytes of each of the two numbers behind it: how many claims there are, and how long the profile is
_HEAD = _DIGEST + 2 * _NUMBER
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


class Kept(NamedTuple):
    """What an article says as it waits for its story: in bytes, as `stored` makes them, and without its text."""

    article: Article
    data: bytes

    @classmethod
    def of(cls, article: Article, data: bytes) -> Kept:
        """The reading `data` of an article; nothing after reading needs its text, and many articles are large."""
        return cls(article._replace(text=""), data)

    @property
    def id(self) -> str:
        return self.article.id

    @property
    def claims(self) -> int:
        """How many claims the article makes."""
        return int.from_bytes(self.data[_DIGEST : _DIGEST + _NUMBER], "big")

    def profile(self) -> Profile:
        """What the article is about."""
        profile: Profile = unpacked(self.data[_HEAD : _rest(self.data)])
        return lean(profile)

    def reading(self) -> Reading:
        """The whole of it."""
        return reading_of(self.article, self.data)


def stored(reading: Reading) -> bytes:
    """A reading as bytes, the profile first and by itself."""
    profile = packed(reading.profile)
    title, dates, claims, anchor, _, wording = reading[1:7]
    rest = zlib.compress(packed((title, dates, claims, anchor, wording)), _QUICK)
    numbers = (number.to_bytes(_NUMBER, "big") for number in (len(claims), len(profile)))
    return _sealed(b"".join((*numbers, profile, rest)))


def reading_of(article: Article, data: bytes) -> Reading:
    """The reading of an article that `stored` made bytes of, its profile left empty.

    Raises `UsageError` for what another hand has made.
    """
    title, dates, claims, anchor, wording = _whole(data[_rest(data) :])
    return Reading(article, title, dates, claims, anchor, Profile(article.id), wording)


def _rest(data: bytes) -> int:
    return _HEAD + int.from_bytes(data[_DIGEST + _NUMBER : _HEAD], "big")


def stored_story(told: Told) -> bytes:
    """What a story comes to as bytes."""
    return _sealed(zlib.compress(packed(told), _QUICK))


def told_in(data: bytes) -> Told:
    """What a story comes to that `stored_story` made bytes of. Raises `UsageError` for what another hand has made."""
    told: Told = _whole(data[_DIGEST:])
    return told


def _sealed(body: bytes) -> bytes:
    return sha256(body).digest() + body


def _is_sealed(data: bytes) -> bool:
    return sha256(data[_DIGEST:]).digest() == data[:_DIGEST]


def _whole(data: bytes) -> Any:
    try:
        return unpacked(zlib.decompress(data))
    except Exception as error:  # whatever forged bytes raise
        raise UsageError("the cache holds what this program never wrote: delete it, or pass --no-cache") from error


class Cache:
    """What earlier runs under the same rules and code have worked out."""

    def __init__(self, rules: str, folder: Path | None = None) -> None:
        """`folder` is the user's cache folder unless it is named."""
        self._store = Store((folder or cache_folder()) / _FILE)
        self._state = f"{rules}\0{_code()}".encode()

    def readings(self, articles: Sequence[Article]) -> list[bytes | None]:
        """The stored reading of each article, None for those that have none."""
        return self._found(map(article_key, articles))

    def keep_readings(self, found: Iterable[tuple[Article, bytes]]) -> None:
        """Stores readings for later runs."""
        self._keep((article_key(article), data) for article, data in found)

    def stories(self, keys: Iterable[bytes]) -> list[bytes | None]:
        """What each story came to, by keys that `story_key` gives; None for those that are not known."""
        return self._found(keys)

    def keep_stories(self, found: Iterable[tuple[bytes, bytes]]) -> None:
        """Stores what stories came to."""
        self._keep(found)

    def _found(self, what: Iterable[bytes]) -> list[bytes | None]:
        keys = [self._key(one) for one in what]
        found = {key: data for key, data in self._store.get(keys).items() if _is_sealed(data)}
        return [found.get(key) for key in keys]

    def _keep(self, found: Iterable[tuple[bytes, bytes]]) -> None:
        self._store.put([(self._key(what), data) for what, data in found])

    def close(self) -> None:
        self._store.close()

    def _key(self, what: bytes) -> bytes:
        return sha256(self._state + b"\0" + what).digest()


def article_key(article: Article) -> bytes:
    """A hash of all of an article that what is told of it depends on."""
    told = [article.sha256, article.id, article.language, article.title, str(article.given)]
    told += [article.url, article.outlet]
    return sha256("\0".join(told).encode("utf-8", "surrogatepass")).digest()


def story_key(members: Iterable[Article], asked: Iterable[str]) -> bytes:
    """A hash of all that a story comes to depends on: its articles, and what is `asked` of them, such as kinds."""
    return sha256(b"story\0" + b"".join(map(article_key, members)) + "\0".join(asked).encode()).digest()


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
