"""Rule packs for readers: what kinds of claims there are, and what a rule matches."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from factcheck.report.visible import one_line
from factcheck.rulepack import Kind, Rule, RulePack


def rules_listed(pack: RulePack) -> str:
    """Each kind with its question and the number of its rules by language."""
    return "".join(f"{line}\n" for line in _listed(pack))


def rule_shown(pack: RulePack, id: str) -> str:
    """A kind (its question, fields and verdict) or a rule (its pattern and examples). `id` is one of the pack's."""
    if id in pack.kinds:
        rules = (rule.id for rule in pack.rules if rule.kind == id)
        lines = [*_kind(pack.kinds[id]), *(f"rule      {rule}" for rule in rules)]
    else:
        lines = list(_rule(next(rule for rule in pack.rules if rule.id == id)))
    return "".join(f"{line}\n" for line in lines)


def _listed(pack: RulePack) -> Iterator[str]:
    counts = Counter((rule.kind, rule.language) for rule in pack.rules)
    width = max(map(len, pack.kinds), default=0)
    for name, kind in sorted(pack.kinds.items()):
        rules = ", ".join(f"{language} {n}" for (of, language), n in sorted(counts.items()) if of == name)
        yield f"{name:<{width}}   {one_line(kind.question)}   {rules or 'no rules'}"


def _kind(kind: Kind) -> Iterator[str]:
    yield f"kind      {kind.kind}"
    yield f"question  {kind.question}"
    yield from (f"asked     {value}: {question}" for value, question in kind.asked.items())
    if kind.about:
        yield f"about     {one_line(kind.about)}"
    for name, spec in kind.fields.items():
        need = f", {spec.need}" if spec.role == "key" else ""
        yield f"{spec.role:<8}  {name}: {spec.type}{need}"
    yield f"verdict   {kind.relation}, {kind.severity}"


def _rule(rule: Rule) -> Iterator[str]:
    yield f"rule      {rule.id}"
    if rule.match:
        yield f"match     {rule.match}"
    if rule.value:
        yield f"value     {rule.value}"
    yield from (f"near      {name}: {where}" for name, where in rule.near.items())
    yield from (f"unless    {pattern}" for pattern in rule.unless)
    yield from (f"sets      {name}: {value}" for name, value in rule.values.items())
    for example in rule.examples:
        label = "hit" if example.claims else "miss"
        todo = f"   (todo: {example.todo})" if example.todo else ""
        yield f"{label:<8}  {one_line(example.text)}{todo}"
        yield from (
            f"          {', '.join(f'{name}: {value}' for name, value in claim.items())}" for claim in example.claims
        )
