"""Hands theme files to Textual: roles become the variables that widgets draw with."""

from typing import Any

from rich.style import Style
from textual.app import App
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme
from textual.widgets.text_area import TextAreaTheme

from cmalt_tui.places import Places, shipped
from cmalt_tui.problems import Problem, did_you_mean
from cmalt_tui.settings import ThemeData, load_theme, load_themes
from cmalt_tui.settings.settings import DEFAULT_THEME

TEXT_THEME = "cmalt"
_COLOURED = ("primary", "secondary", "accent", "success", "warning", "error")
_PAINTED = (*_COLOURED, "background", "surface", "panel")


def themes_on_offer(app: App[Any], places: Places) -> tuple[ThemeData, ...]:
    """List the themes that can be chosen: the shipped ones and the person's own.

    Under ``NO_COLOR`` Textual draws the terminal's own colours black on black, so that themes of
    those are not on offer then (https://no-color.org).
    """
    themes, _ = load_themes([shipped("themes"), places.own_themes])
    return tuple(theme for theme in themes if not (theme.terminal and app.no_color))


def register_themes(app: App[Any], places: Places) -> tuple[Problem, ...]:
    """Make all theme files known to the app.

    Returns:
        What is wrong with theme files: one problem in all, however many are broken.
    """
    themes, problems = load_themes([shipped("themes"), places.own_themes])
    for theme in themes:
        # To register the theme that is on would draw everything again.
        if theme.name != app.theme or app.get_theme(theme.name) is None:
            app.register_theme(textual_theme(theme))
    if len(problems) < 2:
        return problems
    names = ", ".join(problem.file.name for problem in problems if problem.file is not None)
    first = problems[0]
    told = Problem(
        f"{len(problems)} theme files can't be used ({names}); the first: {first.message}",
        first.way_out,
        first.file,
        first.line,
        first.key,
    )
    return (told,)


def use_theme(app: App[Any], name: str, places: Places) -> tuple[Problem, ...]:
    """Dress the app in a theme, or in the default one where it is not there.

    Args:
        app: The app; it need not know the themes yet.
        name: The theme that the settings name.
        places: Where the person's own themes and settings are.

    Returns:
        One problem if the default had to step in.
    """
    quick = load_theme([shipped("themes"), places.own_themes], name)
    if quick is None or (quick.terminal and app.no_color):
        register_themes(app, places)
    else:
        app.register_theme(textual_theme(quick))
    theme = None if name in BUILTIN_THEMES else app.get_theme(name)
    black_on_black = theme is not None and theme.ansi and app.no_color
    app.theme = DEFAULT_THEME if theme is None or black_on_black else theme.name
    if theme is not None:
        return ()
    offered = [one.name for one in themes_on_offer(app, places)]
    way_out = did_you_mean(name, offered, f"Choose one of: {', '.join(offered)}.")
    return (Problem(f'there is no theme "{name:.40}"', way_out, places.settings_file, key="theme"),)


def textual_theme(theme: ThemeData) -> Theme:
    """Make Textual's theme out of ours."""
    roles = theme.roles
    return Theme(
        name=theme.name,
        primary=roles["primary"],
        secondary=roles["secondary"],
        accent=roles["accent"],
        success=roles["success"],
        warning=roles["warning"],
        error=roles["error"],
        foreground=roles["text"],
        background=roles["background"],
        surface=roles["surface"],
        panel=roles["panel"],
        boost=roles["cursor_line"],
        dark=theme.dark,
        ansi=theme.terminal,
        variables=_variables(theme),
    )


def text_theme(app: App[Any]) -> TextAreaTheme:
    """Make the colours of Markdown in a text area out of the app's theme; again after a change."""
    drawn = app.theme_variables

    def style(variable: str, *, bold: bool = False, underline: bool = False) -> Style:
        colour = Color.parse(drawn[variable]).rich_color
        return Style(color=colour, bold=bold, underline=underline)

    muted, heading, accent = style("text-muted"), style("primary", bold=True), style("accent")
    return TextAreaTheme(
        TEXT_THEME,
        syntax_styles={
            "heading": heading,
            "heading.marker": muted,
            "text.literal": style("secondary"),
            "link.uri": style("text-muted", underline=True),
            "link.label": style("primary"),
            "list.marker": accent,
            "punctuation.delimiter": muted,
            "punctuation.special": accent,
            "string.escape": muted,
            "emphasis": Style(italic=True),
            "strong": Style(bold=True),
        },
    )


def _variables(theme: ThemeData) -> dict[str, str]:
    """Say for each of Textual's variables which role it plays, leaving nothing to chance."""
    text, muted, rule = theme.roles["text"], theme.roles["muted"], theme.roles["rule"]
    ground, panel, accent = (theme.roles[role] for role in ("background", "panel", "accent"))
    selection = theme.roles["selection"]
    variables = {
        # Textual would take these through another colour space and back, which moves them a little.
        **{role: theme.roles[role] for role in _PAINTED},
        "foreground": text,
        "text-muted": muted,
        "text-disabled": muted,
        "foreground-muted": muted,
        "foreground-disabled": muted,
        "block-cursor-foreground": text,
        "block-cursor-background": selection,
        "block-cursor-text-style": "none",
        "block-cursor-blurred-foreground": text,
        "block-cursor-blurred-background": panel,
        "block-cursor-blurred-text-style": "none",
        "block-hover-background": theme.roles["cursor_line"],
        "border": accent,
        "border-blurred": rule,
        "surface-active": panel,
        "scrollbar": rule,
        "scrollbar-hover": muted,
        "scrollbar-active": muted,
        "scrollbar-background": ground,
        "scrollbar-background-hover": ground,
        "scrollbar-background-active": ground,
        "scrollbar-corner-color": ground,
        "link-color": theme.roles["primary"],
        "link-color-hover": accent,
        "link-background-hover": ground,
        "footer-foreground": muted,
        "footer-background": ground,
        "footer-key-foreground": accent,
        "footer-description-foreground": muted,
        "input-cursor-background": text,
        "input-cursor-foreground": ground,
        "input-selection-background": selection,
        "input-selection-foreground": text,
        "screen-selection-background": selection,
        "screen-selection-foreground": text,
        "button-foreground": text,
        "button-color-foreground": ground,
        **{f"markdown-h{level}-color": theme.roles["primary"] for level in range(1, 7)},
        **{f"text-{role}": theme.roles[role] for role in _COLOURED},
    }
    return variables | _TERMINAL if theme.terminal else variables


# Where a palette of the terminal makes the ground of a row the ground of the screen (Solarized
# does), bold letters still mark it. Reversed ones would be safer; a list drops that in Textual 8.2.
_TERMINAL = {
    "ansi-background": "ansi_default",
    "ansi-foreground": "ansi_default",
    "block-cursor-text-style": "bold",
    "block-cursor-blurred-text-style": "underline",
    "input-cursor-background": "ansi_default",
    "input-cursor-foreground": "ansi_default",
    "input-cursor-text-style": "reverse",
    "link-background-hover": "ansi_default",
}
