"""Rule packs: the questions, rules and words that factcheck reads as data.

`load_pack()` gives the shipped pack, `load_pack([folder, ...])` the shipped pack with a user's own added to it.
"""

from __future__ import annotations

from factcheck.rulepack.load import load_pack, shipped_folder
from factcheck.rulepack.types import Example, FieldSpec, Kind, Need, Role, Rule, RulePack, Trend

__all__ = ["Example", "FieldSpec", "Kind", "Need", "Role", "Rule", "RulePack", "Trend", "load_pack", "shipped_folder"]
