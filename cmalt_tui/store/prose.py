"""Prose in the model and on disk: one normal form, so that what was written is what is read."""

from cmalt_tui.plain_text import clean


class Prose(str):
    """A text that is written as a block of its own, not on the line of its key."""

    __slots__ = ()


def tidy(text: str) -> str:
    """Bring prose into its normal form: cleaned, with no blank lines before or after it."""
    rows = clean(text).split("\n")
    filled = [number for number, row in enumerate(rows) if row.strip()]
    return "\n".join(rows[filled[0] : filled[-1] + 1]) if filled else ""


def quoted(text: str) -> tuple[str, str]:
    """Write tidy prose as TOML: as it was typed wherever the text allows that.

    Quotes stand on lines of their own, so that a diff reads like prose. A literal string takes
    everything but three single quotes in a row (TOML 1.0, "String"); only then is anything
    escaped.

    Returns:
        The opening and closing quotes, and what stands between them.
    """
    if "'''" not in text:
        return "'''", f"\n{text}\n"
    escaped = text.replace("\\", "\\\\").replace('"""', '""\\"')
    return '"""', f"\n{escaped}\n"
