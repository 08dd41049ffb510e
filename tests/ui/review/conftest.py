"""Rules of our own, so that what is shown does not hang on how the real ones are worded."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from textual.widgets import OptionList, Static

from cmalt_tui.model.finding import Finding, Level
from cmalt_tui.model.portfolio import Portfolio
from cmalt_tui.review import rules as rule_table
from cmalt_tui.review.reviewed import Reviewed
from cmalt_tui.review.rule import Fix, Rule
from cmalt_tui.review.rules.freshness.stale import Stale
from cmalt_tui.ui.app import CmaltApp
from cmalt_tui.workbench import answered_findings, freshness_list

HOSTILE = "[b]x[/b] [/] \x1b]0;owned\x07\u202eend"


def _find(word: str, rule: str, level: Level) -> Callable[[Reviewed], Iterator[Finding]]:
    def find(reviewed: Reviewed) -> Iterator[Finding]:
        for text in reviewed.texts:
            at = text.text.find(word)
            if at >= 0:
                yield Finding(
                    rule,
                    level,
                    text.section,
                    text.part,
                    text.item,
                    f"Here stands {word}. {HOSTILE}",
                    f"Why {word}?",
                    word if rule != "ZZZ-1" else text.text,
                    at if rule != "ZZZ-1" else 0,
                )

    return find


def _came_first(portfolio: Portfolio, finding: Finding) -> Portfolio:
    section = portfolio.section(finding.section)
    mended = section.description.replace("won", "came first")
    if mended == section.description:
        return portfolio
    return portfolio.with_section(replace(section, description=mended))


def _rule(rule_id: str, word: str, level: Level, fix: Fix | None = None) -> Rule:
    return Rule(
        rule_id,
        f"the word {word}",
        f"Readers ask about {word}.",
        f"Say it without {word}.",
        "A test",
        _find(word, rule_id, level),
        fix=fix,
    )


RULES = (
    _rule("ZZZ-1", "ask first", Level.HINT),
    _rule("ZZZ-2", "won", Level.WARNING, Fix("say it came first", _came_first)),
)
FRESH = _rule("FRE-9", "teach", Level.HINT)


@pytest.fixture(autouse=True)
def rules(monkeypatch: pytest.MonkeyPatch) -> None:
    everything = {rule.id: rule for rule in (*RULES, FRESH)}
    monkeypatch.setattr(rule_table, "RULES", tuple(everything.values()))
    monkeypatch.setattr(answered_findings, "rule_of", everything.get)
    monkeypatch.setattr(
        freshness_list, "staleness", lambda reviewed: [Stale(f, 30) for f in FRESH.find(reviewed)]
    )


@pytest.fixture
def cards() -> Callable[[CmaltApp], str]:
    """What the cards beside the text say."""

    def read(app: CmaltApp) -> str:
        lines = app.screen.query("Cards > Static").results(Static)
        return "\n".join(str(line.render()) for line in lines if line.display)

    return read


@pytest.fixture
def rows() -> Callable[..., str]:
    """What a list says, row by row."""

    def read(app: CmaltApp, selector: str = "OptionList") -> str:
        listed = app.screen.query_one(selector, OptionList)
        return "\n".join(option.prompt.plain for option in listed.options)  # type: ignore[union-attr]

    return read


@pytest.fixture
def seen() -> Callable[[CmaltApp], str]:
    """What stands on the screen."""

    def read(app: CmaltApp) -> str:
        lines = app.screen._compositor.render_strips()
        text = "\n".join("".join(segment.text for segment in line) for line in lines)
        assert not [mark for mark in ("\x1b", "\x07", "\u202e") if mark in text]
        return text

    return read
