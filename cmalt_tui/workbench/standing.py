"""Where a portfolio stands: every section with its reasons, and what is before submission."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import NamedTuple

from cmalt_tui.model.coverage import principle_coverage
from cmalt_tui.model.finding import Finding
from cmalt_tui.model.outline import Entry, base_id, entries
from cmalt_tui.model.portfolio import Portfolio
from cmalt_tui.places import Places
from cmalt_tui.review.reviewed import Norm
from cmalt_tui.workbench.before_submission import Reason, reasons_before_submission
from cmalt_tui.workbench.desk import Desk
from cmalt_tui.workbench.next_step import Step, next_step
from cmalt_tui.workbench.readiness import Told, readiness_of
from cmalt_tui.workbench.status_report import Missing, missing
from cmalt_tui.workbench.stepping import steps_of

NO_NORMS: Mapping[tuple[str, str], Norm] = {}


class WordRange(NamedTuple):
    """How many words are wanted, and by whom; 0 is no limit on that side."""

    least: int
    most: int
    whose: str

    @property
    def figures(self) -> str:
        """The range in figures: ``500``, ``200–500``, ``at most 500``, ``from 200``."""
        if self.least == self.most:
            return f"{self.least:,}"
        if not self.most:
            return f"from {self.least:,}"
        return f"{self.least:,}–{self.most:,}" if self.least else f"at most {self.most:,}"

    @property
    def told(self) -> str:
        """The range with whose it is: ``your aim 500``, ``asked for 200–500``."""
        return f"{self.whose} {self.figures}"


@dataclass(frozen=True)
class SectionStanding:
    """How one section stands.

    Attributes:
        told: Whether it is ready, with the reasons.
        words: By part.
        range: How many words are wanted in all; None where nobody said.
        norms: How long others' texts are, by part.
        shown: How many of its uses of evidence say what the item shows.
        principles: The codes of the principles that it shows, with those of its reflections.
        found: Its open findings; None where no review ran yet.
    """

    entry: Entry
    told: Told
    words: Mapping[str, int]
    range: WordRange | None
    norms: Mapping[str, Norm]
    shown: int
    principles: tuple[str, ...]
    found: tuple[Finding, ...] | None

    @property
    def words_in_all(self) -> int:
        """The words of all its parts."""
        return sum(self.words.values())

    @property
    def families(self) -> Mapping[str, int]:
        """How many open findings there are of each family: ``structure``, ``voice``."""
        return families_of(self.found or ())


class PrincipleStanding(NamedTuple):
    """Where one principle is shown, by the names of the sections."""

    code: str
    title: str
    sections: tuple[str, ...]


@dataclass(frozen=True)
class Standing:
    """Where a portfolio stands.

    Attributes:
        words: Of the sections that apply.
        submit_by: The planned day of submission.
        days: From today until then; negative where it has passed, None where no day is planned.
        reasons: What stands between here and submission, in the order of the sections.
        step: What to do next; None where nothing is missing.
        families: How many open findings there are of each family, in all.
        has_findings: Whether a review has run.
    """

    title: str
    pathway: str
    words: int
    submit_by: date | None
    days: int | None
    sections: tuple[SectionStanding, ...]
    reasons: tuple[Reason, ...]
    principles: tuple[PrincipleStanding, ...]
    step: Step | None
    families: Mapping[str, int]
    has_findings: bool


def standing_of(
    desk: Desk,
    places: Places,
    portfolio: Portfolio,
    today: date,
    found: Sequence[Finding] | None = None,
    norms: Mapping[tuple[str, str], Norm] = NO_NORMS,
) -> Standing:
    """Sum up where a portfolio stands.

    Looks at the disk for the files of the evidence, so it belongs into a thread.

    Args:
        desk: The opened portfolio.
        places: Where the person's own questions are.
        portfolio: As it stands.
        today: The day to count from.
        found: The open findings of a full review; None where none ran yet.
        norms: Lengths in the example corpus, by section and part.
    """
    framework = desk.framework
    gaps = missing(framework, portfolio, desk.folder)
    listed = entries(framework, portfolio)
    sections = tuple(_section(entry, desk, gaps, found, norms) for entry in listed)
    by = portfolio.submit_by
    return Standing(
        portfolio.title,
        framework.pathway(portfolio.pathway).title,
        sum(section.words_in_all for section in sections if not section.entry.parked),
        by,
        (by - today).days if by else None,
        sections,
        (*reasons_before_submission(listed, gaps, portfolio, found or ()),),
        tuple(
            PrincipleStanding(
                row.code, row.title, tuple(one.name for one in listed if one.id in row.uses)
            )
            for row in principle_coverage(framework, portfolio).rows
        ),
        next_step(steps_of(desk, places, today)),
        families_of(found or ()),
        found is not None,
    )


def families_of(found: Sequence[Finding]) -> Mapping[str, int]:
    """Count findings by what they are about, in a word; in the order of the rules."""
    counts = dict.fromkeys((*dict.fromkeys(_families().values()), _SOURCES), 0)
    for finding in found:
        counts[_families().get(finding.rule, _SOURCES)] += 1
    return {family: count for family, count in counts.items() if count}


_SOURCES = "sources"


@cache
def _families() -> Mapping[str, str]:
    """The family of each rule, by its id. What no family has compares with the examples."""
    from cmalt_tui.review.rules import access, evidence, freshness, reflection, structure, voice

    named = {
        "structure": structure.RULES,
        "evidence": evidence.RULES,
        "reflection": reflection.RULES,
        "voice": voice.RULES,
        "freshness": freshness.RULES,
        "access": access.RULES,
    }
    return {rule.id: family for family, rules in named.items() for rule in rules}


def _section(
    entry: Entry,
    desk: Desk,
    gaps: Sequence[Missing],
    found: Sequence[Finding] | None,
    norms: Mapping[tuple[str, str], Norm],
) -> SectionStanding:
    own_gaps = [gap.message for gap in gaps if gap.section == entry.id]
    own = None if found is None else tuple(one for one in found if one.section == entry.id)
    written = entry.written
    codes = (*written.principles, *(c for piece in written.reflections for c in piece.principles))
    own_norms = {part: norm for (section, part), norm in norms.items() if section == entry.id}
    own_norms = own_norms or {
        part: norm for (section, part), norm in norms.items() if section == base_id(entry.id)
    }
    return SectionStanding(
        entry,
        readiness_of(entry, desk.framework, own_gaps, own),
        {} if entry.is_declaration else written.words,
        _range(entry),
        own_norms,
        sum(bool(use.shows.strip()) for use in written.evidence),
        tuple(sorted(set(codes))),
        own,
    )


def _range(entry: Entry) -> WordRange | None:
    """What the person wants, or else what the framework names; never what the program made up."""
    if entry.written.aim:
        return WordRange(entry.written.aim, entry.written.aim, "your aim")
    least, most = entry.asked.least_words or 0, entry.asked.most_words or 0
    return WordRange(least, most, "asked for") if least or most else None
