"""A portfolio that went out as a document comes back: sections, words, evidence."""

import re
import tempfile
from collections import Counter
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from PIL import Image

from cmalt_tui.export import Audience, ExportRequest, Format, export
from cmalt_tui.intake import plan_import, plan_portfolio, read_sources
from cmalt_tui.model.framework import Framework
from cmalt_tui.model.import_plan import ImportPlan
from cmalt_tui.model.portfolio import (
    EvidenceItem,
    EvidenceUse,
    Portfolio,
    Reflection,
    Section,
)
from cmalt_tui.places import shipped
from cmalt_tui.plain_text import words
from cmalt_tui.store import PortfolioStore

FORMATS = (Format.DOCX, Format.HTML, Format.MARKDOWN)
LEAST_KEPT = 0.995
VOCABULARY = """
lantern quay tide pilot learners rig noise caption bench survey costly slow “bright” it’s half-made
½ naïve £410 90% *hands* **first** `code` ~~old~~ [paper](https://example.org/a) we I and the of was
because however (mostly) Ilse A/B 2.5 ß 你好 e.g. [[ev:film]]
"""
WORDS = st.sampled_from(VOCABULARY.split())
SENTENCES = st.lists(WORDS, min_size=3, max_size=14).map(lambda row: f"We {' '.join(row)}.")
PROSE = st.lists(SENTENCES, min_size=1, max_size=3).map(" ".join)
BLOCKS = st.one_of(
    PROSE,
    PROSE,
    SENTENCES.map(lambda text: f"> {text}"),
    st.lists(SENTENCES, min_size=2, max_size=3).map(lambda row: "\n".join(f"- {x}" for x in row)),
    st.lists(SENTENCES, min_size=2, max_size=3).map(
        lambda row: "\n".join(f"{number}. {text}" for number, text in enumerate(row, 1))
    ),
    SENTENCES.map(lambda text: f"### Of the {text[3:20].split()[0].strip('*~`“”')} things"),
    SENTENCES.map(lambda text: f"| Tool | Said |\n|---|---|\n| rig | {text} |"),
    SENTENCES.map(lambda text: f"Noted.[^1]\n\n[^1]: {text}"),
)
TEXTS = st.lists(BLOCKS, min_size=1, max_size=4).map(
    lambda row: "\n\n".join(["We begin.", *row, "So."])
).filter(lambda text: text.count("[^1]:") <= 1)  # fmt: skip
TITLES = st.sampled_from(
    ["", "", "What the pilot taught me", "Noise: a second look", "“Ours”, not mine", "Next (again)"]
)
DAYS = st.none() | st.dates(date(2015, 1, 1), date(2026, 12, 31))
CODES = st.lists(st.sampled_from(["P1", "P2", "P3", "P4"]), unique=True, max_size=3).map(
    lambda found: tuple(sorted(found))
)
SHOWS = st.sampled_from(
    ["", "The table on page 3.", "What I did: the second half.", "It (mostly)."]
)
ITEMS = ("film", "paper", "letter", "chart")
USES = st.lists(st.builds(EvidenceUse, st.sampled_from(ITEMS), SHOWS), max_size=3).map(tuple)
REFLECTIONS = st.lists(
    st.builds(Reflection, st.just(""), TITLES, TEXTS, DAYS, CODES), max_size=2
).map(
    lambda found: tuple(
        Reflection(f"r{number}", one.title, one.text, one.written, one.principles)
        for number, one in enumerate(found)
    )
)
GRADED = st.builds(
    Section,
    st.just(""),
    principles=CODES,
    description=TEXTS,
    evidence=USES,
    reflections=REFLECTIONS,
)
BANK = {
    "film": EvidenceItem(
        "film", "A film of the bench", "video", date(2025, 3, 1), role="Made it",
        url="https://example.org/film?a=1&b=2", access="The word is teapot",
    ),
    "paper": EvidenceItem("paper", "Options: a paper (draft)", "report", file="files/paper.pdf"),
    "letter": EvidenceItem("letter", "Letter of thanks", physical="In the blue folder"),
    "chart": EvidenceItem(
        "chart", "Use by month", "screenshot", file="files/chart.png", alt="Bars that grow",
        caption="Use of the platform",
    ),
}  # fmt: skip


def _portfolio(graded: Mapping[str, Section], context: str, future: str) -> Portfolio:
    sections = {
        name: Section(
            name,
            "Lanterns for all" if name.startswith("specialist") else "",
            principles=one.principles,
            description=one.description,
            evidence=one.evidence,
            reflections=one.reflections,
        )
        for name, one in graded.items()
    }
    sections["context"] = Section("context", statement=context)
    sections["future"] = Section("future", statement=future)
    sections["confirmation"] = Section(
        "confirmation", declaration={"name": "Odo Quillfeather", "date": "2026-03-01"}
    )
    return Portfolio(
        "Lamps | and quays", "Odo Quillfeather", "cmalt-2019", "cmalt", sections=sections,
        evidence=BANK,
    )  # fmt: skip


PORTFOLIOS = st.builds(
    _portfolio,
    st.fixed_dictionaries({"1a": GRADED, "2b": GRADED, "specialist-1": GRADED}),
    TEXTS,
    TEXTS,
)


def _back(
    portfolio: Portfolio, folder: Path, framework: Framework, format: Format, audience: Audience
) -> Portfolio:
    with tempfile.TemporaryDirectory() as name:
        out = Path(name) / f"portfolio{format.suffix}"
        day = date(2026, 3, 9)
        export(ExportRequest(portfolio, framework, folder, format, out, audience, day))
        return plan_portfolio(_planned(out, framework))


def _planned(out: Path, framework: Framework) -> ImportPlan:
    return plan_import(read_sources([out]), framework, "cmalt")


def _words(section: Section) -> Counter[str]:
    texts = (section.description, section.statement, *(one.text for one in section.reflections))
    # References get the ids of the new items, and lists that touch are counted on.
    plain = " ".join(re.sub(r"\[\[ev:[^\]]*\]\]|(?m:^\d+\.) ", "", text) for text in texts)
    return Counter(words(plain.replace("’", "'")))


def _told(portfolio: Portfolio, item: str) -> tuple[object, ...]:
    one = portfolio.evidence[item]
    caption = one.caption if one.file.endswith(".png") else ""
    place = (one.url, one.physical, bool(one.file), Path(one.file).suffix)
    return (one.title, one.kind, one.date, one.role, *place, one.access, caption)


def _used(portfolio: Portfolio, section: str) -> list[tuple[object, ...]]:
    return [(*_told(portfolio, use.item), use.shows) for use in portfolio.section(section).evidence]


def _shape(section: Section) -> object:
    pieces = [(one.title, one.written, one.principles) for one in section.reflections]
    return section.title, section.principles, dict(section.declaration), pieces


def _check(before: Portfolio, after: Portfolio) -> None:
    assert (after.title, after.author) == (before.title, before.author)
    assert set(after.sections) == set(before.sections)
    assert after.inbox == ()
    kept = total = 0
    lost: Counter[str] = Counter()
    for name in before.sections:
        mine, theirs = _words(before.section(name)), _words(after.section(name))
        lost |= mine - theirs
        kept += (mine & theirs).total()
        total += mine.total()
        assert _shape(after.section(name)) == _shape(before.section(name)), name
        assert not after.section(name).note
    assert kept >= LEAST_KEPT * total, lost


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.reuse, Phase.generate),
)
@given(PORTFOLIOS)
@pytest.mark.parametrize("format", FORMATS)
def test_a_generated_portfolio_comes_back(
    format: Format, cmalt_2019: Framework, portfolio: Portfolio
) -> None:
    with tempfile.TemporaryDirectory() as name:
        files = Path(name) / "evidence" / "files"
        files.mkdir(parents=True)
        Image.new("RGB", (40, 20), "steelblue").save(files / "chart.png")
        (files / "paper.pdf").write_bytes(b"%PDF-1.4")
        after = _back(portfolio, Path(name), cmalt_2019, format, Audience.ASSESSOR)
        _check(portfolio, after)
        for section in portfolio.sections:
            assert _used(after, section) == _used(portfolio, section)


@pytest.mark.parametrize("format", FORMATS)
def test_the_sample_comes_back(format: Format, cmalt_2019: Framework) -> None:
    folder = shipped("samples") / "portfolio"
    before = PortfolioStore(folder).load()
    after = _back(before, folder, cmalt_2019, format, Audience.ASSESSOR)
    _check(before, after)
    titles = {item.title for item in before.evidence.values() if before.uses_of(item.id)}
    assert titles <= {item.title for item in after.evidence.values()}
    for section in before.sections:
        used = _used(before, section)
        assert _used(after, section)[: len(used)] == used
    references = [set(re.findall(r"\[\[ev:([^\]]+)\]\]", one.description)) for one in
                  after.sections.values()]  # fmt: skip
    assert set().union(*references) <= set(after.evidence) and any(references)


@pytest.mark.parametrize("inside", [Format.HTML, Format.DOCX, Format.MARKDOWN])
def test_a_zip_brings_its_evidence_files_along(
    inside: Format, cmalt_2019: Framework, tmp_path: Path
) -> None:
    folder = shipped("samples") / "portfolio"
    before = PortfolioStore(folder).load()
    out = tmp_path / "sample.zip"
    export(
        ExportRequest(
            before, cmalt_2019, folder, Format.ZIP, out, Audience.ASSESSOR, date(2026, 3, 9),
            (inside,),
        )
    )  # fmt: skip
    plan = _planned(out, cmalt_2019)
    found = {one.title: one for one in plan.evidence}
    for item in before.evidence.values():
        if item.file and before.uses_of(item.id):
            assert found[item.title].local is not None, item.title
    report = found["Captions in loud rooms: report on a pilot"].local
    assert report is not None
    assert report.read_bytes() == (folder / "evidence/files/loud-rooms-report.pdf").read_bytes()
