"""The commands on rules."""

from __future__ import annotations

from typing import Annotated

import typer

from factcheck.commands import FAILED, FINISHED, NOTHING_CHECKED, PLAIN
from factcheck.commands.settings import rule_folders
from factcheck.errors import RuleError
from factcheck.options import Rules, one_of
from factcheck.terminal import say

group = typer.Typer(**PLAIN, help="The rules that find claims, and packs of your own.")


@group.command("list")
def list_rules(rules: Rules = None) -> int:
    """The kinds of claims, with their questions and rules."""
    from factcheck.report.rules import rules_listed
    from factcheck.rulepack import load_pack

    say(rules_listed(load_pack(rule_folders(rules))))
    return FINISHED


@group.command("show")
def show_rule(id: Annotated[str, typer.Argument(metavar="ID")], rules: Rules = None) -> int:
    """A kind or a rule: what it matches, and its examples."""
    from factcheck.report.rules import rule_shown
    from factcheck.rulepack import load_pack

    pack = load_pack(rule_folders(rules))
    one_of("rules show", id, [*pack.kinds, *(rule.id for rule in pack.rules)])
    say(rule_shown(pack, id))
    return FINISHED


@group.command("lint")
def lint_rules(rules: Rules = None) -> int:
    """Whether every file of the rules is well formed."""
    from factcheck.rulepack import load_pack

    try:
        pack = load_pack(rule_folders(rules))
    except RuleError as error:
        say("".join(f"{problem}\n" for problem in error.problems))
        return FAILED
    say(f"{len(pack.kinds)} kinds, {len(pack.rules)} rules: no problems\n")
    return FINISHED


@group.command("test")
def prove_rules(
    id: Annotated[str, typer.Argument(metavar="[ID]", help="Only the rules whose id begins so.")] = "",
    rules: Rules = None,
) -> int:
    """Runs the examples of the rules."""
    from factcheck.examples import run_examples
    from factcheck.rulepack import load_pack

    count, failed = run_examples(load_pack(rule_folders(rules)), id)
    say("".join(f"{failure}\n" for failure in failed) + f"{count} examples, {len(failed)} failed\n")
    return FAILED if failed else (FINISHED if count else NOTHING_CHECKED)
