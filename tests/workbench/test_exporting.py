"""Where documents go, and that nothing stays of those that were not written."""

from pathlib import Path

import pytest

from cmalt_tui.places import Places
from cmalt_tui.problems import InputProblem
from cmalt_tui.progress import Cancelled, Progress
from cmalt_tui.workbench.beginnings import new_portfolio
from cmalt_tui.workbench.desk import Desk, open_desk
from cmalt_tui.workbench.exporting import Audience, Format, default_file, export_desk


@pytest.fixture
def desk(tmp_path: Path, places: Places) -> Desk:
    return open_desk(new_portfolio(tmp_path / "mine", places, title="Mine: one"), places)


def test_documents_go_to_the_portfolio_unless_told_otherwise(desk: Desk, tmp_path: Path) -> None:
    (made,) = export_desk(desk, [Format.HTML])
    assert made.file == default_file(desk, Format.HTML)
    assert made.file.parent == desk.folder / "exports"
    (named,) = export_desk(desk, [Format.HTML], tmp_path / "named.html")
    assert named.file == tmp_path / "named.html"
    (tmp_path / "out").mkdir()
    both = export_desk(desk, [Format.HTML, Format.MARKDOWN], tmp_path / "out", Audience.PUBLIC)
    assert [one.file.name.split("-")[2] for one in both] == ["public", "public"]


def test_a_stopped_export_leaves_no_folder(desk: Desk) -> None:
    def stop(progress: Progress) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        export_desk(desk, [Format.HTML], report=stop)
    assert not (desk.folder / "exports").exists()


def test_no_format_is_refused(desk: Desk) -> None:
    with pytest.raises(InputProblem, match="no format"):
        export_desk(desk, [])
