"""Rules are files that a person can add to, replace, switch off, and get wrong."""

from pathlib import Path

import pytest

from cmalt_tui.model.portfolio import Reflection, Section
from cmalt_tui.review.moves import MoveRules, Register, load_move_rules, xray_section
from cmalt_tui.review.moves.rule_files import SHIPPED

RULE = """
[[rule]]
id = "own-tea"
move = "feeling"
words = ["tea"]
patterns = ['{i}{few}{words}']
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "moves").mkdir()
    return tmp_path / "moves"


def write(folder: Path, text: str, name: str = "mine.toml") -> None:
    (folder / name).write_text(text, encoding="utf-8")


def fired(rules: MoveRules, sentence: str) -> set[str]:
    return {one.rule for one in rules.fired(sentence, Register.PROFESSIONAL)}


def test_no_folder_is_no_problem(tmp_path: Path) -> None:
    assert load_move_rules(tmp_path / "nowhere").problems == []


def test_an_own_rule_is_tried_beside_the_shipped_ones(folder: Path) -> None:
    write(folder, RULE)
    rules = load_move_rules(folder)
    assert rules.problems == []
    assert fired(rules, "I had tea and felt better.") >= {"own-tea", "feeling-i-felt"}
    assert "own-tea" not in fired(rules, "The tea was cold.")


def test_an_own_rule_takes_the_place_of_a_shipped_one_or_switches_it_off(folder: Path) -> None:
    write(folder, RULE.replace("own-tea", "feeling-i-felt"), "a.toml")
    write(folder, '[[rule]]\nid = "feeling-my"\noff = true\n', "b.toml")
    rules = load_move_rules(folder)
    assert rules.problems == []
    assert fired(rules, "I felt well.") == set()
    assert fired(rules, "I like tea.") == {"feeling-i-felt"}
    assert "feeling-my" in fired(load_move_rules(), "It was a blow to my pride.")
    assert "feeling-my" not in fired(rules, "It was a blow to my pride.")


@pytest.mark.parametrize(
    ("wrong", "line", "key", "told"),
    [
        (RULE.replace("{i}", "("), 6, "patterns", "is no pattern"),
        (RULE.replace("{i}", "{ich}"), 6, "patterns", "{ich} stands for nothing"),
        (RULE.replace("words", "wrods", 1), 5, "wrods", "not known. Did you mean words?"),
        (RULE.replace("feeling", "grade"), 4, "move", '"grade" is not known here'),
        (RULE.replace('"tea"', '"@teas"'), 5, "words", 'there is no list "teas"'),
        (RULE + 'registers = ["poem"]', 7, "registers", '"poem" is not known here'),
        (RULE + "weight = 5000", 7, "weight", "expected a number from -1000 to 1000"),
        (RULE.replace("own-tea", "own tea"), 3, "id", "can't be an id"),
        (RULE + 'question = "Why {tea}?"', 7, "question", "{tea} stands for nothing"),
        ('[[rule]]\nid = "x"\nmove = "lesson"', 1, "patterns", "is missing"),
        ("schema = 2", 1, "schema", "schema 1 only"),
        ("[[rule]\n", 1, "", "no valid TOML"),
    ],
)
def test_a_file_with_a_fault_is_named_and_left_out(
    folder: Path, wrong: str, line: int, key: str, told: str
) -> None:
    write(folder, wrong, "wrong.toml")
    write(folder, RULE, "right.toml")
    rules = load_move_rules(folder)
    (problem,) = rules.problems
    assert problem.file == folder / "wrong.toml"
    assert (problem.line, problem.key.rpartition(".")[2]) == (line, key)
    assert told in str(problem)
    assert fired(rules, "I had tea and felt better.") >= {"own-tea", "feeling-i-felt"}


def test_a_catastrophic_pattern_is_stopped_named_and_skipped(folder: Path) -> None:
    write(folder, RULE.replace("'{i}{few}{words}'", "'(?:x+x+)+y'").replace('["tea"]', '["z"]'))
    rules = load_move_rules(folder)
    assert rules.problems == []
    for number in range(50):
        sentence = f"I felt z {number} " + "x" * 5_000
        assert fired(rules, sentence) == {"feeling-i-felt"}
    (problem,) = rules.problems
    assert problem.file == folder / "mine.toml" and problem.line == 6
    assert "took too long" in problem.message


def test_an_own_rule_may_bring_its_own_question(folder: Path) -> None:
    write(folder, RULE + 'question = "{did}: and how was the tea?"')
    section = Section(
        "1a", description="I ran the pilot twice.", reflections=(Reflection("r", text="Rooms."),)
    )
    asked = {one.move: one for one in xray_section(section, load_move_rules(folder)).questions}
    assert asked["feeling"].question == "You ran the pilot twice: and how was the tea?"
    assert asked["feeling"].quote == "I ran the pilot twice."


def test_only_the_register_that_is_asked_for_is_read() -> None:
    professional = load_move_rules(registers=(Register.PROFESSIONAL,))
    assert {rule.id for rule in professional.rules} < {rule.id for rule in load_move_rules().rules}
    assert "diary-none-start" not in {rule.id for rule in professional.rules}


def test_ids_are_used_once() -> None:
    files = list((SHIPPED / "rules").rglob("*.toml"))
    ids = [
        line
        for file in files
        for line in file.read_text(encoding="utf-8").splitlines()
        if line.startswith("id = ")
    ]
    assert len(ids) > 100
    assert len(ids) == len(set(ids))
