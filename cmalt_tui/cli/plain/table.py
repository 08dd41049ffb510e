"""The commands of the line mode, in the order in which the help lists them."""

from cmalt_tui.cli.plain.command import PlainCommand
from cmalt_tui.problems import InputProblem, did_you_mean

_C = PlainCommand

COMMANDS: tuple[PlainCommand, ...] = (
    _C("help", "[COMMAND]", "List the commands, or tell more of one.", "helping"),
    _C("sections", "", "List all sections with status and words.", "places"),
    _C("where", "", "Say which text you are in, and how far it is.", "places"),
    _C("go", "SECTION/PART", "Go to a text: go 1a, go 1a/reflection, go note.", "places"),
    _C("next", "", "Go to the next text.", "places"),
    _C("back", "", "Go to the text before.", "places"),
    _C("read", "[NUMBER]", "Read the text, or one paragraph, or some: read 2-4.", "reading"),
    _C("guidance", "", "Hear what this section asks for.", "reading"),
    _C("questions", "", "Hear the questions that an assessor would ask.", "reading"),
    _C("write", "", "Write at the end; a line with a single full stop ends it.", "writing", True),
    _C("insert", "NUMBER", "Write before a paragraph.", "writing", True),
    _C("change", "NUMBER", "Write a paragraph anew.", "writing", True),
    _C("delete", "NUMBER", "Take a paragraph out; undo brings it back.", "writing", True),
    _C("shift", "NUMBER to NUMBER", "Put a paragraph in another place.", "writing", True),
    _C("interview", "", "Answer questions one at a time; a draft comes of it.", "beginning", True),
    _C("template", "[NUMBER]", "Hear the templates, or put one here.", "beginning", True),
    _C("move", "[NUMBER] to PLACE", "Move a paragraph or this reflection.", "moving", True),
    _C("edit", "", "Write this text in the editor that VISUAL or EDITOR names.", "writing", True),
    _C("reflection", "[TITLE]", "Begin another reflection in this section.", "shaping", True),
    _C("title", "TITLE", "Give the reflection or the option another title.", "shaping", True),
    _C("remove", "", "Take this reflection out; undo brings it back.", "shaping", True),
    _C("option", "", "Add another section of a kind that may come again.", "shaping", True),
    _C("status", "[STATUS]", "Hear or say how far this section is.", "shaping", True),
    _C("principle", "[CODE]", "Hear the principles, or turn one on or off here.", "shaping", True),
    _C("field", "[NAME VALUE]", "Hear or fill in the fields of a declaration.", "shaping", True),
    _C("evidence", "", "List the evidence of this section, and the rest of the bank.", "evidence"),
    _C("use", "ITEM", "Use an item of evidence in this section.", "evidence", True),
    _C("shows", "ITEM WORDS", "Say what an item shows in this section.", "evidence", True),
    _C("cite", "ITEM [NUMBER]", "Refer to an item at a paragraph's end.", "evidence", True),
    _C("examples", "[WORDS]", "Look how others wrote this section, or search.", "examples"),
    _C("example", "NUMBER", "Read one of the examples that were found.", "examples"),
    _C("keep", "NUMBER [NOTE]", "Keep an example with this section.", "examples", True),
    _C("find", "WORDS", "Find words here; find everywhere WORDS: in all texts.", "finding"),
    _C("replace", "OLD => NEW", "Replace words, after a look at each.", "finding", True),
    _C("spelling", "", "Go through the doubtful words of this text.", "spelling", True),
    _C("idea", "WORDS", "Note an idea; it waits in the inbox.", "ideas", True),
    _C("inbox", "[NUMBER]", "Hear what waits for a place.", "ideas"),
    _C("place", "NUMBER", "Move something from the inbox into this text.", "ideas", True),
    _C("step", "", "Hear the smallest useful things to do next.", "ideas"),
    _C("summary", "", "Hear how far every section is and why, and how it grew.", "standing"),
    _C("aim", "[WORDS]", "Hear or say how many words this section shall have.", "standing", True),
    _C("drafts", "", "Take or drop what a crash left unsaved.", "drafts", True),
    _C("bin", "[NUMBER]", "Hear what was removed or replaced, or read one of it.", "bin"),
    _C("bring", "NUMBER", "Bring something back out of the bin.", "bin", True),
    _C("undo", "", "Take the last change back.", "keeping", True),
    _C("redo", "", "Do again what was taken back.", "keeping", True),
    _C("save", "", "Save now; every change is saved by itself as well.", "keeping", True),
    _C(
        "review", "[SECTION]", "Hear what the review finds here; review all: anywhere.", "reviewing"
    ),
    _C("why", "NUMBER", "Hear why a finding matters, and how it reads well done.", "reviewing"),
    _C("dismiss", "NUMBER REASON", "Say why a finding doesn't hold.", "reviewing", True),
    _C("mend", "NUMBER", "Do what can be done about a finding.", "reviewing", True),
    _C("dismissed", "[SECTION]", "Hear what you dismissed, and why.", "reviewing"),
    _C("again", "NUMBER", "Raise a dismissed finding again.", "reviewing", True),
    _C("xray", "[next]", "Hear the moves of reflection here, and one question.", "xray"),
    _C("fresh", "", "Hear what may be out of date by the day of submission.", "reviewing"),
    _C("still", "NUMBER", "Note that something is still true.", "reviewing", True),
    _C("check", "", "Look for words of examples without their source.", "documents"),
    _C("export", "FORMAT…", "Write documents: export docx pdf.", "documents"),
    _C("quit", "", "Save and leave.", "keeping"),
)


def command_of(typed: str) -> PlainCommand:
    """Find a command by its name or by its beginning.

    Raises:
        InputProblem: No command, or more than one, begins so.
    """
    exact = [command for command in COMMANDS if command.name == typed]
    found = exact or [command for command in COMMANDS if command.name.startswith(typed)]
    if len(found) == 1:
        return found[0]
    names = [command.name for command in found]
    if names:
        raise InputProblem(f'"{typed}" could be {", ".join(names)}', "Type more of it.")
    known = [command.name for command in COMMANDS]
    raise InputProblem(
        f'there is no command "{typed}"', did_you_mean(typed, known, "help lists all of them.")
    )
