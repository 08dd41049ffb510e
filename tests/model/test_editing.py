"""The edits of a portfolio: what each one changes, and what it leaves alone."""

import re
from dataclasses import replace
from datetime import date

import pytest

from cmalt_tui.model import editing
from cmalt_tui.model.framework import Framework, FrameworkSection, Kind, Part, Pathway
from cmalt_tui.model.outline import find_entry
from cmalt_tui.model.portfolio import Portfolio, Reflection, Section, Status
from cmalt_tui.model.text_address import (
    NOTE,
    TextAddress,
    addresses_of,
    find_address,
    text_at,
    title_of,
)

PARTS = ("description", "evidence", "reflection")
SECTIONS = (
    FrameworkSection("context", "Context", Kind.STATEMENT),
    FrameworkSection("1a", "One a", Kind.CRITERION, parts=PARTS),
    FrameworkSection("option", "Option", Kind.REPEAT, parts=PARTS, most=2),
    FrameworkSection("sign", "Sign", Kind.DECLARATION, fields=("name", "date")),
)
FRAMEWORK = Framework(
    "f",
    "F",
    "B",
    parts=(Part("description", "Description"),),
    sections=SECTIONS,
    pathways=(Pathway("p", "P", sections=SECTIONS),),
)
EMPTY = Portfolio("Title", "Author", "f", "p")


@pytest.mark.parametrize(
    "address",
    [
        TextAddress("1a", "description"),
        TextAddress("1a", "reflection", "first"),
        TextAddress("context", "statement"),
        TextAddress("1a", NOTE),
    ],
)
def test_what_is_put_in_a_place_is_read_from_it(address: TextAddress) -> None:
    changed = editing.with_text(EMPTY, address, "Some *text*.\n")
    assert text_at(changed, address) == "Some *text*.\n"
    assert text_at(EMPTY, address) == ""


def test_the_first_text_makes_a_draft_but_a_note_and_blanks_do_not() -> None:
    place = TextAddress("1a", "description")
    assert editing.with_text(EMPTY, place, "x").section("1a").status is Status.DRAFT
    assert editing.with_text(EMPTY, place, " \n").section("1a").status is Status.EMPTY
    assert (
        editing.with_text(EMPTY, TextAddress("1a", NOTE), "x").section("1a").status is Status.EMPTY
    )
    done = editing.with_status(EMPTY, "1a", Status.DONE)
    assert editing.with_text(done, place, "x").section("1a").status is Status.DONE


def test_a_reflection_begins_with_its_first_text_and_its_date() -> None:
    place = TextAddress("1a", "reflection", "first")
    changed = editing.with_text(EMPTY, place, "x", date(2026, 3, 1))
    assert changed.section("1a").reflections == (Reflection("first", "", "x", date(2026, 3, 1)),)
    again = editing.with_text(changed, place, "y", date(2027, 1, 1))
    assert again.section("1a").reflections[0].written == date(2026, 3, 1)


def test_evidence_holds_no_running_text() -> None:
    with pytest.raises(ValueError, match="evidence"):
        editing.with_text(EMPTY, TextAddress("1a", "evidence"), "x")


def test_reflections_get_ids_of_their_own_and_keep_them() -> None:
    section = Section("1a")
    for _ in range(3):
        section = editing.add_reflection(section, "The pilot")
    assert [piece.id for piece in section.reflections] == [
        "the-pilot",
        "the-pilot-2",
        "the-pilot-3",
    ]
    section = editing.rename_reflection(section, "the-pilot-2", "Captions")
    section = editing.remove_reflection(section, "the-pilot")
    assert [(piece.id, piece.title) for piece in section.reflections] == [
        ("the-pilot-2", "Captions"),
        ("the-pilot-3", "The pilot"),
    ]


def test_a_principle_is_turned_on_and_off() -> None:
    section = editing.toggle_principle(Section("1a", principles=("P1",)), "P2")
    assert section.principles == ("P1", "P2")
    assert editing.toggle_principle(section, "P1").principles == ("P2",)


def test_a_field_of_a_declaration_is_filled_in() -> None:
    signed = editing.with_declaration(EMPTY, "sign", "name", "Ilse")
    assert signed.section("sign").declaration == {"name": "Ilse"}
    assert signed.section("sign").status is Status.DRAFT


def test_repeats_are_numbered_up_to_the_most_that_there_may_be() -> None:
    changed, fresh = editing.add_repeat(EMPTY, FRAMEWORK, "option-1")
    assert fresh == "option-2"
    for section_id in ("option", "1a"):
        with pytest.raises(KeyError):
            editing.add_repeat(changed, FRAMEWORK, section_id)


def test_the_parts_of_a_section_depend_on_its_kind() -> None:
    def parts(section_id: str, portfolio: Portfolio = EMPTY) -> list[tuple[str, str]]:
        entry = find_entry(FRAMEWORK, portfolio, section_id)
        return [(one.part, one.item) for one in addresses_of(entry)]

    assert parts("context") == [("statement", ""), ("note", "")]
    assert parts("sign") == [("declaration", ""), ("note", "")]
    assert [part for part, _ in parts("1a")] == ["description", "reflection", "evidence", "note"]
    two = EMPTY.with_section(Section("1a", reflections=(Reflection("x"), Reflection("y"))))
    assert parts("1a", two)[1:3] == [("reflection", "x"), ("reflection", "y")]


def test_places_are_found_by_part_or_by_reflection_and_named() -> None:
    pieces = (Reflection("x"), Reflection("y"))
    portfolio = EMPTY.with_section(Section("1a", reflections=pieces))
    entry = find_entry(FRAMEWORK, portfolio, "1a")
    assert find_address(entry, "y") == TextAddress("1a", "reflection", "y")
    assert find_address(entry, "note") == TextAddress("1a", NOTE)
    assert find_address(entry, "nonsense") == TextAddress("1a", "description")
    assert title_of(entry, TextAddress("1a", "reflection", "y"), FRAMEWORK) == "Reflection 2"
    one = entry._replace(written=replace(entry.written, reflections=pieces[:1]))
    assert title_of(one, TextAddress("1a", "reflection", "x"), FRAMEWORK) == "Reflection"


@pytest.mark.parametrize(
    ("typed", "aim"),
    [("500", 500), (" 1,200 words", 1_200), ("", 0), ("0", 0), ("1 word", 1), ("100000", 100_000)],
)
def test_an_aim_is_a_number_of_words(typed: str, aim: int) -> None:
    assert editing.with_aim(EMPTY, "1a", typed).section("1a").aim == aim


@pytest.mark.parametrize("typed", ["many", "-5", "12.5", "100001", "٣", "0" * 40 + "9" * 9, "5 5x"])
def test_an_aim_that_is_no_number_of_words_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=re.escape(typed)):
        editing.with_aim(EMPTY, "1a", typed)
