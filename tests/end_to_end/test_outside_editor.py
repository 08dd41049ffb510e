"""The installed program hands its terminal to another editor, and takes it and the text back."""

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
PATIENCE = 60
# Draws over the screen, waits for a line as an editor would, and writes it into the text.
EDITOR = """\
import pathlib, sys
file = pathlib.Path(sys.argv[1])
print("\\x1b[2J\\x1b[Hother editor on", file.name, flush=True)
line = sys.stdin.readline().strip()
file.write_text(line + " " + file.read_text())
"""


class Terminal:
    """The program in a terminal of 80×24."""

    def __init__(self, home: Path, editor: str) -> None:
        environment = {**os.environ, "CMALT_TUI_HOME": str(home), "TERM": "xterm-256color"}
        environment |= {"VISUAL": editor}
        self.screen = pyte.Screen(80, 24)
        self.stream = pyte.ByteStream(self.screen)
        self.child = pexpect.spawn(
            str(PROGRAM), ["demo", "--at", "1b/description"], env=environment, dimensions=(24, 80)
        )

    def wait_for(self, condition: Callable[[str], bool], what: str) -> None:
        end = time.monotonic() + PATIENCE
        while not condition(shown := "\n".join(self.screen.display)):
            assert time.monotonic() < end, f"never came: {what}\n{shown}"
            try:
                self.stream.feed(self.child.read_nonblocking(65536, timeout=0.2))
            except pexpect.TIMEOUT:
                continue


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    script = tmp_path / "own_editor.py"
    script.write_text(EDITOR)
    terminal = Terminal(tmp_path / "home", f"'{sys.executable}' '{script}'")
    yield terminal
    terminal.child.close(force=True)


def begin(terminal: Terminal) -> None:
    terminal.wait_for(lambda shown: "I work with a small set" in shown, "the text")
    terminal.child.send("Typed ")
    terminal.wait_for(lambda shown: "Typed I work" in shown, "what was typed")
    terminal.child.send("\x1bo")
    terminal.wait_for(lambda shown: "other editor on 1b-description.md" in shown, "the editor")


def test_the_text_comes_back_and_the_whole_screen_with_it(
    terminal: Terminal, tmp_path: Path
) -> None:
    section = tmp_path / "home" / "data" / "demo" / "portfolio" / "sections" / "1b.toml"
    begin(terminal)
    assert "Typed I work" in section.read_text()
    terminal.child.send("Outside\n")
    terminal.wait_for(
        lambda shown: (
            "Outside Typed I work" in shown and "f1 help" in shown and "other editor" not in shown
        ),
        "the whole screen",
    )
    assert "Outside Typed I work" in section.read_text()
    terminal.child.send("\x1bz")
    terminal.wait_for(
        lambda shown: "Typed I work" in shown and "Outside" not in shown, "the text as it was"
    )


def test_an_interrupt_ends_the_editor_alone(terminal: Terminal, tmp_path: Path) -> None:
    begin(terminal)
    terminal.child.send("\x03")
    terminal.wait_for(
        lambda shown: "ended with code" in shown and "Typed I work" in shown, "the message"
    )
    assert list((tmp_path / "home" / "data" / "outside").glob("*/1b-description.md"))
