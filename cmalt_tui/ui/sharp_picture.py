"""Hands the terminal over to a picture itself, where the extra ``images`` is installed.

Its library asks the terminal what it can show, and answers come by the keyboard; so it may only be
loaded while this program doesn't read keys. What it sends is no cell that a frame could carry,
which is why it draws on the plain terminal; the frame after it is sent whole.
"""

import io
import sys
from pathlib import Path
from typing import Any

from textual.app import App, SuspendNotSupported

from cmalt_tui.model.portfolio import EvidenceItem
from cmalt_tui.ui.safe import cut_line
from cmalt_tui.workbench.picture_preview import sharp_picture

_BACK = "enter: back"
_CLEAR = "\x1b[2J\x1b[H"


def show_sharp(app: App[Any], folder: Path, item: EvidenceItem) -> None:
    """Show a picture as sharp as the terminal can, until enter is pressed.

    Raises:
        InputProblem: The picture can't be read.
    """
    picture = sharp_picture(folder, item)
    try:
        with app.suspend():
            _draw(picture, cut_line(item.title or item.id, app.size.width - 1))
    except SuspendNotSupported:
        told = "This terminal can't be handed over to a picture."
        app.notify(told, severity="warning", markup=False)


def _draw(picture: bytes, title: str) -> None:
    from rich.console import Console
    from textual_image.renderable import Image

    console = Console(file=sys.__stdout__)
    console.file.write(_CLEAR)
    console.print(title, markup=False, highlight=False, style="bold")
    shown = Image(io.BytesIO(picture), height=max(1, console.size.height - 4))
    console.print(shown)
    console.print(_BACK, markup=False, highlight=False)
    try:
        input()
    except (EOFError, KeyboardInterrupt):
        pass
    finally:
        shown.cleanup()
        console.file.write(_CLEAR)
        console.file.flush()
