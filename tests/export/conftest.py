"""A small made-up framework and portfolio, and helpers to export it and to look into the result."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from cmalt_tui.export import Audience, Exported, ExportRequest, Format, export
from cmalt_tui.model.framework import (
    Framework,
    FrameworkSection,
    Kind,
    Part,
    Pathway,
    Principle,
)
from cmalt_tui.model.portfolio import (
    EvidenceItem,
    EvidenceUse,
    Portfolio,
    Reflection,
    Section,
)

PARTS = ("description", "evidence", "reflection")
SECTIONS = (
    FrameworkSection("context", "Contextual statement", Kind.STATEMENT),
    FrameworkSection("ca1", "Area 1: Ways and means", Kind.AREA),
    FrameworkSection("1a", "Limits and gains", Kind.CRITERION, area="ca1", parts=PARTS),
    FrameworkSection("1b", "Skills in use", Kind.CRITERION, area="ca1", parts=PARTS),
    FrameworkSection(
        "specialist", "Specialist area", Kind.REPEAT, short_title="Specialist", parts=PARTS
    ),
    FrameworkSection("advanced", "Advanced area", Kind.REPEAT, parts=PARTS, least=0),
    FrameworkSection(
        "confirmation",
        "Confirmation",
        Kind.DECLARATION,
        fields=("name", "date", "nominated_assessor"),
        optional_fields=("nominated_assessor",),
    ),
)
FRAMEWORK = Framework(
    "made-up",
    "Made-up framework",
    "Nobody",
    parts=tuple(Part(part, part.capitalize()) for part in PARTS),
    principles_title="The two principles",
    principles=(Principle("P1", "To look closely."), Principle("P2", "To share.")),
    sections=SECTIONS,
    pathways=(Pathway("whole", "Whole", sections=SECTIONS),),
)


@dataclass(frozen=True)
class Desk:
    """A portfolio folder with what can be exported from it."""

    folder: Path
    portfolio: Portfolio

    def request(
        self,
        format: Format = Format.MARKDOWN,
        audience: Audience = Audience.ASSESSOR,
        output: Path | None = None,
    ) -> ExportRequest:
        place = output or self.folder.parent / "out" / f"portfolio.{format}"
        place.parent.mkdir(exist_ok=True)
        return ExportRequest(
            self.portfolio, FRAMEWORK, self.folder, format, place, audience, date(2026, 3, 9)
        )

    def export(
        self, format: Format = Format.MARKDOWN, audience: Audience = Audience.ASSESSOR
    ) -> Exported:
        return export(self.request(format, audience))

    def text(self, audience: Audience = Audience.ASSESSOR) -> str:
        """The document as Markdown."""
        return self.export(audience=audience).file.read_text(encoding="utf-8")

    def messages(self, format: Format = Format.MARKDOWN) -> list[str]:
        return [note.message for note in self.export(format).notes]

    def with_section(self, section: Section) -> "Desk":
        return replace(self, portfolio=self.portfolio.with_section(section))

    def with_evidence(self, item: EvidenceItem) -> "Desk":
        return replace(self, portfolio=self.portfolio.with_evidence(item))

    def saying(self, markdown: str) -> "Desk":
        """The same desk with a text of the person's own in section 1a."""
        section = self.portfolio.section("1a")
        return self.with_section(replace(section, description=markdown))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A finished little portfolio with a picture, a missing file, a link, and private things."""
    folder = tmp_path / "portfolio"
    files = folder / "evidence" / "files"
    files.mkdir(parents=True)
    Image.new("RGB", (320, 200), "steelblue").save(files / "chart.png")
    (files / "options.pdf").write_bytes(b"%PDF-1.4")
    sections = (
        Section("context", statement="I run a small team.[^1]\n\n[^1]: Of three."),
        Section(
            "1a",
            principles=("P1",),
            description="We weighed *three* options.[^1]\n\n[^1]: Not four.",
            evidence=(
                EvidenceUse("options", "The scoring table on page 3."),
                EvidenceUse("chart", "How use grew."),
            ),
            reflections=(
                Reflection("a", "What the pilot taught me", "A lot.", date(2026, 2, 1), ("P2",)),
                Reflection("b", "", "I would ask earlier."),
            ),
            note="Ask Sam first: private.",
        ),
        Section(
            "1b",
            description="I wrote a guide.",
            evidence=(EvidenceUse("chart", "The dip in March."), EvidenceUse("letter")),
            reflections=(Reflection("a", "", "Guides age."),),
        ),
        Section("specialist-1", title="Captions", description="Captions for all."),
        Section("retired", description="Parked text."),
        Section("confirmation", declaration={"name": "Mara Quaye", "date": "2026-03-01"}),
    )
    bank = (
        EvidenceItem(
            "chart",
            "Use by month",
            "screenshot",
            file="files/chart.png",
            permission="needed",
            alt="Bars that grow every month",
            caption="Use of the platform",
        ),
        EvidenceItem(
            "options",
            "Options paper",
            "report",
            date(2025, 3, 12),
            role="wrote it",
            file="files/options.pdf",
            url="https://example.org/options?a=1&b=2",
            access="The word is teapot.",
        ),
        EvidenceItem("letter", "Letter of thanks", "testimonial", file="files/letter.pdf"),
        EvidenceItem("unused", "Never shown"),
    )
    portfolio = Portfolio(
        "A year of small changes",
        "Mara Quaye",
        "made-up",
        "whole",
        sections={section.id: section for section in sections},
        evidence={item.id: item for item in bank},
    )
    return Desk(folder, portfolio)


@pytest.fixture
def headings() -> Callable[[str], list[str]]:
    """Lists the headings of a Markdown text with their marks."""
    return lambda text: re.findall(r"^#+ .*$", text, re.M)
