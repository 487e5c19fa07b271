"""The shipped rules: every example holds, every kind is complete."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

import pytest

from factcheck.examples import run_examples
from factcheck.rulepack import Kind, Rule, load_pack, shipped_folder

LANGUAGES = ("en", "id")
PACK = load_pack()


@pytest.mark.parametrize("rule", PACK.rules, ids=lambda rule: rule.id)
def test_the_examples_of_a_rule_hold(rule: Rule) -> None:
    count, failures = run_examples(PACK, rule.id)
    assert count >= len(rule.examples)
    assert [str(failure) for failure in failures if failure.rule == rule.id] == []


@pytest.mark.parametrize("rule", PACK.rules, ids=lambda rule: rule.id)
def test_a_rule_is_proved_by_a_hit_and_a_miss(rule: Rule) -> None:
    assert any(example.claims for example in rule.examples)
    assert any(not example.claims for example in rule.examples)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", sorted(PACK.kinds))
def test_a_kind_has_rules_in_every_language(kind: str, language: str) -> None:
    assert any(rule.kind == kind and rule.language == language for rule in PACK.rules)


@pytest.mark.parametrize("kind", PACK.kinds.values(), ids=lambda kind: kind.kind)
def test_a_kind_asks_a_question_about_its_key(kind: Kind) -> None:
    assert kind.question.endswith("?") and kind.value_fields()
    for name in kind.fields:
        assert kind.fields[name].role == "key" or f"{{{name}}}" not in kind.question


def test_languages_have_the_same_topics() -> None:
    topics = [set(PACK.lexicons[language].sections) for language in LANGUAGES]
    assert topics[0] == topics[1]


@lru_cache(maxsize=1)
def yaml_files() -> tuple[Path, ...]:
    return tuple(sorted(shipped_folder().rglob("*.yaml")))


def test_no_rule_or_word_list_names_a_person_of_the_seeds() -> None:
    names = ("putin", "lavrov", "belousov", "mantrurov", "manturov", "novak", "ushakov", "kim jong", "rodong sinmun")
    texts = {path.name: path.read_text("utf-8").lower() for path in yaml_files()}
    found = [(file, name) for file, text in texts.items() for name in names if re.search(rf"\b{name}\b", text)]
    assert found == []
