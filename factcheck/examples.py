"""Runs the examples of rules: each rule must find what its examples say, and nothing where they say nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from factcheck.extract import sentence_claims
from factcheck.extract.claims import distinct, settings_of
from factcheck.model import Article, Claim
from factcheck.reader import read
from factcheck.rulepack import Example, Rule, RulePack


@dataclass(frozen=True, slots=True)
class Failure:
    """An example that does not hold, in words; `number` counts the examples of its rule from 1."""

    rule: str
    number: int
    text: str
    message: str

    def __str__(self) -> str:
        return f"{self.rule}, example {self.number}: {self.message}\n   {self.text}"


def run_examples(pack: RulePack, only: str = "") -> tuple[int, list[Failure]]:
    """How many examples there are, and those that fail: of all rules or of those whose id begins with `only`."""
    return sum(len(rule.examples) for rule in pack.rules if rule.id.startswith(only)), list(_failures(pack, only))


def _failures(pack: RulePack, only: str) -> Iterator[Failure]:
    """Every example that fails.

    An example with `todo` is a known miss: it fails on the day it works, so that the mark is taken away.
    """
    for rule in pack.rules:
        if rule.id.startswith(only):
            for number, example in enumerate(rule.examples, 1):
                message = _message(pack, rule, example)
                if message:
                    yield Failure(rule.id, number, example.text, message)


def _message(pack: RulePack, rule: Rule, example: Example) -> str:
    problem = _problem(_claims(pack, rule, example.text), example)
    if example.todo:
        return "" if problem else "a known miss works now: take away its `todo`"
    return problem


def _claims(pack: RulePack, rule: Rule, text: str) -> list[Claim]:
    """What the rule itself finds, also where another rule finds the same."""
    reading = read(Article("example", text, rule.language, ""), pack)
    settings = settings_of(reading.article, reading.tagged, pack.lexicons[rule.language])
    return distinct([c for setting in settings for c in sentence_claims(setting, pack) if c.rule == rule.id])


def _problem(found: list[Claim], example: Example) -> str:
    missing = [wanted for wanted in example.claims if not any(matches(claim, wanted) for claim in found)]
    if missing:
        return f"no claim {_told(missing[0])}; found {_shown(found)}"
    if len(found) > len(example.claims):
        return f"{len(found)} claims where {len(example.claims)} were expected: {_shown(found)}"
    return ""


def matches(claim: Claim, wanted: Mapping[str, Any]) -> bool:
    """Whether a claim has the wanted fields, each by its canonical text or as it is shown, case aside."""
    return all(name in claim.fields and _is(claim.fields[name], text) for name, text in wanted.items())


def _is(value: Any, text: Any) -> bool:
    wanted = str(text).casefold()
    return wanted in (str(value).casefold(), value.show().casefold(), str(getattr(value, "id", "")).casefold())


def _told(wanted: Mapping[str, Any]) -> str:
    return ", ".join(f"{name}: {text}" for name, text in wanted.items())


def _shown(found: list[Claim]) -> str:
    texts = ["{" + ", ".join(f"{name}: {value}" for name, value in claim.fields.items()) + "}" for claim in found]
    return "; ".join(texts) or "nothing"
