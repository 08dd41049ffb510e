"""Nothing is sent while nothing happens: the installed program in a real pseudo-terminal."""

import os
import sys
from pathlib import Path

import pytest

pexpect = pytest.importorskip("pexpect", reason="pexpect is in the extra dev")

if sys.platform == "win32":
    pytest.skip("there are no pseudo-terminals of this kind on Windows", allow_module_level=True)

PROGRAM = Path(sys.executable).with_name("cmalt-tui")
PATIENCE = 60
# Longer than the program waits between two looks at what others changed on disk.
LONGEST_WAIT = 6


def received(child: "pexpect.spawn[bytes]", quiet: float) -> bytes:
    """Take in what comes until nothing has come for a while."""
    taken = b""
    while True:
        try:
            taken += child.read_nonblocking(65536, timeout=quiet)
        except pexpect.TIMEOUT:
            return taken


@pytest.mark.parametrize("keys", ["", "Zanzibar first. ", "\x1b[6~\x1b[6~", "\x10"])
def test_at_rest_nothing_is_sent(tmp_path: Path, keys: str) -> None:
    environment = {**os.environ, "CMALT_TUI_HOME": str(tmp_path), "TERM": "xterm-256color"}
    command = ["demo", "--at", "1b/description"]
    child = pexpect.spawn(
        str(PROGRAM), command, env=environment, dimensions=(40, 120), timeout=PATIENCE
    )
    try:
        child.expect_exact("Technical knowledge")
        received(child, 2.0)
        child.send(keys)
        # What is saved and counted after the keys is told; then there is nothing to tell.
        told = received(child, 3.0)
        assert bool(told) == bool(keys)
        assert received(child, LONGEST_WAIT) == b""
    finally:
        child.close(force=True)
