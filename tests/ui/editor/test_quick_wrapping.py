"""A line that is edited wraps as it would if it were wrapped from the start."""

import random

import pytest
from textual.document._document import Document
from textual.document._wrapped_document import WrappedDocument

from cmalt_tui.ui.editor.quick_wrapping import QuickWrapping

_PIECES = ["a", " ", "word ", "  ", "装丁", "e\u0301", "x" * 90, " y " * 30, "", "\n", "- ", "\t"]


@pytest.mark.parametrize("seed", range(40))
def test_any_edits_wrap_as_from_the_start(seed: int) -> None:
    chance = random.Random(seed)
    words = ["of", "a", "portfolio", "装丁の記録", "x" * chance.choice([3, 30, 200]), "evidence,"]
    text = " ".join(chance.choices(words, k=900)) + "\n\nend"
    document, width = Document(text), chance.choice([5, 20, 60])
    wrapping = QuickWrapping(document, width)
    for _ in range(40):
        row = chance.randrange(document.line_count)
        column = chance.randint(0, len(document[row]))
        start, end = (
            (row, column),
            (row, min(len(document[row]), column + chance.choice([0, 0, 1, 40]))),
        )
        done = document.replace_range(start, end, chance.choice(_PIECES))
        wrapping.wrap_range(start, end, done.end_location)
        whole = WrappedDocument(document, width)
        assert wrapping._wrap_offsets == whole._wrap_offsets
        assert wrapping._offset_to_line_info == whole._offset_to_line_info
        assert wrapping._line_index_to_offsets == whole._line_index_to_offsets
        assert wrapping._tab_width_cache == whole._tab_width_cache
        assert wrapping.height == whole.height
        assert wrapping.get_sections(0) == whole.get_sections(0)
        place = done.end_location
        assert wrapping.location_to_offset(place) == whole.location_to_offset(place)
