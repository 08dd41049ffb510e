"""Emphasis put on and taken off, wherever the stretch lies."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmalt_tui.model.emphasis import (
    EMPHASIS,
    STRONG,
    Changed,
    is_emphasised,
    with_emphasis,
    without_emphasis,
)
from cmalt_tui.model.inline_marks import inline_marks


def meant(text: str) -> tuple[str, int, int]:
    """A text with ‹ and › round the stretch that is meant."""
    start, end = text.index("‹"), text.index("›") - 1
    return text.replace("‹", "").replace("›", ""), start, end


def shown(changed: Changed | None) -> str:
    assert changed is not None
    text, start, end = changed
    return f"{text[:start]}‹{text[start:end]}›{text[end:]}"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("one ‹two› three", "one **‹two›** three"),
        ("one ‹two ›three", "one **‹two›** three"),
        ("‹one **two** three›", "**‹one two three›**"),
        ("one **two ‹three** four›", "one **‹two three four›**"),
        ("one *two ‹three* four›", "one **‹*two three* four›**"),
        ("one *‹two›* three", "one ***‹two›*** three"),
        ("[la ‹bel›](http://x.org)", "[la **‹bel›**](http://x.org)"),
        ("[la b‹el](htt›p://x.org)", "**‹[la bel](http://x.org)›**"),
        ("a `co‹d›e` b", "a **‹`code`›** b"),
        ("2 * ‹3› * 4", "2 * **‹3›** * 4"),
    ],
)
def test_bold_is_put_on(before: str, after: str) -> None:
    assert shown(with_emphasis(*meant(before), STRONG)) == after


@pytest.mark.parametrize(
    ("before", "whole", "after"),
    [
        ("a **‹b c d›** e", False, "a ‹b c d› e"),
        ("a ‹**b c d**› e", False, "a ‹b c d› e"),
        ("a **b ‹c› d** e", False, "a **b** ‹c› **d** e"),
        ("a **b c ‹d›** e", False, "a **b c** ‹d› e"),
        ("a **b ‹c› d** e", True, "a ‹b c d› e"),
        ("a ***‹b›*** c", False, "a *‹b›* c"),
        ("a __‹b›__ c", False, "a ‹b› c"),
    ],
)
def test_bold_is_taken_off(before: str, whole: bool, after: str) -> None:
    assert shown(without_emphasis(*meant(before), STRONG, whole=whole)) == after


def test_what_markdown_can_not_say_is_left_alone() -> None:
    assert with_emphasis(*meant("word‹(x)›"), STRONG) is None
    assert without_emphasis(*meant("plain ‹word›"), STRONG, whole=True) is None


PIECES = ("a", "word", " ", "*", "**", "_", "`", "[", "](x)", "(", ".", "\\", "\n", "é")


@given(
    st.lists(st.sampled_from(PIECES), max_size=14).map("".join), st.data(), st.sampled_from([1, 2])
)
def test_whatever_stands_there_the_letters_stay_and_the_other_kind_too(
    text: str, data: st.DataObject, width: int
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    other = EMPHASIS + STRONG - width
    changed = with_emphasis(text, start, end, width)
    if changed is None:
        return
    assert is_emphasised(changed.text, changed.start, changed.end, width)
    kinds = [e.width for e in inline_marks(changed.text).emphases]
    assert kinds.count(other) == [e.width for e in inline_marks(text).emphases].count(other)
    assert [c for c in changed.text if c not in "*_"] == [c for c in text if c not in "*_"]


def test_hostile_text_is_read_in_linear_time() -> None:
    for piece in ("`", "``a`", "[", "[a](", "_a", "*_", "**a*", "<a ", "<!--", "![", "[*a"):
        inline_marks(piece * 8_000)
