"""FRE: what may no longer be true on the day of submission, and what is left alone."""

from dataclasses import replace
from datetime import date

import pytest

from cmalt_tui.model.portfolio import EvidenceItem, EvidenceUse, Section
from cmalt_tui.review.rules.freshness import (
    days_gone_by,
    laws_and_policies,
    old_pieces,
    products_and_versions,
    roles,
    words_about_now,
)
from cmalt_tui.review.rules.freshness.staleness import staleness
from tests.review.rules.written_example import described, found, reflected, reviewed

MAY = date(2027, 5, 1)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("I currently test the glue.", "currently"),
        ("This year I test the glue.", "This year"),
        ("I have recently opened a shop.", "recently opened"),
        ("Over the last two years I have bound nine books.", "Over the last two years"),
        ("So far nobody has complained.", "So far"),
        ("Next term we are going to print.", "Next term"),
        ("The glue is in the process of drying.", "is in the process of"),
    ],
)
def test_words_about_now_are_asked_about(text: str, words: str) -> None:
    (finding,) = found(words_about_now.RULE, described(text))
    assert f"“{words}”" in finding.message
    assert finding.quote == text


@pytest.mark.parametrize(
    "text",
    [
        "In 2019 I was currently the only binder there.",
        "They used the glue that was currently in the cupboard.",
        "I now begin with the spine.",
        "The guide is up to date.",
        "The next year it failed.",
        "I wrote down what I would tell next year's group.",
        "I asked at the moment when the press stopped.",
        "This term means glue.",
        "We identified the current limits and wrote them down.",
        "Most recently, in October 2026, I have printed a guide.",
        "> We are currently testing it.\n\nI asked.",
    ],
)
def test_history_and_practice_do_not_go_out_of_date(text: str) -> None:
    assert found(words_about_now.RULE, described(text)) == []


def test_a_reflection_that_was_written_lately_is_not_asked_about() -> None:
    text = "I am currently testing the glue."
    assert found(words_about_now.RULE, reflected(text, written=date(2026, 9, 1))) == []
    (finding,) = found(
        words_about_now.RULE, reflected(text, written=date(2025, 9, 1)), submit_by=MAY
    )
    assert "was written in September 2025, 20 months before" in finding.message
    assert "planned submission on 1 May 2027" in finding.message


def test_an_old_date_tells_the_age_only_right_beside_the_words() -> None:
    (beside,) = found(words_about_now.RULE, described("Most recently, in May 2023, I printed it."))
    assert "42 months" in beside.message or "3 years" in beside.message
    (apart,) = found(words_about_now.RULE, described("A binder since 2018, I currently print it."))
    assert "means the day of writing" in apart.message


def test_a_section_of_plans_may_speak_of_next_year() -> None:
    text = "Over the next few years I want to learn to print."
    assert found(words_about_now.RULE, Section("future", statement=text)) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("We run Moodle 4.1 for all courses.", "Moodle 4.1"),
        ("My pages meet WCAG 2.1.", "WCAG 2.1"),
        ("I share what I bind on Twitter.", "Twitter"),
    ],
)
def test_what_has_been_replaced_is_asked_about(text: str, words: str) -> None:
    (finding,) = found(products_and_versions.RULE, described(f"{text} Again: {text}"))
    assert finding.message.startswith(f"“{words}”")
    assert finding.quote == text


@pytest.mark.parametrize(
    "text",
    [
        "In 2021 I moved all courses to Moodle 3.9.",
        "We run Moodle 5.1 and test with WCAG 2.2.",
        "The twitter of the sparrows wakes me.".replace("twitter", "song"),
        "- Quill, I. (2020) Notes on Moodle 3.9. Available at: larkmoor.example",
    ],
)
def test_old_versions_in_the_past_and_new_ones_are_not(text: str) -> None:
    assert found(products_and_versions.RULE, described(text)) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The Data Protection Act 1998 protects our learners.", "was replaced by"),
        ("Our digital strategy 2020–2025 asks for captions.", "ends before today"),
        ("The college policy of 2022 asks for captions.", "will be"),
        ("KCSIE 2024 asks for training.", "was followed by another edition in September 2025"),
    ],
)
def test_laws_and_policies_that_have_run_out_are_asked_about(text: str, told: str) -> None:
    (finding,) = found(laws_and_policies.RULE, described(text))
    assert told in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "The Equality Act 2010 protects our learners.",
        "The policy of 2022 asked for captions, and I wrote them.",
        "Our strategy 2025–2030 asks for captions.",
        "The policy of 2026 asks for captions.",
    ],
)
def test_laws_that_hold_and_history_are_not(text: str) -> None:
    assert found(laws_and_policies.RULE, described(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "I am the college's only learning technologist.",
        "Since 2021 I have been a lecturer in bookbinding.",
        "I work as a librarian at Larkmoor College.",
        "In my current role I bind.",
    ],
)
def test_a_post_is_asked_about_once_a_section(text: str) -> None:
    section = Section("context", statement=f"{text} {text}")
    (finding,) = found(roles.RULE, section, submit_by=MAY)
    assert "after 1 May 2027" in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "I was a lecturer until 2020.",
        "I work with care.",
        "I am a slow reader.",
        "I work in line with the code.",
    ],
)
def test_posts_of_the_past_are_not(text: str) -> None:
    assert found(roles.RULE, Section("context", statement=text)) == []


def test_a_plan_whose_day_comes_before_submission_is_asked_about() -> None:
    text = "I am going to repeat the test in spring 2027."
    assert found(days_gone_by.RULE, described(text)) == []
    (finding,) = found(days_gone_by.RULE, described(text), submit_by=date(2027, 6, 1))
    assert "A plan for spring 2027" in finding.message


def test_a_year_that_belongs_to_something_else_is_no_plan() -> None:
    text = "I plan to bind again, for my liking of glue dates from 2016."
    assert found(days_gone_by.RULE, described(text)) == []


def test_old_figures_are_asked_about_by_their_date() -> None:
    (finding,) = found(days_gone_by.RULE, described("As of May 2023, nine books are bound."))
    assert "May 2023 is 3 years older than today" in finding.message
    assert found(days_gone_by.RULE, described("In May 2023 nine books were bound.")) == []


def test_old_reflections_and_links_are_asked_about() -> None:
    item = EvidenceItem(
        "film", "Bench film", url="https://larkmoor.example/f", date=date(2024, 12, 1)
    )
    section = replace(
        reflected("I learnt.", written=date(2024, 6, 1)), evidence=(EvidenceUse("film"),)
    )
    looked_at = reviewed(section)
    looked_at = replace(looked_at, portfolio=looked_at.portfolio.with_evidence(item))
    messages = [finding.message for finding in old_pieces.RULE.find(looked_at)]
    assert ["June 2024, 30 months" in messages[0], "link from December 2024" in messages[1]] == [
        True,
        True,
    ]


def test_recent_pieces_and_very_old_links_are_left_to_others() -> None:
    item = EvidenceItem(
        "film", "Bench film", url="https://larkmoor.example/f", date=date(2020, 1, 1)
    )
    section = replace(
        reflected("I learnt.", written=date(2026, 6, 1)), evidence=(EvidenceUse("film"),)
    )
    looked_at = reviewed(section)
    looked_at = replace(looked_at, portfolio=looked_at.portfolio.with_evidence(item))
    assert list(old_pieces.RULE.find(looked_at)) == []


def test_staleness_lists_the_oldest_first_and_what_has_no_age_last() -> None:
    text = "I currently bind. As of May 2023, nine are bound. My pages meet WCAG 2.0."
    months = [one.months for one in staleness(reviewed(described(text)))]
    assert months == [101, 42, None]
