"""The commands on rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.commands import FAILED, FINISHED, NOTHING_CHECKED, PLAIN
from factcheck.commands.settings import rule_folders
from factcheck.errors import RuleError, UsageError
from factcheck.options import Rules
from factcheck.terminal import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.rulepack import RulePack

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
    if id not in (names := _names(pack)):
        raise _unknown(id, names)
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
    from factcheck.report.summary import counted
    from factcheck.rulepack import load_pack

    pack = load_pack(rule_folders(rules))
    names = _names(pack)
    if not any(name.startswith(id) for name in names):
        raise _unknown(id, names)
    count, failed = run_examples(pack, id)
    say("".join(f"{failure}\n" for failure in failed) + f"{counted(count, 'example')}, {len(failed)} failed\n")
    return FAILED if failed else (FINISHED if count else NOTHING_CHECKED)


def _names(pack: RulePack) -> list[str]:
    """The ids of all kinds and rules."""
    return [*pack.kinds, *(rule.id for rule in pack.rules)]


def _unknown(id: str, names: Sequence[str]) -> UsageError:
    """What to say of an id that there is not: the closest one, or where to find them; there are hundreds."""
    from difflib import get_close_matches

    close = get_close_matches(id, names, 1)
    where = "`factcheck rules list` names the kinds, `factcheck rules show KIND` the rules of one"
    hint = f"did you mean {close[0]!r}?" if close else where
    return UsageError(f"no such kind or rule: {id!r}; {hint}")
