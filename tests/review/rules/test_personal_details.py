"""PII-1: details that belong to people."""

from dataclasses import replace

import pytest

from cmalt_tui.model.finding import Level
from cmalt_tui.model.portfolio import EvidenceItem, EvidenceUse
from cmalt_tui.review.purpose import Purpose
from cmalt_tui.review.reviewed import ArtefactFacts
from cmalt_tui.review.rules.access.personal_details import RULE
from tests.review.rules.whole_example import found, whole, with_part

DETAILS = [
    ("Write to ilse@larkmoor.example about it.", "ilse@larkmoor.example", Level.ERROR),
    ("Call +44 20 7946 0123 about it.", "+44 20 7946 0123", Level.WARNING),
    ("Learner 20451187 was helped.", "20451187", Level.WARNING),
    ("She moved to EC1A 1BB then.", "EC1A 1BB", Level.WARNING),
]
FINE = [
    "In 2021-2022 we had 1,200,000 clicks, 45% of 3000, see 10.1234567/abc.",
    "See https://larkmoor.example/20451187?to=ilse@larkmoor.example for it.",
    "See [the list](https://larkmoor.example/20451187).",
    "[[private: ilse@larkmoor.example]] We bound it.",
    "Level 5 of unit A1 2B, version 3.11.7.",
]


@pytest.mark.parametrize(("text", "quote", "public"), DETAILS)
def test_a_detail_is_told_and_is_an_error_where_it_is_sure(
    text: str, quote: str, public: Level
) -> None:
    mine = with_part(whole(), "1a", description=text)
    (finding,) = found(RULE, mine, Purpose.WRITING)
    assert finding[:4] == ("PII-1", Level.WARNING, "1a", "description")
    assert (finding.quote, text[finding.start :].startswith(quote)) == (quote, True)
    (finding,) = found(RULE, mine, Purpose.PUBLIC)
    assert finding.level is public


@pytest.mark.parametrize("text", FINE)
def test_figures_addresses_and_private_words_are_passed_over(text: str) -> None:
    assert found(RULE, with_part(whole(), "1a", description=text), Purpose.PUBLIC) == []


def test_a_detail_is_told_once_a_text_and_in_the_facts_of_evidence_too() -> None:
    mine = with_part(whole(), "1a", description="a@larkmoor.example, A@larkmoor.example")
    assert len(found(RULE, mine)) == 1
    item = replace(whole().evidence["bench"], caption="Ask ilse@larkmoor.example")
    (finding,) = found(RULE, whole().with_evidence(item))
    assert finding[2:5] == ("1a", "evidence", "bench")
    assert finding.start == -1


@pytest.mark.parametrize(
    ("permission", "submission", "public"),
    [
        ("", 1, 1),
        ("asked", 1, 1),
        ("needed", 1, 1),
        ("own", 0, 1),
        ("granted", 0, 0),
        ("anonymised", 0, 0),
    ],
)
def test_people_are_named_only_with_permission(
    permission: str, submission: int, public: int
) -> None:
    item = replace(
        whole().evidence["bench"], people=("Ilse", "second-year learners"), permission=permission
    )
    mine = with_part(whole(), "1a", description="I asked Ilse and second-year learners.")
    mine = with_part(mine, "2b", description="Ilse again.").with_evidence(item)
    assert len(found(RULE, mine)) == submission
    findings = found(RULE, mine, Purpose.PUBLIC)
    assert [one.level for one in findings] == [Level.ERROR] * public
    if findings:
        assert "Ilse is named (1a, 2b)" in findings[0].message


def test_a_picture_that_tells_its_place_is_told() -> None:
    item = EvidenceItem("press", "The press", file="files/press.jpg", alt="Above")
    mine = with_part(whole().with_evidence(item), "1a", evidence=(EvidenceUse("press", "All."),))
    for has_location in (True, False):
        facts = {"press": ArtefactFacts(True, has_location=has_location)}
        told = found(RULE, mine, Purpose.PUBLIC, artefacts=facts)
        assert [one.level for one in told] == [Level.ERROR] * has_location
