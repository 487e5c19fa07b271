"""Objects as bytes to keep between runs, and back; only what is whole and made of this program's types is believed.

The bytes are a SHA-256 of the rest, then a pickle. The hash tells damage. It does not tell a forger, so reading never
calls anything but the types of this package and a few plain ones: whoever can write into the cache can make a report
wrong, but cannot run a line of code. The folder is made for its owner alone.
"""

from __future__ import annotations

import io
import os
import pickle
from hashlib import sha256
from pathlib import Path
from typing import Any

_DIGEST = 32  # bytes
_PACKAGE = __name__.partition(".")[0]
_PLAIN = frozenset(
    (
        ("builtins", "bytearray"), ("builtins", "frozenset"), ("builtins", "set"), ("collections", "Counter"),
        ("collections", "OrderedDict"), ("datetime", "date"), ("decimal", "Decimal"),
    )
)  # fmt: skip


def packed(thing: Any) -> bytes:
    """`thing` as bytes for `unpacked`."""
    body = pickle.dumps(thing, pickle.HIGHEST_PROTOCOL)
    return sha256(body).digest() + body


def unpacked(data: bytes | memoryview) -> Any:
    """What `packed` was given. Raises whatever comes to mind for other bytes: the caller then makes the thing anew."""
    if sha256(data[_DIGEST:]).digest() != data[:_DIGEST]:
        raise ValueError("damaged")
    return _Trusting(io.BytesIO(data[_DIGEST:])).load()


def cache_folder() -> Path:
    """The user's cache folder for this program; it need not exist."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "factcheck"


class _Trusting(pickle.Unpickler):
    """Knows the types of this package and nothing else that could be called."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) in _PLAIN:
            return super().find_class(module, name)
        if module.partition(".")[0] == _PACKAGE and "." not in name:
            found = super().find_class(module, name)
            if isinstance(found, type) and found.__module__ == module:
                return found
        raise pickle.UnpicklingError(f"{module}.{name} is no type to keep")
