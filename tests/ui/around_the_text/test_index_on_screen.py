"""A search index that has to be made first: told on the screen while it lasts, and stoppable."""

import threading
from collections.abc import Awaitable, Callable

from textual.pilot import Pilot

from cmalt_tui.places import Places
from cmalt_tui.progress import Progress
from cmalt_tui.ui.app import CmaltApp
from cmalt_tui.ui.screens.examples import ExamplesScreen
from cmalt_tui.ui.widgets.passage_list import PassageList
from cmalt_tui.workbench.desk import Desk
from cmalt_tui.workbench.examples import Examples

MakeApp = Callable[..., CmaltApp]
Settle = Callable[[Pilot[None]], Awaitable[None]]


async def test_an_index_that_is_made_anew_is_told_can_be_stopped_and_goes_on_with_the_next_key(
    make_app: MakeApp, examples: Examples, desk: Desk, places: Places, settle: Settle
) -> None:
    for file in places.cache.glob("*.sqlite*"):
        file.unlink()
    is_making, may_go_on = threading.Event(), threading.Event()

    def wait(progress: Progress) -> None:
        is_making.set()
        assert may_go_on.wait(10)

    slow = Examples(places, examples.folder, wait)
    app = make_app()

    def told() -> str:
        return str(app.screen.query_one("#search-told").render())

    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(ExamplesScreen(slow, desk, "1a", "reflection"))
        while not is_making.is_set() or "Making the search index" not in told():
            await pilot.pause()
        assert "of 91" in told() and "stops it" in told()
        await pilot.press("escape")
        may_go_on.set()
        await settle(pilot)
        assert "goes on with it" in told()
        assert isinstance(app.screen, ExamplesScreen)
        await pilot.press("p")
        await settle(pilot)
        assert app.screen.query_one(PassageList).hits
        assert "goes on with it" not in told()
