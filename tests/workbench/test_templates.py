"""Templates: the shipped ones, own ones before them, and a broken one told with its line."""

from pathlib import Path

import pytest

from cmalt_tui.model.text_marks import unanswered_prompts
from cmalt_tui.places import Places
from cmalt_tui.plain_text import count_words
from cmalt_tui.workbench.templates import LONGEST_PROMPT, load_templates, with_template

OWN = (
    'schema = 1\ntitle = "Tides"\nsource = "Ada Example, 2026"\nprompts = ["Ebb?", "Flood -->?"]\n'
)


@pytest.fixture
def own_folder(places: Places) -> Path:
    places.own_templates.mkdir(parents=True)
    return places.own_templates


def test_the_shipped_ones_name_who_thought_of_them(places: Places) -> None:
    templates, problems = load_templates(places)
    assert not problems
    reflections = [template for template in templates if template.part == "reflection"]
    assert 4 <= len(reflections) <= 6
    assert {"gibbs", "kolb", "what", "diep"} <= {template.id for template in reflections}
    assert any(template.part == "description" for template in templates)
    assert all(template.source and len(template.prompts) > 2 for template in templates)


def test_prompts_stand_below_the_text_each_open_and_none_a_word(
    places: Places, own_folder: Path
) -> None:
    (own_folder / "tides.toml").write_text(OWN, encoding="utf-8")
    (own_folder / "gibbs.toml").write_text(OWN, encoding="utf-8")
    templates, _ = load_templates(places)
    by_id = {template.id: template for template in templates}
    assert by_id["gibbs"].title == "Tides"
    text = with_template("Mine.", by_id["tides"])
    assert text.startswith("Mine.\n\n<!-- ? Ebb? -->")
    assert len(unanswered_prompts(text)) == 2
    assert count_words(text) == 1


@pytest.mark.parametrize(
    ("content", "line", "key"),
    [
        (OWN.replace("title", "titel"), 2, "titel"),
        (OWN.replace("prompts = [", 'part = "evidence"\nprompts = ['), 4, "part"),
        (OWN.replace('["Ebb?", "Flood -->?"]', "[]"), 4, "prompts"),
        (OWN.replace("Ebb?", "E" * (LONGEST_PROMPT + 1)), 4, "prompts"),
        (OWN.replace("schema = 1", "schema = 9"), 1, "schema"),
    ],
)
def test_a_broken_one_is_told_and_the_others_stay(
    places: Places, own_folder: Path, content: str, line: int, key: str
) -> None:
    (own_folder / "tides.toml").write_text(content, encoding="utf-8")
    templates, problems = load_templates(places)
    assert [(problem.line, problem.key) for problem in problems] == [(line, key)]
    assert problems[0].file == own_folder / "tides.toml"
    assert "gibbs" in {template.id for template in templates}
