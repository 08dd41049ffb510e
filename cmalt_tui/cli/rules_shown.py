"""Finds a review rule by what was typed, and prints why it matters."""

import textwrap

import click

from cmalt_tui.cli.speaking import show
from cmalt_tui.problems import did_you_mean
from cmalt_tui.review.rule import Rule
from cmalt_tui.review.rules import RULES, rule_of

_WIDTH = 96


def known_rule(named: str) -> Rule:
    """The rule of an id as it was typed.

    Raises:
        click.UsageError: There is none.
    """
    rule = rule_of(named)
    if rule is None:
        known = [one.id for one in RULES]
        hint = did_you_mean(named, known, f"There is: {', '.join(known)}.")
        raise click.UsageError(f"There is no rule {named!r}. {hint}")
    return rule


def show_rule(rule: Rule) -> None:
    """Print what a rule looks for, why, how it reads when it is well done, and its source."""
    show(f"{rule.id}  {rule.title}\n")
    lines = [("Why", rule.why), ("For example", rule.example), ("From", rule.source)]
    if rule.fix is not None:
        lines.append(("By key", f"{rule.fix.title}, on the screen."))
    for name, said in lines:
        show(textwrap.fill(f"{name}: {said}", _WIDTH, subsequent_indent="  "))


def show_rules() -> None:
    """Print the ids and titles of all rules."""
    for rule in RULES:
        show(f"{rule.id:<6} {rule.title}")
