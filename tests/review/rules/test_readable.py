"""ACC-2 and ACC-3: walls of text, italics, and headings that leave out a level."""

import pytest

from cmalt_tui.model.portfolio import Section
from cmalt_tui.review.rules.access import heading_jumps, walls_of_text
from tests.review.rules.whole_example import mended
from tests.review.rules.written_example import described, found, reviewed

TEN = "I bound the old book again and looked at it. "


def test_paragraphs_of_a_bearable_length_are_passed_over() -> None:
    text = "\n\n".join([TEN * 15] * 3)
    assert found(walls_of_text.RULE, described(text)) == []


def test_a_very_long_paragraph_is_asked_about() -> None:
    (finding,) = found(walls_of_text.RULE, described(f"{TEN * 3}\n\n{TEN * 21}"))
    assert "A paragraph has 210 words." in finding.message
    assert finding.start == len(TEN * 3) + 2


@pytest.mark.parametrize("parted", ["", "## The glue\n\n", "- glue\n\n", "![Glue](g.png)\n\n"])
def test_a_long_text_wants_something_that_parts_it(parted: str) -> None:
    text = "\n\n".join([TEN * 15, f"{parted}{TEN * 15}", *[TEN * 15] * 3])
    assert len(found(walls_of_text.RULE, described(text))) == (0 if parted else 1)


def test_much_in_italics_is_asked_about() -> None:
    (finding,) = found(walls_of_text.RULE, described(f"{TEN * 6}\n\nThen: *{TEN.strip() * 4}*"))
    assert "in italics" in finding.message


@pytest.mark.parametrize(
    "text",
    [
        f"{TEN * 12} See *The Binder's Handbook*, and **all of this is bold: {TEN * 3}**",
        f"{TEN * 12}\n\n*Chart: the glue dries faster in May, by a third.*",
        "*Short.*",
    ],
)
def test_titles_captions_and_bold_are_passed_over(text: str) -> None:
    assert found(walls_of_text.RULE, described(text)) == []


def test_headings_in_steps_are_passed_over() -> None:
    text = "### Glue\n\nI.\n\n#### Wet\n\nI.\n\n## Press\n\n### Cold\n\n```\n# a\n###### b\n```"
    assert found(heading_jumps.RULE, described(text)) == []


def test_a_heading_that_jumps_is_told_and_raised() -> None:
    section = Section("1a", description="## Glue\n\nI.\n\n#### Wet *glue*\n\nI.")
    (finding,) = found(heading_jumps.RULE, section)
    assert finding.message == "The heading “Wet glue” goes from level 2 to level 4."
    once = mended(heading_jumps.RULE, reviewed(section).portfolio, finding)
    assert once.section("1a").description == "## Glue\n\nI.\n\n### Wet *glue*\n\nI."
    assert mended(heading_jumps.RULE, once, finding) is once
