"""How far all is, in the line mode: told in sentences, with aims that undo takes back."""

from collections.abc import Callable

from cmalt_tui.workbench.desk import Desk

Talk = Callable[..., str]


def test_the_summary_tells_each_section_and_what_stands_before_submission(talk: Talk) -> None:
    said = talk("summary")
    assert "Between here and submission:" in said
    assert "This is the first day that is noted." in said
    assert "│" not in said and "█" not in said


def test_an_aim_is_taken_told_and_taken_back(talk: Talk, desk: Desk) -> None:
    said = talk("go 1a", "aim", "aim many", "aim 1,200", "aim", "undo", "aim")
    assert "no aim." in said
    assert '"many" is no number of words' in said
    assert said.count("your aim 1,200.") == 2
    assert said.rstrip().endswith("no aim.") or "no aim." in said.rpartition("your aim")[2]
    assert desk.portfolio.section("1a").aim == 0


def test_a_declaration_has_no_aim(talk: Talk) -> None:
    assert "has no words to count" in talk("go confirmation", "aim 5")
