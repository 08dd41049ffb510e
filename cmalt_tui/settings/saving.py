"""Writes one setting into the settings file and leaves everything else in it as it was typed."""

from pathlib import Path

from cmalt_tui.atomic_file import write_atomically
from cmalt_tui.checked_toml import parse_table, read_content


def save_setting(file: Path, key: str, value: str | int | float | bool) -> None:
    """Set one setting; comments, order and everything else in the file stay.

    Args:
        file: The settings file; it and its folder are made if need be. A link is followed, so
            that a file kept in a folder of dotfiles stays there.
        key: The name of the setting.
        value: Its new value.

    Raises:
        InputProblem: The file is no TOML, so that it can't be changed safely, or can't be written.
    """
    import tomlkit

    target = file.resolve()
    before = read_content(target) if target.exists() else b""
    parse_table(before, file)
    document = tomlkit.parse(before.decode("utf-8-sig"))
    document[key] = value
    write_atomically(target, [document.as_string().encode()])
