"""Lists that have the keys are walked with the letters of vi as well as with the arrows."""

from collections.abc import Callable

import pytest
from textual.widgets import OptionList

from cmalt_tui.ui.app import CmaltApp

MakeApp = Callable[..., CmaltApp]


@pytest.mark.parametrize("opened_by", ["f6", "alt+t", "alt+p", "f8"])
async def test_letters_walk_a_list(make_app: MakeApp, opened_by: str) -> None:
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press(opened_by)
        await pilot.pause()
        listed = app.screen.query_one(OptionList)
        assert app.focused is listed
        last = listed.option_count - 1
        await pilot.press("g")
        first = listed.highlighted
        await pilot.press("j")
        assert listed.highlighted != first
        await pilot.press("k")
        assert listed.highlighted == first
        await pilot.press("G")
        assert listed.highlighted == last
