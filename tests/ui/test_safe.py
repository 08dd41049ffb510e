"""The one door by which outside text reaches the screen."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from cmalt_tui.ui.safe import cut_line, safe_content, safe_line

_CONTROLS = {chr(code) for code in (*range(0x00, 0x09), *range(0x0B, 0x20), *range(0x7F, 0xA0))}


@given(st.text(max_size=200))
def test_no_control_character_and_no_markup_gets_through(text: str) -> None:
    for content in (safe_content(text), safe_line(text)):
        assert not _CONTROLS & set(content.plain)
    tagged = f"[b]{text}[/b][/]"
    assert safe_content(tagged).plain.startswith("[b]")


@given(st.text(max_size=200), st.integers(1, 60))
def test_a_line_is_one_line_and_no_wider_than_asked(text: str, width: int) -> None:
    line = cut_line(text, width)
    assert "\n" not in line
    assert cell_len(line) <= width


def test_the_cut_is_marked_and_wide_characters_count_twice() -> None:
    assert cut_line("bookbinding", 5) == "book…"
    assert cut_line("装丁の記録", 6) == "装丁…"
    assert cut_line("short", 0) == "short"
