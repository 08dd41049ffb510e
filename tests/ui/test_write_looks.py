"""How the writing screen looks: few pictures, so that a change of looks is a decision."""

from collections.abc import Callable

from textual.pilot import Pilot

from cmalt_tui.ui.app import CmaltApp

MakeApp = Callable[..., CmaltApp]


async def settle(pilot: Pilot[None]) -> None:
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def open_outline(pilot: Pilot[None]) -> None:
    await settle(pilot)
    await pilot.press("f2")
    await settle(pilot)


def test_80_by_24_shows_one_text_and_a_question(
    make_app: MakeApp, snap_compare: Callable[..., bool]
) -> None:
    assert snap_compare(make_app(), terminal_size=(80, 24), run_before=settle)


def test_80_by_24_with_the_outline_over_it(
    make_app: MakeApp, snap_compare: Callable[..., bool]
) -> None:
    assert snap_compare(make_app(), terminal_size=(80, 24), run_before=open_outline)


def test_120_by_40_shows_three_panes(make_app: MakeApp, snap_compare: Callable[..., bool]) -> None:
    assert snap_compare(make_app(), terminal_size=(120, 40), run_before=settle)
