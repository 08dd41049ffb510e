"""How the words of a section are divided, beside the range of the examples."""

from cmalt_tui.model.portfolio import EvidenceUse, Reflection, Section
from cmalt_tui.review.own_part import own_part
from cmalt_tui.review.reviewed import Norm
from cmalt_tui.ui.widgets.own_part_pane import balance_content, own_part_content

SECTION = Section(
    "specialist-1",
    description="We glued. " * 20,
    evidence=(EvidenceUse("film", "The first minute."),),
    reflections=(Reflection("one", text="I asked ten learners, and six of the ten could bind."),),
)


def test_each_part_stands_beside_what_others_write() -> None:
    told = balance_content(SECTION, {("specialist", "reflection"): Norm(80, 120, 200, 5)}).plain
    description, evidence, reflection = told.split("\n")
    assert description.strip().startswith("description ▰▰▰▰▰▰▰▰▰▰")
    assert "40 words" in description and "others" not in description
    assert "3 words" in evidence
    assert "11 words   others 80–200" in reflection


def test_a_part_that_others_have_is_shown_where_it_is_empty() -> None:
    told = balance_content(Section("1a"), {("1a", "reflection"): Norm(80, 120, 200, 5)}).plain
    assert "reflection" in told and "0 words   others 80–200" in told


def test_who_acts_is_counted_in_words() -> None:
    told = own_part_content(own_part(SECTION), "o").plain
    assert "o  who acts  I 1 · we 20 · 20 of the team alone" in told
