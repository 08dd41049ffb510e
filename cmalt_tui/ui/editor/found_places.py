"""Which places of a text a search found, and which of them is at hand."""

from cmalt_tui.model.text_search import Found, Match, Query, Spot
from cmalt_tui.workbench.find_and_replace import find_in_text


class FoundPlaces:
    """Goes from place to place, in a circle.

    Attributes:
        query: What is looked for.
        text: The text as it was searched.
        found: What was found in it.
        at: The number of the place at hand; None where nothing was found.
        origin: From which character on the place at hand is looked for.
    """

    def __init__(self, query: Query) -> None:
        """Begin with nothing found."""
        self.query = query
        self.text = ""
        self.found = Found()
        self.at: int | None = None
        self.origin = 0
        self._spot: Spot | None = None

    def is_of(self, spot: Spot, text: str) -> bool:
        """Whether this text was searched, as it is."""
        return (spot, text) == (self._spot, self.text)

    def look(self, spot: Spot, text: str) -> None:
        """Search a text.

        Raises:
            InputProblem: This can't be looked for; nothing is found then.
        """
        if spot != self._spot:
            self._spot, self.origin = spot, min(self.origin, len(text))
        self.text, self.found, self.at = text, Found(), None
        self.found = find_in_text(self.query, spot, text)
        later = (n for n, one in enumerate(self.found.matches) if one.start >= self.origin)
        self.at = next(later, 0 if self.found.matches else None)

    def go(self, step: int) -> str:
        """Go on by a number of places.

        Returns:
            What is to be said where it went round an end of the text.
        """
        count = len(self.found.matches)
        if self.at is None:
            return ""
        wanted = self.at + step
        self.at = wanted % count
        self.origin = self.found.matches[self.at].start
        if 0 <= wanted < count:
            return ""
        return "from the start" if step > 0 else "from the end"

    @property
    def match(self) -> Match | None:
        """The place at hand."""
        return self.found.matches[self.at] if self.at is not None else None

    def with_replacements(self, put: str) -> tuple[Match, ...]:
        """The places, each with what would stand there instead.

        Raises:
            InputProblem: The replacement can't be read.
        """
        if self._spot is None:
            return ()
        return find_in_text(self.query, self._spot, self.text, put).matches
