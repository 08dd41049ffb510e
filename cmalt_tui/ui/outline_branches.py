"""What the outline shows, as plain data made of the framework and the portfolio."""

from enum import StrEnum
from typing import NamedTuple

from cmalt_tui.model.framework import Framework
from cmalt_tui.model.outline import Area, Entry, areas
from cmalt_tui.model.portfolio import DESCRIPTION, EVIDENCE, REFLECTION, Portfolio, Status
from cmalt_tui.model.text_address import NOTE, TextAddress, addresses_of
from cmalt_tui.plain_text import amount
from cmalt_tui.ui import marks
from cmalt_tui.ui.counting import counted_words, section_words


class Tone(StrEnum):
    """How a line is drawn; the words of the line say the same."""

    PLAIN = "plain"
    HEADING = "heading"
    QUIET = "quiet"
    DONE = "done"
    BROKEN = "broken"


class Branch(NamedTuple):
    """One line of the outline and what hangs below it.

    Attributes:
        key: Tells this line from all others, also after the portfolio has changed.
        label: The line without its figure; may hold anything a person typed.
        figure: What stands at the right: words, a count, ``—`` for nothing.
        address: The text that the line opens; None where it opens none.
    """

    key: str
    label: str
    figure: str = ""
    tone: Tone = Tone.PLAIN
    address: TextAddress | None = None
    branches: tuple["Branch", ...] = ()

    @property
    def is_part(self) -> bool:
        """Whether it stands for one part of a section and not for the section."""
        return self.address is not None and self.key != self.address.section


def branches_of(framework: Framework, portfolio: Portfolio) -> tuple[Branch, ...]:
    """Make the outline: areas and sections in order, then what is parked, broken or unplaced."""
    listed = areas(framework, portfolio)
    found: list[Branch] = []
    for area in listed:
        applying = tuple(entry for entry in area.entries if not entry.parked)
        if area.asked is None:
            found += (_section(entry) for entry in applying)
        elif applying:
            found.append(_area(area, applying))
    parked = [entry for area in listed for entry in area.entries if entry.parked]
    if parked:
        below = tuple(_section(entry) for entry in parked)
        found.append(Branch("parked", "Parked", str(len(parked)), Tone.QUIET, branches=below))
    broken = tuple(
        Branch(f"broken/{item.path}", f"{marks.BROKEN} broken  {item.path}", "", Tone.BROKEN)
        for item in portfolio.broken
        if item.path.parts[:1] != ("sections",)
    )
    if portfolio.inbox:
        below = tuple(
            Branch(f"inbox/{item.id}", item.heading or item.source or item.id, item.reason)
            for item in portfolio.inbox
        )
        figure = str(len(portfolio.inbox))
        found.append(Branch("inbox", f"{marks.INBOX} Inbox", figure, Tone.QUIET, branches=below))
    return (*found, *broken)


def key_of(address: TextAddress) -> str:
    """The key of the line that shows a text."""
    return "/".join(part for part in (address.section, address.part, address.item) if part)


def _area(area: Area, applying: tuple[Entry, ...]) -> Branch:
    assert area.asked is not None
    done = sum(entry.written.status is Status.DONE for entry in applying)
    title = area.asked.short_title or area.asked.title
    return Branch(
        f"area/{area.asked.id}",
        title,
        f"{done}/{len(applying)}",
        Tone.HEADING,
        branches=tuple(_section(entry) for entry in applying),
    )


def _section(entry: Entry) -> Branch:
    if entry.broken:
        return Branch(
            f"broken/{entry.broken.path}",
            f"{marks.BROKEN} {entry.name} broken",
            "",
            Tone.BROKEN,
        )
    label = f"{marks.STATUS_MARKS[entry.written.status]} {entry.code} {entry.short_title}"
    words = section_words(entry)
    first = addresses_of(entry)[0]
    tone = Tone.DONE if entry.written.status is Status.DONE else Tone.PLAIN
    if entry.is_declaration:
        filled = sum(bool(value.strip()) for value in entry.written.declaration.values())
        figure = f"{filled}/{len(entry.asked.fields)}"
    else:
        figure = f"{words:,}" if words else "—"
    return Branch(entry.id, label, figure, tone, first, _parts(entry))


def _parts(entry: Entry) -> tuple[Branch, ...]:
    written = entry.written
    if entry.is_statement or entry.is_declaration:
        return (_note(entry.id),) if written.note else ()
    pieces = {piece.id: piece for piece in written.reflections}
    found = []
    for address in addresses_of(entry):
        key = key_of(address)
        if address.part == DESCRIPTION:
            label, words = f"{marks.DESCRIPTION} Description", counted_words(written.description)
        elif address.part == REFLECTION and address.item in pieces:
            piece = pieces[address.item]
            label, words = (
                f"{marks.REFLECTION} {piece.title or 'Reflection'}",
                counted_words(piece.text),
            )
        elif address.part == REFLECTION:
            label, words = f"{marks.REFLECTION} Reflection", 0
        elif address.part == EVIDENCE:
            count = len(written.evidence)
            label = f"{marks.EVIDENCE} {amount(count, 'item')}"
            found.append(Branch(key, label, "", Tone.QUIET, address))
            continue
        else:
            if written.note:
                found.append(_note(entry.id))
            continue
        found.append(Branch(key, label, f"{words:,}" if words else "—", Tone.PLAIN, address))
    return tuple(found)


def _note(section_id: str) -> Branch:
    address = TextAddress(section_id, NOTE)
    return Branch(key_of(address), f"{marks.NOTE} Note", "private", Tone.QUIET, address)
