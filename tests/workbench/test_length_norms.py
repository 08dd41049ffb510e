"""Ranges of lengths: of whole portfolios of others, and only where there are enough of them."""

from cmalt_tui.model.passage import Origin, PartLength
from cmalt_tui.review.reviewed import Norm
from cmalt_tui.workbench.length_norms import length_norms


def lengths(*words: int, passages: int = 2, section: str = "1a") -> list[PartLength]:
    """A description in as many portfolios as there are lengths."""
    return [
        PartLength(f"Portfolio {number}", f"Author {number}", section, "description", one, passages)
        for number, one in enumerate(words)
    ]


def test_quartiles_lie_between_neighbours() -> None:
    assert length_norms(lengths(100, 400, 200, 300)) == {
        ("1a", "description"): Norm(175, 250, 325, 4)
    }


def test_two_portfolios_make_no_range() -> None:
    assert length_norms(lengths(100, 200)) == {}


def test_excerpts_say_nothing_about_length() -> None:
    assert length_norms(lengths(90, 91, 92, passages=1)) == {}


def test_ones_own_portfolio_is_not_among_the_others() -> None:
    counted = lengths(100, 200, 300)
    assert length_norms(counted, Origin("Anything", "author 1")) == {}
    assert (
        length_norms(counted, Origin("Portfolio 1", "Author 9"))["1a", "description"].portfolios
        == 3
    )


def test_numbered_options_count_as_one_kind() -> None:
    counted = [
        *lengths(100, 200, section="specialist"),
        PartLength("Other", "Jo Ash", "specialist-1", "description", 50, 2),
        PartLength("Other", "Jo Ash", "specialist-2", "description", 250, 2),
    ]
    assert length_norms(counted)["specialist", "description"] == Norm(150, 200, 250, 3)
