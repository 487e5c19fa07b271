"""Bytes → text, exactly as it stands: line ends are kept, a byte order mark is not part of the text."""

from __future__ import annotations

import codecs
from typing import NamedTuple

from factcheck.errors import ArticleError

# UTF-32's little-endian mark begins with UTF-16's, so it is looked for first.
_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS = bytes({*range(0x20), 0x7F} - {*b"\t\n\v\f\r\x1b"})
_MOSTLY = 0.3  # share of control characters from which a file is no text; real articles have next to none
_INVISIBLE = "\ufeff\u200b\u200c\u200d\u2060"


class Decoded(NamedTuple):
    """A text, and what to tell the user of how it was read."""

    text: str
    warnings: tuple[str, ...] = ()


def is_blank(text: str) -> bool:
    """Whether a text shows nothing."""
    return not text.strip().strip(_INVISIBLE).strip()


def decode(data: bytes, name: str) -> Decoded:
    """The text of a file called `name`. Raises `ArticleError` where it holds none."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _replacing(data[len(mark) :], encoding, name)
    if 0 in data or len(data) - len(data.translate(None, _CONTROLS)) > _MOSTLY * len(data):
        raise ArticleError(name, "binary", "is no text")
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _guess(data, name)


def _replacing(data: bytes, encoding: str, name: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding))
    except UnicodeDecodeError as error:
        text = data.decode(encoding, errors="replace")
        at = f"{name}: broken {encoding.upper()} at byte {error.start}"
        return Decoded(text, (f"{at}; unreadable bytes are shown as \ufffd",))


def _guess(data: bytes, name: str) -> Decoded:
    """Reads what is no valid UTF-8: damaged UTF-8 where most of it is sound, else the commonest older encoding."""
    damaged = data.decode("utf-8", errors="replace")
    broken = damaged.count("\ufffd")
    sound = sum(len(damaged[i : i + 65536].encode("ascii", "ignore")) for i in range(0, len(damaged), 65536))
    if len(damaged) - sound - broken > broken:
        return _replacing(data, "utf-8", name)
    try:
        # Windows-1252 leaves five bytes undefined; a text in another encoding mostly holds one of them.
        warning = f"{name}: not UTF-8; read as Windows-1252, save it as UTF-8 to be sure"
        return Decoded(data.decode("cp1252"), (warning,))
    except UnicodeDecodeError as error:
        raise ArticleError(name, "encoding", "is neither UTF-8 nor Windows-1252; save it as UTF-8") from error
