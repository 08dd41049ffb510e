"""The palette and the help: every command is there, and does what its key does or says why not."""

from collections.abc import Awaitable, Callable

import pytest
from textual.command import CommandPalette
from textual.pilot import Pilot

from cmalt_tui.commands import COMMANDS, Command, Scope, commands_in
from cmalt_tui.ui.app import CmaltApp
from cmalt_tui.ui.bindings import shown_key
from cmalt_tui.ui.editor.prose_editor import ProseEditor
from cmalt_tui.ui.hosts import action_of, host_of, reason_against
from cmalt_tui.ui.palette import CommandProvider, GoToProvider, go_to, run_command
from cmalt_tui.ui.screens.help import HelpScreen
from cmalt_tui.ui.screens.write import WriteScreen

MakeApp = Callable[..., CmaltApp]
Settle = Callable[[Pilot[None]], Awaitable[None]]
HERE = (Scope.ANYWHERE, Scope.WRITE, Scope.OUTLINE, Scope.EDITOR, Scope.CONTEXT)


@pytest.mark.parametrize("scope", HERE)
async def test_every_command_of_the_writing_screen_has_a_host_with_its_action(
    make_app: MakeApp, scope: Scope
) -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)):
        for command in commands_in(scope):
            host = host_of(command, app, app.screen)
            assert host is not None, command.id
            action = action_of(command, host).partition("(")[0]
            target = app.screen if action.startswith("screen.") else host
            assert hasattr(target, f"action_{action.removeprefix('screen.')}"), command.id


async def test_the_palette_finds_every_command_by_its_title(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)):
        provider = CommandProvider(app.screen)
        for command in COMMANDS:
            if command.palette:
                hits = [hit async for hit in provider.search(command.title)]
                assert any(hit.text == command.title for hit in hits), command.id


@pytest.mark.parametrize(
    "command", [c for c in COMMANDS if c.palette and c.scope not in HERE], ids=lambda c: c.id
)
async def test_commands_of_other_screens_say_where_they_belong(
    make_app: MakeApp, command: Command
) -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        assert reason_against(command, app, app.screen)
        await run_command(app, command)
        await pilot.pause()
        assert command.scope.value in " ".join(note.message for note in app._notifications)


@pytest.mark.parametrize(
    "command", [c for c in COMMANDS if c.palette and c.scope in HERE], ids=lambda c: c.id
)
async def test_every_command_runs_from_the_palette_or_says_why_not(
    make_app: MakeApp, command: Command, settle: Settle
) -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        reason = reason_against(command, app, app.screen)
        await run_command(app, command)
        await settle(pilot)
        if reason:
            assert reason in [note.message for note in app._notifications]


async def test_choosing_in_the_palette_carries_out(make_app: MakeApp, settle: Settle) -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("ctrl+p")
        await settle(pilot)
        assert CommandPalette.is_open(app)
        await pilot.press(*"new", "space", *"refl")
        palette = app.screen
        assert isinstance(palette, CommandPalette)
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert not CommandPalette.is_open(app)
        assert "AskLineScreen" in type(app.screen).__name__


async def test_go_to_section_lists_them_and_opens_one(make_app: MakeApp, settle: Settle) -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        screen = app.screen
        assert isinstance(screen, WriteScreen)
        listed = [hit.text async for hit in GoToProvider(screen).discover()]
        assert any(text and text.startswith("1b") for text in listed)
        hits = [hit async for hit in GoToProvider(screen).search("captions")]
        hits[0].command()
        await settle(pilot)
        assert screen.address.item == "captions"
        assert isinstance(app.focused, ProseEditor)


@pytest.mark.parametrize("key", ["alt+slash", "alt+9", "alt+6", "f8", "f5", "alt+5"])
async def test_a_section_is_gone_to_from_any_screen(
    make_app: MakeApp, settle: Settle, key: str
) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = app.screen
        assert isinstance(screen, WriteScreen)
        await settle(pilot)
        await pilot.press(key)
        await settle(pilot)
        assert app.screen is not screen
        go_to(app, "1b")
        await settle(pilot)
        assert app.screen is screen and screen.address.section == "1b"


def help_told(app: CmaltApp) -> str:
    drawn = " ".join(str(one.render()) for one in app.screen.query("Static, KeyLines"))
    return " ".join(drawn.split())


async def test_a_long_sentence_of_the_help_goes_on_below_its_own_beginning(
    make_app: MakeApp,
) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f1")
        await pilot.pause()
        lines = str(app.screen.query("KeyLines").first().render()).split("\n")
        assert all(len(line) <= 72 for line in lines)
        assert any(line.startswith(" " * 23) for line in lines)
        assert all(line[22] == " " for line in lines)
        # What the keys do stays in sight however far the list is scrolled.
        frame = app.screen.query_one("#help-frame").region
        assert app.screen.query_one(".dialog-keys").region.bottom <= frame.bottom


async def test_help_lists_every_command_of_the_screen_with_its_keys(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f1")
        assert isinstance(app.screen, HelpScreen)
        told = help_told(app)
        for scope in HERE:
            for command in commands_in(scope):
                assert command.help.split(".")[0] in told, command.id
                assert all(shown_key(key) in told for key in command.keys[:1]), command.id
        assert "undo goes back in this text alone" in told
        await pilot.press("escape")
        assert isinstance(app.screen, WriteScreen)


async def test_a_persons_own_key_works_and_footer_and_help_follow(make_app: MakeApp) -> None:
    app = make_app(keys={"write.outline": "f12", "outline.cursor_down": "n"})
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f2")
        assert isinstance(app.focused, ProseEditor)
        assert "f12 outline" in str(app.screen.query_one("FooterLine").render())
        await pilot.press("f12")
        assert app.focused is not None and app.focused.id == "outline"
        tree = app.screen.query_one("#outline")
        before = tree.cursor_line  # type: ignore[attr-defined]
        await pilot.press("j")
        assert tree.cursor_line == before  # type: ignore[attr-defined]
        await pilot.press("n")
        assert tree.cursor_line == before + 1  # type: ignore[attr-defined]
        await pilot.press("f1")
        assert "f12" in help_told(app)
