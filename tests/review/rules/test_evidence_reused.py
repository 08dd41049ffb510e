"""EVI-3: the same evidence again and again."""

from dataclasses import replace

from cmalt_tui.model.finding import Level
from cmalt_tui.model.portfolio import EvidenceUse, Portfolio, Section
from cmalt_tui.review.rules.evidence.evidence_reused import RULE
from tests.review.rules.evidence_example import MINE, found


def used_in(item_id: str, *sections: str) -> Portfolio:
    portfolio = MINE
    for section_id in sections:
        section = portfolio.section(section_id)
        uses = (*section.evidence, EvidenceUse(item_id, "x"))
        portfolio = portfolio.with_section(replace(section, evidence=uses))
    return portfolio


def test_one_use_each_is_passed_over_and_so_are_parked_sections() -> None:
    assert found(RULE) == [] and not RULE.is_local
    parked = Section("9z", evidence=(EvidenceUse("film"),))
    assert found(RULE, MINE.with_section(parked)) == []
    assert found(RULE, used_in("film", "1a")) == []


def test_two_sections_are_a_hint_and_several_items_one_finding() -> None:
    (finding,) = found(RULE, used_in("film", "1b"))
    assert finding.level is Level.HINT and finding.item == "film"
    assert finding.message == "“Bench film” is used in two sections: 1a, 1b."
    twice = used_in("film", "1b").with_section(
        Section("2a", evidence=(EvidenceUse("options", "x"),))
    )
    (finding,) = found(RULE, twice)
    assert finding.item == "" and "are used in two sections each" in finding.message


def test_three_sections_are_a_warning() -> None:
    (finding,) = found(RULE, used_in("film", "1b", "2a"))
    assert finding.level is Level.WARNING
    assert finding.message == "“Bench film” is used in 3 sections: 1a, 1b, 2a."
