"""Writes one setting into the settings file and leaves everything else in it as it was typed."""

import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

from cmalt_tui.checked_toml import parse_table
from cmalt_tui.problems import InputProblem


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
    try:
        before = target.read_bytes() if target.exists() else b""
        parse_table(before, file)
        document = tomlkit.parse(before.decode("utf-8-sig"))
        document[key] = value
        target.parent.mkdir(parents=True, exist_ok=True)
        _replace(target, document.as_string().encode())
    except OSError as error:
        reason = error.strerror or str(error)
        raise InputProblem(
            f"can't be written ({reason})", "Check the folder's permissions.", file=file, key=key
        ) from None


def _replace(target: Path, content: bytes) -> None:
    descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=".settings-", suffix=".tmp")
    try:
        with os.fdopen(descriptor, "wb") as written:
            written.write(content)
            written.flush()
            os.fsync(written.fileno())
        if target.exists():
            shutil.copymode(target, name)
        Path(name).replace(target)
    except BaseException:
        with suppress(FileNotFoundError):
            Path(name).unlink()
        raise
