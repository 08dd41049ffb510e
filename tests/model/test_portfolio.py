"""A portfolio changes by copies, counts words by part and knows what is empty."""

from dataclasses import replace
from datetime import date

import pytest

from cmalt_tui.model.passage import Origin, Passage
from cmalt_tui.model.portfolio import EvidenceItem, EvidenceUse, Portfolio, Reflection, Section
from cmalt_tui.model.saved_example import SavedExample

MINE = Portfolio("Title", "Author", "cmalt-2019", "cmalt")


def test_words_are_counted_by_part() -> None:
    pieces = (Reflection("one", text="I learnt this"), Reflection("two", text="And that"))
    both = Section("1a", description="What I did", reflections=pieces)
    assert both.words == {"description": 3, "reflection": 5}
    assert Section("context", statement="Who I am").words == {"statement": 3}
    assert Section("1a").words == {"description": 0, "reflection": 0}


@pytest.mark.parametrize(
    ("section", "empty"),
    [
        (Section("1a"), True),
        (Section("1a", description=" \n"), True),
        (Section("1a", note="private"), True),
        (Section("1a", reflections=(Reflection("r"),)), True),
        (Section("confirmation", declaration={"name": " "}), True),
        (Section("1a", description="x"), False),
        (Section("context", statement="x"), False),
        (Section("1a", reflections=(Reflection("r", text="x"),)), False),
        (Section("1a", evidence=(EvidenceUse("item"),)), False),
        (Section("confirmation", declaration={"name": "Ada"}), False),
    ],
)
def test_a_section_is_empty_while_nothing_would_be_exported(section: Section, empty: bool) -> None:
    assert section.is_empty is empty


def test_a_reflection_takes_the_place_of_the_one_with_its_id() -> None:
    section = Section("1a").with_reflection(Reflection("a")).with_reflection(Reflection("b"))
    changed = section.with_reflection(Reflection("a", text="new"))
    assert [piece.id for piece in changed.reflections] == ["a", "b"]
    assert changed.reflection("a").text == "new"
    assert section.reflection("a").text == ""
    with pytest.raises(KeyError):
        section.reflection("c")


def test_a_section_takes_the_place_of_the_one_with_its_id() -> None:
    first = MINE.with_section(Section("1a")).with_section(Section("1b"))
    changed = first.with_section(Section("1a", description="new"))
    assert list(changed.sections) == ["1a", "1b"]
    assert changed.section("1a").description == "new"
    assert first.section("1a").description == ""
    assert MINE.section("9z") == Section("9z")


def test_evidence_and_where_it_is_used() -> None:
    use = (EvidenceUse("report", "The table"),)
    mine = MINE.with_evidence(EvidenceItem("report", "Report"))
    mine = mine.with_section(Section("1a", evidence=use)).with_section(Section("1b"))
    mine = mine.with_section(Section("2a", evidence=use))
    assert mine.uses_of("report") == ("1a", "2a")
    assert mine.uses_of("other") == ()
    renamed = mine.with_evidence(EvidenceItem("report", "Report 2"))
    assert [item.title for item in renamed.evidence.values()] == ["Report 2"]


def test_kept_examples_stand_with_their_section_in_the_order_of_keeping() -> None:
    passage = Passage("p", "A text.", Origin("Theirs"), "1a")
    later = SavedExample("a", passage, date(2026, 3, 2))
    first = SavedExample("b", passage, date(2026, 3, 1))
    other = SavedExample("c", replace(passage, section="1b"), date(2026, 3, 2))
    mine = MINE.with_example(later).with_example(other).with_example(first)
    assert mine.examples_of("1a") == (first, later)
    assert mine.without_example("b").examples_of("1a") == (later,)
    noted = replace(later, passage=replace(passage, works="x"))
    assert mine.with_example(noted).examples["a"].works == "x"
