"""Marks that interviews and templates leave: read back, counted as no words, seen as open."""

from datetime import date

from cmalt_tui.model.text_marks import (
    draft_mark,
    prompt_marks,
    read_draft_mark,
    unanswered_prompts,
)
from cmalt_tui.plain_text import count_words, without_comments

DAY = date(2026, 11, 22)


def test_a_draft_mark_says_what_was_answered_and_is_read_back() -> None:
    mark = draft_mark({2, 1, 4}, 6, DAY)
    assert mark == "<!-- draft from answers to 1, 2 and 4 of 6, 22 November 2026 -->"
    later = draft_mark({5}, 6, DAY)
    read = read_draft_mark(f"{mark}\n\nOne.\n\n{later}\n\nTwo.")
    assert read is not None and read.answered == {1, 2, 4, 5} and read.of == 6


def test_a_mark_that_a_person_shortened_is_still_one_and_none_is_none() -> None:
    read = read_draft_mark("<!-- draft from answers -->\n\nText.")
    assert read is not None and read.answered == frozenset()
    assert read_draft_mark("A draft from answers that I gave.") is None


def test_marks_and_prompts_are_no_words() -> None:
    text = f"{draft_mark({1}, 6, DAY)}\n\nI compared two.\n\n{prompt_marks(['Why these two?'])}"
    assert count_words(text) == 3
    assert count_words("I wrote <!-- and never ended it") == 6


def test_taking_comments_out_is_quick_for_a_text_made_of_their_beginnings() -> None:
    text = "<!--" * 200_000
    assert without_comments(text) == text


def test_a_prompt_is_open_until_something_stands_below_it() -> None:
    text = prompt_marks(["What happened?", "So what?", "Now what?"])
    assert unanswered_prompts(text) == ("What happened?", "So what?", "Now what?")
    answered = text.replace("So what? -->", "So what? -->\n\nIt mattered.")
    assert unanswered_prompts(answered) == ("What happened?", "Now what?")
    headed = answered.replace("Now what? -->", "Now what? -->\n\n### Later\n\n<!-- ask Sam -->")
    assert unanswered_prompts(headed) == ("What happened?", "Now what?")
    assert unanswered_prompts("<!-- ask Sam -->\n\nMy own text.") == ()
