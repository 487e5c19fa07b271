"""Objects as bytes and back: what another hand has written is never run."""

from __future__ import annotations

import pickle
from collections import Counter
from datetime import date
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from factcheck.findings import Severity, Skipped
from factcheck.kept import packed, unpacked
from factcheck.model import Anchor


class Trap:
    """Touches a file when it is unpickled by whoever trusts it."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> Any:
        return Path.touch, (self.path,)


def forged(body: bytes) -> bytes:
    return sha256(body).digest() + body


@pytest.mark.parametrize(
    "thing",
    [
        None,
        (1, "two", b"3", [4.5], {"six": frozenset({7})}),
        (date(2031, 5, 4), Decimal("1.50"), Counter("aab"), bytearray(b"x")),
        (Severity.ERROR, Skipped("a", "b"), Anchor(date(2031, 5, 4), "said so")),
    ],
)
def test_what_is_packed_comes_back(thing: object) -> None:
    assert unpacked(packed(thing)) == thing


def test_damage_is_found() -> None:
    data = packed("words")
    for broken in (b"", data[:-1], data[:40] + b"?" + data[41:], data + b"."):
        with pytest.raises(ValueError, match="damaged"):
            unpacked(broken)


def test_a_forger_can_run_nothing(tmp_path: Path) -> None:
    data = packed(Trap(tmp_path / "touched"))
    with pytest.raises(pickle.UnpicklingError, match="no type to keep"):
        unpacked(data)
    assert not (tmp_path / "touched").exists()


@pytest.mark.parametrize(
    "name", ["os\nsystem", "builtins\neval", "factcheck.cli\nmain", "factcheck.cli\nPath", "factcheck.kept\npacked"]
)
def test_nothing_but_types_of_this_package_can_be_named(name: str) -> None:
    with pytest.raises(pickle.UnpicklingError):
        unpacked(forged(f"c{name}\n.".encode()))


def test_no_path_leads_out_of_a_module() -> None:
    with pytest.raises(pickle.UnpicklingError):
        unpacked(forged(b"\x80\x04\x8c\x0efactcheck.kept\x8c\x09os.system\x93."))
