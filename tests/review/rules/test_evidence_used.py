"""EVI-2: evidence is used, explained and mentioned."""

from dataclasses import replace

from cmalt_tui.model.finding import Level
from cmalt_tui.model.portfolio import EvidenceItem, EvidenceUse
from cmalt_tui.review.rules.evidence.evidence_used import RULE
from tests.review.rules.evidence_example import MINE, found, with_item, with_section


def test_evidence_in_order_is_passed_over() -> None:
    assert found(RULE) == []


def test_an_item_that_no_section_uses_is_told_in_a_full_review() -> None:
    portfolio = MINE.with_evidence(EvidenceItem("wall", "The wall"))
    (finding,) = found(RULE, portfolio)
    assert (finding.level, finding.section, finding.item) == (Level.WARNING, "", "wall")
    assert found(RULE, portfolio, "1a") == []
    (both,) = found(RULE, portfolio.with_evidence(EvidenceItem("door", "The door")))
    assert both.item == "" and both.message == "No section uses “The wall” and “The door”."


def test_a_use_without_words_is_one_finding_a_section() -> None:
    bare = with_section("1a", evidence=(EvidenceUse("options", "x"), EvidenceUse("film", " ")))
    (finding,) = found(RULE, bare)
    assert finding[:5] == ("EVI-2", Level.WARNING, "1a", "evidence", "film")
    assert "what “Bench film” shows" in finding.message
    all_bare = with_section(
        "1a",
        evidence=(EvidenceUse("options"), EvidenceUse("film")),
        description="The options paper and the film of the bench.",
    )
    (finding,) = found(RULE, all_bare)
    assert finding.item == "" and "None of the 2" in finding.message


def test_a_use_that_the_text_points_to_may_be_explained_there() -> None:
    bare = with_section("1a", evidence=(EvidenceUse("options"), EvidenceUse("film", "x")))
    (finding,) = found(RULE, bare)
    assert finding[:5] == ("EVI-2", Level.HINT, "1a", "evidence", "options")
    assert finding.message.startswith("Only the text here tells what “Options paper” shows")


def test_a_text_that_never_mentions_its_evidence_is_a_hint() -> None:
    silent = with_section("1a", description="We glued it.")
    (finding,) = found(RULE, silent)
    assert finding.level is Level.HINT and "none of its 2" in finding.message
    one = with_section("1a", description="The options paper said so.")
    (finding,) = found(RULE, one)
    assert finding.item == "film"
    assert found(RULE, with_section("1a", description="")) == []


def test_words_of_the_title_the_kind_or_a_link_are_a_mention() -> None:
    texts = (
        "The film of the bench, and our options paper.",
        "A report and a video prove it.",
        "[This](evidence/files/options.pdf), and [that](https://larkmoor.example/film).",
    )
    for text in texts:
        assert found(RULE, with_section("1a", description=text)) == []
    named = with_item("film", title="Film made with Subler (2024)", kind="clip")
    text = "[[ev:options]] I cut it with Subler."
    assert found(RULE, replace(named, sections={"1a": MINE.section("1a")})) == []
    silent = replace(MINE.section("1a"), description="[[ev:options]] I cut it.")
    assert len(found(RULE, named.with_section(silent))) == 1
    assert found(RULE, named.with_section(replace(silent, description=text))) == []
    untitled = with_item("film", title="", kind="")
    assert found(RULE, untitled) == []
