"""How the writing screen looks: few pictures, so that a change of looks is a decision."""

from collections.abc import Awaitable, Callable

from textual.pilot import Pilot

from cmalt_tui.ui.app import CmaltApp

MakeApp = Callable[..., CmaltApp]
Settle = Callable[[Pilot[None]], Awaitable[None]]
Compare = Callable[..., bool]


def test_80_by_24_shows_one_text_and_a_question(
    make_app: MakeApp, snap_compare: Compare, settle: Settle
) -> None:
    assert snap_compare(make_app(), terminal_size=(80, 24), run_before=settle)


def test_80_by_24_with_the_outline_over_it(
    make_app: MakeApp, snap_compare: Compare, settle: Settle
) -> None:
    async def open_outline(pilot: Pilot[None]) -> None:
        await settle(pilot)
        await pilot.press("f2")
        await settle(pilot)

    assert snap_compare(make_app(), terminal_size=(80, 24), run_before=open_outline)


def test_120_by_40_shows_three_panes(
    make_app: MakeApp, snap_compare: Compare, settle: Settle
) -> None:
    assert snap_compare(make_app(), terminal_size=(120, 40), run_before=settle)
