"""A fictional portfolio on disk, and the app on it."""

from collections.abc import Awaitable, Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from textual.pilot import Pilot

from cmalt_tui.model.portfolio import (
    EvidenceItem,
    EvidenceUse,
    InboxItem,
    Portfolio,
    Reflection,
    Section,
    Status,
)
from cmalt_tui.places import Places
from cmalt_tui.settings.settings import Settings
from cmalt_tui.store import create_portfolio
from cmalt_tui.ui.app import CmaltApp
from cmalt_tui.ui.autosave import Autosave
from cmalt_tui.ui.start import Start
from cmalt_tui.workbench.desk import Desk, open_desk
from cmalt_tui.workbench.examples import Examples


@pytest.fixture
def written() -> Portfolio:
    """A portfolio with a bit of everything."""
    sections = (
        Section("context", status=Status.DONE, statement="I teach bookbinding at Larkmoor."),
        Section(
            "1a",
            status=Status.DRAFT,
            principles=("P1",),
            description="We compared two ways of filming a bench.\n\nThe second one won.",
            reflections=(
                Reflection(
                    "the-pilot", "The pilot", "It taught me to ask first.", date(2026, 3, 1)
                ),
                Reflection("captions", "Captions", "I had left them for later.", date(2026, 4, 2)),
            ),
            evidence=(EvidenceUse("bench-video", "The first minute shows the glue."),),
            note="Ask Odo for permission.",
        ),
        Section("1b"),
        Section("confirmation", declaration={"name": "Ilse Quillfeather"}),
    )
    return Portfolio(
        title="Binding by hand",
        author="Ilse Quillfeather",
        framework="cmalt-2019",
        pathway="cmalt",
        sections={section.id: section for section in sections},
        evidence={
            "bench-video": EvidenceItem("bench-video", "A film of the bench", "video"),
            "glue-list": EvidenceItem("glue-list", "List of glues", "document"),
        },
        inbox=(
            InboxItem("loose", "A loose page", "It fits nowhere.", "old.docx", "no section fits"),
        ),
    )


@pytest.fixture
def folder(tmp_path: Path, written: Portfolio) -> Path:
    create_portfolio(tmp_path / "binding", written)
    return tmp_path / "binding"


@pytest.fixture
def desk(folder: Path, places: Places) -> Iterator[Desk]:
    opened = open_desk(folder, places, lock=True)
    yield opened
    opened.close()


@pytest.fixture
def make_app(desk: Desk, places: Places) -> Callable[..., CmaltApp]:
    """Make the app on the portfolio, at a place; saving by itself waits for ever unless asked."""

    def make(at: str = "1a/description", **settings: object) -> CmaltApp:
        chosen = replace(Settings(autosave_seconds=3600.0), **settings)  # type: ignore[arg-type]
        return CmaltApp(Start(desk, Examples(places), at), chosen, places)

    return make


@pytest.fixture
def settle() -> Callable[[Pilot[None]], Awaitable[None]]:
    """Wait until no worker runs, no disk is asked and every message is handled."""

    async def wait(pilot: Pilot[None]) -> None:
        await pilot.pause()
        while running := [worker for worker in pilot.app.workers if not worker.is_finished]:
            await pilot.app.workers.wait_for_complete(running)
            await pilot.pause()
        for screen in pilot.app.screen_stack:
            autosave = getattr(screen, "autosave", None)
            if isinstance(autosave, Autosave):
                assert autosave._disk.wait(30)
                autosave.look()
        await pilot.pause()

    return wait
