"""What the texts of a portfolio are called where one of them is to be chosen or named."""

from cmalt_tui.model.framework import Framework
from cmalt_tui.model.outline import Entry, entries
from cmalt_tui.model.portfolio import REFLECTION, Portfolio
from cmalt_tui.model.text_address import TextAddress, addresses_of, title_of


def text_names(framework: Framework, portfolio: Portfolio) -> dict[TextAddress, str]:
    """Name all texts that can be written in, private notes among them, in the outline's order."""
    return {
        address: text_name(entry, address, framework)
        for entry in entries(framework, portfolio)
        if entry.broken is None
        for address in addresses_of(entry)
        if address.is_text
    }


def text_name(entry: Entry, address: TextAddress, framework: Framework) -> str:
    """Name one text: ``1a Description``, ``1b Reflection 2: The pilot``."""
    titles = {piece.id: piece.title for piece in entry.written.reflections}
    title = titles.get(address.item, "") if address.part == REFLECTION else ""
    name = f"{entry.name} {title_of(entry, address, framework)}"
    return f"{name}: {title}" if title else name
