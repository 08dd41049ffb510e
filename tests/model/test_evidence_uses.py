"""Uses and references of evidence: found where a reader meets them, and renamed all together."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cmalt_tui.model.dismissal import Dismissal
from cmalt_tui.model.evidence_uses import (
    cited_items,
    items_by_address,
    references_in,
    renamed_item,
    with_references_renamed,
    with_shows,
    with_use,
    without_item,
    without_use,
)
from cmalt_tui.model.log_entry import LogEntry
from cmalt_tui.model.portfolio import (
    EvidenceItem,
    EvidenceUse,
    InboxItem,
    Portfolio,
    Reflection,
    Section,
)
from cmalt_tui.problems import InputProblem

FILM = EvidenceItem("film", "A film of the bench", file="files/film.mp4")
SPACED = EvidenceItem("spaced", "Two words", file="files/a b.png")
PAGE = EvidenceItem("page", "The page", url="https://larkmoor.example/page/")
SECTION = Section(
    "1a",
    description="See [[ev:film]] and ![the bench](evidence/files/film.mp4).",
    reflections=(Reflection("first", text="It failed, [[ev:film]]."),),
    evidence=(EvidenceUse("film", "minute 3 of [[ev:film]]"), EvidenceUse("page")),
    note="Cut [[ev:film]].",
)
MINE = Portfolio(
    "Mine",
    "Odo",
    "cmalt-2019",
    "cmalt",
    sections={"1a": SECTION},
    evidence={"film": FILM, "page": PAGE},
    inbox=(InboxItem("idea", "An idea", "Use [[ev:film]] more."),),
    log={"cut": LogEntry("cut", "Cut [[ev:film]].", date(2026, 3, 1), evidence=("film",))},
    dismissed=(
        Dismissal("EVI-4", "1a", "evidence", "film"),
        Dismissal("VOI-1", "1a", "reflection", "film"),
    ),
)


def test_references_are_found_in_order_and_not_in_code() -> None:
    text = "As [[ev:a]] says (`[[ev:b]]`), and [[ev:c.d-e_f]]; [[ev:]] and [[ev:no id]] are none."
    found = references_in(text)
    assert [one.item for one in found] == ["a", "c.d-e_f"]
    assert [text[one.start : one.end] for one in found] == ["[[ev:a]]", "[[ev:c.d-e_f]]"]


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("[[ev:film]]", {"film"}),
        ("![bench](evidence/files/film.mp4){alt=x}", {"film"}),
        ("![two words](evidence/files/a%20b.png)", {"spaced"}),
        ("[the page](https://larkmoor.example/page)", {"page"}),
        ("see https://larkmoor.example/page/.", {"page"}),
        ("https://larkmoor.example/page/other", set()),
        ("film", set()),
    ],
)
def test_a_text_cites_by_reference_picture_or_link(text: str, cited: set[str]) -> None:
    known = items_by_address({**MINE.evidence, "spaced": SPACED})
    assert cited_items(Section("1a", description=text), known) == cited
    assert cited_items(Section("1a", reflections=(Reflection("r", text=text),)), known) == cited
    assert not cited_items(Section("1a", note=text), known)


def test_a_use_is_taken_on_once_and_off_again() -> None:
    used = with_use(MINE, "2a", "film")
    assert used.uses_of("film") == ("1a", "2a")
    assert with_use(used, "2a", "film") is used
    assert without_use(used, "2a", "film").uses_of("film") == ("1a",)
    assert without_use(used, "2a", "page") is used
    shown = with_shows(used, "2a", "film", "the glue")
    assert shown.section("2a").evidence == (EvidenceUse("film", "the glue"),)
    assert shown.section("1a") is used.section("1a")


def test_renaming_reaches_everything_that_names_the_item() -> None:
    after = renamed_item(MINE, "film", "bench-film")
    assert list(after.evidence) == ["bench-film", "page"]
    assert after.evidence["bench-film"] == replace(FILM, id="bench-film")
    section = after.section("1a")
    texts = (section.description, section.note, section.reflections[0].text, after.inbox[0].text)
    assert all("[[ev:bench-film]]" in text and "[[ev:film]]" not in text for text in texts)
    assert section.evidence[0] == EvidenceUse("bench-film", "minute 3 of [[ev:bench-film]]")
    assert "evidence/files/film.mp4" in section.description
    assert after.log["cut"].evidence == ("bench-film",)
    assert after.log["cut"].text == "Cut [[ev:bench-film]]."
    assert [one.item for one in after.dismissed] == ["bench-film", "film"]


@pytest.mark.parametrize("new", ["page", "PAGE", "", "../film", "a b", ".hidden"])
def test_an_id_that_is_taken_or_none_is_refused(new: str) -> None:
    with pytest.raises(InputProblem):
        renamed_item(MINE, "film", new)


def test_an_unknown_item_is_neither_renamed_nor_removed() -> None:
    with pytest.raises(InputProblem):
        renamed_item(MINE, "gone", "other")
    with pytest.raises(InputProblem):
        without_item(MINE, "gone")
    assert renamed_item(MINE, "film", "film") is MINE
    assert renamed_item(MINE, "film", "Film").uses_of("Film") == ("1a",)


def test_two_uses_that_become_one_say_both() -> None:
    uses = (EvidenceUse("flim", "the glue"), EvidenceUse("page"), EvidenceUse("film", "the bench"))
    before = MINE.with_section(Section("1a", evidence=uses))
    after = with_references_renamed(before, "flim", "film")
    assert after.section("1a").evidence == (
        EvidenceUse("film", "the glue\n\nthe bench"),
        EvidenceUse("page"),
    )


def test_removing_takes_uses_and_leaves_references_to_the_writer() -> None:
    after = without_item(MINE, "film")
    assert list(after.evidence) == ["page"]
    assert [use.item for use in after.section("1a").evidence] == ["page"]
    assert after.log["cut"].evidence == ()
    assert "[[ev:film]]" in after.section("1a").description


_IDS = st.sampled_from(["a", "a-b", "a.b", "ab", "a_b", "A"])
_TEXTS = st.lists(
    st.one_of(_IDS.map(lambda one: f"[[ev:{one}]]"), st.sampled_from(["a", "[[", "]]", "`", " "]))
).map("".join)


@settings(deadline=None)
@given(_TEXTS, _TEXTS, st.lists(_IDS, max_size=4), _IDS)
def test_renaming_changes_its_own_references_alone_and_back_is_as_before(
    text: str, shows: str, used: list[str], old: str
) -> None:
    items = {one: EvidenceItem(one, one) for one in ["a-b", "a.b", "ab", "a_b", "A", "a"]}
    items = {one: item for one, item in items.items() if one.lower() != old.lower() or one == old}
    section = Section(
        "1a", description=text, evidence=tuple(EvidenceUse(one, shows) for one in used)
    )
    before = replace(MINE, sections={"1a": section}, evidence=items, log={}, inbox=())
    after = renamed_item(before, old, "new")
    assert after.section("1a").description == text.replace(f"[[ev:{old}]]", "[[ev:new]]")
    assert after.uses_of("new") == before.uses_of(old)
    assert renamed_item(after, "new", old) == before


@pytest.mark.parametrize(
    "text",
    [
        "[[ev:" * 20_000,
        "](" * 50_000,
        "https://" * 20_000,
        "".join("`" * length + " " for length in range(1, 400)) + "[[ev:film]]",
        "[[ev:film" * 10_000,
    ],
    ids=lambda text: text[:9],
)
def test_no_text_makes_looking_for_references_endless(text: str) -> None:
    assert cited_items(Section("1a", description=text), {}) <= {"film"}
