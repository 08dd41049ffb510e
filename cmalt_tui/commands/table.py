"""The command table: every command of the screen, joined from one file a scope."""

from cmalt_tui.commands.anywhere import ANYWHERE
from cmalt_tui.commands.command import Command, Scope
from cmalt_tui.commands.context import CONTEXT
from cmalt_tui.commands.editing import EDITING
from cmalt_tui.commands.evidence import EVIDENCE
from cmalt_tui.commands.evidence_mode import CHOOSER, ITEM, LOG, MATRIX
from cmalt_tui.commands.examples import EXAMPLES, READING, SOURCES
from cmalt_tui.commands.finding import FINDING, FINDING_EVERYWHERE
from cmalt_tui.commands.forms import COLOURS, FOLDERS, FORMS
from cmalt_tui.commands.inbox import INBOX
from cmalt_tui.commands.interviewing import INTERVIEW
from cmalt_tui.commands.keeping import BIN, CONFLICT, DRAFTS
from cmalt_tui.commands.outline import OUTLINE
from cmalt_tui.commands.pictures import PICTURE
from cmalt_tui.commands.reading_whole import READING_WHOLE
from cmalt_tui.commands.reviewing import FINDINGS, FRESHNESS, REVIEW
from cmalt_tui.commands.setting import SETTING
from cmalt_tui.commands.spelling import SPELLING
from cmalt_tui.commands.standing import STANDING
from cmalt_tui.commands.submitting import SUBMIT
from cmalt_tui.commands.text_tools import TEXT_TOOLS
from cmalt_tui.commands.welcome import WELCOME
from cmalt_tui.commands.writing import WRITING
from cmalt_tui.commands.writing_tasks import WRITING_TASKS

COMMANDS: tuple[Command, ...] = (
    *ANYWHERE,
    *WELCOME,
    *WRITING,
    *WRITING_TASKS,
    *OUTLINE,
    *EDITING,
    *TEXT_TOOLS,
    *EVIDENCE,
    *MATRIX,
    *ITEM,
    *CHOOSER,
    *LOG,
    *PICTURE,
    *CONTEXT,
    *EXAMPLES,
    *READING,
    *SOURCES,
    *READING_WHOLE,
    *SUBMIT,
    *REVIEW,
    *FINDINGS,
    *FRESHNESS,
    *STANDING,
    *INTERVIEW,
    *INBOX,
    *SETTING,
    *FINDING,
    *FINDING_EVERYWHERE,
    *FORMS,
    *FOLDERS,
    *COLOURS,
    *SPELLING,
    *DRAFTS,
    *CONFLICT,
    *BIN,
)


def commands_in(scope: Scope) -> tuple[Command, ...]:
    """List the commands of one scope, in the order of the table."""
    return tuple(command for command in COMMANDS if command.scope is scope)
