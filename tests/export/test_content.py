"""What a document holds, in which order, for whom."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import PurePosixPath
from typing import Any

import pytest

from cmalt_tui.export import Audience, ExportNote, Format
from cmalt_tui.model.portfolio import BrokenFile, EvidenceUse, InboxItem, Reflection, Section
from cmalt_tui.model.text_marks import draft_mark, prompt_marks
from cmalt_tui.problems import InputProblem, Problem


def test_headings_follow_the_framework(desk: Any, headings: Callable[[str], list[str]]) -> None:
    assert headings(desk.text()) == [
        "# A year of small changes",
        "## Contextual statement",
        "## Area 1: Ways and means",
        "### 1a Limits and gains",
        "#### Description",
        "#### Evidence",
        "#### Reflection",
        "##### What the pilot taught me",
        "##### Reflection 2",
        "### 1b Skills in use",
        "#### Description",
        "#### Evidence",
        "#### Reflection",
        "## Specialist 1: Captions",
        "### Description",
        "### Evidence",
        "### Reflection",
        "## Confirmation",
        "## The two principles",
        "## List of evidence",
    ]


def test_title_page_names_author_framework_and_date(desk: Any) -> None:
    assert desk.text().splitlines()[2] == "Made-up framework, Whole, Mara Quaye, 9 March 2026"


def test_private_and_parked_texts_stay_at_home(desk: Any) -> None:
    inbox = InboxItem("x", "Stray", "A stray paragraph.")
    text = replace(desk, portfolio=replace(desk.portfolio, inbox=(inbox,))).text()
    for hidden in ("Ask Sam", "Parked text", "stray", "Never shown"):
        assert hidden not in text


def test_private_stretches_stay_at_home_and_are_told(desk: Any) -> None:
    section = desk.portfolio.section("1a")
    said = "We asked. [[private: Sam was [[ev:x]] upset.]] Then we bought it."
    written = replace(
        section,
        description=said,
        reflections=(Reflection("pilot", text="[[PRIVATE: all of it]]\n\nNext time, earlier."),),
    )
    exported = replace(desk, portfolio=desk.portfolio.with_section(written)).export()
    text = exported.file.read_text()
    assert "We asked. Then we bought it." in " ".join(text.split())
    assert "Next time, earlier." in text
    assert "Sam" not in text and "all of it" not in text and "private" not in text.lower()
    assert ExportNote("left out: 2 private stretches", "1a") in exported.notes


def test_a_private_stretch_with_no_end_is_refused(desk: Any) -> None:
    section = replace(desk.portfolio.section("1a"), description="We [[private: asked Sam.")
    with pytest.raises(InputProblem, match="1a description has"):
        replace(desk, portfolio=desk.portfolio.with_section(section)).export()


def test_an_empty_part_keeps_its_heading_and_is_told(desk: Any) -> None:
    exported = desk.export()
    text = exported.file.read_text()
    assert "### Evidence\n\n*No evidence yet.*\n\n### Reflection\n\n*No text yet.*" in text
    told = [note for note in exported.notes if note.section == "specialist-1"]
    assert told == [
        ExportNote("no evidence yet: Specialist 1: Captions, Evidence", "specialist-1"),
        ExportNote("no text yet: Specialist 1: Captions, Reflection", "specialist-1"),
    ]


def test_an_empty_required_section_is_shown_and_an_optional_one_is_not(desk: Any) -> None:
    text = desk.with_section(Section("1b")).text()
    assert "### 1b Skills in use\n\n*No text yet.*\n\n## Specialist" in text
    assert "Advanced area" not in text
    filled = desk.with_section(Section("advanced-1", title="Policy", description="I led it."))
    assert "## Advanced area 1: Policy" in filled.text()


def test_text_in_a_part_that_is_not_asked_for_is_not_lost(desk: Any) -> None:
    section = replace(
        desk.portfolio.section("context"), reflections=(Reflection("a", "", "And yet."),)
    )
    text = desk.with_section(section).text()
    assert "### Reflection\n\nAnd yet." in text


def test_a_section_that_cannot_be_read_is_shown_as_such(desk: Any) -> None:
    broken = BrokenFile(PurePosixPath("sections/1b.toml"), Problem("line 3 is no TOML"))
    sections = {key: one for key, one in desk.portfolio.sections.items() if key != "1b"}
    torn = replace(desk.portfolio, sections=sections, broken=(broken,))
    exported = replace(desk, portfolio=torn).export()
    assert "*\\[This section’s file can’t be read.\\]*" in exported.file.read_text()
    assert any("line 3 is no TOML" in note.message for note in exported.notes)


def test_principles_and_dates_are_shown_and_explained(desk: Any) -> None:
    text = desk.text()
    assert "*Principles shown: P1*" in text
    assert "*Written 1 February 2026. Principles shown: P2*" in text
    assert "- **P1** To look closely." in text


def test_a_declaration_is_a_table_with_what_is_missing_said(desk: Any) -> None:
    assert "| Name  | Mara Quaye   |" in desk.text()
    assert "| Date  | 1 March 2026 |" in desk.text()
    assert "assessor" not in desk.text().lower()
    bare = desk.with_section(Section("confirmation", declaration={"name": "Mara"}))
    assert "Not filled in" in bare.text()
    assert "not filled in: Date" in bare.messages()


def test_evidence_is_numbered_by_first_use_and_referred_back_to(desk: Any) -> None:
    text = desk.text()
    assert "**Evidence 1: Options paper** (report, 12 March 2025)" in text
    assert "**Evidence 2: Use by month** (screenshot)" in text
    assert "What it shows: The scoring table on page 3." in text
    assert "**[Evidence 2](#evidence-2)** (above): Use by month\\\nWhat it shows: The dip" in text
    assert "**Evidence 3: Letter of thanks**" in text
    assert text.count("pictures/picture-") == 1


def test_an_item_used_twice_in_one_section_is_told_once(desk: Any) -> None:
    uses = (EvidenceUse("options", "First."), EvidenceUse("options", "Second."))
    text = desk.with_section(Section("1a", description="x", evidence=uses)).text()
    assert text.count("Evidence 1: Options paper") == 1
    assert "**[Evidence 1](#evidence-1)** (above): Options paper\\\nWhat it shows: Second." in text


def test_the_list_of_evidence_names_every_use(desk: Any) -> None:
    rows = [line for line in desk.text().splitlines() if line.startswith("|")][-3:]
    cells = [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]
    assert [row[0] for row in cells] == ["1", "2", "3"]
    assert [row[1] for row in cells] == [
        "[Options paper](#evidence-1)",
        "[Use by month](#evidence-2)",
        "[Letter of thanks](#evidence-3)",
    ]
    assert cells[1][4] == ("[1a](#1a-limits-and-gains), [1b](#1b-skills-in-use)")


def test_links_and_files_are_named_and_a_missing_file_is_said(desk: Any) -> None:
    exported = desk.export()
    text = exported.file.read_text()
    assert "Link: <https://example.org/options?a=1&b=2>" in text
    assert "File: files/options.pdf" in text
    assert "*\\[file missing: files/letter.pdf\\]*" in text
    assert ExportNote("the file is missing: files/letter.pdf", "1b", "letter") in exported.notes


def test_an_item_that_is_not_in_the_bank_is_said(desk: Any) -> None:
    uses = (EvidenceUse("lost_*one*"),)
    exported = desk.with_section(Section("1a", description="x", evidence=uses)).export()
    assert "*[evidence not found: lost_*one*]*" in exported.file.read_text().replace("\\", "")
    assert any(note.item == "lost_*one*" for note in exported.notes)


def test_only_assessors_see_how_to_open_things(desk: Any) -> None:
    assert "To open it: The word is teapot." in desk.text()
    for other in (Audience.PEER, Audience.PUBLIC):
        assert "teapot" not in desk.text(other)


def test_what_waits_for_permission_is_kept_from_the_public_only(desk: Any) -> None:
    shown = desk.saying("See ![the chart](evidence/files/chart.png) here.")
    assert "Use by month" in shown.text(Audience.PEER)
    exported = shown.export(audience=Audience.PUBLIC)
    text = exported.file.read_text()
    assert "Use by month" not in text and "pictures/" not in text
    assert "**Evidence 1: Options paper**" in text and "**Evidence 2: Letter" in text
    messages = [note.message for note in exported.notes if note.item == "chart"]
    assert messages == ["left out, its permission is “needed”: Use by month"]
    assert any("its permission is still missing" in note.message for note in exported.notes)


def test_footnotes_of_two_texts_with_the_same_mark_stay_apart(desk: Any) -> None:
    text = desk.text()
    assert "[^1]: Of three." in text and "[^2]: Not four." in text


def test_an_open_fence_ends_with_its_text(desk: Any, headings: Callable[[str], list[str]]) -> None:
    text = desk.saying("Look:\n\n```\nopen\n\n::: {.x}\n\n<div>").text()
    assert "### 1b Skills in use" in headings(text)
    assert "I wrote a guide." in text


def test_own_headings_go_below_and_never_skip(
    desk: Any, headings: Callable[[str], list[str]]
) -> None:
    exported = desk.saying("# One\n\n#### Deep\n\n## Two\n\nText.").export()
    assert headings(exported.file.read_text())[5:8] == ["##### One", "###### Deep", "###### Two"]
    assert ExportNote("heading level mended: Deep", "1a") in exported.notes


def test_links_between_sections_lead_somewhere_and_broken_ones_are_told(desk: Any) -> None:
    linked = desk.saying("See [there](#1b), [own](#mine), [gone](#nowhere).\n\n## Here {#mine}\n")
    text = linked.text()
    assert "[there](#1b-skills-in-use)" in text
    assert "[own](#here)" in text
    assert "gone." in text and "[gone]" not in text
    assert "link broken, there is no such place: #nowhere" in linked.messages()


def test_a_link_to_a_file_of_the_evidence_leads_to_its_entry(desk: Any) -> None:
    linked = desk.saying(
        "[a](evidence/files/options.pdf) [b](../evidence/files/options.pdf) "
        "[c](files/options.pdf) [d](evidence/files/other.pdf)"
    )
    page = linked.export(Format.HTML).file.read_text()
    for name in "abc":
        assert f'<a href="#evidence-1">{name}</a>' in page
    assert [text for text in linked.messages() if "link taken off" in text] == [
        "link taken off, only web and e-mail addresses are kept: evidence/files/other.pdf"
    ]


def test_a_portfolio_without_an_author_has_no_stray_comma(desk: Any) -> None:
    unsigned = replace(desk, portfolio=replace(desk.portfolio, author=""))
    assert '"byline"><time' in unsigned.export(Format.HTML).file.read_text()
    assert unsigned.text().splitlines()[2] == "Made-up framework, Whole, 9 March 2026"


def test_titles_of_nothing_still_give_headings_and_names(desk: Any) -> None:
    item = replace(desk.portfolio.evidence["options"], title=" \x07 ")
    section = replace(
        desk.portfolio.section("1a"),
        reflections=(Reflection("a", " \x07 ", "# Own\n\nText."),),
        evidence=(EvidenceUse("options"),),
    )
    bare = desk.with_evidence(item).with_section(section)
    assert "#### Reflection\n\n##### Own\n\nText." in bare.text()
    assert "**Evidence 1: options** (report, 12 March 2025)" in bare.text()
    assert not any("PDF" in message for message in bare.messages(Format.PDF))


def test_words_are_those_of_the_document(desk: Any) -> None:
    longer = desk.saying("one two three four five")
    shorter = desk.saying("one two three")
    assert longer.export().words == shorter.export().words + 2


def test_marks_and_prompts_are_left_out_and_told(desk: Any) -> None:
    mark = draft_mark({1}, 6, date(2026, 11, 22))
    prompts = prompt_marks(["So what? What did it mean?"])
    begun = Section("1b", description=f"{mark}\n\nFour tools.\n{prompts}\nAnd one more.")
    made = desk.with_section(begun)
    text = made.text()
    assert "Four tools." in text and "And one more." in text
    assert "draft from answers" not in text and "So what" not in text and "<!--" not in text
    assert sum("left out, a comment" in message for message in made.messages()) == 2
    only = desk.with_section(Section("1b", description=f"{mark}\n\n{prompts}"))
    assert "no text yet: 1b Skills in use, Description" in only.messages()
