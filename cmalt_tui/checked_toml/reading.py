"""Reads a TOML file into a checked table, or says what is wrong with it and where."""

import re
import tomllib
from pathlib import Path

from cmalt_tui.checked_toml.table import Table
from cmalt_tui.problems import InputProblem

LARGEST_FILE = 8_000_000
_SPOT = re.compile(r" \(at (?:line (?P<line>\d+), column \d+|end of document)\)$")


def read_table(file: Path) -> Table:
    """Read a TOML file.

    Args:
        file: The file; UTF-8, at most 8 MB.

    Returns:
        Its top table.

    Raises:
        InputProblem: The file is missing, unreadable, too large, no UTF-8 or no TOML.
    """
    return parse_table(read_content(file), file)


def read_content(file: Path) -> bytes:
    """Read the bytes of a TOML file, for `parse_table` and for whoever also has to compare them.

    Raises:
        InputProblem: The file is missing, unreadable or too large.
    """
    try:
        if file.stat().st_size > LARGEST_FILE:
            raise InputProblem(
                f"is larger than the {LARGEST_FILE // 1_000_000} MB that can be read",
                "Split it or take it out of the folder.",
                file=file,
            )
        return file.read_bytes()
    except FileNotFoundError:
        raise InputProblem("there is no such file", "Check the path.", file=file) from None
    except OSError as error:
        reason = error.strerror or str(error)
        raise InputProblem(
            f"can't be read ({reason})", "Check the file's permissions.", file=file
        ) from None


def parse_table(content: bytes, file: Path) -> Table:
    """Parse the content of a TOML file; see `read_table`.

    Args:
        content: The bytes of the file.
        file: Where they come from, for messages.

    Raises:
        InputProblem: The content is no UTF-8 or no TOML.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise InputProblem(
            "is not UTF-8 text", "Save the file with the encoding UTF-8.", file=file, line=line
        ) from None
    lines = text.replace("\r\n", "\n")
    try:
        values = tomllib.loads(lines)
    except tomllib.TOMLDecodeError as error:
        spot = _SPOT.search(str(error))
        number = int(spot["line"]) if spot and spot["line"] else lines.count("\n") + 1
        what = _SPOT.sub("", str(error))
        raise InputProblem(
            f"is no valid TOML: {what[:1].lower()}{what[1:]}",
            "Mend that line in any text editor.",
            file=file,
            line=number,
        ) from None
    except RecursionError:
        raise InputProblem("is nested too deeply", "Flatten it.", file=file) from None
    except ValueError:  # Python reads no whole number of more than a few thousand digits.
        message, way_out = "has a number that is too long", "Shorten that number."
        raise InputProblem(message, way_out, file=file) from None
    return Table(values, file, lines)
