"""Two versions are put together where they don't touch; nothing that a side added is lost."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmalt_tui.model.merging import WHOLE, merge
from cmalt_tui.model.paragraph_merge import merge_texts
from cmalt_tui.model.portfolio import (
    EvidenceItem,
    EvidenceUse,
    Portfolio,
    Reflection,
    Section,
    Status,
)
from cmalt_tui.model.versions import Side

PARAGRAPHS = st.lists(st.sampled_from([*"abcdefg", "h\nh"]), max_size=7)
TEXTS = PARAGRAPHS.map("\n\n".join)
LOOSE_TEXTS = st.text("ab\n ", max_size=12)
SECTIONS = st.builds(
    Section,
    id=st.just("1a"),
    status=st.sampled_from(Status),
    principles=st.lists(st.sampled_from(["P1", "P2", "P3", "P4"]), unique=True).map(tuple),
    description=TEXTS,
    declaration=st.dictionaries(st.sampled_from(["name", "signed"]), TEXTS.filter(bool)),
    evidence=st.lists(
        st.builds(EvidenceUse, item=st.sampled_from("xyz"), shows=TEXTS), max_size=3
    ).map(tuple),
    reflections=st.lists(
        st.builds(Reflection, id=st.sampled_from("pqr"), title=st.sampled_from("tu"), text=TEXTS),
        max_size=3,
        unique_by=lambda piece: piece.id,
    ).map(tuple),
    note=TEXTS,
)


@given(st.one_of(TEXTS, LOOSE_TEXTS), st.one_of(TEXTS, LOOSE_TEXTS))
def test_a_text_that_one_side_left_alone_is_the_other_ones(base: str, changed: str) -> None:
    assert merge_texts(base, base, changed) == (changed, changed)
    assert merge_texts(base, changed, base) == (changed, changed)
    assert merge_texts(base, changed, changed) == (changed, changed)


@given(TEXTS, TEXTS, TEXTS)
def test_it_is_the_same_from_both_sides(base: str, mine: str, theirs: str) -> None:
    one, other = merge_texts(base, mine, theirs), merge_texts(base, theirs, mine)
    assert one == (other.theirs, other.mine)


@given(TEXTS, TEXTS, TEXTS)
def test_no_paragraph_that_a_side_added_is_lost(base: str, mine: str, theirs: str) -> None:
    merged = merge_texts(base, mine, theirs)
    known = {"", *base.split("\n\n")}
    if merged.is_clean:
        added = {*mine.split("\n\n"), *theirs.split("\n\n")} - known
        assert added <= set(merged.mine.split("\n\n"))
    assert set(mine.split("\n\n")) - known <= set(merged.mine.split("\n\n"))
    assert set(theirs.split("\n\n")) - known <= set(merged.theirs.split("\n\n"))


@given(PARAGRAPHS, st.data())
def test_changes_of_different_paragraphs_are_both_taken(
    base: list[str], data: st.DataObject
) -> None:
    base = [f"{text} {place}" for place, text in enumerate(base)]
    owners = data.draw(st.lists(st.sampled_from("mt-"), min_size=len(base), max_size=len(base)))
    sides = {
        side: [
            f"{text}!" if owner == side else text for text, owner in zip(base, owners, strict=True)
        ]
        for side in "mt"
    }
    both = [f"{text}!" if owner in "mt" else text for text, owner in zip(base, owners, strict=True)]
    merged = merge_texts("\n\n".join(base), *("\n\n".join(side) for side in sides.values()))
    assert merged == ("\n\n".join(both),) * 2


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "merged"),
    [
        ("a\n\nb", "a!\n\nb", "a\n\nb\n\nc", "a!\n\nb\n\nc"),
        ("a\n\nb\n\nc", "b\n\nc", "a\n\nb", "b"),
        ("a\n\nb\n\nc", "c", "a\n\nc", "c"),
        ("a\n\nb", "n\n\na\n\nb", "a\n\nb\n\nm", "n\n\na\n\nb\n\nm"),
        ("a\n\n\n\nb\n\nc", "a\n\n\n\nb!\n\nc", "a\n\n\n\nb\n\nc!", "a\n\n\n\nb!\n\nc!"),
        ("a\nb\n\nc", "a\nB\n\nc", "a\nb\n\nc\n", "a\nB\n\nc\n"),
    ],
)
def test_what_does_not_touch_is_put_together(
    base: str, mine: str, theirs: str, merged: str
) -> None:
    assert merge_texts(base, mine, theirs) == (merged, merged)


def test_where_both_changed_the_same_there_is_a_choice_and_all_else_is_in_both() -> None:
    merged = merge_texts("a\n\nb\n\nc\n\nd", "a!\n\nb1\n\nc\n\nd", "a\n\nb2\n\nc\n\nd!")
    assert merged == ("a!\n\nb1\n\nc\n\nd!", "a!\n\nb2\n\nc\n\nd!")
    assert merge_texts("a", "a\n\nmine", "a\n\ntheirs") == ("a\n\nmine", "a\n\ntheirs")
    assert merge_texts("a\n\nb", "a", "a\n\nb!") == ("a", "a\n\nb!")


def test_texts_of_thousands_of_paragraphs_are_merged() -> None:
    base = [f"paragraph {number % 50}" for number in range(20_000)]
    mine, theirs = ["first", *base], [*base, "last"]
    merged = merge_texts(*("\n\n".join(text) for text in (base, mine, theirs)))
    assert merged.mine == "\n\n".join(["first", *base, "last"])
    assert merged.is_clean


@given(SECTIONS, SECTIONS)
def test_an_item_that_one_side_left_alone_is_the_other_ones(base: Section, other: Section) -> None:
    for merged in (merge(base, base, other), merge(base, other, base), merge(base, other, other)):
        assert merged == (other, ())


@given(SECTIONS, SECTIONS, SECTIONS)
def test_items_merge_alike_from_both_sides(base: Section, mine: Section, theirs: Section) -> None:
    one, other = merge(base, mine, theirs), merge(base, theirs, mine)
    if one.conflicts:
        assert len(one.conflicts) == len(other.conflicts)
        return
    assert replace(one.item, evidence=(), reflections=(), principles=()) == replace(
        other.item, evidence=(), reflections=(), principles=()
    )
    for rows in ("evidence", "reflections", "principles"):
        assert set(getattr(one.item, rows)) == set(getattr(other.item, rows))


@given(SECTIONS, SECTIONS, SECTIONS)
def test_a_choice_takes_that_side_in_every_text(
    base: Section, mine: Section, theirs: Section
) -> None:
    merged = merge(base, mine, theirs)
    every = {text.name: Side.THEIRS for text in merged.conflicts}
    assert len(every) == len(merged.conflicts)
    chosen = merge(base, mine, theirs, every)
    swapped = merge(base, theirs, mine)
    assert chosen.conflicts == merged.conflicts
    assert chosen.item.description == swapped.item.description
    assert chosen.item.status == swapped.item.status
    assert set(chosen.item.reflections) == set(swapped.item.reflections)


def test_fields_reflections_evidence_and_principles_merge_one_by_one() -> None:
    pilot, later = Reflection("pilot", "The pilot", "a\n\nb"), Reflection("later", text="l")
    base = Section(
        "1a",
        principles=("P1", "P2"),
        description="d",
        evidence=(EvidenceUse("x", "one"), EvidenceUse("y", "two")),
        reflections=(pilot,),
    )
    mine = replace(
        base,
        status=Status.DRAFT,
        principles=("P1", "P2", "P3"),
        evidence=(EvidenceUse("x", "one, mine"), EvidenceUse("y", "two")),
        reflections=(replace(pilot, text="a!\n\nb"), later),
    )
    theirs = replace(
        base,
        principles=("P2",),
        note="theirs",
        evidence=(EvidenceUse("y", "two, theirs"), EvidenceUse("x", "one")),
        reflections=(replace(pilot, title="Pilot", text="a\n\nb!"), Reflection("new", text="n")),
    )

    merged = merge(base, mine, theirs)

    assert merged.conflicts == ()
    assert merged.item == Section(
        "1a",
        status=Status.DRAFT,
        principles=("P2", "P3"),
        description="d",
        note="theirs",
        evidence=(EvidenceUse("y", "two, theirs"), EvidenceUse("x", "one, mine")),
        reflections=(
            replace(pilot, title="Pilot", text="a!\n\nb!"),
            later,
            Reflection("new", text="n"),
        ),
    )


def test_a_reflection_removed_here_and_changed_there_is_a_choice() -> None:
    pilot = Reflection("pilot", "The pilot", "a")
    base = Section("1a", reflections=(pilot,))
    mine, theirs = Section("1a"), Section("1a", reflections=(replace(pilot, text="a!"),))
    merged = merge(base, mine, theirs)
    assert merged.item == mine
    assert merged.conflicts == (("reflection “The pilot”", "a", "", "a!"),)
    assert merge(base, mine, theirs, {"reflection “The pilot”": Side.THEIRS}).item == theirs


def test_what_both_began_is_merged_like_what_both_changed() -> None:
    mine = Section("1a", description="mine", note="a note")
    theirs = Section("1a", description="theirs", statement="a statement")
    merged = merge(None, mine, theirs)
    assert [(text.name, text.mine, text.theirs) for text in merged.conflicts] == [
        ("description", "mine", "theirs")
    ]
    assert merged.item == replace(mine, statement="a statement")


def test_an_item_removed_on_one_side_only_is_a_choice_where_the_other_changed_it() -> None:
    item = EvidenceItem("options", "Options", caption="a")
    changed = replace(item, caption="b", date=date(2026, 1, 1))
    assert merge(item, None, item) == (None, ())
    merged = merge(item, None, changed)
    assert merged.item is None
    assert [text.name for text in merged.conflicts] == [WHOLE]
    assert "2026-01-01" in merged.conflicts[0].theirs
    assert merge(item, None, changed, {WHOLE: Side.THEIRS}).item == changed


def test_the_head_of_a_portfolio_merges_by_field() -> None:
    base = Portfolio("Mine", "Ada", "cmalt-2019", "cmalt")
    merged = merge(base, replace(base, title="Ours"), replace(base, pathway="senior"))
    assert merged == (replace(base, title="Ours", pathway="senior"), ())
    both = merge(base, replace(base, pathway="associate"), replace(base, pathway="senior"))
    assert [text.name for text in both.conflicts] == ["pathway"]
