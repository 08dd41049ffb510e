"""Word processors' files: titles by style, headings by bold, contents lists as paragraphs."""

from collections.abc import Callable
from pathlib import Path

from cmalt_tui.intake import read_sources
from cmalt_tui.model.framework import Framework
from cmalt_tui.model.import_plan import ImportPlan
from cmalt_tui.pandoc import run

Account = Callable[..., ImportPlan]
Docx = Callable[..., Path]


def test_the_title_by_style_is_part_of_the_text(
    docx: Docx, cmalt_2019: Framework, account: Account
) -> None:
    path = docx(
        "---\ntitle: My portfolio for CMALT\nsubtitle: A second attempt\nauthor: Robin Example\n"
        "---\n\n"
        "# Contextual statement\n\nI teach nurses.\n"
    )
    plan = account(read_sources([path]), cmalt_2019)
    assert (plan.title, plan.author) == ("My portfolio for CMALT", "Robin Example")
    assert "A second attempt" in plan.unplaced[0].text
    assert [(one.section, one.text) for one in plan.placed] == [("context", "I teach nurses.\n")]


def test_headings_that_are_bold_or_plain_paragraphs(
    docx: Docx, cmalt_2019: Framework, account: Account
) -> None:
    path = docx(
        "**Core Area 1: Operational issues**\n\n**1a) Constraints and benefits**\n\n"
        "Description\n\nWe chose.\n\n"
        "Reflection\n\nI chose too fast.\n\nFuture plans\n\nI will write.\n"
    )
    plan = account(read_sources([path]), cmalt_2019)
    assert [(one.section, one.part, one.text) for one in plan.placed] == [
        ("1a", "description", "We chose.\n"),
        ("1a", "reflection", "I chose too fast.\n"),
        ("future", "statement", "I will write.\n"),
    ]


def test_lists_tables_notes_and_links_survive(
    docx: Docx, cmalt_2019: Framework, account: Account
) -> None:
    path = docx(
        "# 1a\n\n1. one\n2. two\n\n| Tool | Cost |\n|---|---|\n| A | 3 |\n\nSee "
        "[it](https://example.org).[^1]\n\n[^1]: A note.\n"
    )
    text = account(read_sources([path]), cmalt_2019).placed[0].text
    assert "1.  one\n2.  two" in text
    assert "| Tool | Cost |" in text
    assert "See [it](https://example.org).[^1]\n\n[^1]: A note.\n" in text


def test_an_open_document(tmp_path: Path, cmalt_2019: Framework, account: Account) -> None:
    path = tmp_path / "portfolio.odt"
    path.write_bytes(
        run(
            ["-f", "markdown", "-t", "odt"],
            b"# 1a) Constraints\n\nWe chose.\n\n## Reflection\n\nFast.\n",
        )
    )
    plan = account(read_sources([path]), cmalt_2019)
    assert [(one.section, one.part, one.text) for one in plan.placed] == [
        ("1a", "description", "We chose.\n"),
        ("1a", "reflection", "Fast.\n"),
    ]


def test_a_contents_list_made_by_the_program_is_taken_out(
    docx: Docx, cmalt_2019: Framework, account: Account
) -> None:
    path = docx(
        "Contents\n\n1a) Constraints and benefits\t3\n\n1b) Technical knowledge\t5\n\nFuture "
        "plans\t9\n\n"
        "# 1a) Constraints and benefits\n\nWe chose.\n\n# 1b) Technical knowledge\n\nI know.\n\n"
        "# Future plans\n\nI will.\n"
    )
    plan = account(read_sources([path]), cmalt_2019)
    assert {one.kind for one in plan.stripped} == {"contents"}
    assert [one.text for one in plan.placed] == ["We chose.\n", "I know.\n", "I will.\n"]
