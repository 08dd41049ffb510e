"""Answers to findings, entries of the log and the facts that reviews need survive the disk."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from cmalt_tui.model.dismissal import Dismissal
from cmalt_tui.model.log_entry import LogEntry, LogKind
from cmalt_tui.model.merging import merge
from cmalt_tui.model.portfolio import EvidenceItem, Portfolio, Section
from cmalt_tui.model.undoing import step_back
from cmalt_tui.problems import InputProblem
from cmalt_tui.store import create_portfolio, open_portfolio_folder

DAY = date(2026, 3, 1)
ANSWER = Dismissal("VOI-1", "1a", "description", "", "0011223344556677", "The team did it.", DAY)
OTHER = Dismissal("PRI-1", about="8899aabbccddeeff", reason="Shown in 4a.", on=DAY)
ENTRY = LogEntry(
    "ran-the-pilot",
    "Ran the pilot.\nTwo students could not follow.",
    DAY,
    LogKind.CPD,
    1.5,
    ("1a",),
    ("P1",),
    ("options",),
)


def portfolio(**more: object) -> Portfolio:
    bare = Portfolio("Mine", "Ilse Quillfeather", "cmalt-2019", "cmalt")
    return replace(bare, **more)  # type: ignore[arg-type]


def test_all_of_it_comes_back_from_the_disk(tmp_path: Path) -> None:
    mine = portfolio(
        dismissed=(ANSWER, OTHER),
        log={ENTRY.id: ENTRY},
        sections={"1a": Section("1a", topic="policy", aim=400)},
        evidence={"options": EvidenceItem("options", "Options", sha256="ab" * 32)},
    )
    create_portfolio(tmp_path / "mine", mine)
    assert open_portfolio_folder(tmp_path / "mine").load() == mine


def test_an_answer_that_is_taken_back_leaves_the_other_as_it_was_typed(tmp_path: Path) -> None:
    store = create_portfolio(tmp_path / "mine", portfolio(dismissed=(ANSWER, OTHER)))
    head = tmp_path / "mine" / "portfolio.toml"
    head.write_text(head.read_text().replace('"Shown in 4a."', '"Shown in 4a."  # surely'))
    store = open_portfolio_folder(tmp_path / "mine")
    store.save(replace(store.load(), dismissed=(OTHER,)))
    text = head.read_text()
    assert "# surely" in text
    assert "VOI-1" not in text


@pytest.mark.parametrize(
    ("line", "key"),
    [("hours = -1", "hours"), ('kind = "holiday"', "kind"), ("date = 12", "date")],
)
def test_an_entry_with_a_wrong_value_is_shown_as_broken(
    tmp_path: Path, line: str, key: str
) -> None:
    create_portfolio(tmp_path / "mine", portfolio(log={ENTRY.id: ENTRY}))
    file = tmp_path / "mine" / "log" / "ran-the-pilot.toml"
    kept = [one for one in file.read_text().splitlines() if not one.startswith(f"{key} =")]
    file.write_text("\n".join([kept[0], line, *kept[1:]]))
    loaded = open_portfolio_folder(tmp_path / "mine").load()
    assert loaded.log == {}
    assert loaded.broken[0].problem.line == 2
    assert loaded.broken[0].problem.key == key


def test_an_aim_that_is_no_number_of_words_is_refused(tmp_path: Path) -> None:
    create_portfolio(tmp_path / "mine", portfolio(sections={"1a": Section("1a", aim=5)}))
    file = tmp_path / "mine" / "sections" / "1a.toml"
    file.write_text(file.read_text().replace("aim = 5", "aim = -5"))
    with pytest.raises(InputProblem, match="number of words"):
        raise InputProblem.of(open_portfolio_folder(tmp_path / "mine").load().broken[0].problem)


def test_answers_of_two_programs_are_put_together() -> None:
    base, mine, theirs = portfolio(), portfolio(dismissed=(ANSWER,)), portfolio(dismissed=(OTHER,))
    merged = merge(base, mine, theirs)
    assert not merged.conflicts
    assert set(merged.item.dismissed) == {ANSWER, OTHER}


def test_undo_takes_an_entry_out_and_leaves_what_came_since() -> None:
    after = portfolio(log={ENTRY.id: ENTRY})
    now = after.with_log_entry(replace(ENTRY, id="other"))
    assert set(step_back(now, portfolio(), after).log) == {"other"}
