"""Sections that only the front matter, the page title or the file name gives away."""

from collections.abc import Callable
from pathlib import Path

import pytest

from cmalt_tui.intake import read_sources
from cmalt_tui.model.framework import Framework
from cmalt_tui.model.import_plan import ImportPlan

Planned = Callable[..., ImportPlan]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("x.md", "---\ntitle: 2b) Target learners\nlayout: page\n---\n\nThey work shifts.\n"),
        (
            "x.md",
            "---\ntitle: 2b: Target learners: who they are\n\tbad: [yaml\n---\nThey work shifts.\n",
        ),
        ("x.md", '+++\ntitle = "Understanding my target learners"\n+++\nThey work shifts.\n'),
        ("x.md", "---\ntitle: My CMALT portfolio - 2b: Target learners\n---\nThey work shifts.\n"),
        ("2b.md", "They work shifts.\n"),
        ("03-target-learners.md", "# Nurses on nights\n\nThey work shifts.\n"),
        ("2024-05-01-target-learners.markdown", "They work shifts.\n"),
        (
            "x.html",
            "<title>Target learners | My site</title><h1>Nurses</h1><p>They work shifts.</p>",
        ),
    ],
)
def test_a_document_names_its_section(planned: Planned, name: str, text: str) -> None:
    plan = planned(text, name)
    assert [placed.section for placed in plan.placed] == ["2b"]
    assert "They work shifts." in plan.placed[0].text


def test_front_matter_is_kept_and_counted(planned: Planned) -> None:
    plan = planned(
        "---\ntitle: Future plans\nauthor: Robin Example\nodd [line\n---\n\nI will write.\n"
    )
    assert plan.author == "Robin Example"
    assert [(one.kind, one.words) for one in plan.stripped] == [("front matter", 8)]
    assert "odd [line" in plan.stripped[0].text


def test_a_rule_above_the_text_is_no_front_matter(planned: Planned) -> None:
    plan = planned(
        "---\n\nAll of this is prose that matters.\n\n---\n\n## Future plans\n\nI will write.\n"
    )
    assert "prose that matters" in plan.unplaced[0].text


def test_documents_of_a_folder_follow_their_stated_order(
    tmp_path: Path, cmalt_2019: Framework, account: Callable[..., ImportPlan]
) -> None:
    for name, place, title in (("b", 2, "Podcasts"), ("a", 10, "Mentoring"), ("c", 1, "Maps")):
        head = f"---\ntitle: 'Specialist area: {title}'\nweight: {place}\n---\n"
        (tmp_path / f"{name}.md").write_text(f"{head}About {title}.\n", "utf-8")
    plan = account(read_sources([tmp_path]), cmalt_2019)
    assert [placed.title for placed in plan.placed] == ["Maps", "Podcasts", "Mentoring"]
    assert [placed.section for placed in plan.placed] == [
        "specialist-1",
        "specialist-2",
        "specialist-3",
    ]


def test_a_reflection_in_a_file_of_its_own(
    tmp_path: Path, cmalt_2019: Framework, account: Callable[..., ImportPlan]
) -> None:
    (tmp_path / "1a-description.md").write_text("We chose a tool.\n", "utf-8")
    (tmp_path / "1a-reflection.md").write_text("I chose too fast.\n", "utf-8")
    plan = account(read_sources([tmp_path]), cmalt_2019)
    assert [(one.section, one.part) for one in plan.placed] == [
        ("1a", "description"),
        ("1a", "reflection"),
    ]
