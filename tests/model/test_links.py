"""Links written, found and told from other words."""

import pytest

from cmalt_tui.model.links import WrittenLink, is_address, link_at, written_link


@pytest.mark.parametrize(
    ("label", "address", "written"),
    [
        ("a page", "https://example.org/a_(b)", "[a page](https://example.org/a_(b))"),
        ("a page", "https://example.org/a b", "[a page](<https://example.org/a b>)"),
        ("a page", "https://example.org/a)b", "[a page](<https://example.org/a)b>)"),
        ("see [1]", "https://example.org", "[see [1]](https://example.org)"),
        ("see 1]", "https://example.org", r"[see 1\]](https://example.org)"),
    ],
)
def test_a_link_reads_back_as_it_was_meant(label: str, address: str, written: str) -> None:
    assert written_link(label, address) == written
    found = link_at(f"x {written} y", 4, 4)
    assert found is not None
    assert found.address == address
    assert (found.start, found.end) == (2, 2 + len(written))


def test_spaces_that_were_marked_with_the_words_stay_outside() -> None:
    assert written_link(" a page ", "https://e.org") == " [a page](https://e.org) "
    assert written_link(" ", "https://e.org") == " [https://e.org](https://e.org)"


def test_no_link_is_found_beside_one_or_in_a_note() -> None:
    text = "x [a](b) [^1] [c][d]"
    assert link_at(text, 0, 1) is None
    assert link_at(text, 10, 11) is None
    assert link_at(text, 3, 4) == WrittenLink(2, 8, "a", "b")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://example.org/x?y=1#z", True),
        (" http://localhost:8000 ", True),
        ("www.example.org", True),
        ("mailto:ilse@example.org", True),
        ("https://example.org and more", False),
        ("example", False),
        ("javascript:alert(1)", False),
        ("https://" + "a" * 5_000, False),
    ],
)
def test_an_address_is_known(text: str, expected: bool) -> None:
    assert is_address(text) is expected
