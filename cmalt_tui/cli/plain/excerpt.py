"""A few words of a text, to be read aloud: those round a place."""

_AROUND = 40


def excerpt(text: str, start: int, end: int) -> str:
    """Whole words round a stretch, on one line.

    Args:
        text: The text.
        start: Where the stretch begins.
        end: Where it ends.
    """
    before = text[max(start - _AROUND, 0) : start]
    after = text[end : end + _AROUND]
    if start > _AROUND and not text[start - _AROUND - 1].isspace():
        before = _without_first(before)
    if end + _AROUND < len(text) and not text[end + _AROUND].isspace():
        after = _without_first(after[::-1])[::-1]
    return " ".join(f"{before}{text[start:end]}{after}".split())


def _without_first(words: str) -> str:
    """Leave out what was cut off in the middle, unless there is nothing else."""
    rest = words.split(None, 1)
    return words[len(words) - len(rest[1]) :] if len(rest) > 1 else words
