"""``cmalt-tui spell``: words that may be misspelt."""

from collections.abc import Sequence
from pathlib import Path

import click

from cmalt_tui.cli.paths import TypedPath
from cmalt_tui.cli.speaking import portfolio_folder, print_json, say, show, tell_of_settings
from cmalt_tui.places import personal_places
from cmalt_tui.plain_text import amount
from cmalt_tui.problems import InputProblem
from cmalt_tui.settings import load_settings
from cmalt_tui.settings.settings import SPELLINGS
from cmalt_tui.workbench.desk import open_desk
from cmalt_tui.workbench.spelling import OFF, DoubtfulWord, Spelling, doubtful_as_json

_LARGEST_FILE = 20_000_000


@click.command("spell")
@click.argument("path", type=TypedPath(), required=False)
@click.option(
    "--spelling",
    type=click.Choice([name for name in SPELLINGS if name != OFF]),
    help="The spelling to check by; otherwise the one of the settings.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def command(path: Path | None, spelling: str | None, as_json: bool) -> None:
    """List the doubtful words of the portfolio or the text file at PATH, with suggestions.

    Words that are right can be added to words.txt in the portfolio's folder, one a line.
    """
    places = personal_places()
    tell_of_settings(places)
    chosen = spelling or load_settings(places.settings_file)[0].spelling
    if chosen == OFF:
        # Asked for by name, so it is done: "off" keeps the underlines from the screen.
        chosen = SPELLINGS[0]
    if path is not None and path.is_file():
        checked = Spelling(chosen, places, None)
        found = tuple(checked.doubtful_words(_text_of(path)))
    else:
        desk = open_desk(portfolio_folder(path), places)
        checked = Spelling(chosen, places, desk.folder)
        for broken in desk.portfolio.broken:
            say(f"note: not checked: {broken.problem}")
        found = tuple(checked.doubtful_words_of(desk.portfolio, desk.framework))
    for problem in checked.problems:
        say(f"note: {problem}")
    if as_json:
        print_json(doubtful_as_json(found, chosen))
        return
    _show(found)
    say(f"{amount(len(found), 'doubtful word')}, {chosen} spelling")


def _show(found: Sequence[DoubtfulWord]) -> None:
    for one in found:
        place = "/".join(name for name in (one.section, one.part, one.item) if name)
        spot = f"{place}:{one.line}:{one.column}" if place else f"{one.line}:{one.column}"
        show(f"{spot}  {one.word}  {', '.join(one.suggestions) or '(no suggestion)'}")


def _text_of(file: Path) -> str:
    from cmalt_tui.plain_text import clean

    if file.stat().st_size > _LARGEST_FILE:
        raise InputProblem("is too large to be one text", "Check a part of it.", file=file)
    try:
        return clean(file.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError:
        raise InputProblem(
            "is no UTF-8 text",
            "Documents such as DOCX become a portfolio first: cmalt-tui import FILE --into PATH",
            file=file,
        ) from None
