"""ACC-1: pictures and links that say nothing to somebody who listens."""

from dataclasses import replace

import pytest

from cmalt_tui.model.finding import Level
from cmalt_tui.model.portfolio import EvidenceItem, EvidenceUse
from cmalt_tui.review.rules.access.said_in_words import RULE
from tests.review.rules.whole_example import found, mended, whole, with_part

SILENT = [
    ("![](evidence/files/press.png)", "no alternative text"),
    ("Look [here](https://larkmoor.example/a).", "“here”"),
    ("[**Click here**](https://larkmoor.example/a) for it.", "“**Click here**”"),
    ("It is at https://larkmoor.example/a now.", "no words for it"),
    ("It is at <https://larkmoor.example/a> now.", "no words for it"),
    ("[https://larkmoor.example/a](https://larkmoor.example/a)", "no words for it"),
]
FINE = [
    "![The press from above](evidence/files/press.png)",
    '![](evidence/files/press.png){alt="The press from above"}',
    "See [the film of the press](https://larkmoor.example/a).",
    "`![](x.png)` is how it is written.",
    "- Quillfeather, I. (2024) *On glue*. Available at: https://larkmoor.example/a",
    "[^1]: My summary is at <https://larkmoor.example/a>.",
    "[[private: https://larkmoor.example/a]]",
]


@pytest.mark.parametrize(("text", "told"), SILENT)
def test_what_says_nothing_alone_is_told(text: str, told: str) -> None:
    (finding,) = found(RULE, with_part(whole(), "1a", description=text))
    assert finding[:4] == ("ACC-1", Level.WARNING, "1a", "description")
    assert told in finding.message
    assert text[finding.start :].startswith(finding.quote)


@pytest.mark.parametrize("text", FINE)
def test_what_says_where_it_leads_is_passed_over(text: str) -> None:
    assert found(RULE, with_part(whole(), "1a", description=text)) == []


def test_several_of_a_kind_are_one_finding() -> None:
    text = "[here](https://larkmoor.example/a) and [here](https://larkmoor.example/b)"
    (finding,) = found(RULE, with_part(whole(), "1a", description=text))
    assert finding.message.startswith("2 links read “here”")


def test_words_are_taken_from_the_evidence_where_it_has_any() -> None:
    press = EvidenceItem("press", "The press", file="files/press.png", alt="Seen [from] above")
    film = EvidenceItem("film", "The film", url="https://larkmoor.example/a")
    text = (
        "![](evidence/files/press.png) [here](https://larkmoor.example/a),"
        " <https://larkmoor.example/a>, [here](https://larkmoor.example/other)"
    )
    mine = with_part(whole(), "1a", description=text).with_evidence(press).with_evidence(film)
    finding = found(RULE, mine)[0]
    assert mended(RULE, mine, finding).section("1a").description == (
        "![Seen from above](evidence/files/press.png) [The film](https://larkmoor.example/a),"
        " [The film](https://larkmoor.example/a), [here](https://larkmoor.example/other)"
    )
    silent = replace(mine, evidence={})
    assert mended(RULE, silent, finding) is silent


def test_a_picture_of_the_bank_needs_words_as_well() -> None:
    press = EvidenceItem("press", "The press", file="files/Press.PNG")
    use = (EvidenceUse("press", "All of it."),)
    mine = with_part(whole().with_evidence(press), "1a", evidence=use)
    (finding,) = found(RULE, mine)
    assert finding[2:5] == ("1a", "evidence", "press")
    assert found(RULE, mine.with_evidence(replace(press, alt="The press from above"))) == []
    assert found(RULE, mine.with_evidence(replace(press, file="files/press.pdf"))) == []
