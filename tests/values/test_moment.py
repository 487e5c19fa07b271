"""Events at clock times."""

from __future__ import annotations

import pytest

from factcheck.model import Verdict
from factcheck.values.moment import Moment


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        ("quake", "quake", Verdict.SAME),
        ("quake", "fire", Verdict.DIFFERENT),
        ("call", "fire", Verdict.COMPATIBLE),
        ("fire", "call", Verdict.COMPATIBLE),
    ],
)
def test_a_call_fits_any_event(a: str, b: str, verdict: Verdict) -> None:
    assert Moment.read(a).compare(Moment.read(b)).verdict is verdict
