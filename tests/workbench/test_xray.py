"""A person's own rules of reflection reach the X-ray and the review."""

import pytest

from cmalt_tui.places import Places
from cmalt_tui.review.moves import Register
from cmalt_tui.workbench.review_choices import chosen_for_review
from cmalt_tui.workbench.xray import move_rules, xray_lines

OWN = '[[rule]]\nid = "tea"\nmove = "feeling"\nwords = ["tea"]\n'


@pytest.fixture
def own(places: Places) -> Places:
    places.own_moves.mkdir(parents=True)
    (places.own_moves / "mine.toml").write_text(OWN, encoding="utf-8")
    return places


def test_own_rules_hold_in_every_register(own: Places) -> None:
    for register in Register:
        (line,) = xray_lines("There was tea.", move_rules(own, register), register)
        assert line.moves == ("feeling",)


def test_the_review_has_them_too_and_tells_of_their_faults(own: Places) -> None:
    choices = chosen_for_review(own)
    assert choices.move_rules is not None and choices.problems == ()
    (own.own_moves / "wrong.toml").write_text("[[rule]]\n", encoding="utf-8")
    (problem,) = chosen_for_review(own).problems
    assert problem.file == own.own_moves / "wrong.toml"


def test_without_any_the_review_uses_the_shipped_ones(places: Places) -> None:
    assert chosen_for_review(places).move_rules is None
