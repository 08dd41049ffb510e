"""EVI-1: what is named has to be there."""

import pytest

from cmalt_tui.model.evidence_uses import references_in
from cmalt_tui.model.finding import Level
from cmalt_tui.model.portfolio import EvidenceUse, Reflection, Section
from cmalt_tui.review.reviewed import ArtefactFacts
from cmalt_tui.review.rules.evidence.evidence_found import RULE
from tests.review.rules.evidence_example import MINE, found, mended, with_section


def test_evidence_in_order_is_passed_over() -> None:
    assert found(RULE) == []
    in_private = "[[private: cut [[ev:gone]]]] <!-- [[ev:gone]] --> `[[ev:gone]]`"
    assert found(RULE, with_section("1b", description=in_private, note="[[ev:gone]]")) == []


def test_an_unknown_use_is_an_error_and_goes() -> None:
    uses = (*MINE.section("1a").evidence, EvidenceUse("puppets"))
    portfolio = with_section("1a", evidence=uses)
    (finding,) = found(RULE, portfolio)
    assert finding[:5] == ("EVI-1", Level.ERROR, "1a", "evidence", "puppets")
    assert mended(RULE, portfolio, finding) == MINE
    assert mended(RULE, MINE, finding) is MINE


def test_a_slip_of_the_pen_is_mended_wherever_it_stands() -> None:
    text = "Look: [[ev:optoins]] and [[ev:optoins]]."
    portfolio = with_section("1b", reflections=(Reflection("first", text=text),))
    first, second = found(RULE, portfolio)
    assert "Perhaps options is meant" in first.message
    assert (first.level, first.part, first.item) == (Level.ERROR, "reflection", "first")
    assert text[first.start :].startswith(first.quote) and second.start > first.start
    after = mended(RULE, portfolio, first)
    said = after.section("1b").reflections[0].text
    assert [one.item for one in references_in(said)] == ["options", "options"]
    assert found(RULE, after) == [] and mended(RULE, after, second) is after


def test_a_reference_to_nothing_like_it_is_taken_out() -> None:
    portfolio = with_section("1b", description="It failed [[ev:xyz]], twice.")
    (finding,) = found(RULE, portfolio)
    after = mended(RULE, portfolio, finding)
    assert after.section("1b").description == "It failed, twice."
    assert after.section("1b").status is portfolio.section("1b").status
    assert mended(RULE, MINE, finding) is MINE


def test_a_reference_to_what_no_section_lists_is_told_and_listed() -> None:
    portfolio = with_section("1a", evidence=(EvidenceUse("film", "minute 2"),))
    (finding,) = found(RULE, portfolio)
    assert finding.level is Level.WARNING and finding.quote == "[[ev:options]]"
    assert mended(RULE, portfolio, finding).uses_of("options") == ("1a",)
    parked = portfolio.with_section(Section("9z", evidence=(EvidenceUse("options"),)))
    assert found(RULE, parked) == [finding]
    assert found(RULE, parked, "1b") == []


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        (ArtefactFacts(is_there=False), "is not there: files/options.pdf"),
        (ArtefactFacts(is_there=False, is_outside=True), "outside the portfolio"),
    ],
)
def test_a_file_that_is_gone_or_outside_is_an_error(facts: ArtefactFacts, words: str) -> None:
    (finding,) = found(RULE, artefacts={"options": facts})
    assert finding[:5] == ("EVI-1", Level.ERROR, "1a", "evidence", "options")
    assert words in finding.message
    assert mended(RULE, MINE, finding) is MINE
    assert found(RULE, section="1b", artefacts={"options": facts}) == []


def test_several_lost_files_of_a_section_are_one_finding() -> None:
    gone = ArtefactFacts(is_there=False)
    (finding,) = found(RULE, artefacts={"options": gone, "film": gone})
    assert finding.item == "" and "2 pieces of evidence" in finding.message
