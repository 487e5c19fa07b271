"""Makes text from strangers safe for terminals and CI logs: what could steer them is shown, not obeyed."""

from __future__ import annotations

import re

# Controls (C0, DEL, C1: escape sequences start with one), marks and overrides that turn the reading order (Unicode
# standard annex 9), the byte order mark, lone surrogates, what is no character, and tag characters, which hide text in
# plain sight. Then what GitHub's runner takes for a command in whatever a step prints: `::` that opens a line, behind
# white space too (a line may break before any word), and the older `##[` anywhere in it.
_STEERING = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
    r"|(?<!\S):(?=:)|#(?=#\[)"
)


def visible(text: str) -> str:
    """`text` with everything that could steer a terminal or a log written as an escape: `\\x1b`, `\\u202e`."""
    harmless = text.isprintable() and "::" not in text and "##[" not in text
    return text if harmless else _STEERING.sub(_escape, text)


def one_line(text: str) -> str:
    """`text` as `visible` shows it, with every run of white space, line ends included, as one space."""
    return visible(re.sub(r"\s+", " ", text))


def _escape(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code > 0xFFFF:
        return f"\\U{code:08x}"
    return f"\\u{code:04x}" if code > 0xFF else f"\\x{code:02x}"
