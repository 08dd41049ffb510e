"""What a person reads when the program itself is at fault: the text is safe, and where to look."""

import traceback
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from rich.text import Text
from textual.app import App


def record_fault(app: App[Any], folder: Path, *, saved: bool) -> None:
    """Write the traceback of the exception at hand to a file and leave a message for the terminal.

    Args:
        app: The app that ends.
        folder: Where the file goes; if it can't be written the traceback goes to the terminal.
        saved: Whether the portfolio could be saved.
    """
    told = traceback.format_exc()
    text = "What you wrote is saved." if saved else "The last change could not be saved."
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = folder / "last-fault.txt"
        file.write_text(f"{datetime.now(UTC).isoformat()}\n{told}", encoding="utf-8")
        where = f"What happened is written down in {file}; it holds no text of yours."
    except OSError:
        where = told
    message = f"cmalt-tui met a fault of its own and had to end. {text}\n{where}"
    app.exit(return_code=1, message=Text(message))
