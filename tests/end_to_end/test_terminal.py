"""Drives the installed program in a real pseudo-terminal: start, write, look, export, leave."""

import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

pexpect = pytest.importorskip("pexpect", reason="pexpect is in the extra dev")
pyte = pytest.importorskip("pyte", reason="pyte is in the extra dev")

if sys.platform == "win32":
    pytest.skip("there are no pseudo-terminals of this kind on Windows", allow_module_level=True)

PROGRAM = Path(sys.executable).with_name("cmalt-tui")
COLUMNS, LINES = 80, 24
PATIENCE = 60


class Terminal:
    """A terminal of 80×24 with the program in it."""

    def __init__(self, arguments: list[str], home: Path, folder: Path | None = None) -> None:
        environment = {**os.environ, "CMALT_TUI_HOME": str(home), "TERM": "xterm-256color"}
        environment.pop("NO_COLOR", None)
        self.screen = pyte.Screen(COLUMNS, LINES)
        self.stream = pyte.ByteStream(self.screen)
        self.received = b""
        self.child = pexpect.spawn(
            str(PROGRAM),
            arguments,
            env=environment,
            cwd=folder,
            dimensions=(LINES, COLUMNS),
            timeout=PATIENCE,
        )

    @property
    def shown(self) -> str:
        return "\n".join(self.screen.display)

    def wait_for(self, condition: Callable[[], bool], what: str) -> None:
        """Take in what the program sends until a condition holds."""
        end = time.monotonic() + PATIENCE
        while not condition():
            assert time.monotonic() < end, f"never came: {what}\n{self.shown}"
            try:
                sent = self.child.read_nonblocking(65536, timeout=0.2)
            except pexpect.TIMEOUT:
                continue
            except pexpect.EOF:
                self.child.wait()
                assert condition(), f"the program ended before: {what}\n{self.shown}"
                return
            self.received += sent
            self.stream.feed(sent)

    def wait_for_text(self, text: str) -> None:
        self.wait_for(lambda: text in self.shown, text)

    def press(self, keys: str) -> None:
        self.child.send(keys)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def terminal(home: Path) -> Iterator[Terminal]:
    terminal = Terminal(["demo", "--at", "1b/description"], home)
    yield terminal
    terminal.child.close(force=True)


F1, F8, ESCAPE = "\x1bOP", "\x1b[19~", "\x1b"
CTRL_E, CTRL_P, CTRL_Q = "\x05", "\x10", "\x11"


def test_a_byte_that_is_no_text_shows_and_ends_nothing(terminal: Terminal) -> None:
    terminal.wait_for_text("I work with a small set of tools")
    terminal.press("before ")
    terminal.child.send(b"caf\xe9 \xff")
    terminal.press("after ")
    terminal.wait_for_text("before caf� �after I work")


def test_from_the_start_to_an_export(terminal: Terminal, home: Path) -> None:
    portfolio = home / "data" / "demo" / "portfolio"
    section = portfolio / "sections" / "1b.toml"
    terminal.wait_for_text("1b Technical knowledge")
    terminal.wait_for_text("I work with a small set of tools")

    terminal.press("Zanzibar first. ")
    terminal.wait_for_text("Zanzibar first. I work")
    terminal.wait_for(lambda: "Zanzibar first. I work" in section.read_text(), "autosave")

    terminal.press(CTRL_E)
    terminal.wait_for_text("section 1b")
    terminal.press("refelction")
    terminal.wait_for_text("reflection")
    terminal.press(ESCAPE)
    terminal.wait_for_text("Zanzibar first. I work")

    terminal.press(F8)
    terminal.wait_for_text("DOCX")
    terminal.press(F8)
    terminal.wait_for(lambda: any((portfolio / "exports").glob("*.docx")), "the exported document")

    terminal.press(CTRL_Q)
    terminal.wait_for(lambda: not terminal.child.isalive(), "the end of the program")
    assert terminal.child.exitstatus == 0
    assert b"Traceback" not in terminal.received


def test_text_from_a_file_never_reaches_the_terminal_as_an_escape(
    tmp_path: Path, home: Path
) -> None:
    folder = tmp_path / "hostile"
    (folder / "sections").mkdir(parents=True)
    (folder / "portfolio.toml").write_text(
        'schema = 1\ntitle = "T \\u001b]0;evil\\u0007 [/] [b]x[/b]"\nauthor = "A"\n'
        'framework = "cmalt-2019"\npathway = "cmalt"\n'
    )
    (folder / "sections" / "1a.toml").write_text(
        'schema = 1\nsection = "1a"\n[description]\n'
        'text = "marker \\u001b]0;evil\\u0007 \\u001b[31m [/] [b]x[/b] 漢字 e\\u0301 end"\n'
    )
    terminal = Terminal(["open", str(folder), "--at", "1a/description"], home)
    try:
        terminal.wait_for_text("marker")
        terminal.wait_for_text("[b]x[/b]")
        for keys, shown in (
            (F8, "DOCX"),
            (ESCAPE, "marker"),
            (F1, "Look how others"),
            (ESCAPE, "marker"),
            (CTRL_P, "ommand"),
            (ESCAPE, "marker"),
        ):
            terminal.press(keys)
            terminal.wait_for_text(shown)
    finally:
        terminal.child.close(force=True)
    assert b"\x1b]0;evil" not in terminal.received
    assert b"evil" not in terminal.received


def test_without_a_portfolio_it_says_what_to_do_first(tmp_path: Path, home: Path) -> None:
    terminal = Terminal([], home, folder=tmp_path)
    try:
        terminal.wait_for_text("start a new portfolio")
        terminal.press("d")
        terminal.wait_for_text("1b Technical knowledge")
    finally:
        terminal.child.close(force=True)
