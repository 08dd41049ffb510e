"""What is no part of a portfolio is taken out, told and kept."""

from collections.abc import Callable

import pytest

from cmalt_tui.intake import plan_portfolio
from cmalt_tui.model.import_plan import ImportPlan

Planned = Callable[..., ImportPlan]

_TEXT = (
    "# Portfolio\n\n{}\n\n## 1a) Constraints\n\nWe chose.\n\n## 1b) Knowledge\n\nI know.\n\n"
    "## Future plans\n\nI will.\n"
)


@pytest.mark.parametrize(
    "contents",
    [
        "## Contents\n\n- [1a) Constraints](#1a)\n- [1b) Knowledge](#1b)\n- [Future "
        "plans](#future)\n",
        "1. 1a) Constraints\n2. 1b) Knowledge\n3. Future plans\n",
        "Table of contents\n\n1a) Constraints ........ 3\n\n1b) Knowledge ........ 5\n\nFuture "
        "plans ........ 12\n",
        "- Core\n    - [1a) Constraints](#1a)\n    - [1b) Knowledge](#1b)\n- [Future "
        "plans](#future)\n",
    ],
)
def test_a_contents_list_is_taken_out(planned: Planned, contents: str) -> None:
    plan = planned(_TEXT.format(contents))
    assert {one.kind for one in plan.stripped} <= {"contents", "title"}
    assert any(one.kind == "contents" for one in plan.stripped)
    assert [placed.text for placed in plan.placed] == ["We chose.\n", "I know.\n", "I will.\n"]
    assert any("Knowledge" in one.text for one in plan.stripped)


@pytest.mark.parametrize(
    ("litter", "kind"),
    [
        ("[Back to top](#top)", "navigation"),
        ("[↑ Back to the contents](#toc)", "navigation"),
        ("[Next →](/1b)", "navigation"),
        ("[Go on with my learners →](learners.html)", "navigation"),
        ("{% include gallery.html id='3' %}", "page furniture"),
        ('[gallery ids="1,2,3"]', "page furniture"),
        ("{: .no_toc }", "page furniture"),
        ("© 2024 Robin Example", "page furniture"),
        ("<nav><a href='/'>Start</a> <a href='/about'>About me</a></nav>", "navigation"),
        ("<footer><p>Made with love</p></footer>", "page furniture"),
    ],
)
def test_litter_is_taken_out(planned: Planned, litter: str, kind: str) -> None:
    plan = planned(f"## 1a) Constraints\n\nWe chose.\n\n{litter}\n\nAnd we chose again.\n")
    assert {one.kind for one in plan.stripped} == {kind}
    assert plan.placed[0].text == "We chose.\n\nAnd we chose again.\n"


def test_a_template_tag_inside_a_sentence_stays(planned: Planned) -> None:
    plan = planned("## 1a) Constraints\n\nWe chose {{ site.tool }} over paper.\n")
    assert plan.placed[0].text == "We chose {{ site.tool }} over paper.\n"


@pytest.mark.parametrize(
    "guidance",
    [
        "You should show which options were open to you and how you came to choose between them.",
        "*Candidates should describe a real choice. Evidence might include a comparison paper "
        "or slides.*",
        "> Statements should show how candidates have weighed one technology against another.",
        "Evidence might include a comparison paper, a proposal, or the slides of a talk you gave.",
        "Please describe the choices you made in no more than three hundred words.",
    ],
)
def test_guidance_left_in_the_text_is_taken_out_and_kept(planned: Planned, guidance: str) -> None:
    plan = planned(f"## 1a) Constraints\n\n{guidance}\n\nWe chose open software.\n")
    assert [one.kind for one in plan.stripped] == ["guidance"]
    assert plan.placed[0].text == "We chose open software.\n"
    inbox = plan_portfolio(plan).inbox
    assert inbox[0].reason == "guidance taken out"
    assert guidance.strip("*> ")[:40] in inbox[0].text


@pytest.mark.parametrize(
    "prose",
    [
        "You should have seen my face when the server went down on the first day of the term.",
        "Students should be able to find their marks within three clicks, which was the aim here.",
        "I describe below how we might show your work to others without giving away who you are.",
        "Evidence for this was hard to come by, and the college kept hardly any records of the "
        "time.",
    ],
)
def test_prose_that_sounds_like_guidance_stays(planned: Planned, prose: str) -> None:
    plan = planned(f"## 1a) Constraints\n\n{prose}\n")
    assert not plan.stripped
    assert plan.placed[0].text.strip() == prose


def test_empty_anchors_and_empty_sections(planned: Planned) -> None:
    plan = planned(
        '<h2 id="x"><a name="x"></a></h2>\n\n## 1a) Constraints\n\n## 1b) Knowledge\n\nI know.\n'
        "\n## Future plans\n"
    )
    assert [(one.section, one.text) for one in plan.placed] == [
        ("1a", ""),
        ("1b", "I know.\n"),
        ("future", ""),
    ]
    assert plan_portfolio(plan).section("1a").is_empty


def test_a_layout_table_is_unrolled(planned: Planned) -> None:
    plan = planned(
        "<h2>1a) Constraints</h2><table><tr><td><strong>Description</strong></td><td><p>We "
        "chose.</p><p>Twice.</p></td>"
        "</tr><tr><td>Evidence</td><td><ul><li><a href='https://example.org/r.pdf'>Report</a>: "
        "our figures</li></ul></td>"
        "</tr><tr><td>Reflection</td><td>I chose too fast.</td></tr></table>",
        "page.html",
    )
    assert [(one.section, one.part) for one in plan.placed] == [
        ("1a", "description"),
        ("1a", "evidence"),
        ("1a", "reflection"),
    ]
    assert plan.evidence[0].uses == (("1a", "our figures"),)
    assert plan.placed[0].text == "We chose.\n\nTwice.\n"


def test_a_table_with_no_header_row_stays_a_table(planned: Planned) -> None:
    plan = planned("## About me\n\n| --- | --- |\n| 2016: | Course, _Body_ |\n| 2012: | Degree |\n")
    assert plan.placed[0].text.count("\n|") >= 3
    assert "*Body*" in plan.placed[0].text
    assert "<table" not in plan.placed[0].text
