"""A talk in the line mode on a fictional portfolio."""

import io
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from cmalt_tui.cli.plain.conversation import converse
from cmalt_tui.cli.plain.session import Session
from cmalt_tui.model.portfolio import EvidenceItem, Portfolio, Reflection, Section, Status
from cmalt_tui.places import Places
from cmalt_tui.store import create_portfolio
from cmalt_tui.workbench.desk import Desk, open_desk


class Typed(io.StringIO):
    """Lines as a person types them; a callable among them is called when its turn comes."""

    def __init__(self, lines: Iterable[str | Callable[[], None]]) -> None:
        super().__init__()
        self._lines = iter(lines)

    def readline(self, size: int | None = -1, /) -> str:
        del size
        for line in self._lines:
            if isinstance(line, str):
                return f"{line}\n"
            line()
        return ""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    sections = (
        Section(
            "1a",
            status=Status.DRAFT,
            description="We compared two ways of filming a bench.\n\nThe second one won.",
            reflections=(Reflection("the-pilot", "The pilot", "It taught me to ask first."),),
        ),
        Section("1b"),
    )
    written = Portfolio(
        title="Binding by hand",
        author="Ilse Quillfeather",
        framework="cmalt-2019",
        pathway="cmalt",
        sections={section.id: section for section in sections},
        evidence={"glue-list": EvidenceItem("glue-list", "List of glues", "document")},
    )
    create_portfolio(tmp_path / "binding", written)
    return tmp_path / "binding"


@pytest.fixture
def desk(folder: Path, places: Places) -> Iterator[Desk]:
    opened = open_desk(folder, places, lock=True)
    yield opened
    opened.close()


@pytest.fixture
def talk(desk: Desk, places: Places) -> Callable[..., str]:
    """Type lines, and hear what is said."""

    def converse_with(*lines: str | Callable[[], None], at: str = "1a/description") -> str:
        said = io.StringIO()
        converse(Session(desk, places, Typed(lines), said, at))
        return said.getvalue()

    return converse_with
