"""Keeps what an article says, so that an unchanged article is not read again under unchanged rules.

One file an article in the user's cache folder: a SHA-256 of the rest, then the reading. Its name holds the article's
bytes, id and metadata, the rules and the code: what is stale has another name, what is damaged fails its hash, and
neither is ever believed. Two runs at once are safe, since files appear whole.
"""

from __future__ import annotations

import os
import pickle
import sys
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from factcheck.model import Anchor, Article, Claim, TaggedSentence
from factcheck.story import Profile, Wording
from factcheck.values.date import Date

_DIGEST = 32  # bytes
_MOST = 20_000  # files; beyond it the older half goes


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


def stored_reading(article: Article, rules: str) -> Reading | None:
    """The reading of an article under the rules with this fingerprint; None where there is none to be believed."""
    try:
        data = _file(article, rules).read_bytes()
        if sha256(data[_DIGEST:]).digest() != data[:_DIGEST]:
            return None
        title, dates, claims, anchor, profile, wording = pickle.loads(data[_DIGEST:])
        return Reading(article, title, dates, claims, anchor, profile, wording)
    except Exception:  # whatever a foreign file raises, the answer is to read the article again
        return None


def store_reading(reading: Reading, rules: str) -> None:
    """Best effort and atomic: a read-only home only costs the time to read again."""
    from tempfile import NamedTemporaryFile

    body = pickle.dumps(tuple(reading[1:7]), pickle.HIGHEST_PROTOCOL)
    target = _file(reading.article, rules)
    try:
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=target.parent, delete=False) as file:
            file.write(sha256(body).digest() + body)
        os.replace(file.name, target)
        _prune(target.parent)
    except OSError:
        return


def _file(article: Article, rules: str) -> Path:
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    told = (article.sha256, article.id, article.language, article.title, str(article.given), rules, _code())
    name = sha256("\0".join(told).encode()).hexdigest()
    return Path(base) / "factcheck" / "readings" / name


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


def _prune(folder: Path) -> None:
    files = list(os.scandir(folder))
    if len(files) > _MOST:
        for file in sorted(files, key=lambda file: file.stat().st_mtime_ns)[: _MOST // 2]:
            Path(file.path).unlink(missing_ok=True)
