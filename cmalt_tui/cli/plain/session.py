"""A talk in the line mode: the portfolio, the text that one is in, and how lines come and go."""

import textwrap
from collections.abc import Sequence
from contextlib import suppress
from shutil import get_terminal_size
from typing import TextIO

from cmalt_tui.cli.plain.naming import address_named
from cmalt_tui.cli.plain.two_versions import chosen_sides
from cmalt_tui.cli.printable import printable
from cmalt_tui.model.dismissal import Dismissal
from cmalt_tui.model.editing import with_text
from cmalt_tui.model.finding import Finding
from cmalt_tui.model.outline import Entry, entries
from cmalt_tui.model.passage import Hit
from cmalt_tui.model.portfolio import REFLECTION, Portfolio
from cmalt_tui.model.text_address import TextAddress, addresses_of, text_at, title_of
from cmalt_tui.places import Places
from cmalt_tui.plain_text import clean
from cmalt_tui.problems import InputProblem
from cmalt_tui.workbench.desk import Conflict, Desk


class Session:
    """One talk.

    Attributes:
        desk: The opened portfolio.
        places: The person's folders.
        address: The text that one is in.
        hits: The examples that were found last, so that they can be named by number.
        findings: The findings that were told last, each with the answer that it had.
        asked: The number of the question that was asked last about this section.
        is_over: Whether the person wants to leave.
    """

    def __init__(
        self, desk: Desk, places: Places, lines_in: TextIO, lines_out: TextIO, at: str = ""
    ) -> None:
        """Take an opened portfolio and where lines come from and go to."""
        self.desk = desk
        self.places = places
        self._in, self._out = lines_in, lines_out
        self.hits: Sequence[Hit] = ()
        self.findings: Sequence[tuple[Finding, Dismissal | None]] = ()
        self.asked = 0
        self.is_over = False
        first = entries(desk.framework, desk.portfolio)[0]
        self.address = addresses_of(first)[0]
        if at:
            self.address = address_named(desk.framework, desk.portfolio, None, at)

    @property
    def entry(self) -> Entry:
        """The section that one is in."""
        listed = entries(self.desk.framework, self.desk.portfolio)
        return next((entry for entry in listed if entry.id == self.address.section), listed[0])

    @property
    def text(self) -> str:
        """The text that one is in.

        Raises:
            InputProblem: One is at evidence or a declaration, which hold no running text.
        """
        if not self.address.is_text:
            raise InputProblem("there is no running text here", "Go to one: go description.")
        return text_at(self.desk.portfolio, self.address)

    def named(self, typed: str) -> TextAddress:
        """Find a text by what a person types for it; see `address_named`."""
        return address_named(self.desk.framework, self.desk.portfolio, self.entry, typed)

    @property
    def place_name(self) -> str:
        """Where one is, in a few words: ``1a description``."""
        name = title_of(self.entry, self.address, self.desk.framework).lower()
        if self.address.part == REFLECTION:
            pieces = self.entry.written.reflections
            title = next((piece.title for piece in pieces if piece.id == self.address.item), "")
            name = f"{name} {title}" if title else name
        return printable(f"{self.entry.id} {name}".strip())

    def speak(self, *lines: str) -> None:
        """Say something, a line or more; a terminal gets it in lines that break between words."""
        width = get_terminal_size().columns - 1 if self._out.isatty() else 0
        for line in "\n".join(map(printable, lines)).split("\n"):
            broken = textwrap.fill(line, width, break_on_hyphens=False) if width > 0 else line
            print(broken, file=self._out, flush=True)

    def ask(self, prompt: str) -> str | None:
        """Ask for a line; None where there are no more.

        At a terminal the line can be edited, and lines typed before can be called back.
        """
        if self._in.isatty():
            with suppress(ImportError):
                import readline  # noqa: F401 - teaches `input` to edit lines; Windows has none
            try:
                return clean(input(prompt))
            except EOFError:
                self.speak("")
                return None
        print(prompt, end="", file=self._out, flush=True)
        line = self._in.readline()
        return clean(line).rstrip("\n") if line else None

    def change_text(self, text: str, what: str) -> None:
        """Put another text here, as a step that can be undone, and save it."""
        if text != self.text:
            self.change(with_text(self.desk.portfolio, self.address, text), what)

    def save_silently(self, portfolio: Portfolio) -> None:
        """Save what a person is typing, with no step of its own to undo.

        Nothing is asked or told meanwhile; what can't be saved now is kept as a draft. What another
        program wrote waits for `finish`: the next line is put into the portfolio as it was before.
        """
        self.desk.change(portfolio)
        try:
            self.desk.save(merging=False)
        except (InputProblem, Conflict):
            with suppress(InputProblem):
                self.desk.keep_drafts()

    def finish(self, before: Portfolio, after: Portfolio, what: str) -> None:
        """Make one step to undo of all that was typed since ``before``, and save it."""
        self.desk.change(before)
        if after != before:
            self.change(after, what)

    def change(self, portfolio: Portfolio, what: str) -> None:
        """Take over another version of the portfolio, as a step that can be undone; save it."""
        self.desk.change(portfolio, what)
        self.save()

    def save(self) -> None:
        """Save; where two programs changed a file, ask which version shall stand."""
        if self.desk.read_only:
            return
        try:
            self.desk.save()
        except InputProblem as refused:
            self._keep_draft(refused)
        except Conflict as conflict:
            self._settle(conflict)

    def _keep_draft(self, refused: InputProblem) -> None:
        self.speak(f"Not saved: {refused.problem}")
        try:
            self.desk.keep_drafts()
        except InputProblem as nowhere:
            self.speak(f"Nor could it be kept as a draft: {nowhere.problem}")
        else:
            self.speak("It is kept as a draft; the next start offers it.")

    def _settle(self, conflict: Conflict) -> None:
        self.speak(f"{conflict.path} was changed by another program in the same place.")
        sides = chosen_sides(self.desk.versions(conflict.path), self.speak, self.ask)
        self.desk.settle(conflict.path, sides)
        self.save()
