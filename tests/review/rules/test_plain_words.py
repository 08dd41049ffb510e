"""SUC and BAL: fillers, long sentences, acronyms, and parts beside those of others."""

from dataclasses import replace

import pytest

from cmalt_tui.model.portfolio import EvidenceUse, Section
from cmalt_tui.review.reviewed import Norm
from cmalt_tui.review.rules.voice import acronyms, balance, fillers, long_sentences
from cmalt_tui.review.rules.voice.filler_list import fillers_in, without_filler
from tests.review.rules.whole_example import mended
from tests.review.rules.written_example import described, found, reflected, reviewed

WORDY = "In order to bind it, I made use of glue. Due to the fact that it rained, I was very glad."
LONG = "I bound the book and " + "then the next one and " * 9 + "left."


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("In order to bind it, I waited.", "To bind it, I waited."),
        ("I waited in order to\nbind it.", "I waited to\nbind it."),
        ("It is important to note that the glue was wet.", "The glue was wet."),
        ("I was very glad.", "I was glad."),
        ("Basically, I waited.", "I waited."),
        ("I [made use of](https://x.example/made-use-of) glue.", None),
    ],
)
def test_a_filler_is_taken_out_cleanly(before: str, after: str | None) -> None:
    (filler,) = fillers_in(before)
    changed = without_filler(before, filler)
    assert changed == (after or "I [used](https://x.example/made-use-of) glue.")


@pytest.mark.parametrize(
    "text",
    [
        "It was not very good.",
        "That was the very first one.",
        "I liked it very much.",
        "She said: “In order to bind it, wait.”",
        "> In order to bind it, wait.\n\nI did.",
        "See https://larkmoor.example/in-order-to/very/good and In Order To Bind.",
        "```\nin order to\n```",
    ],
)
def test_quotations_names_and_what_carries_meaning_stay(text: str) -> None:
    assert list(fillers_in(text)) == []


def test_a_section_with_fillers_is_told_its_length_before_and_after() -> None:
    (finding,) = found(fillers.RULE, described(WORDY))
    assert finding.message.startswith("These 9 words could go: 21 → 12 words.")
    assert "“In order to” → “To”" in finding.message


def test_a_word_or_two_are_let_be() -> None:
    assert found(fillers.RULE, described("In order to bind it, I waited and was very glad.")) == []


def test_the_fix_takes_one_filler_at_a_time_out() -> None:
    portfolio = reviewed(described(WORDY)).portfolio
    (finding,) = found(fillers.RULE, described(WORDY))
    once = mended(fillers.RULE, portfolio, finding)
    assert once.section("1a").description.startswith("To bind it, I made use of glue. Due to")
    assert once.section("1a").status == portfolio.section("1a").status
    assert mended(fillers.RULE, once, finding._replace(quote="Gone.")) is once


def test_long_sentences_make_one_finding_a_section() -> None:
    (finding,) = found(long_sentences.RULE, described(f"{LONG} I slept. {LONG} {LONG}"))
    assert finding.message.startswith("3 sentences have more than 35 words, the longest 51.")
    assert "“I bound the book …”" in finding.message
    assert finding.quote == LONG


def test_a_single_sentence_just_over_the_limit_is_let_be() -> None:
    text = "I bound " + "one and " * 17 + "left."
    assert found(long_sentences.RULE, described(text)) == []


def test_an_acronym_is_asked_about_where_it_comes_first() -> None:
    sections = (described("I asked the LBE. It agreed."), described("The LBE met.", "1b"))
    (finding,) = found(acronyms.RULE, *sections)
    assert finding.section == "1a"
    assert finding.message == "“LBE” is not spelt out anywhere."
    assert finding.quote == "I asked the LBE."


@pytest.mark.parametrize(
    "elsewhere",
    [
        "The Larkmoor Binding Exchange (LBE) met.",
        "The LBE (our exchange) met.",
        "I wrote to the Larkmoor Binding Exchange.",
    ],
)
def test_an_acronym_that_is_spelt_out_anywhere_is_known(elsewhere: str) -> None:
    sections = (described("I asked the LBE."), described(elsewhere, "1b"))
    assert found(acronyms.RULE, *sections) == []


def test_what_everybody_knows_and_names_with_marks_are_passed_over() -> None:
    text = "The VLE took PDFs and HTML in the UK. See EN-301, LBE-2 and A/B. I SAID NO."
    assert found(acronyms.RULE, described(text)) == []


def test_parts_are_set_beside_those_of_others() -> None:
    section = replace(
        reflected("I learnt. " * 5),
        description="I bound it. " * 100,
        evidence=(EvidenceUse("bench", "The first minute."),),
    )
    norms = {
        ("1a", "description"): Norm(80, 110, 140, 9),
        ("1a", "reflection"): Norm(60, 80, 90, 9),
    }
    (finding,) = found(balance.RULE, section, norms=norms)
    assert "description 300 (80 to 140 in 9), evidence notes 3, reflection 10 (60 to 90 in 9)" in (
        finding.message
    )
    assert finding.part == "description"


def test_without_norms_and_within_them_balance_says_nothing() -> None:
    section = described("I bound it. " * 50)
    assert found(balance.RULE, section) == []
    assert found(balance.RULE, section, norms={("1a", "description"): Norm(80, 110, 140, 3)}) == []


def test_a_numbered_option_has_the_norms_of_its_kind() -> None:
    section = Section("specialist-1", description="I bound it. " * 100)
    norms = {("specialist", "description"): Norm(40, 50, 60, 5)}
    assert [one.section for one in found(balance.RULE, section, norms=norms)] == ["specialist-1"]
