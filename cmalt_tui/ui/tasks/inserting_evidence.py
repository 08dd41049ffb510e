"""Puts a reference to an item of evidence, or its picture, at the cursor."""

from functools import partial

from cmalt_tui.export.evidence_reference import picture_of, reference_to
from cmalt_tui.export.evidence_text import is_picture
from cmalt_tui.model.evidence_uses import with_use
from cmalt_tui.model.portfolio import EvidenceItem
from cmalt_tui.model.text_address import NOTE
from cmalt_tui.ui.editor.one_edit import OneEdit
from cmalt_tui.ui.editor.one_step import change_in_one_step
from cmalt_tui.ui.editor.prose_editor import ProseEditor
from cmalt_tui.ui.keys import shown_key_of
from cmalt_tui.ui.screens.choose import Choice, ChooseScreen
from cmalt_tui.ui.screens.choose_by_letters import ChooseByLettersScreen
from cmalt_tui.ui.screens.write_edits import EditingScreen

_REFERENCE, _PICTURE = "reference", "picture"
_WITHOUT_SPACE = "([{“‘\"'/\n"


def insert_evidence(screen: EditingScreen) -> None:
    """Ask for an item, and refer to it at the cursor."""
    editor = screen.query_one(ProseEditor)
    items = screen.desk.portfolio.evidence
    if not editor.display or editor.address != screen.address:
        screen.main.say("Go to a text first: there is no cursor here.", warn=True)
        return
    if not items:
        screen.main.say(
            f"There is no evidence yet. {shown_key_of(screen.app, 'write.evidence_mode')} opens"
            " evidence mode, where n takes in a file or a link.",
            warn=True,
        )
        return
    editor.tell_typed()
    used = [use.item for use in screen.entry.written.evidence if use.item in items]
    listed = [items[item_id] for item_id in dict.fromkeys([*used, *items])]
    here = f"used in {screen.entry.name}"
    choices = [
        Choice(one.id, f"▪ {one.title or one.id}", _told(one, here if one.id in used else ""))
        for one in listed
    ]

    def take(item_id: str | None) -> None:
        if item_id is not None:
            _ask_form(screen, items[item_id])

    title = "Which evidence?"
    screen.app.push_screen(ChooseByLettersScreen(title, choices, "survey, video …"), take)


def _ask_form(screen: EditingScreen, item: EvidenceItem) -> None:
    """Insert a reference; for a picture, ask whether it shall be seen here."""
    if not is_picture(item.file):
        _insert(screen, item, _REFERENCE)
        return
    choices = [
        Choice(_REFERENCE, "a reference", "its number and title, with a link"),
        Choice(_PICTURE, "the picture", "seen here, in the text"),
    ]
    asked = ChooseScreen(f"How shall “{item.title or item.id}” stand here?", choices)
    screen.app.push_screen(asked, partial(_insert, screen, item))


def _insert(screen: EditingScreen, item: EvidenceItem, form: str | None) -> None:
    if form is None:
        return
    editor = screen.query_one(ProseEditor)
    start, end = sorted(editor.selection)
    before = editor.get_text_range((start[0], 0), start)
    after = editor.get_text_range(end, (end[0], len(editor.document[end[0]])))
    if form == _PICTURE:
        put = picture_of(item)
        put = ("\n\n" if before.strip() else "") + put + ("\n\n" if after.strip() else "")
    else:
        put = reference_to(item.id)
        put = ("" if not before or before[-1] in f"{_WITHOUT_SPACE} " else " ") + put
        put += " " if after[:1].isalnum() else ""
    removed = editor.get_text_range(start, end)
    change_in_one_step(editor, OneEdit(start, end, removed, put))
    editor.tell_typed()
    _use(screen, item)
    screen.focus_text()


def _use(screen: EditingScreen, item: EvidenceItem) -> None:
    """Count the item among the section's evidence, unless it is or the text is private."""
    section, portfolio = screen.address.section, screen.desk.portfolio
    changed = with_use(portfolio, section, item.id)
    if changed is portfolio or screen.address.part == NOTE:
        return
    where = screen.entry.name
    screen.change(changed, f"“{item.title or item.id}” used in {where}")
    screen.main.say(f"“{item.title or item.id}” is now evidence of {where} as well.")


def _told(item: EvidenceItem, used: str) -> str:
    return " · ".join(part for part in (used, item.kind) if part)
