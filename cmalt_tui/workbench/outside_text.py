"""Hands a text to the person's own editor as a file, and takes it back with nothing lost."""

import os
import shlex
import shutil
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from cmalt_tui.model.text_address import TextAddress
from cmalt_tui.plain_text import clean
from cmalt_tui.problems import InputProblem

_MOST_BYTES = 5_000_000
_VARIABLES = ("VISUAL", "EDITOR")
_KNOWN = ("nano", "micro", "vim", "vi", "notepad")


def own_editor(environment: Mapping[str, str]) -> list[str]:
    """Find the editor that the person has named, as a command without the file.

    Args:
        environment: The variables; ``VISUAL`` goes before ``EDITOR``, as with git. The value may
            have arguments: ``code --wait``.

    Raises:
        InputProblem: None is named, or it is not there; says which there are.
    """
    variable = _variable(environment)
    if not variable:
        found = [name for name in _KNOWN if shutil.which(name)]
        there = f"On this machine there {'is' if len(found) == 1 else 'are'} {', '.join(found)}. "
        way_out = f"{there if found else ''}Start with: EDITOR={(found or ['nano'])[0]} cmalt-tui"
        raise InputProblem("no editor of your own is named (VISUAL or EDITOR)", way_out)
    named = environment[variable]
    try:
        # Windows has backslashes in its paths, which are no escapes there.
        command = shlex.split(named, posix=os.name != "nt")
    except ValueError as error:
        raise InputProblem(
            f"{variable} can't be read ({error}): {named}", "Look at its quotation marks."
        ) from error
    command = [part.strip('"') for part in command]
    if shutil.which(command[0]) is None:
        raise InputProblem(
            f"there is no program {command[0]}, which {variable} names",
            f"Install it, or set {variable} to another one.",
        )
    return command


def names_editor(environment: Mapping[str, str]) -> bool:
    """Whether the person has named an editor, be it there or not."""
    return bool(_variable(environment))


def put_outside(folder: Path, address: TextAddress, text: str) -> Path:
    """Write a text into a file that only this person can read, named after its section.

    Args:
        folder: Where such files are.
        address: Where the text stands.
        text: The text.

    Raises:
        InputProblem: It can't be written.
    """
    name = "-".join(part for part in address if part)
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        file = Path(tempfile.mkdtemp(dir=folder)) / f"{name[:100]}.md"
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as opened:
            opened.write(_as_file(text))
    except OSError as error:
        raise InputProblem(
            f"the text can't be put there for your editor ({error.strerror})",
            "Nothing was changed. Look whether there is space, and whether you may write there.",
            file=folder,
        ) from error
    return file


def edit_outside(command: Sequence[str], file: Path) -> int:
    """Run the editor on a file until it ends; gives its exit code.

    Raises:
        InputProblem: It can't be started.
    """
    try:
        return subprocess.run([*command, str(file)], check=False).returncode
    except OSError as error:
        raise InputProblem(
            f"{command[0]} can't be started ({error.strerror})", "Nothing was changed."
        ) from error


def take_back(file: Path, text: str) -> str:
    """Read what became of a text.

    Args:
        file: The file that `put_outside` wrote.
        text: The text as it was; whether it ended with a line end is kept.

    Raises:
        InputProblem: The file is gone, can't be read, or holds no text; it stays where it is.
    """
    kept = f"The text here is as it was; what your editor left is kept in {file}."
    try:
        if file.stat().st_size > _MOST_BYTES:
            size = _MOST_BYTES // 1_000_000
            raise InputProblem(f"your editor gave back more than {size} MB", kept)
        content = file.read_bytes()
        if content == _as_file(text):
            return text
        written = content.decode("utf-8-sig")
    except FileNotFoundError as error:
        raise InputProblem(
            "the file that your editor had is gone", "The text here is as it was.", file=file
        ) from error
    except OSError as error:
        raise InputProblem(
            f"what your editor left can't be read ({error.strerror})", kept
        ) from error
    except UnicodeDecodeError as error:
        raise InputProblem("what your editor left is not UTF-8", kept) from error
    if "\0" in written:
        raise InputProblem("what your editor left is no text", kept)
    back = clean(written)
    return back if text.endswith("\n") else back.removesuffix("\n")


def remove_outside(file: Path) -> None:
    """Remove the file, and whatever the editor left beside it, once its text is back."""
    shutil.rmtree(file.parent, ignore_errors=True)


def _variable(environment: Mapping[str, str]) -> str:
    return next((name for name in _VARIABLES if environment.get(name, "").strip()), "")


def _as_file(text: str) -> bytes:
    return (text if text.endswith("\n") or not text else text + "\n").encode()
