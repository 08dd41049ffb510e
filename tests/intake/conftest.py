"""Frameworks, writing of sources, and the real portfolios where they are there."""

from collections.abc import Callable
from pathlib import Path

import pytest

from cmalt_tui.frameworks import load_framework
from cmalt_tui.intake import SourceSet, plan_import, read_sources
from cmalt_tui.model.framework import Framework
from cmalt_tui.model.import_plan import ImportPlan
from cmalt_tui.pandoc import run
from cmalt_tui.pandoc.tree import plain_text
from cmalt_tui.places import Places
from cmalt_tui.plain_text import count_words

_PORTFOLIOS = Path(__file__).resolve().parents[2].parent / "shared" / "portfolios"


def _framework(framework_id: str) -> Framework:
    nowhere = Path("nowhere")
    return load_framework(framework_id, Places(nowhere, nowhere, nowhere))


@pytest.fixture(scope="session")
def cmalt_2019() -> Framework:
    return _framework("cmalt-2019")


@pytest.fixture(scope="session")
def cmalt_2016() -> Framework:
    return _framework("cmalt-2016")


@pytest.fixture(scope="session")
def portfolios() -> Path:
    if not _PORTFOLIOS.is_dir():
        pytest.skip("the real portfolios are not on this machine")
    return _PORTFOLIOS


@pytest.fixture
def planned(tmp_path: Path, cmalt_2019: Framework) -> Callable[..., ImportPlan]:
    """Plan a text as one file, and check on the way that every word is accounted for."""

    def plan(
        text: str, name: str = "portfolio.md", framework: Framework = cmalt_2019
    ) -> ImportPlan:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        return accounted(read_sources([path]), framework)

    return plan


@pytest.fixture
def docx(tmp_path: Path) -> Callable[..., Path]:
    """Make a DOCX out of Markdown."""

    def make(text: str, name: str = "portfolio.docx") -> Path:
        path = tmp_path / name
        path.write_bytes(run(["-f", "markdown", "-t", "docx"], text.encode()))
        return path

    return make


def accounted(sources: SourceSet, framework: Framework, pathway: str | None = None) -> ImportPlan:
    """Plan sources and check that the plan holds as many words as they do."""
    plan = plan_import(sources, framework, pathway)
    source = sum(
        count_words(plain_text(document.blocks)) + count_words(document.front_matter)
        for document in sources.documents
    )
    told = sum(one.words for row in (plan.placed, plan.unplaced, plan.stripped) for one in row)
    assert told == source
    return plan


@pytest.fixture
def account() -> Callable[..., ImportPlan]:
    return accounted
