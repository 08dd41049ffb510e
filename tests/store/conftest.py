"""A portfolio folder typed by hand, as a person with an editor would leave it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from cmalt_tui.model.passage import Origin, Passage
from cmalt_tui.model.portfolio import (
    EvidenceItem,
    EvidenceUse,
    InboxItem,
    Portfolio,
    Reflection,
    Section,
    Status,
)
from cmalt_tui.model.saved_example import SavedExample

PORTFOLIO = """\
# Mine, and only mine.
schema = 1
title = "Learning to leave the platform alone"
author = "Rowan Ashby"
pathway = "cmalt"        # Senior comes later
framework = "cmalt-2019"
favourite_pen = "blue"

[backup]
where = "the shed"
"""

SECTION_1A = """\
# Written on trains.
section = "1a"
schema = 1
principles = ["P1"]   # P3 too?
status = "draft"

[note]
text = "Ask Sam before using the screenshot."

[description]
# first go, March
text = \"\"\"
When the college replaced its lecture capture,
I weighed three options.
\"\"\"
mood = "tired"

# what to show
[[evidence]]
item = "options"   # the table
shows = "Page 3 has the criteria."
weight = 3

[[evidence]]
item = "minutes"

# the pilot
[[reflection]]
id = "pilot"
written = 2026-03-01
text = '''
I had expected resistance.
'''

[custom]
colour = "green"
"""

EVIDENCE_OPTIONS = """\
schema = 1
title = "Options for lecture capture"
kind = "report"
date = 2025-11-20
people = ["Sam Oduya", "Kit Lowe"]
permission = "granted"
"""

EXAMPLE_PILOT = """\
# Read this before every reflection.
schema = 1
section = "1a"
part = "reflection"
works = "names what would change"   # and for whom
licence = "CC BY 4.0"
author = "Wren Holloway"
text = '''
I had planned the pilot around the staff who volunteered.
'''
mood = "envy"
"""

INBOX_LEFTOVER = """\
schema = 1
heading = "Acknowledgements"
source = "portfolio.docx"
reason = "no section fits"
text = "Thanks to all."
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The hand-typed portfolio on disk."""
    home = tmp_path / "portfolio"
    for name, text in (
        ("portfolio.toml", PORTFOLIO),
        ("sections/1a.toml", SECTION_1A),
        (
            "sections/1b.toml",
            'schema = 1\nsection = "1b"\n\n[description]\ntext = "Constraints."\n',
        ),
        ("evidence/options.toml", EVIDENCE_OPTIONS),
        ("inbox/leftover.toml", INBOX_LEFTOVER),
        ("examples/the-pilot.toml", EXAMPLE_PILOT),
    ):
        file = home / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    return home


@pytest.fixture
def portfolio() -> Portfolio:
    """A portfolio that uses every field."""
    return Portfolio(
        title="Learning to leave the platform alone",
        author="Rowan Ashby",
        framework="cmalt-2019",
        pathway="cmalt",
        language="cy",
        created=date(2026, 1, 5),
        submit_by=date(2026, 9, 30),
        sections={
            "1a": Section(
                "1a",
                title="Own title",
                status=Status.REVIEW,
                principles=("P1", "P3"),
                description="First.\n\nSecond, with 'quotes' and a \\ in it.",
                evidence=(EvidenceUse("options", "The table.\nAnd the graph."), EvidenceUse("x")),
                reflections=(
                    Reflection("pilot", "The pilot", "I was wrong.", date(2026, 3, 1), ("P3",)),
                    Reflection("later"),
                ),
                note="Ask Sam.",
            ),
            "confirmation": Section(
                "confirmation", declaration={"name": "Rowan Ashby", "signed": "2026-09-01"}
            ),
            "context": Section("context", statement="I work in a college."),
        },
        evidence={
            "options": EvidenceItem(
                "options",
                "Options",
                kind="report",
                date=date(2025, 11, 20),
                role="Author",
                file="files/options.pdf",
                url="https://example.org/options",
                physical="Binder 3",
                permission="granted",
                people=("Sam Oduya",),
                access="Password on request",
                alt="A table of three columns",
                caption="The options",
            )
        },
        inbox=(InboxItem("thanks", "Thanks", "Thanks to all.", "a.docx", "no section fits"),),
        examples={
            "pilot": SavedExample(
                "pilot",
                Passage(
                    "pilots-17",
                    "I had planned it.\n\nAround those who volunteered.",
                    Origin(
                        "A year of pilots",
                        "Wren Holloway",
                        "https://example.org/pilots",
                        "CC BY 4.0",
                        "cmalt",
                        "Further education",
                        2024,
                    ),
                    section="1a",
                    part="reflection",
                    title="The second pilot",
                    works="Names what would change.\nAnd for whom.",
                ),
                date(2026, 4, 1),
            )
        },
    )


@pytest.fixture
def contents() -> Callable[[Path], dict[str, bytes]]:
    """A function that reads every file below a folder, by its path."""
    return lambda below: {
        file.relative_to(below).as_posix(): file.read_bytes()
        for file in sorted(below.rglob("*"))
        if file.is_file()
    }
