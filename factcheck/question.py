"""A question with its answers: what `align` makes of claims, and `judge` gives a verdict on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from factcheck.model import Claim
from factcheck.rulepack.types import Kind


class Question(NamedTuple):
    """A question with every claim that answers it.

    `disputes` are the pairs of claims (by index) whose answers may be set against each other; other answers that
    differ came into the question by way of a third one, and prove nothing.
    """

    kind: Kind
    key: Mapping[str, Any]
    claims: tuple[Claim, ...]
    disputes: frozenset[tuple[int, int]] = frozenset()
