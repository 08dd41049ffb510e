"""What a command of the line mode is."""

from typing import NamedTuple


class PlainCommand(NamedTuple):
    """A command: the words that call it, what may follow them, and where it is carried out.

    Attributes:
        name: The word that is typed; its beginning is enough where no other command begins so.
        follows: What may stand behind it, for the help: ``[NUMBER]``.
        told: What it does, in a sentence.
        module: The module below `cmalt_tui.cli.plain.commands` that has a function of that name.
        writes: Whether it changes the portfolio.
    """

    name: str
    follows: str
    told: str
    module: str
    writes: bool = False
