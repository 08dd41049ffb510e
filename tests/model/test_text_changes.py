"""What changed between two versions: told by paragraphs and words, with nothing left out."""

import re

from hypothesis import given
from hypothesis import strategies as st

from cmalt_tui.model.text_changes import ADDED, KEPT, REMOVED, changed_paragraphs

TEXTS = st.lists(
    st.lists(st.sampled_from(["we", "asked", "the", "group", "why"]), min_size=1).map(" ".join)
).map("\n\n".join)


def test_words_that_changed_stand_between_marks_in_their_paragraph() -> None:
    before = "It stays.\n\nWe asked the whole group first.\n\nIt goes."
    after = "It stays.\n\nWe asked the small group first."
    told = list(changed_paragraphs(before, after))
    assert [paragraph.mark for paragraph in told] == [KEPT, "~", REMOVED]
    words = "".join(piece.marked for piece in told[1].pieces)
    assert words == "We asked the [-whole-] {+small+} group first."


def test_paragraphs_with_little_in_common_are_one_gone_and_one_new() -> None:
    told = changed_paragraphs("The survey had one question.", "Nobody came.")
    assert [paragraph.mark for paragraph in told] == [REMOVED, ADDED]


@given(TEXTS, TEXTS)
def test_both_versions_can_be_read_from_what_is_told(before: str, after: str) -> None:
    told = list(changed_paragraphs(before, after))
    for text, other in ((before, ADDED), (after, REMOVED)):
        sides = ["".join(p.text for p in one.pieces if p.mark != other) for one in told]
        assert [side for side in sides if side] == [part for part in re.split("\n\n", text) if part]
