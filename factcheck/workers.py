"""Runs one pure function over many things, in as many processes as there is work for; the results come in order.

Processes are started anew (`spawn`), so that it makes no difference what the caller has open or on which system it
runs. They load the rules once each. Few things are done here: a process costs as much as reading some fifty articles.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor
from pathlib import Path
from typing import Any, TypeVar

from factcheck.rulepack import RulePack, load_pack

T = TypeVar("T")
R = TypeVar("R")

FEWEST = 200  # things for which processes are worth their start
_AT_ONCE = 16  # things that travel together

_pack: RulePack | None = None  # of a worker process


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

    def map(self, function: Callable[[RulePack, T], R], things: Sequence[T]) -> Iterator[R]:
        """`function` of the pack and each thing, in order. It is a module's own function, and depends on both alone."""
        if self._executor is None and self._jobs > 1 and len(things) >= FEWEST:
            self._executor = self._started()
        if self._executor is None:
            return (function(self.pack, thing) for thing in things)
        return self._executor.map(_with_pack, [function] * len(things), things, chunksize=_AT_ONCE)

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


def _with_pack(function: Callable[[RulePack, Any], R], thing: Any) -> R:
    assert _pack is not None, "a worker is started with its rules"
    return function(_pack, thing)
