"""Whether everything that some hours offline need is on this machine, found out by trying it."""

import os
import shlex
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from cmalt_tui.model.outline import base_id
from cmalt_tui.model.text_address import TextAddress
from cmalt_tui.places import Places
from cmalt_tui.plain_text import amount
from cmalt_tui.problems import InputProblem
from cmalt_tui.progress import Cancelled
from cmalt_tui.settings import load_settings
from cmalt_tui.store import evidence_path
from cmalt_tui.workbench.desk import Desk
from cmalt_tui.workbench.examples import open_examples
from cmalt_tui.workbench.exporting import Format, export_desk
from cmalt_tui.workbench.inspection import Health, checks
from cmalt_tui.workbench.outside_text import names_editor, own_editor

_ROOM = 200_000_000
_MOUNTS = Path("/proc/mounts")
_NETWORK = ("nfs", "cifs", "smb", "sshfs", "davfs", "afp", "9p", "gvfs", "rclone", "ceph")
_LISTED = 5


class Ready(NamedTuple):
    """How one thing is.

    Attributes:
        name: What was looked at.
        ready: Whether it is as it should be.
        found: What was found, in words.
        way_out: What to do about it before one is offline.
        needed: Whether the plan can't do without it.
    """

    name: str
    ready: bool
    found: str
    way_out: str = ""
    needed: bool = True


def flight_checks(desk: Desk, places: Places, texts: tuple[TextAddress, ...]) -> Iterator[Ready]:
    """Look at everything that the plan needs, one thing at a time.

    Args:
        desk: The opened portfolio.
        places: The person's folders.
        texts: The texts that the plan works on.
    """
    yield _folder(desk.folder)
    yield _room(desk.folder)
    yield _lock(desk)
    yield _drafts(desk)
    wrong = [check for check in checks(places) if check.health is Health.WRONG]
    for check in wrong:
        # The window that this is asked from need not be the one that is written in.
        needed = check.name != "terminal"
        yield Ready(check.name, False, check.found, check.way_out, needed)
    if not wrong:
        yield Ready("program", True, "all that it needs is installed")
    yield _documents(desk)
    yield _spelling(desk, places)
    yield from _examples(places, texts)
    yield from _evidence(desk)
    yield _editor()


def _folder(folder: Path) -> Ready:
    if not os.access(folder, os.W_OK | os.X_OK):
        return Ready("portfolio", False, f"can't be written: {folder}", "Check its permissions.")
    kind = _network_kind(folder.resolve())
    if kind:
        told = f"lies on a network disk ({kind}): {folder}"
        return Ready("portfolio", False, told, f"Copy it here: cp -r {shlex.quote(str(folder))} ~/")
    return Ready("portfolio", True, f"on this machine and writable: {folder}")


def _network_kind(folder: Path) -> str:
    """The kind of network disk that a folder lies on; empty for none, or where nobody can tell."""
    try:
        rows = [line.split() for line in _MOUNTS.read_text(errors="replace").splitlines()]
    except OSError:
        return ""
    mounts = {row[1].replace("\\040", " "): row[2] for row in rows if len(row) > 2}
    above = [point for point in mounts if folder.is_relative_to(point)]
    kind = mounts[max(above, key=len)] if above else ""
    return kind if any(name in kind for name in _NETWORK) else ""


def _room(folder: Path) -> Ready:
    try:
        free = shutil.disk_usage(folder).free
    except OSError as error:
        return Ready("disk", False, f"can't be asked ({error.strerror})", "Look at it yourself.")
    told = f"{free / 1e9:.1f} GB free"
    return Ready("disk", free >= _ROOM, told, "" if free >= _ROOM else "Make 0.2 GB of room.")


def _lock(desk: Desk) -> Ready:
    if desk.read_only:
        told = f"another program has it: {desk.locked_by}"
        return Ready("lock", False, told, "Close it there, or write in that one.", needed=False)
    return Ready("lock", True, "no other program has it open")


def _drafts(desk: Desk) -> Ready:
    drafts = desk.drafts()
    if drafts or desk.draft_problems:
        count = len(drafts) + len(desk.draft_problems)
        told = f"{amount(count, 'unsaved draft')} of an earlier session"
        way_out = f"cmalt-tui drafts {shlex.quote(str(desk.folder))}"
        return Ready("drafts", False, told, way_out, needed=False)
    return Ready("drafts", True, "nothing was left unsaved")


def _documents(desk: Desk) -> Ready:
    """Export the portfolio for a trial: it proves pandoc, PDF and fonts on these very texts."""
    formats = (Format.DOCX, Format.PDF)
    try:
        with tempfile.TemporaryDirectory() as folder:
            export_desk(desk, formats, Path(folder))
    except InputProblem as refused:
        return Ready("documents", False, str(refused.problem), "cmalt-tui doctor")
    except (ImportError, OSError, Cancelled) as fault:
        return Ready("documents", False, f"can't be made ({fault})", "cmalt-tui doctor")
    return Ready("documents", True, "DOCX and PDF of this portfolio can be made, fonts included")


def _spelling(desk: Desk, places: Places) -> Ready:
    settings, _ = load_settings(places.settings_file)
    if settings.spelling == "off":
        return Ready("spelling", True, "is off in the settings", needed=False)
    try:
        from cmalt_tui.workbench.spelling import Spelling

        spelling = Spelling(settings.spelling, places, desk.folder)
    except (ImportError, InputProblem, OSError) as fault:
        told = f"the words can't be loaded ({fault})"
        return Ready("spelling", False, told, "Install cmalt-tui again.", needed=False)
    for problem in spelling.problems:
        return Ready("spelling", False, str(problem), "Mend or remove that list.", needed=False)
    return Ready("spelling", True, f"the {settings.spelling} words are here")


def _examples(places: Places, texts: tuple[TextAddress, ...]) -> Iterator[Ready]:
    examples = open_examples(places)
    way_out = "cmalt-tui corpus add SOURCE"
    try:
        if examples.is_empty:
            yield Ready("examples", False, "there are none yet", way_out, needed=False)
            return
        # Asking makes the index, if it is not there yet.
        facets = examples.facets("")
    except InputProblem as refused:
        yield Ready("examples", False, str(refused.problem), "cmalt-tui corpus list", needed=False)
        return
    yield Ready("examples", True, f"{facets.counted:,} passages, and their index is ready")
    known = {count.value for count in facets.fields.get("section", ())}
    wanted = dict.fromkeys(base_id(address.section) for address in texts)
    without = [section for section in wanted if section not in known]
    if without:
        told = f"none for {_some(without)}"
        yield Ready("examples", False, told, way_out, needed=False)


def _evidence(desk: Desk) -> Iterator[Ready]:
    portfolio = desk.portfolio
    items = [portfolio.evidence[one] for one in portfolio.evidence if portfolio.uses_of(one)]
    files = [(one, evidence_path(desk.folder, one)) for one in items if one.file]
    gone = [one.file for one, file in files if file is None or not file.is_file()]
    if gone:
        told = f"missing: {_some(gone)}"
        yield Ready("evidence", False, told, f"Put them into {desk.folder / 'evidence'}.")
    else:
        yield Ready("evidence", True, f"{amount(len(files), 'file')} found")
    links = [one.url for one in items if one.url and not one.file]
    if links:
        told = f"will not open offline: {_some(links)}"
        yield Ready("links", False, told, "Save what you want to look at.", needed=False)


def _editor() -> Ready:
    if not names_editor(os.environ):
        told = "none is named; the text is written in this program"
        return Ready("your editor", True, told, needed=False)
    try:
        return Ready("your editor", True, own_editor(os.environ)[0])
    except InputProblem as refused:
        problem = refused.problem
        return Ready("your editor", False, problem.message, problem.way_out, needed=False)


def _some(names: list[str]) -> str:
    more = len(names) - _LISTED
    return ", ".join(names[:_LISTED]) + (f" and {more} more" if more > 0 else "")
