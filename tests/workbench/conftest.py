"""The example corpus of a person, empty."""

from collections.abc import Callable

import pytest

from cmalt_tui.frameworks import load_framework
from cmalt_tui.model.example_source import AddedSource
from cmalt_tui.model.framework import Framework
from cmalt_tui.places import Places
from cmalt_tui.workbench.examples import Examples


@pytest.fixture
def framework(places: Places) -> Framework:
    return load_framework("cmalt-2019", places)


@pytest.fixture
def examples(places: Places) -> Examples:
    return Examples(places)


@pytest.fixture
def add(examples: Examples, framework: Framework) -> Callable[..., tuple[AddedSource, ...]]:
    return lambda *sources, **how: examples.add(sources, framework, **how)
