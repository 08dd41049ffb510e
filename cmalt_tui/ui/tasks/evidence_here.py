"""Does something with the item that is marked among a section's evidence."""

from functools import partial

from cmalt_tui.model.evidence_uses import without_use
from cmalt_tui.model.portfolio import EvidenceItem
from cmalt_tui.problems import InputProblem
from cmalt_tui.ui.keys import undo_in_outline
from cmalt_tui.ui.screens.write_edits import EditingScreen
from cmalt_tui.ui.widgets.evidence_pane import EvidencePane
from cmalt_tui.workbench.opening_artefacts import open_artefact


def take_out(screen: EditingScreen) -> None:
    """Use the marked item in this section no longer; it stays in the bank."""
    item_id = screen.query_one(EvidencePane).marked
    if item_id is None:
        return
    changed = without_use(screen.desk.portfolio, screen.address.section, item_id)
    item = screen.desk.portfolio.evidence.get(item_id)
    title = (item.title if item is not None else "") or item_id
    where = screen.entry.name
    screen.change(changed, f"“{title}” no longer used in {where}")
    screen.main.say(
        f"“{title}” is used in {where} no longer; it stays in the bank. "
        f"{undo_in_outline(screen.app)} brings it back."
    )


def open_evidence(screen: EditingScreen) -> None:
    """Open the marked item's file or link, in a thread: a disk or a desktop may be slow."""
    item = _marked(screen)
    if item is not None:
        work = partial(_open, screen, item)
        screen.run_worker(work, thread=True, exclusive=True, exit_on_error=False, group="open")


def look_at_picture(screen: EditingScreen) -> None:
    """Look at the marked item's picture."""
    from cmalt_tui.ui.screens.picture import PictureScreen

    item = _marked(screen)
    if item is not None:
        screen.app.push_screen(PictureScreen(screen.desk.folder, item))


def _open(screen: EditingScreen, item: EvidenceItem) -> None:
    try:
        screen.main.say(f"Opening {open_artefact(screen.desk.folder, item)} …")
    except InputProblem as refused:
        screen.main.tell(refused.problem)


def _marked(screen: EditingScreen) -> EvidenceItem | None:
    item_id = screen.query_one(EvidencePane).marked
    return screen.desk.portfolio.evidence.get(item_id) if item_id is not None else None
