"""Moves a paragraph, what is marked, or a reflection to another section.

The move is one step of the portfolio, which undo in the outline takes back on both sides. Undo in
the text it was taken from knows that text alone: it brings the words back there as well, and they
stand in both.
"""

from collections.abc import Mapping
from datetime import date

from cmalt_tui.model.framework import Kind
from cmalt_tui.model.moving import cut_out, labels_left, move_text
from cmalt_tui.model.moving import move_reflection as reflection_moved
from cmalt_tui.model.outline import Entry
from cmalt_tui.model.paragraphs import paragraph_bounds
from cmalt_tui.model.portfolio import DESCRIPTION, EVIDENCE, REFLECTION
from cmalt_tui.model.text_address import FIRST_REFLECTION, NOTE, TextAddress, text_at
from cmalt_tui.plain_text import amount, count_words, free_id
from cmalt_tui.ui.editor.one_edit import offset_of
from cmalt_tui.ui.editor.prose_editor import ProseEditor
from cmalt_tui.ui.keys import shown_key_of, undo_in_outline
from cmalt_tui.ui.screens.choose import Choice
from cmalt_tui.ui.screens.choose_by_letters import ChooseByLettersScreen
from cmalt_tui.ui.screens.write_edits import EditingScreen
from cmalt_tui.ui.text_names import text_names

_PARTS = (DESCRIPTION, EVIDENCE, REFLECTION)


def move_paragraph(screen: EditingScreen) -> None:
    """Ask for a text, and move the paragraph at the cursor, or what is marked, to its end."""
    editor = screen.query_one(ProseEditor)
    editor.tell_typed()
    stretch = _stretch(editor)
    source = screen.address
    if not editor.display or editor.address != source or stretch is None:
        screen.main.say("Put the cursor into the paragraph that shall go, or mark it.", warn=True)
        return
    targets = _targets(screen, source)
    text = editor.text
    cut = cut_out(text, *stretch)
    words = amount(count_words(cut.words), "word")

    def take(answer: str | None) -> None:
        if answer is None:
            return
        if text_at(screen.desk.portfolio, source) != text:
            screen.main.say("Another program changed this text meanwhile; try again.", warn=True)
            return
        target = list(targets)[int(answer)]
        name = targets[target]
        changed = move_text(screen.desk.portfolio, source, stretch, target, date.today())
        screen.visits[target] = screen.visits.pop(target, -1)
        screen.change(changed, f"{words} moved to {name}")
        screen.focus_text()
        undo = undo_in_outline(screen.app)
        here = shown_key_of(screen.app, "editor.undo")
        screen.main.say(
            f"{words} moved to the end of {name}. {undo} takes"
            f" that back on both sides; {here} brings them back here alone."
        )
        left = labels_left(cut.rest, cut.words)
        if left:
            named = ", ".join(f"[{label}]" for label in left)
            screen.main.say(f"What {named} refers to stays here: take it along.", warn=True)

    choices = [Choice(str(number), name) for number, name in enumerate(targets.values())]
    title = f"Where shall {words} go?"
    screen.app.push_screen(ChooseByLettersScreen(title, choices, "1b reflection, note …"), take)


def move_reflection(screen: EditingScreen) -> None:
    """Ask for a section, and move the reflection at hand there."""
    source = screen.address
    pieces = {piece.id: piece for piece in screen.entry.written.reflections}
    if screen.reading or source.part != REFLECTION or source.item not in pieces:
        screen.main.say("Go to a reflection first.", warn=True)
        return
    screen.query_one(ProseEditor).tell_typed()
    name = pieces[source.item].title or "The reflection"
    choices = [
        Choice(entry.id, f"{entry.code} {entry.short_title}".strip(), _parked(entry))
        for entry in _by_last_visit(screen)
        if entry.id != source.section and _takes_reflections(entry)
    ]

    def take(section_id: str | None) -> None:
        if section_id is None:
            return
        changed, address = reflection_moved(screen.desk.portfolio, source, section_id)
        where = next(entry.name for entry in screen.entries if entry.id == section_id)
        screen.change(changed, f"“{name}” moved to {where}")
        screen.open_address(address)
        undo = undo_in_outline(screen.app)
        screen.main.say(f"{name} is in {where} now. {undo} undoes it.")

    title = f"Which section shall “{name}” go to?"
    screen.app.push_screen(ChooseByLettersScreen(title, choices, "1b, knowledge …"), take)


def _stretch(editor: ProseEditor) -> tuple[int, int] | None:
    """What is marked, or else the paragraph at the cursor; None where that is nothing."""
    lines = editor.document.lines
    start, end = sorted(editor.selection)
    if start == end:
        bounds = paragraph_bounds(lines, start[0])
        if bounds is None:
            return None
        start, end = (bounds[0], 0), (bounds[1], len(lines[bounds[1]]))
    first, last = offset_of(lines, start), offset_of(lines, end)
    return (first, last) if editor.text[first:last].strip() else None


def _targets(screen: EditingScreen, source: TextAddress) -> Mapping[TextAddress, str]:
    """The texts that words can go to, those written in last first; then a reflection to begin."""
    framework, portfolio = screen.desk.framework, screen.desk.portfolio
    names = text_names(framework, portfolio)
    last = [address for address in reversed(screen.visits) if address in names]
    targets = {address: names[address] for address in [*last, *names] if address != source}
    for entry in screen.entries:
        if _takes_reflections(entry) and entry.written.reflections:
            taken = {piece.id for piece in entry.written.reflections}
            fresh = TextAddress(entry.id, REFLECTION, free_id(FIRST_REFLECTION, taken))
            targets[fresh] = f"{entry.name} a new reflection"
    return targets


def _by_last_visit(screen: EditingScreen) -> list[Entry]:
    """The sections, those that were open last first."""
    order = [address.section for address in reversed(screen.visits) if address.part != NOTE]
    places = {section: place for place, section in reversed(list(enumerate(order)))}
    return sorted(screen.entries, key=lambda entry: places.get(entry.id, len(order)))


def _takes_reflections(entry: Entry) -> bool:
    plain = entry.is_statement or entry.is_declaration or entry.asked.kind is Kind.AREA
    return entry.broken is None and not plain and REFLECTION in (entry.asked.parts or _PARTS)


def _parked(entry: Entry) -> str:
    return "parked, outside this pathway" if entry.parked else ""
