"""Finds the pandoc that pypandoc_binary brings and runs it with its teeth drawn.

``--sandbox`` keeps it from reading files and the network, an empty ``--data-dir`` from picking up
the person's own templates and defaults, ``+RTS -M`` bounds its memory
(pandoc manual, "A note on security" and "--sandbox").
"""

import importlib.util
import os
import subprocess
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from cmalt_tui.problems import InputProblem

TIME_LIMIT = 60.0
MEMORY_LIMIT_MB = 1500
_POLL = 0.05
_HEAP_EXHAUSTED = 251  # GHC's EXIT_HEAPOVERFLOW
# A larger nursery than GHC's own: a document then fits few collections, which is a fifth faster.
_ALLOCATION = "-A64m"
_KEPT_ENVIRONMENT = ("PATH", "LANG", "LC_ALL", "SYSTEMROOT", "TEMP", "TMP", "SOURCE_DATE_EPOCH")


class PandocFailed(Exception):  # noqa: N818 - says what happened, as the other exceptions do
    """Raised when pandoc refuses its input, takes too long or asks for too much memory."""


@cache
def pandoc_file() -> Path:
    """Find the pandoc that came with the program.

    The module is looked up, not imported: importing it costs 100 ms and would prefer a newer
    pandoc from PATH, whose behaviour nobody has tested.

    Raises:
        InputProblem: The package pypandoc_binary is not installed whole.
    """
    found = importlib.util.find_spec("pypandoc")
    name = "pandoc.exe" if os.name == "nt" else "pandoc"
    file = Path(found.origin).parent / "files" / name if found and found.origin else None
    if file is None or not file.is_file():
        raise InputProblem(
            "pandoc is not installed", "Run: pip install pypandoc_binary", key="pandoc"
        )
    return file


def run(
    arguments: Sequence[str],
    content: bytes = b"",
    *,
    folder: Path | None = None,
    time_limit: float = TIME_LIMIT,
    check: Callable[[], None] | None = None,
) -> bytes:
    """Run pandoc once.

    Args:
        arguments: Its command line, without the options that fence it in.
        content: What it reads from standard input.
        folder: Its working folder; an empty temporary one if None.
        time_limit: Seconds after which it is killed.
        check: Called some twenty times a second; an exception that it raises (such as
            `cmalt_tui.progress.Cancelled`) kills pandoc and is passed on.

    Returns:
        What it wrote to standard output.

    Raises:
        PandocFailed: It ended with an error or ran into a limit. The text is fit to be shown.
    """
    environment = {name: os.environ[name] for name in _KEPT_ENVIRONMENT if name in os.environ}
    with tempfile.TemporaryDirectory(prefix="cmalt-pandoc-") as empty:
        command = [
            str(pandoc_file()),
            "--sandbox",
            "--data-dir",
            empty,
            *arguments,
            "+RTS",
            f"-M{MEMORY_LIMIT_MB}m",
            _ALLOCATION,
            "-RTS",
        ]
        with subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=folder or empty,
            env={**environment, "HOME": empty},
        ) as process:
            try:
                output, complaint = _talk(process, content, time_limit, check)
            except BaseException:
                process.kill()
                raise
    if process.returncode != 0:
        told = complaint.decode("utf-8", "replace").strip()[:500]
        if process.returncode == _HEAP_EXHAUSTED:
            told = f"it needs more than {MEMORY_LIMIT_MB} MB of memory"
        raise PandocFailed(told or f"pandoc ended with code {process.returncode}")
    return output


def _talk(
    process: subprocess.Popen[bytes],
    content: bytes,
    time_limit: float,
    check: Callable[[], None] | None,
) -> tuple[bytes, bytes]:
    end = time.monotonic() + time_limit
    waiting: bytes | None = content
    while True:
        try:
            return process.communicate(waiting, timeout=_POLL if check else time_limit)
        except subprocess.TimeoutExpired:
            waiting = None
            if time.monotonic() >= end:
                raise PandocFailed(f"it took longer than {time_limit:.0f} seconds") from None
            if check:
                check()
