"""The folders of a person, empty, for every test that needs some."""

import gc
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from cmalt_tui.places import Places

# A shell that runs the tests in the background lets them ignore ctrl+c, and so would every program
# that they start and stop.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(autouse=True)
def thawed() -> Iterator[None]:
    """Let what a started app keeps from the garbage collector go with the test."""
    yield
    gc.unfreeze()


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """Folders of the program that nothing has been put into yet."""
    return Places(tmp_path / "config", tmp_path / "data", tmp_path / "cache")
