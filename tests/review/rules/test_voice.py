"""VOI and EFF: who acts in a section, who is affected, and how anybody knows."""

import pytest

from cmalt_tui.model.portfolio import Section
from cmalt_tui.review.own_part import own_part
from cmalt_tui.review.rules.voice import effect_on_people, own_contribution, passive_runs
from tests.review.rules.written_example import described, found, reflected

TEAM = "We chose the press. Our team tried it twice. We printed the guide. The team wrote to all."
LONG = "I bound the old book once more and looked at the spine of it for quite a while. " * 10


def test_a_section_in_which_the_author_acts_is_passed_over() -> None:
    told = "We chose the press. I wrote the comparison, I ran both trials and I asked my learners."
    assert found(own_contribution.RULE, described(told)) == []


def test_more_we_than_i_is_told_with_both_counts_and_a_place() -> None:
    (finding,) = found(own_contribution.RULE, described(TEAM + " I watched."))
    assert "comes 4 times here, “I” or “my” 1 time" in finding.message
    assert finding.quote == "We chose the press."
    assert (finding.section, finding.part, finding.start) == ("1a", "description", 0)


def test_the_question_is_about_the_very_words_of_the_author() -> None:
    (finding,) = found(own_contribution.RULE, described(TEAM))
    assert "“We chose the press.”" in finding.question


def test_the_words_of_others_do_not_count() -> None:
    quoted = (
        "> We chose it. We tried it. We wrote. We left.\n\nI asked them, and Odo said: “We did.”"
    )
    assert found(own_contribution.RULE, described(quoted)) == []


@pytest.mark.parametrize(
    "text",
    [
        "The press was chosen by Ilse. The guide was written by me.",
        "The press was chosen in May. I wrote the guide. It was printed in June.",
        "The press was chosen in May.\n\nThe guide was printed in June.",
        "Ilse was interested. Odo was pleased.",
    ],
)
def test_passives_that_hide_nobody_or_stand_alone_are_passed_over(text: str) -> None:
    assert found(passive_runs.RULE, described(text)) == []


def test_passives_in_a_row_are_asked_about() -> None:
    text = "It rained. The press was chosen in May. The guides were printed. I slept."
    (finding,) = found(passive_runs.RULE, described(text))
    assert "2 sentences in a row" in finding.message
    assert finding.quote == "The press was chosen in May."


@pytest.mark.parametrize(
    "effect",
    [
        "Of 34 learners, 29 finished the book.",
        "One learner said: “Now I can hear the glue dry.”",
        "In the survey they named the bench first.",
        "Complaints from staff fell from 22 to three.",
    ],
)
def test_an_effect_that_was_counted_or_told_is_passed_over(effect: str) -> None:
    assert found(effect_on_people.RULE, reflected(LONG + effect)) == []


def test_an_effect_that_nobody_measured_is_asked_about() -> None:
    effect = "The bench enabled learners to bind at home."
    text = f"{LONG}{effect} A colleague lent it to me."
    (finding,) = found(effect_on_people.RULE, reflected(text))
    assert finding.quote == effect
    assert "no figure and no words of theirs" in finding.message


@pytest.mark.parametrize("wish", ["", "The bench should help learners.", "Can learners bind now?"])
def test_a_section_in_which_nobody_is_affected_is_asked_about(wish: str) -> None:
    (finding,) = found(effect_on_people.RULE, reflected(LONG + wish))
    assert finding.quote == ""
    assert "nobody seems to be affected" in finding.message


def test_people_who_come_up_without_an_effect_are_let_be() -> None:
    text = f"{LONG}The bench should help learners. A colleague lent it to me."
    assert found(effect_on_people.RULE, reflected(text)) == []


def test_a_short_section_and_a_statement_are_passed_over() -> None:
    assert found(effect_on_people.RULE, reflected("I bound it.")) == []
    assert found(effect_on_people.RULE, Section("context", statement=LONG)) == []


def test_own_part_counts_words_and_names_places() -> None:
    section = Section(
        "1a",
        description="I chose it. We tried it. It was printed in May.",
        reflections=reflected("Learners could bind it at home: 12 of 14 learners did.").reflections,
    )
    part = own_part(section)
    assert (part.own, part.team) == (1, 1)
    assert [place.quote for place in part.team_places] == ["We tried it."]
    assert [place.start for place in part.passives] == [25]
    assert [place.item for place in part.affected] == ["glue"]
    assert part.measured == part.affected
    assert part.quoted == ()
