"""The types of mentions and the slots of rules that take them."""

from __future__ import annotations

MENTION_TYPES = (
    "date", "time", "age", "duration", "number", "quantity", "money", "measure", "percent", "ordinal", "coordinates",
    "score", "code", "person", "name", "holder", "office", "place", "org", "quote", "plate", "phone",
)  # fmt: skip
SYMBOL = {name: chr(0xE000 + index) for index, name in enumerate(MENTION_TYPES)}

# Which mentions a slot takes. A capitalised sequence of unknown nature is a person, a place or an organisation where
# the rule's words make it one.
SLOTS: dict[str, tuple[str, ...]] = {
    "date": ("date",),
    "time": ("time",),
    "age": ("age",),
    "duration": ("duration",),
    "number": ("number", "quantity"),
    "quantity": ("quantity",),
    "money": ("money",),
    "measure": ("measure",),
    "extent": ("measure", "duration"),
    "percent": ("percent",),
    "ordinal": ("ordinal",),
    "coordinates": ("coordinates",),
    "score": ("score",),
    "code": ("code",),
    "person": ("person", "name", "holder"),
    "holder": ("holder",),
    "office": ("office", "holder"),
    "place": ("place", "name"),
    "country": ("place",),
    "site": ("place",),
    "org": ("org", "name"),
    "quote": ("quote",),
    "plate": ("plate",),
    "phone": ("phone",),
    "party": ("person", "name", "holder", "office", "org", "place"),
}
