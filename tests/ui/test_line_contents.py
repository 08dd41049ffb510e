"""The figures below the text: what is aimed at, by the person or else by the framework."""

from dataclasses import replace

from cmalt_tui.model.framework import FrameworkSection, Kind
from cmalt_tui.model.outline import Entry
from cmalt_tui.model.portfolio import Portfolio, Section
from cmalt_tui.model.text_address import TextAddress
from cmalt_tui.ui.line_contents import text_figures

ASKED = FrameworkSection("future", "Future", Kind.STATEMENT, least_words=2, most_words=4)
WRITTEN = Section("future", statement="I will learn to gild.")


def figures(asked: FrameworkSection, written: Section) -> str:
    portfolio = Portfolio("Binding", "Ilse", "f", "p").with_section(written)
    address = TextAddress("future", "statement")
    return text_figures(Entry("future", asked, written), portfolio, address).plain


def test_the_persons_aim_comes_before_what_the_framework_names() -> None:
    assert figures(ASKED, WRITTEN) == "5 words · aim 2–4 ▰▰▰▰▰▰ 1 over"
    assert figures(ASKED, replace(WRITTEN, aim=10)) == "5 words · aim 10 ▰▰▰▱▱▱"


def test_where_nobody_said_there_is_no_aim() -> None:
    assert figures(replace(ASKED, least_words=None, most_words=None), WRITTEN) == "5 words"
