"""Where things live on disk: what the package ships and what belongs to the person."""

import os
from pathlib import Path
from typing import NamedTuple

HOME_VARIABLE = "CMALT_TUI_HOME"
PACKAGE = Path(__file__).resolve().parent


class Places(NamedTuple):
    """The folders that belong to one person; none has to exist yet.

    Attributes:
        config: Settings, keys, own themes and own frameworks.
        data: The example corpus, the demo, and the list of recent portfolios.
        cache: The search index and whatever else can be thrown away at any time.
    """

    config: Path
    data: Path
    cache: Path

    @property
    def settings_file(self) -> Path:
        """The settings that a person may edit by hand."""
        return self.config / "settings.toml"

    @property
    def own_themes(self) -> Path:
        """Theme files that a person added."""
        return self.config / "themes"

    @property
    def own_frameworks(self) -> Path:
        """Framework files that a person added."""
        return self.config / "frameworks"

    @property
    def own_templates(self) -> Path:
        """Templates for texts that a person added."""
        return self.config / "templates"

    @property
    def own_moves(self) -> Path:
        """Rules of the reflection X-ray that a person added."""
        return self.config / "moves"

    @property
    def own_words(self) -> Path:
        """Words that the person's spelling check holds for right, one a line."""
        return self.config / "words.txt"

    @property
    def corpus(self) -> Path:
        """The example corpus: a folder a source, with its passages."""
        return self.data / "corpus"

    @property
    def demo(self) -> Path:
        """The copies of the samples that the demo opens."""
        return self.data / "demo"

    @property
    def drafts(self) -> Path:
        """Drafts of portfolios whose own folder takes none: a folder a portfolio."""
        return self.data / "drafts"

    @property
    def undo(self) -> Path:
        """What undo needs after the program was closed: a folder a portfolio.

        It is not in the portfolio's own folder, because it holds words that were taken out, and
        a portfolio may be shared.
        """
        return self.data / "undo"

    @property
    def outside(self) -> Path:
        """Texts that are open in the person's own editor, and those that could not be taken back.

        Not among temporary files, which a restart of the machine may sweep away.
        """
        return self.data / "outside"

    @property
    def sessions_file(self) -> Path:
        """When and how much was written: a line of JSON for each session, without its words."""
        return self.data / "sessions.jsonl"

    @property
    def progress_file(self) -> Path:
        """How far portfolios were, a line a day: numbers alone.

        It is not in the portfolio's own folder: two machines that share one by git would meet at
        the end of this file each time. Each line tells a whole state, so that one machine's lines
        are right by themselves, and days that another one saw are only missing between them.
        """
        return self.data / "progress.jsonl"

    @property
    def recent_file(self) -> Path:
        """The portfolios opened last."""
        return self.data / "recent.json"


def personal_places() -> Places:
    """Find the person's folders: below ``CMALT_TUI_HOME``, or else the platform's own."""
    home = os.environ.get(HOME_VARIABLE)
    if home:
        root = at_home(home).absolute()
        return Places(root / "config", root / "data", root / "cache")
    import platformdirs

    folders = platformdirs.PlatformDirs("cmalt-tui", appauthor=False)
    return Places(folders.user_config_path, folders.user_data_path, folders.user_cache_path)


def at_home(typed: str) -> Path:
    """Read a path that may begin with ``~``; where nobody knows that home, it stays as typed."""
    return Path(os.path.expanduser(typed))  # noqa: PTH111 - the one of Path raises then


def shipped(name: str) -> Path:
    """Find a folder that comes with the program, ``themes`` or ``samples``.

    A wheel carries them inside the package; a checkout has them beside it.
    """
    inside = PACKAGE / "_shipped" / name
    return inside if inside.is_dir() else PACKAGE.parent / name


def shipped_frameworks() -> Path:
    """The folder of the framework files that come with the program."""
    return PACKAGE / "frameworks" / "data"
