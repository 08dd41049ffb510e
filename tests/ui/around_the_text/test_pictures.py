"""Two pictures of whole screens, so that nobody changes how they look without seeing it."""

from collections.abc import Awaitable, Callable

import pytest
from textual.pilot import Pilot

from cmalt_tui.places import Places
from cmalt_tui.settings import Settings
from cmalt_tui.ui.app import CmaltApp
from cmalt_tui.ui.review_desk import ReviewDesk
from cmalt_tui.ui.screens.submit import SubmitScreen
from cmalt_tui.workbench.desk import Desk
from cmalt_tui.workbench.recent import remember_portfolio

MakeApp = Callable[..., CmaltApp]
Settle = Callable[[Pilot[None]], Awaitable[None]]
AtReview = Callable[..., ReviewDesk]
SnapCompare = Callable[..., bool]


@pytest.mark.usefixtures("home")
def test_welcome(snap_compare: SnapCompare, make_app: MakeApp, desk: Desk, places: Places) -> None:
    remember_portfolio(places, desk.folder, "Ada's portfolio")
    assert snap_compare(make_app(), terminal_size=(80, 24))


def test_submit(
    snap_compare: SnapCompare, make_app: MakeApp, at_review: AtReview, settle: Settle
) -> None:
    async def open_submit(pilot: Pilot[None]) -> None:
        pilot.app.push_screen(SubmitScreen(at_review()))
        await settle(pilot)

    app = make_app(settings=Settings(theme="paper"))
    assert snap_compare(app, terminal_size=(100, 30), run_before=open_submit)
