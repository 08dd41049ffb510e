"""Which rules run when, and how their findings are sorted."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from cmalt_tui.frameworks import load_framework
from cmalt_tui.model.finding import Finding, Level
from cmalt_tui.model.portfolio import Portfolio, Section
from cmalt_tui.places import Places
from cmalt_tui.progress import Cancelled, Progress
from cmalt_tui.review.dismissing import with_dismissed
from cmalt_tui.review.purpose import Purpose
from cmalt_tui.review.reviewed import Reviewed
from cmalt_tui.review.reviewing import findings_by_rules, sorted_findings
from cmalt_tui.review.rule import Rule
from cmalt_tui.review.rules import RULES, rule_of

DAY = date(2026, 3, 1)


@pytest.fixture
def reviewed(places: Places) -> Reviewed:
    mine = Portfolio(
        "Mine",
        "Ilse Quillfeather",
        "cmalt-2019",
        "cmalt",
        sections={name: Section(name, description="We bound it.") for name in ("1b", "1a")},
    )
    return Reviewed(load_framework("cmalt-2019", places), mine, DAY)


def rule(name: str, **more: object) -> Rule:
    def find(reviewed: Reviewed) -> Iterator[Finding]:
        for text in reviewed.texts:
            yield Finding(name, Level.HINT, text.section, text.part, quote=text.text)

    made = Rule(name, "anything", "Because.", "Like so.", "A test.", find)
    return replace(made, **more)  # type: ignore[arg-type]


def places_of(findings: Iterator[Finding]) -> list[tuple[str, str]]:
    return [(finding.rule, finding.section) for finding in findings]


def test_a_rule_that_compares_sections_waits_for_a_full_review(reviewed: Reviewed) -> None:
    rules = (rule("ONE-1"), rule("ALL-1", is_local=False))
    one = replace(reviewed, section_id="1a")
    assert places_of(findings_by_rules(one, rules)) == [("ONE-1", "1a")]
    assert len(places_of(findings_by_rules(reviewed, rules))) == 4


def test_purpose_and_settings_decide_about_a_rule(reviewed: Reviewed) -> None:
    rules = (rule("PUB-1", purposes=frozenset({Purpose.PUBLIC})), rule("ONE-1"))
    assert {name for name, _ in places_of(findings_by_rules(reviewed, rules))} == {"ONE-1"}
    for_all = replace(reviewed, purpose=Purpose.PUBLIC)
    public = findings_by_rules(for_all, rules, switched_off=("ONE-1",))
    assert {name for name, _ in places_of(public)} == {"PUB-1"}


def test_findings_come_in_the_order_of_the_framework_and_answered_ones_apart(
    reviewed: Reviewed,
) -> None:
    found = list(findings_by_rules(reviewed, (rule("ONE-1"),)))
    whole = Finding("ALL-1", Level.HINT, message="All of it.")
    answered = with_dismissed(reviewed.portfolio, found[0], "Fine.", DAY)
    sorted_ones = sorted_findings(replace(reviewed, portfolio=answered), [whole, *found])
    assert [finding.section for finding in sorted_ones.open] == ["1b", ""]
    assert [finding.section for finding, _ in sorted_ones.dismissed] == ["1a"]


def test_still_true_holds_for_some_months_only(reviewed: Reviewed) -> None:
    fresh = Finding("FRE-1", Level.HINT, "1a", "description", quote="We bound it.")
    answered = replace(
        reviewed, portfolio=with_dismissed(reviewed.portfolio, fresh, "still true", DAY)
    )
    assert sorted_findings(answered, [fresh]).open == ()
    later = replace(answered, today=date(2026, 10, 1))
    assert sorted_findings(later, [fresh]).open == (fresh,)
    lasting = fresh._replace(rule="VOI-1")
    kept = with_dismissed(reviewed.portfolio, lasting, "Fine.", DAY)
    assert sorted_findings(replace(later, portfolio=kept), [lasting]).open == ()


def test_a_review_can_be_stopped(reviewed: Reviewed) -> None:
    def stop(progress: Progress) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        list(findings_by_rules(reviewed, (rule("ONE-1"),), report=stop))


def test_every_rule_explains_itself() -> None:
    assert len({one.id for one in RULES}) == len(RULES)
    for one in RULES:
        assert one.title
        assert not one.title.endswith(".")
        for words in (one.why, one.example, one.source):
            assert len(words) > 8, one.id
        assert rule_of(one.id.lower()) is one
    assert rule_of("NONE-9") is None
