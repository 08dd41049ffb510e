"""What speaks for a piece of evidence is said in words, and the better reason counts more."""

from dataclasses import replace
from datetime import date

import pytest

from cmalt_tui.model.evidence_fit import Candidate, Fit, Rarity, Wanted, fit
from cmalt_tui.model.terms import stem, stems_of, terms_of

DAY = date(2026, 12, 1)
WANTED = Wanted(
    "1a",
    "I compared captions for the pilot. The captions failed in loud halls; the pilot taught me.",
    "Take a real choice between technologies: accessibility, cost, upkeep.",
    ("options or comparison paper", "minutes with an adviser", "data protection form"),
    {"pictures": "screenshot"},
    frozenset({"P1"}),
)
RARITY = Rarity(
    [
        (WANTED.written,),
        *((f"Something about the bench {number}",) for number in range(20)),
    ],
    (WANTED.written, WANTED.advice),
)


def fitted(candidate: Candidate) -> Fit:
    found = fit(candidate, WANTED, RARITY, DAY)
    assert found is not None
    return found


def test_words_are_compared_without_their_endings() -> None:
    assert {stem(word) for word in ("caption", "captions", "captioning", "captioned")} == {
        "caption"
    }
    assert stem("planning") == stem("plans") and stem("policies") == stem("policy")
    assert stem("accessible") != stem("access") and stem("class") == "class"
    terms = terms_of("The [captions](https://x.example/tide) don't caption [[ev:film]] 2026")
    assert list(terms) == ["caption"] == list(stems_of("Caption it")) and terms["caption"] == (
        "captions",
        2,
    )


def test_shared_words_are_named_as_the_section_has_them() -> None:
    found = fitted(Candidate("a", "Captioning in a pilot", "", used_in=("2b",)))
    assert found.reasons == ("shares “captions”, “pilot” with what you wrote",)


def test_nothing_speaks_for_a_stranger_however_new() -> None:
    stranger = Candidate("a", "Puppets", "Strings", "testimonial", DAY)
    assert fit(stranger, WANTED, RARITY, DAY) is None


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"referred_to_by": frozenset({"1a"})}, "your text here refers to it already"),
        ({"tagged": frozenset({"1a"})}, "you tagged it with this section"),
        (
            {"tagged": frozenset({"1a"}), "tagged_by": "your log of 3 May"},
            "your log of 3 May ties it to this section",
        ),
        ({"principles": frozenset({"P1", "P2"})}, "shows P1, as this section does"),
        ({"kind": "minutes"}, "the section suggests: minutes with an adviser"),
        ({"kind": "options paper"}, "the section suggests: options or comparison paper"),
        ({"kind": "testimonial"}, "testimonial: this section has only “screenshot” so far"),
        ({"day": date(2026, 3, 9)}, "from March 2026"),
        ({"text": "upkeep"}, "has “upkeep”, as the guidance has"),
    ],
)
def test_each_reason_is_said_and_lifts_it(changed: dict[str, object], reason: str) -> None:
    plain = Candidate("a", "Captions of the pilot", "", used_in=("2b",))
    better = fitted(plain._replace(**changed))
    assert reason in better.reasons and better.weight > fitted(plain).weight


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"day": date(2021, 3, 9)}, "from March 2021, which may seem long ago"),
        (
            {"used_in": ("2b", "3a", "4a")},
            "used in 3 sections already (2b, 3a, 4a): something else may say more",
        ),
    ],
)
def test_age_and_overuse_speak_against_it(changed: dict[str, object], reason: str) -> None:
    plain = Candidate("a", "Captions of the pilot", "", used_in=("2b",))
    worse = fitted(plain._replace(**changed))
    assert worse.reasons[-1] == reason and worse.weight < fitted(plain).weight


def test_one_word_of_a_suggestion_is_not_enough() -> None:
    found = fitted(Candidate("a", "Captions of the pilot", "", "data"))
    assert not any("suggests" in reason for reason in found.reasons)


def test_unused_comes_first_and_a_title_tells_more_than_the_rest() -> None:
    titled = Candidate("a", "Captions of the pilot", "")
    assert "used nowhere yet" in fitted(titled).reasons
    beside = titled._replace(title="", text="Captions of the pilot")
    assert fitted(titled).weight > fitted(beside).weight


def test_a_word_that_all_texts_have_tells_nothing() -> None:
    everywhere = Rarity([("captions of a pilot",)] * 9, (WANTED.written,))
    assert fit(Candidate("a", "Captions, pilot", ""), WANTED, everywhere, DAY) is None
    assert fit(Candidate("a", "Puppets", ""), replace(WANTED, ideas=()), everywhere, DAY) is None


@pytest.mark.parametrize("piece", ["](", "[[", "](x", "https://"])
def test_no_text_makes_its_terms_endless(piece: str) -> None:
    assert len(stems_of(piece * 40_000)) <= 1
