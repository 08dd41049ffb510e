"""Documents become a portfolio whole, with its evidence, or nothing is left behind."""

from hashlib import sha256
from pathlib import Path

import pytest

from cmalt_tui.places import Places
from cmalt_tui.problems import InputProblem
from cmalt_tui.progress import Cancelled, Progress
from cmalt_tui.store import open_portfolio_folder
from cmalt_tui.workbench.importing import carry_out, plan_of

TEXT = """# A portfolio of lanterns

## 1a Constraints

### Description

The quay has two sockets: ![the sockets](Two Sockets.PNG)

### Reflection

I would ask the harbour first.
"""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "old"
    folder.mkdir()
    (folder / "lanterns.md").write_text(TEXT.replace("Two Sockets", "Two%20Sockets"))
    (folder / "Two Sockets.PNG").write_bytes(b"sockets")
    return folder


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "new" / "lanterns"


def test_a_plan_becomes_a_portfolio_with_its_evidence(
    source: Path, target: Path, places: Places
) -> None:
    plan = plan_of([source], places, "cmalt-2019")
    assert carry_out(plan, target, places, author="Ada Example") == target
    portfolio = open_portfolio_folder(target).load()
    assert (portfolio.title, portfolio.author) == ("A portfolio of lanterns", "Ada Example")
    (item,) = portfolio.evidence.values()
    assert (target / "evidence" / item.file).read_bytes() == b"sockets"
    assert item.sha256 == sha256(b"sockets").hexdigest()
    assert f"evidence/{item.file}" in portfolio.section("1a").description
    assert [piece.text.strip() for piece in portfolio.section("1a").reflections] == [
        "I would ask the harbour first."
    ]


@pytest.mark.parametrize("calls", [0, 1])
def test_a_stop_leaves_nothing_behind(
    source: Path, target: Path, places: Places, tmp_path: Path, calls: int
) -> None:
    told: list[Progress] = []

    def stop(progress: Progress) -> None:
        told.append(progress)
        if len(told) > calls:
            raise Cancelled

    plan = plan_of([source], places, "cmalt-2019")
    with pytest.raises(Cancelled):
        carry_out(plan, target, places, report=stop)
    assert [entry.name for entry in tmp_path.iterdir()] == ["old"]


def test_a_folder_in_use_is_left_alone(source: Path, places: Places) -> None:
    plan = plan_of([source], places, "cmalt-2019")
    before = sorted(source.iterdir())
    with pytest.raises(InputProblem, match="is not empty"):
        carry_out(plan, source, places)
    assert sorted(source.iterdir()) == before


def test_an_unknown_pathway_is_refused_before_anything_is_read(places: Places) -> None:
    with pytest.raises(InputProblem, match="associate, cmalt, senior"):
        plan_of([Path("nowhere")], places, "cmalt-2019", "cmlat")
