"""A plan becomes a portfolio and a JSON object with nothing lost."""

from collections.abc import Callable

import pytest

from cmalt_tui.intake import plan_as_json, plan_portfolio
from cmalt_tui.model.import_plan import ImportPlan
from cmalt_tui.model.portfolio import Status
from cmalt_tui.plain_text import words

Planned = Callable[..., ImportPlan]

_TEXT = """---
title: Robin's portfolio
author: Robin Example
---

# Robin's portfolio

Welcome, reader.

## Contextual statement

I teach nurses.

## 1a) Constraints

We *chose* a tool, [openly](https://tool.example).

### Evidence

- [Scoring table](https://example.org/t.pdf): page 3

### Reflection on choosing

I chose too fast.

## Confirmation

I made this alone.

Name: Robin Example

Date: 3rd March 2026
"""


def test_everything_has_its_place(planned: Planned) -> None:
    portfolio = plan_portfolio(planned(_TEXT))
    assert (portfolio.title, portfolio.author) == ("Robin's portfolio", "Robin Example")
    assert portfolio.sections["context"].statement == "I teach nurses.\n"
    section = portfolio.sections["1a"]
    assert section.description == "We *chose* a tool, [openly](https://tool.example).\n"
    assert [(one.id, one.title, one.text) for one in section.reflections] == [
        ("reflection-on-choosing", "Reflection on choosing", "I chose too fast.\n")
    ]
    assert [(use.item, use.shows) for use in section.evidence] == [("scoring-table", "page 3")]
    assert section.status is Status.DRAFT
    assert portfolio.sections["confirmation"].declaration == {
        "name": "Robin Example",
        "date": "2026-03-03",
    }
    assert "I made this alone." in portfolio.sections["confirmation"].note
    assert [(item.reason, "Welcome, reader." in item.text) for item in portfolio.inbox] == [
        ("no section fits", True),
        ("front matter taken out", False),
    ]


def test_every_word_of_the_source_is_somewhere_in_the_portfolio(planned: Planned) -> None:
    portfolio = plan_portfolio(planned(_TEXT))
    kept: set[str] = set(words(portfolio.title))
    for section in portfolio.sections.values():
        texts = [section.description, section.statement, section.note]
        texts += [use.shows for use in section.evidence]
        texts += [f"{piece.title} {piece.text}" for piece in section.reflections]
        kept.update(word for text in texts for word in words(text))
    for item in portfolio.evidence.values():
        kept.update(words(f"{item.title} {item.alt} {item.caption}"))
    for inbox in portfolio.inbox:
        kept.update(words(f"{inbox.heading} {inbox.text}"))
    named = {"Contextual", "statement", "1a", "Constraints", "Evidence", "Confirmation"}
    assert set(words(_TEXT)) - kept <= named


def test_the_json_tells_all_but_the_text(planned: Planned) -> None:
    plan = planned(_TEXT)
    told = plan_as_json(plan, "mine")
    assert list(told) == [
        "schema",
        "portfolio",
        "pathway",
        "placed",
        "unplaced",
        "evidence",
        "stripped",
        "warnings",
    ]
    assert (told["schema"], told["portfolio"]) == (1, "mine")
    placed = told["placed"]
    assert isinstance(placed, list)
    assert placed[0] == {
        "section": "context",
        "part": "statement",
        "item": "",
        "heading": "Contextual statement",
        "file": "portfolio.md",
        "words": 5,
        "confidence": 1.0,
    }
    assert told["evidence"] == [
        {
            "id": "scoring-table",
            "kind": "document",
            "target": "https://example.org/t.pdf",
            "sections": ["1a"],
        }
    ]


@pytest.mark.parametrize(
    ("source", "written"),
    [
        ('It\'s "quoted", 3 * 4 = 12, $5, ~7, snake_case & more.', None),
        (
            "A [bracket] and a \\# and 2^3 and a|b stay as they are.",
            "A [bracket] and a # and 2^3 and a|b stay as they are.",
        ),
        ("H~2~O, x^2^ and <u>under</u>", "H~2~O, x^2^ and under"),
        ("Two<br>lines", "Two\\\nlines"),
        ("[Word]{.smallcaps} and ::: fence", "Word and ::: fence"),
        ('<div class="x"><span style="color:red">Red</span> words</div>', "Red words"),
        ("A claim.[^1]\n\n[^1]: Its source.", "A claim.[^1]\n\n[^1]: Its source."),
        ("- one\n- two\n\n\n* three", None),
        ("1) one\n2) two", "1.  one\n2.  two"),
        ("```python\nx = '\\$'\n```", "``` python\nx = '\\$'\n```"),
        ("Hard wrapped\nlines are\none line.", "Hard wrapped lines are one line."),
    ],
)
def test_text_is_written_as_a_person_would(
    planned: Planned, source: str, written: str | None
) -> None:
    text = planned(f"## 1a\n\n{source}\n").placed[0].text
    if written is not None:
        assert text == f"{written}\n"
    assert "\\'" not in text
    assert "<" not in text


def test_notes_are_numbered_anew_in_every_section(planned: Planned) -> None:
    plan = planned("## 1a\n\nOne.[^a]\n\n## 1b\n\nTwo.[^b]\n\n[^a]: First.\n[^b]: Second.\n")
    assert [placed.text for placed in plan.placed] == [
        "One.[^1]\n\n[^1]: First.\n",
        "Two.[^1]\n\n[^1]: Second.\n",
    ]


def test_a_heading_that_is_the_title_needs_no_inbox(planned: Planned) -> None:
    plan = planned("# My CMALT portfolio\n\n## 1a\n\nOne.\n")
    assert plan.title == "My CMALT portfolio"
    assert [(one.kind, one.words) for one in plan.stripped] == [("title", 3)]
    assert plan_portfolio(plan).inbox == ()


def test_a_link_to_a_missing_file_leads_to_its_place(planned: Planned) -> None:
    plan = planned("# 1a\n\nAs [the paper](/documents/options.pdf) shows.\n")
    (item,) = plan_portfolio(plan).evidence.values()
    assert f"(evidence/{item.file})" in plan.placed[0].text
    assert item.file.endswith(".pdf")
