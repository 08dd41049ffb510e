"""Tells of a paragraph whether it is a candidate's own text, for texts that are not imported."""


def kind_of_paragraph(text: str) -> str:
    """Say what a paragraph is that is no text of a portfolio, as an import would.

    Args:
        text: Its plain text on one line.

    Returns:
        ``guidance``, ``navigation`` or ``page furniture``; empty if it is text.
    """
    # Imported here: what maps costs 40 ms to load, and few starts need it.
    from cmalt_tui.intake.mapping.cleaning import kind_of_paragraph as kind_of

    return kind_of(text)
