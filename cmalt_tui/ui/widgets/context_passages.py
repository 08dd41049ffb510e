"""How passages look in the narrow pane beside a text; each with where it comes from and licence."""

from collections.abc import Iterator

from textual.content import Content

from cmalt_tui.model.passage import Hit
from cmalt_tui.model.saved_example import SavedExample
from cmalt_tui.ui.safe import cut_line, safe_content, safe_line
from cmalt_tui.ui.widgets.passage_words import (
    licence_words,
    marked_content,
    origin_words,
    snippet_content,
    source_words,
)

_ROOM = 180
_LINE = Content("\n")


def found_card(hit: Hit, *, is_open: bool) -> Content:
    """Draw a passage that was found: what it is, the words around the match, the licence.

    Args:
        hit: What was found.
        is_open: Whether the whole passage is read.
    """
    passage = hit.passage
    words = frozenset(hit.snippet[start:end].casefold() for start, end in hit.highlights)
    text = marked_content(passage.text.strip(), words) if is_open else snippet_content(hit, _ROOM)
    told = [safe_line(origin_words(passage), 0, "$primary"), text]
    told += _works(passage.works)
    source = source_words(passage.origin) if is_open else licence_words(passage.origin)
    return _LINE.join([*told, safe_line(source, 0, "$text-muted")])


def kept_card(example: SavedExample, *, is_open: bool, remove: str) -> Content:
    """Draw an example that is kept: the note on it, how it begins, and all of its source.

    Args:
        example: What is kept.
        is_open: Whether the whole passage is read.
        remove: The key that takes it out, told while it is read.
    """
    passage = example.passage
    head = Content.assemble(("★ kept ", "$accent"), safe_line(origin_words(passage), 0, "$primary"))
    text = safe_content(passage.text.strip()) if is_open else safe_content(_beginning(passage.text))
    told = [head, *_works(passage.works), text]
    told.append(safe_line(source_words(passage.origin), 0, "$text-muted"))
    if is_open:
        told.append(Content.styled(f"{remove} keeps it no longer", "$text-muted"))
    return _LINE.join(told)


def _works(works: str) -> Iterator[Content]:
    if works:
        yield Content.assemble(("what works here: ", "$success"), safe_line(works, 0, "$success"))


def _beginning(text: str) -> str:
    line = cut_line(text)
    if len(line) <= _ROOM:
        return line
    return f"{line[: line.rfind(' ', _ROOM // 2, _ROOM)]} …"
