"""Who acts in a section, who is affected, and how its words are divided: counts with places."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static
from textual.widgets.option_list import Option

from cmalt_tui.model.outline import base_id
from cmalt_tui.model.portfolio import DESCRIPTION, EVIDENCE, REFLECTION, STATEMENT, Section
from cmalt_tui.plain_text import amount, count_words
from cmalt_tui.review.moves import SectionXray, move_of
from cmalt_tui.review.own_part import OwnPart, Place
from cmalt_tui.review.reviewed import Norm
from cmalt_tui.ui.keys import shown_key_of
from cmalt_tui.ui.safe import safe_line
from cmalt_tui.ui.widgets.sentence_list import QuietList

_QUIET = "$text-muted"
_BAR = 10
_NAME = 12
# A space at which no line ends.
_FIRM = "\u00a0"


class _Row(NamedTuple):
    """A sentence in the list of places, and what it is there for."""

    why: str
    place: Place


class OwnPartPane(Vertical):
    """Lists the sentences that the counts are made of; enter leads to them."""

    DEFAULT_CSS = """
    OwnPartPane { height: 1fr; padding: 0 1; display: none; }
    OwnPartPane > Static { height: auto; color: $text-muted; margin-bottom: 1; }
    """

    def __init__(self) -> None:
        """Begin with nothing."""
        super().__init__(id="own-places")
        self._rows: tuple[_Row, ...] = ()

    def compose(self) -> ComposeResult:
        """What is listed, and the list."""
        yield Static(markup=False)
        yield QuietList(markup=False, compact=True, id="own-list")

    @property
    def place(self) -> Place | None:
        """The marked sentence."""
        at = self.query_one(QuietList).highlighted
        return self._rows[at].place if at is not None and self._rows else None

    def show(self, part: OwnPart) -> None:
        """List the sentences of a section."""
        self._rows = tuple(_rows(part))
        listed = self.query_one(QuietList)
        at = listed.highlighted or 0
        listed.clear_options()
        listed.add_options(
            Option(Content.assemble((row.why, _QUIET), "\n", safe_line(row.place.quote), "\n"))
            for row in self._rows
        )
        listed.highlighted = min(at, len(self._rows) - 1) if self._rows else None
        key = shown_key_of(self.app, "review.own_part")
        told = amount(len(self._rows), "sentence") if self._rows else "nothing to show"
        self.query_one(Static).update(f"who acts, and who is affected: {told}   {key} findings")


def own_part_content(part: OwnPart, key: str) -> Content:
    """Draw the counts in a few short lines.

    Args:
        part: What was counted.
        key: The key that lists the places.
    """
    acts = f"I {part.own} · we {part.team}"
    if part.team_places:
        acts += f" · {len(part.team_places)} of the team alone"
    if part.passives:
        acts += f" · {len(part.passives)} passive"
    if part.affected:
        known = [
            f"{len(places)} with {word}"
            for places, word in ((part.measured, "a figure"), (part.quoted, "their words"))
            if places
        ]
        how = ", ".join(known) or "no figure, no words of theirs"
        effect = f"{len(part.affected)} · {how}"
    else:
        effect = "no sentence found"
    return Content("\n").join(
        (
            Content.assemble((f"{key}  ", "$accent"), _named("who acts", acts)),
            Content.assemble("   ", _named("who is affected", effect)),
        )
    )


def balance_content(section: Section, norms: Mapping[tuple[str, str], Norm]) -> Content:
    """Draw how the words are divided, each part beside the range of the examples.

    Args:
        section: The section.
        norms: The lengths in the example corpus, by section and part.
    """
    words = {
        STATEMENT: count_words(section.statement),
        DESCRIPTION: count_words(section.description),
        EVIDENCE: sum(count_words(use.shows) for use in section.evidence),
        REFLECTION: sum(count_words(piece.text) for piece in section.reflections),
    }
    words = {
        part: count
        for part, count in words.items()
        if count or (base_id(section.id), part) in norms
    }
    most = max(words.values(), default=0)
    lines = []
    for part, count in words.items():
        full = round(_BAR * count / most) if most else 0
        norm = norms.get((base_id(section.id), part))
        others = f"   others {norm.lower}–{norm.upper}" if norm else ""
        lines.append(
            Content.assemble(
                (f"   {part:<{_NAME}}", _QUIET),
                ("▰" * full, "$accent"),
                ("▱" * (_BAR - full), _QUIET),
                (f" {count:>5,} words{others}", _QUIET),
            )
        )
    return Content("\n").join(lines)


def letters_content(xray: SectionXray) -> Content:
    """Draw what the letters in the margin stand for, as far as they occur."""
    found = (move_of(one.move) for one in xray.found)
    pieces = [
        Content.assemble((move.letter, "$accent"), (f"{_FIRM}{_firm(move.title)}", _QUIET))
        for move in found
    ]
    return Content.assemble("\n", Content("  ").join(pieces)) if pieces else Content("")


def _firm(words: str) -> str:
    return words.replace(" ", _FIRM)


def _named(name: str, told: str) -> Content:
    return Content.assemble((f"{name}  ", _QUIET), safe_line(told))


def _rows(part: OwnPart) -> Iterator[_Row]:
    for why, places in (
        ("of the team alone: which part was yours?", part.team_places),
        ("passive: who did it?", part.passives),
        ("somebody is affected, and a figure says so", part.measured),
        ("somebody is affected, in their own words", part.quoted),
    ):
        yield from (_Row(why, place) for place in places)
    known = {*part.measured, *part.quoted}
    yield from (
        _Row("somebody is affected: how do you know?", place)
        for place in part.affected
        if place not in known
    )
