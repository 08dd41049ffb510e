"""The row of a form that asks where a new portfolio shall lie."""

from pathlib import Path

from cmalt_tui.problems import InputProblem
from cmalt_tui.ui.paths import free_folder, shown_path, typed_path
from cmalt_tui.ui.widgets.form_row import FormRow
from cmalt_tui.ui.widgets.line_input import LineInput
from cmalt_tui.workbench.importing import refuse_taken


class FolderField(FormRow):
    """Holds a path that may not exist yet."""

    def __init__(self, label: str, name: str) -> None:
        """Propose a folder.

        Args:
            label: What is asked.
            name: The name that the folder would have, if it is free.
        """
        self._line = LineInput(shown_path(free_folder(name)), id="folder")
        self._asked = label
        self._proposed = name
        super().__init__(label, self._line)

    @property
    def path(self) -> Path:
        """The folder that was typed."""
        return typed_path(self._line.value)

    @property
    def fault(self) -> str:
        """Why no portfolio can be made there; empty if one can."""
        if not self._line.value.strip():
            return f"{self._asked}: where shall the portfolio lie?"
        try:
            refuse_taken(self.path)
        except InputProblem as refused:
            return f"{self._asked}: {refused.problem.message}. {refused.problem.way_out}"
        except OSError as error:
            return f"{self._asked}: {error.strerror}"
        return ""

    @property
    def look_from(self) -> Path | None:
        """Where looking through the folders begins; None for the home folder."""
        return self.path.parent if self.path.parent.is_dir() else None

    def take(self, folder: Path | None) -> None:
        """Take a folder that was chosen; a new one inside it, if it holds something."""
        if folder is not None:
            taken = folder.is_dir() and any(folder.iterdir())
            name = self.path.name or self._proposed
            self._line.value = shown_path(free_folder(name, folder) if taken else folder)
