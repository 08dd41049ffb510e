"""A way to put a framework file into a person's own folders."""

from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest

from cmalt_tui.places import Places

WriteFramework = Callable[[str, str], Path]


@pytest.fixture
def write_framework(places: Places) -> WriteFramework:
    def write(framework_id: str, content: str) -> Path:
        places.own_frameworks.mkdir(parents=True, exist_ok=True)
        file = places.own_frameworks / f"{framework_id}.toml"
        file.write_text(dedent(content), encoding="utf-8")
        return file

    return write
