"""Reviews a few sections of a fictional portfolio by one rule, for tests about what is written."""

from datetime import date
from typing import Any

from cmalt_tui.model.finding import Finding
from cmalt_tui.model.portfolio import Portfolio, Reflection, Section
from cmalt_tui.review.reviewed import Reviewed
from cmalt_tui.review.rule import Rule
from tests.review.rules.whole_example import DAY, framework


def described(text: str, section: str = "1a") -> Section:
    """A section with a description."""
    return Section(section, description=text)


def reflected(text: str, section: str = "1a", written: date | None = None) -> Section:
    """A section with one reflection."""
    return Section(section, reflections=(Reflection("glue", text=text, written=written),))


def reviewed(*sections: Section, submit_by: date | None = None, **more: Any) -> Reviewed:
    """What is looked at: a portfolio with these sections."""
    portfolio = Portfolio(
        "Binding by hand",
        "Odo Marl",
        "cmalt-2019",
        "cmalt",
        submit_by=submit_by,
        sections={section.id: section for section in sections},
    )
    return Reviewed(framework(), portfolio, DAY, **more)


def found(rule: Rule, *sections: Section, **more: Any) -> list[Finding]:
    """What a rule finds in these sections."""
    return list(rule.find(reviewed(*sections, **more)))
