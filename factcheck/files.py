"""Writing files whole: a reader sees the old content or the new, never a part of it."""

from __future__ import annotations

import os
from pathlib import Path


def write_whole(path: Path, text: str) -> None:
    """Writes `text` to `path` as UTF-8 with its line ends as they are: all of it, or nothing where that fails.

    Raises `OSError` under the name of `path`. A device or a pipe (`/dev/stdout`) is written to directly.
    """
    try:
        if path.exists() and not path.is_file():
            path.write_text(text, encoding="utf-8", newline="")
        else:
            _replace(Path(os.path.realpath(path)), text)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error


def _replace(target: Path, text: str) -> None:
    part = target.with_name(f".{os.urandom(8).hex()}.part")
    try:
        with open(part, "x", encoding="utf-8", newline="") as file:
            file.write(text)
        os.replace(part, target)
    except BaseException:  # Ctrl-C leaves nothing behind either
        part.unlink(missing_ok=True)
        raise
