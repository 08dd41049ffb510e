"""``cmalt-tui drafts``: text that a crash left unsaved, listed, taken back or thrown away."""

import shutil
import sys
import textwrap
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

import click

from cmalt_tui.cli.group import EXIT_FINDINGS
from cmalt_tui.cli.paths import TypedPath
from cmalt_tui.cli.saving import save_changes
from cmalt_tui.cli.speaking import portfolio_folder, print_json, say, show
from cmalt_tui.model.dates import long_moment
from cmalt_tui.model.draft import Draft, TextChange
from cmalt_tui.model.text_changes import KEPT, ChangedParagraph, Piece, changed_paragraphs
from cmalt_tui.places import Places, personal_places
from cmalt_tui.problems import InputProblem, Problem
from cmalt_tui.store.draft_files import is_item_path
from cmalt_tui.workbench.desk import open_desk
from cmalt_tui.workbench.drafts import LeftDrafts, drafts_left

_SHOWN_AROUND = 60
_WIDEST = 100


@click.command("drafts")
@click.argument("path", type=TypedPath(), required=False)
@click.argument("items", nargs=-1)
@click.option("--apply", "is_applied", is_flag=True, help="Take drafts back, and save.")
@click.option("--drop", "is_dropped", is_flag=True, help="Move drafts into the bin.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.pass_context
def command(
    context: click.Context,
    path: Path | None,
    items: tuple[str, ...],
    is_applied: bool,
    is_dropped: bool,
    as_json: bool,
) -> None:
    """List what was written in the portfolio at PATH and could not be saved.

    With --apply or --drop, all of it is taken back or dropped, or only ITEMS, which are named by
    their files: sections/1a.toml. Words between [- -] are taken out, those between {+ +} put in.
    """
    if is_applied and is_dropped:
        raise click.UsageError("Use either --apply or --drop.")
    if path is not None and is_item_path(path.as_posix()) and not path.is_dir():
        items, path = (path.as_posix(), *items), None
    places = personal_places()
    if is_applied or is_dropped:
        left, done = _settled(portfolio_folder(path), places, items, is_applied)
    else:
        left, done = _left(path, places), ()
        left = left._replace(drafts=_wanted(left.drafts, items))
    if as_json:
        print_json(_as_json(left, done, is_applied))
    elif done:
        for told in done:
            show(told[1])
    else:
        _show(left.drafts)
    for problem in left.problems:
        say(f"note: {problem}")
    if left.problems:
        context.exit(EXIT_FINDINGS)


def _left(path: Path | None, places: Places) -> LeftDrafts:
    """The drafts of a portfolio, or of a folder that can't be opened as one now."""
    folder = path or Path.cwd()
    try:
        desk = open_desk(portfolio_folder(path), places)
    except InputProblem as refused:
        left = drafts_left(folder, places)
        if not left.drafts and not left.problems:
            raise
        say(f"note: {refused.problem}")
        return left
    return LeftDrafts(desk.drafts(), desk.draft_problems)


def _settled(
    folder: Path, places: Places, items: Sequence[str], is_applied: bool
) -> tuple[LeftDrafts, tuple[tuple[PurePosixPath, str], ...]]:
    """Take drafts back or drop them; what was done, by item."""
    desk = open_desk(folder, places, lock=True)
    try:
        if desk.read_only:
            raise InputProblem(f"nothing is done, because {desk.locked_by}".rstrip("."))
        wanted = _wanted(desk.drafts(), items)
        problems = desk.draft_problems
        if is_applied:
            done = tuple((draft.path, desk.take_draft(draft)) for draft in wanted)
            save_changes(desk)
        else:
            for draft in wanted:
                desk.drop_draft(draft)
            done = tuple((one.path, f"The draft of {one.path} is in the bin.") for one in wanted)
        return LeftDrafts(desk.drafts(), problems), done
    finally:
        desk.close()


def _wanted(drafts: Sequence[Draft], items: Sequence[str]) -> tuple[Draft, ...]:
    there = {str(draft.path) for draft in drafts}
    for item in items:
        if item not in there:
            known = f"There is: {', '.join(sorted(there))}." if there else "There is none at all."
            raise InputProblem(f'there is no draft of "{item}"', known)
    return tuple(draft for draft in drafts if not items or str(draft.path) in items)


def _show(drafts: Sequence[Draft]) -> None:
    if not drafts:
        say("Nothing was left unsaved.")
    for draft in drafts:
        removes = ", removed" if draft.removes else ""
        show(f"{draft.path}{removes}  (written {long_moment(draft.written)} on {draft.host})\n")
        for change in draft.changes:
            show(f"  {change.name}")
            for paragraph in changed_paragraphs(change.before, change.after):
                _show_paragraph(paragraph)
            show("")
    if drafts:
        say(
            "Take them back with: cmalt-tui drafts --apply; drop them with: cmalt-tui drafts --drop"
        )


def _show_paragraph(paragraph: ChangedParagraph) -> None:
    if paragraph.mark == KEPT:
        return
    is_whole = len(paragraph.pieces) == 1
    text = "".join(piece.text if is_whole else _marked(piece) for piece in paragraph.pieces)
    for line in _lines(text):
        show(f"  {paragraph.mark} {line}")


def _lines(text: str) -> Iterator[str]:
    """The lines of a text, broken between words where a person reads them."""
    width = min(shutil.get_terminal_size().columns, _WIDEST) - 4
    for line in text.split("\n"):
        yield from textwrap.wrap(line, width) if sys.stdout.isatty() else (line,)


def _marked(piece: Piece) -> str:
    """A stretch of words with its marks; what was kept is cut in the middle."""
    if piece.mark != KEPT or len(piece.text) <= 2 * _SHOWN_AROUND:
        return piece.marked
    first, last = piece.text[:_SHOWN_AROUND], piece.text[-_SHOWN_AROUND:]
    return f"{first.rpartition(' ')[0]} … {last.partition(' ')[2]}"


def _as_json(
    left: LeftDrafts, done: Sequence[tuple[PurePosixPath, str]], is_applied: bool
) -> dict[str, object]:
    listed = [str(path) for path, _ in done]
    return {
        "schema": 1,
        "drafts": [_draft_as_json(draft) for draft in left.drafts],
        "applied": listed if is_applied else [],
        "dropped": [] if is_applied else listed,
        "problems": [_problem_as_json(problem) for problem in left.problems],
    }


def _draft_as_json(draft: Draft) -> dict[str, object]:
    return {
        "path": str(draft.path),
        "written": draft.written.isoformat(timespec="seconds"),
        "host": draft.host,
        "removes": draft.removes,
        "changes": [TextChange._asdict(change) for change in draft.changes],
        "place": str(draft.place),
    }


def _problem_as_json(problem: Problem) -> dict[str, object]:
    return {"file": str(problem.file or ""), "message": problem.message}
