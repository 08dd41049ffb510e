"""The folders of a person, empty, for every test that needs some."""

from pathlib import Path

import pytest

from cmalt_tui.places import Places


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """Folders of the program that nothing has been put into yet."""
    return Places(tmp_path / "config", tmp_path / "data", tmp_path / "cache")
