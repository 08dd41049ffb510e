"""The commands of the examples screen."""

from cmalt_tui.commands.command import Command, Scope

EXAMPLES = (
    Command(
        "examples.previous",
        ("up",),
        "previous",
        "Go to the passage above; the query keeps the cursor.",
        Scope.EXAMPLES,
        palette=False,
    ),
    Command(
        "examples.next",
        ("down",),
        "next",
        "Go to the passage below; the query keeps the cursor.",
        Scope.EXAMPLES,
        palette=False,
    ),
    Command(
        "examples.read",
        ("enter",),
        "read",
        "Read the whole section that the passage was cut from.",
        Scope.EXAMPLES,
        footer=True,
    ),
    Command(
        "examples.section_only",
        ("f6",),
        "this section",
        "Show passages of this section alone, or of all sections.",
        Scope.EXAMPLES,
        footer=True,
    ),
    Command(
        "examples.part_only",
        ("f7",),
        "this part",
        "Show passages of this part alone (description, reflection), or of all parts.",
        Scope.EXAMPLES,
    ),
    Command(
        "examples.copy_with_source",
        ("y",),
        "copy",
        "Copy the passage together with its source.",
        Scope.EXAMPLES,
    ),
    Command(
        "examples.save_with_note",
        ("s",),
        "keep in my note",
        "Put the passage and its source into the private note of your section.",
        Scope.EXAMPLES,
    ),
    Command(
        "examples.more_like_this",
        ("m",),
        "more like this",
        "Look for passages that resemble this one.",
        Scope.EXAMPLES,
    ),
    Command(
        "examples.add_samples",
        ("a",),
        "add the samples",
        "Fill an empty corpus with the sample passages that come with the program.",
        Scope.EXAMPLES,
    ),
    Command(
        "examples.back",
        ("escape",),
        "back",
        "Go back one step: from reading to the query, from the query to your text.",
        Scope.EXAMPLES,
        footer=True,
    ),
)
