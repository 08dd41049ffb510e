"""Finds at the start what earlier runs could not save, and has it shown."""

from cmalt_tui.ui.screens.write_edits import EditingScreen
from cmalt_tui.ui.task_table import load_task


def offer_drafts(screen: EditingScreen) -> None:
    """Show the drafts, if there are any; they are looked for while the person reads or writes."""

    def show(drafts: object) -> None:
        if isinstance(drafts, tuple) and drafts and screen.is_attached:
            load_task("drafts")(screen)

    if not screen.desk.read_only:
        screen.autosave.ask(screen.desk.drafts, show)
