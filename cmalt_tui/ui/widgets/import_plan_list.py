"""Shows what an import is going to do: section ← heading, words, how sure; then the rest."""

from collections.abc import Iterator

from textual.content import Content
from textual.widgets.option_list import Option

from cmalt_tui.model.import_plan import ImportPlan, Placed
from cmalt_tui.plain_text import amount
from cmalt_tui.ui.safe import cut_line, safe_line
from cmalt_tui.ui.widgets.letter_list import LetterList

SURE = 0.8
LIKELY = 0.5
_FIXED = 52


class ImportPlanList(LetterList):
    """A plan as a list that can be walked; empty until there is one."""

    DEFAULT_CSS = """
    ImportPlanList {
        scrollbar-size-vertical: 1;
        height: 1fr;
        border: none;
        padding: 0;
        background: $background;
    }
    ImportPlanList:focus {
        border: none;
        background-tint: transparent;
    }
    """

    def show(self, plan: ImportPlan) -> None:
        """Put a plan in place of the one that is shown."""
        room = max(self.size.width - _FIXED, 16)
        self.clear_options()
        self.add_options([Option(row) for row in _rows(plan, room)])
        self.highlighted = 0 if self.option_count else None


def counts_of(plan: ImportPlan) -> Content:
    """Sum up a plan: how many words go where; together they are all words of the source."""
    placed = sum(piece.words for piece in plan.placed)
    unplaced = sum(piece.words for piece in plan.unplaced)
    stripped = sum(piece.words for piece in plan.stripped)
    sections = len({piece.section for piece in plan.placed})
    pieces = [
        Content.styled(f"{placed:,} words to {amount(sections, 'section')}", "$success"),
        Content.styled(f"{unplaced:,} to the inbox", "$warning" if unplaced else "$text-muted"),
        Content.styled(f"{stripped:,} set aside", "$text-muted"),
        Content.styled(f"{len(plan.evidence)} evidence", "$text-muted"),
    ]
    return Content(" · ").join(pieces)


def sureness(confidence: float) -> tuple[str, str]:
    """Say how sure a place is, as glyph and word."""
    if confidence >= SURE:
        return "●", "sure"
    return ("◐", "likely") if confidence >= LIKELY else ("○", "a guess")


def _rows(plan: ImportPlan, room: int) -> Iterator[Content]:
    yield _left_over("pathway", plan.pathway, 0, room)
    for piece in plan.placed:
        yield _placed(piece, room)
    for rest in plan.unplaced:
        yield _left_over("inbox", rest.heading or "text without a heading", rest.words, room)
    for part in plan.stripped:
        yield _left_over("set aside", f"{part.kind}: {part.text}", part.words, room)
    for warning in plan.warnings:
        yield Content.assemble(("! ", "$warning"), safe_line(warning, style="$warning"))
    for found in plan.evidence:
        used = ", ".join(found.sections) or "no section yet"
        row = _left_over(f"evidence {found.kind}", found.title or found.target, 0, room)
        yield Content.assemble(row, safe_line(f"used in {used}", 28, "$text-muted"))


def _placed(piece: Placed, room: int) -> Content:
    glyph, word = sureness(piece.confidence)
    target = cut_line(f"{piece.section} {piece.part}", 25)
    return Content.assemble(
        f"{target:<26}",
        ("← ", "$text-muted"),
        _padded(piece.heading or piece.title or piece.file, room),
        (f"{piece.words:>7,} w  ", "$text-muted"),
        (f"{glyph} {word}", "$success" if word == "sure" else "$warning"),
    )


def _left_over(kind: str, what: str, words: int, room: int) -> Content:
    count = f"{words:>7,} w  " if words else "  "
    return Content.assemble(
        (f"{cut_line(kind, 25):<26}", "$text-muted"),
        ("← ", "$text-muted"),
        _padded(what, room),
        (count, "$text-muted"),
    )


def _padded(text: str, room: int) -> Content:
    line = safe_line(text, room)
    return line.pad_right(max(room - line.cell_length, 0))
