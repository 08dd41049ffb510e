"""An answered finding stays away until the words that it was about change."""

from dataclasses import replace
from datetime import date

from cmalt_tui.model.finding import Finding, Level
from cmalt_tui.model.portfolio import (
    EvidenceItem,
    EvidenceUse,
    Portfolio,
    Reflection,
    Section,
)
from cmalt_tui.review.dismissing import answer_to, with_dismissed, with_raised_again

DAY = date(2026, 3, 1)
MINE = Portfolio(
    "Mine",
    "Ilse Quillfeather",
    "cmalt-2019",
    "cmalt",
    sections={"1a": Section("1a", description="We bound it.")},
    evidence={"film": EvidenceItem("film", "A film")},
)
QUOTED = Finding("VOI-1", Level.HINT, "1a", "description", quote="We bound it.")
OF_SECTION = Finding("REF-1", Level.WARNING, "1a")
OF_ITEM = Finding("EVI-2", Level.WARNING, item="film")
OF_USE = Finding("EVI-2", Level.WARNING, "1a", "evidence", "film", question="What for?")
OF_USES = OF_USE._replace(item="")
OF_ALL = Finding("PRI-1", Level.WARNING, message="P2 is tagged nowhere.")


def test_an_answer_belongs_to_its_finding_alone() -> None:
    answered = with_dismissed(MINE, QUOTED, "It was all of\nus.", DAY)
    answer = answer_to(answered, QUOTED)
    assert answer is not None
    assert (answer.reason, answer.on) == ("It was all of us.", DAY)
    assert answer_to(answered, QUOTED._replace(rule="VOI-2")) is None
    assert answer_to(answered, QUOTED._replace(part="reflection")) is None


def test_other_words_bring_the_finding_back() -> None:
    answered = with_dismissed(MINE, QUOTED, "Fine.", DAY)
    assert answer_to(answered, QUOTED._replace(quote="We glued it.")) is None
    assert answer_to(answered, QUOTED._replace(quote="We  bound\nit.")) is not None


def test_a_finding_without_a_quote_hangs_on_its_section() -> None:
    answered = with_dismissed(MINE, OF_SECTION, "Fine.", DAY)
    written_in = Section("1a", description="We bound it.", reflections=(Reflection("a", text="b"),))
    assert answer_to(answered, OF_SECTION) is not None
    assert answer_to(answered.with_section(written_in), OF_SECTION) is None


def test_a_finding_of_an_item_hangs_on_the_item_and_one_of_all_on_its_message() -> None:
    answered = with_dismissed(with_dismissed(MINE, OF_ITEM, "Fine.", DAY), OF_ALL, "Fine.", DAY)
    assert answer_to(answered, OF_ITEM) is not None
    changed = answered.with_evidence(EvidenceItem("film", "Another film"))
    assert answer_to(changed, OF_ITEM) is None
    assert answer_to(answered, OF_ALL) is not None
    assert answer_to(answered, OF_ALL._replace(message="P3 is tagged nowhere.")) is None


def test_a_second_answer_takes_the_place_of_the_first() -> None:
    once = with_dismissed(MINE, QUOTED, "Fine.", DAY)
    twice = with_dismissed(once, QUOTED, "Truly fine.", replace_day(DAY))
    assert [answer.reason for answer in twice.dismissed] == ["Truly fine."]


def test_an_answer_can_be_taken_back() -> None:
    answered = with_dismissed(MINE, QUOTED, "Fine.", DAY)
    answer = answer_to(answered, QUOTED)
    assert answer is not None
    assert with_raised_again(answered, answer) == MINE
    assert replace(answered, dismissed=()) == MINE


def replace_day(day: date) -> date:
    return day.replace(day=day.day + 1)


def test_a_finding_of_evidence_hangs_on_its_use_and_not_on_the_text() -> None:
    for finding in (OF_USE, OF_USES):
        answered = with_dismissed(MINE, finding, "Fine.", DAY)
        other_text = answered.with_section(Section("1a", description="We glued it."))
        assert answer_to(other_text, finding) is not None
        assert answer_to(answered, finding._replace(question="Which?")) is None
        used = answered.with_section(Section("1a", evidence=(EvidenceUse("film", "the bench"),)))
        assert answer_to(used, finding) is None
