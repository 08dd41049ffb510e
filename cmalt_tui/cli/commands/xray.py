"""``cmalt-tui xray``: the moves of reflection, sentence by sentence, and what to ask."""

import sys
import textwrap
from pathlib import Path

import click

from cmalt_tui.cli.paths import TypedPath
from cmalt_tui.cli.speaking import portfolio_folder, print_json, say, show
from cmalt_tui.model.outline import entries
from cmalt_tui.places import personal_places
from cmalt_tui.plain_text import clean
from cmalt_tui.problems import InputProblem, did_you_mean
from cmalt_tui.review.moves import (
    MovedSentence,
    MoveRules,
    Register,
    SectionXray,
    letters,
    move_of,
    xray_section,
    xray_text,
)
from cmalt_tui.workbench.desk import Desk, open_desk
from cmalt_tui.workbench.xray import (
    SCHEMA,
    move_rules,
    section_as_json,
    sentences_as_json,
    xray_lines,
)

_LARGEST_FILE = 20_000_000
_MARGIN = 30
_WIDTH = 96


@click.command("xray")
@click.argument("path", type=TypedPath(), required=False)
@click.option("--section", "section_id", help="Only this section of the portfolio: 1a.")
@click.option("--lines", "by_lines", is_flag=True, help="Each line of FILE is one sentence.")
@click.option(
    "--register",
    "named",
    type=click.Choice([register.value for register in Register]),
    help="How the text is written; otherwise diary with --lines, and else professional.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def command(
    path: Path | None, section_id: str | None, by_lines: bool, named: str | None, as_json: bool
) -> None:
    """Show which moves of reflection the sentences of PATH make, and ask for what was not found.

    PATH is a portfolio, a text file or - for standard input. A move is told by plain rules, so it
    may be missed or seen where there is none: the words behind each are in the JSON.

    Letters: E experience, F feeling, D difficulty, T trade-off, A own assumption, O another's view,
    C consequence, L lesson, W would do differently, N next step, P principle.

    Rules of your own are TOML files in the folder "moves" beside the settings; one with the id of
    a rule of the program takes its place, and "off = true" switches that one off.
    """
    places = personal_places()
    is_text = path is not None and (str(path) == "-" or path.is_file())
    if not is_text and by_lines:
        raise click.UsageError("--lines needs a text file, or - for standard input.")
    if is_text and section_id:
        raise click.UsageError("--section needs a portfolio, not a text file.")
    register = Register(named) if named else _usual(by_lines)
    rules = move_rules(places, register)
    if path is not None and is_text:
        _of_text(_text_of(path, by_lines), rules, register, by_lines, as_json)
    else:
        desk = open_desk(portfolio_folder(path), places)
        _of_sections(_sections(desk, section_id, rules, register), section_id, as_json)
    for problem in rules.problems:
        say(f"note: {problem}")


def _usual(by_lines: bool) -> Register:
    """Sentences without their text are mostly notes of the day."""
    return Register.DIARY if by_lines else Register.PROFESSIONAL


def _of_text(
    text: str, rules: MoveRules, register: Register, by_lines: bool, as_json: bool
) -> None:
    sentences = (xray_lines if by_lines else xray_text)(text, rules, register)
    if as_json:
        answer = {"schema": SCHEMA, "register": register.value}
        print_json(answer | {"sentences": sentences_as_json(sentences)})
    else:
        _show_sentences(sentences)


def _sections(
    desk: Desk, section_id: str | None, rules: MoveRules, register: Register
) -> list[SectionXray]:
    for broken in desk.portfolio.broken:
        say(f"note: not looked at: {broken.problem}")
    listed = [one for one in entries(desk.framework, desk.portfolio) if not one.parked]
    known = {one.id.lower(): one.id for one in listed}
    if section_id is None:
        wanted = [one.id for one in listed]
    elif section_id.lower() in known:
        wanted = [known[section_id.lower()]]
    else:
        hint = did_you_mean(section_id, known.values(), f"There is: {', '.join(known.values())}.")
        raise click.UsageError(f"There is no section {section_id!r}. {hint}")
    return [xray_section(desk.portfolio.section(name), rules, register) for name in wanted]


def _of_sections(xrays: list[SectionXray], section_id: str | None, as_json: bool) -> None:
    if as_json and section_id:
        print_json({"schema": SCHEMA, **section_as_json(xrays[0])})
    elif as_json:
        print_json({"schema": SCHEMA, "sections": [section_as_json(one) for one in xrays]})
    else:
        for one in xrays:
            if one.texts:
                _show_section(one)


def _show_section(xray: SectionXray) -> None:
    for text in xray.texts:
        show(f"{' '.join(one for one in (xray.section, text.part, text.title) if one)}\n")
        _show_sentences(text.sentences)
        show("")
    if xray.missing:
        named = ", ".join(move_of(move).title for move in xray.missing)
        show(f"Not found in {xray.section}: {named}")
    if xray.questions:
        show(textwrap.fill(f"A question: {xray.questions[0].question}", _WIDTH))
    show("")


def _show_sentences(sentences: tuple[MovedSentence, ...]) -> None:
    """Print each sentence beside the letters and names of its moves."""
    for one in sentences:
        names = ", ".join(move_of(move).title for move in one.moves)
        margin = textwrap.wrap(f"{letters(one.moves)}  {names}" if names else "", _MARGIN - 2)
        lines = textwrap.wrap(one.text, _WIDTH - _MARGIN) or [""]
        for number in range(max(len(margin), len(lines))):
            left = margin[number] if number < len(margin) else ""
            right = lines[number] if number < len(lines) else ""
            show(f"{left:<{_MARGIN}}{right}".rstrip())


def _text_of(path: Path, by_lines: bool) -> str:
    """Read a text; line by line, only line feeds end a line, so that as many come out as go in."""
    if str(path) == "-":
        content = sys.stdin.buffer.read(_LARGEST_FILE + 1)
    else:
        with path.open("rb") as file:
            content = file.read(_LARGEST_FILE + 1)
    if len(content) > _LARGEST_FILE:
        raise InputProblem("is too large to be one text", "Take a part of it.", file=path)
    try:
        text = content.decode("utf-8-sig", "replace" if by_lines else "strict")
    except UnicodeDecodeError:
        raise InputProblem(
            "is no UTF-8 text",
            "Documents such as DOCX become a portfolio first: cmalt-tui import FILE --into PATH",
            file=path,
        ) from None
    if not by_lines:
        return clean(text)
    lines = text.replace("\r\n", "\n").split("\n")
    return "\n".join(clean(line).replace("\n", " ") for line in lines)
