"""Runs one pure function over many things, in as many processes as there is work for; the results come in order.

Processes are started anew (`spawn`), so that it makes no difference what the caller has open or on which system it
runs. They load the rules once each. Few things are done here: a process costs as much as reading some fifty articles.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar

from factcheck.rulepack import RulePack, load_pack

T = TypeVar("T")
R = TypeVar("R")

FEWEST = 200  # things for which processes are worth their start
LOOKED_AT = 1024  # things that are looked at together, to see which of them are known
_AT_ONCE = 16  # things that travel together
_AHEAD = 16  # such parcels that wait for each process, so that none is ever idle while others are unpacked

_pack: RulePack | None = None  # of a worker process


class Done(NamedTuple, Generic[T, R]):
    """A thing and what it came to, and whether that was worked out now or known before."""

    thing: T
    result: R
    new: bool


class _Parcel(NamedTuple):
    """Things that travel together: what is known of each already, and the rest in work elsewhere."""

    things: Sequence[Any]
    known: Sequence[Any]
    rest: Future[list[Any]] | None

    def results(self) -> Iterator[Any]:
        """All of them in order."""
        found = iter(self.rest.result() if self.rest else ())
        for thing, known in zip(self.things, self.known, strict=True):
            yield Done(thing, next(found), True) if known is None else Done(thing, known, False)


class Workers:
    """Processes that know a rule pack; a context manager. `rules` are the folders that the pack was loaded from."""

    def __init__(self, pack: RulePack, rules: Sequence[Path], jobs: int) -> None:
        self.pack, self._rules, self._jobs = pack, tuple(rules), jobs
        self._executor: Executor | None = None

    def __enter__(self) -> Workers:
        return self

    def __exit__(self, *_: object) -> None:
        if self._executor:
            self._executor.shutdown(cancel_futures=True)

    def map(
        self,
        function: Callable[[RulePack, T], R],
        things: Iterable[T],
        known: Callable[[Sequence[T]], Sequence[R | None]] | None = None,
    ) -> Iterator[Done[T, R]]:
        """`function` of the pack and each thing, in order; at most some thousand things ahead of who asks for them.

        `function` is a module's own, and depends on both alone. `known` may give its results for some things, and None
        for those that are then worked out.
        """
        waiting: deque[_Parcel] = deque()
        for chunk in in_chunks(things, LOOKED_AT):
            found = known(chunk) if known else [None] * len(chunk)
            if not self._worth_starting(found.count(None)):
                for thing, result in zip(chunk, found, strict=True):
                    yield Done(thing, function(self.pack, thing) if result is None else result, result is None)
                continue
            waiting.extend(self._sent(function, chunk, found))
            while len(waiting) > _AHEAD * self._jobs:
                yield from waiting.popleft().results()
        while waiting:
            yield from waiting.popleft().results()

    def _worth_starting(self, new: int) -> bool:
        """Whether there are processes: they are started for many things, and stay."""
        if self._executor is None and self._jobs > 1 and new >= FEWEST:
            self._executor = self._started()
        return self._executor is not None

    def _sent(
        self, function: Callable[[RulePack, Any], Any], things: Sequence[Any], known: Sequence[Any]
    ) -> Iterator[_Parcel]:
        assert self._executor is not None, "it was started"
        for first in range(0, len(things), _AT_ONCE):
            some, results = (part[first : first + _AT_ONCE] for part in (things, known))
            new = [thing for thing, result in zip(some, results, strict=True) if result is None]
            yield _Parcel(some, results, self._executor.submit(_each, function, new) if new else None)

    def _started(self) -> Executor:
        from concurrent.futures import ProcessPoolExecutor  # which a small run does not pay for
        from multiprocessing import get_context

        told = (self._rules, self.pack.fingerprint)
        return ProcessPoolExecutor(self._jobs, get_context("spawn"), initializer=_start, initargs=told)


def cores() -> int:
    """The processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def in_chunks(things: Iterable[T], size: int) -> Iterator[list[T]]:
    """`things` in lists of at most `size`, so that an endless stream takes little memory."""
    waiting = iter(things)
    while chunk := [thing for _, thing in zip(range(size), waiting, strict=False)]:
        yield chunk


def _start(rules: Sequence[Path], fingerprint: str) -> None:
    """Prepares a worker: its rules, an end when its parent ends, and deafness to Ctrl-C, which the parent answers."""
    import gc
    import signal
    from threading import Thread

    global _pack
    gc.set_threshold(500_000, 20, 100)  # as in the command line
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()
    _pack = load_pack(rules)
    if _pack.fingerprint != fingerprint:
        raise RuntimeError("the rules changed while they were being used; run it again")


def _end_with_parent() -> None:
    from multiprocessing import parent_process

    parent = parent_process()
    if parent:
        parent.join()
        os._exit(1)


def _each(function: Callable[[RulePack, T], R], things: Sequence[T]) -> list[R]:
    assert _pack is not None, "a worker is started with its rules"
    return [function(_pack, thing) for thing in things]
