"""The commands of the review: of one section, of all findings, and of what may be out of date."""

from cmalt_tui.commands.command import Command, Scope

_GO = "Go to the words in the text."
_EXPLAIN = "Say why it matters, how it reads when it is well done, and where the rule comes from."
_DISMISS = "Say why it doesn't hold here; it comes back when the text changes."
_MEND = "Do what can be done about it by key; undo takes that back."
_DISMISSED = "Show what you dismissed, with your reasons; again, what is open."
_RAISE = "Raise the marked finding again, which you had dismissed."
_UNDO = "Take back the last step: an answer, or what was mended."


def _review(
    name: str, keys: tuple[str, ...], title: str, told: str, *, footer: bool = False
) -> Command:
    return Command(f"review.{name}", keys, title, told, Scope.REVIEW, footer, palette=True)


def _move(name: str, keys: tuple[str, ...], title: str, told: str) -> Command:
    return Command(f"review.{name}", keys, title, told, Scope.REVIEW, palette=False)


def _finding(
    name: str, keys: tuple[str, ...], title: str, told: str, *, footer: bool = False
) -> Command:
    return Command(f"findings.{name}", keys, title, told, Scope.FINDINGS, footer)


def _fresh(
    name: str, keys: tuple[str, ...], title: str, told: str, *, footer: bool = False
) -> Command:
    return Command(f"freshness.{name}", keys, title, told, Scope.FRESHNESS, footer)


REVIEW = (
    _review("go_there", ("enter",), "go there", _GO, footer=True),
    _review(
        "answer",
        ("a",),
        "answer",
        "Go to where the answer to the question belongs, with the question in sight.",
        footer=True,
    ),
    _review("next_question", ("n",), "next question", "Show the next question.", footer=True),
    _review("dismiss", ("x",), "dismiss", _DISMISS, footer=True),
    _move("other_pane", ("tab", "shift+tab"), "other side", "Go to the findings, and back."),
    _move("next_text", ("right", "l"), "next text", "Show the next text of the section."),
    _move("previous_text", ("left", "h"), "text before", "Show the text before this one."),
    _move(
        "next_section",
        ("right_square_bracket", "alt+down"),
        "next section",
        "Review the next section that has any text.",
    ),
    _move(
        "previous_section",
        ("left_square_bracket", "alt+up"),
        "section before",
        "Review the section before this one that has any text.",
    ),
    _review(
        "own_part",
        ("o",),
        "who acts",
        "List the sentences in which you, the team or nobody acts, and who is affected.",
    ),
    _review("explain", ("e",), "why this matters", _EXPLAIN),
    _review("mend", ("m",), "mend", _MEND),
    _review("dismissed", ("d",), "what was dismissed", _DISMISSED),
    _review("raise_again", ("r",), "raise again", _RAISE),
    _review("undo_step", ("u", "ctrl+z"), "undo last step", _UNDO),
    _review("whole", ("w",), "all findings", "Review the whole portfolio."),
    _review("freshness", ("f",), "freshness", "See what may be out of date by then."),
    _move("back", ("escape",), "back", "Go back to the text."),
)

FINDINGS = (
    _finding("go_there", ("enter",), "go there", _GO, footer=True),
    _finding("dismiss", ("x",), "dismiss", _DISMISS, footer=True),
    _finding("mend", ("m",), "mend", _MEND, footer=True),
    _finding(
        "narrow", ("s",), "only some", "Show the findings of one section or of one rule only."
    ),
    _finding("level", ("v",), "level", "Show errors only, errors and warnings, or all."),
    _finding("dismissed", ("d",), "what was dismissed", _DISMISSED),
    _finding("raise_again", ("r",), "raise again", _RAISE),
    _finding("undo_step", ("u", "ctrl+z"), "undo last step", _UNDO),
    _finding(
        "back",
        ("escape",),
        "stop, or back",
        "Stop the review that is running, or go back.",
        footer=True,
    ),
)

FRESHNESS = (
    _fresh("go_there", ("enter",), "go there", _GO, footer=True),
    _fresh(
        "still_true",
        ("t",),
        "still true",
        "Note that this still holds today; it is asked again after some months.",
        footer=True,
    ),
    _fresh(
        "submit_by",
        ("s",),
        "day of submission",
        "Change the planned day of submission, from which ages are counted.",
        footer=True,
    ),
    _fresh("dismissed", ("d",), "what was confirmed", "Show what you confirmed, and when."),
    _fresh("raise_again", ("r",), "ask again", "Ask about the marked sentence again."),
    _fresh("undo_step", ("u", "ctrl+z"), "undo last step", "Take back the last step."),
    _fresh("back", ("escape",), "back", "Go back to the text.", footer=True),
)
