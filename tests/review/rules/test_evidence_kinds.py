"""EVI-8: evidence of one sort only."""

from cmalt_tui.model.finding import Level
from cmalt_tui.model.portfolio import EvidenceItem, EvidenceUse
from cmalt_tui.review.rules.evidence.evidence_kinds import RULE
from tests.review.rules.evidence_example import found, with_item, with_section


def test_several_sorts_a_single_item_and_untold_kinds_are_passed_over() -> None:
    assert found(RULE) == []
    assert found(RULE, with_section("1a", evidence=(EvidenceUse("film"),))) == []
    assert found(RULE, with_item("film", kind="link")) == []


def test_one_sort_is_a_hint_with_what_the_section_suggests() -> None:
    (finding,) = found(RULE, with_item("film", kind="options paper"))
    assert finding[:5] == ("EVI-8", Level.HINT, "1a", "evidence", "")
    assert finding.message.startswith("Both pieces") and "own documents" in finding.message
    assert "options paper" in finding.question


def test_three_are_counted() -> None:
    portfolio = with_item("film", kind="plan").with_evidence(EvidenceItem("p", "P", "guide"))
    uses = tuple(EvidenceUse(one) for one in ("film", "options", "p", "gone"))
    section = portfolio.with_section(with_section("1a", evidence=uses).section("1a"))
    (finding,) = found(RULE, section)
    assert finding.message.startswith("All 3 pieces")
