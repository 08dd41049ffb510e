"""Reads themes from TOML files and checks them: colours well formed, roles known, text readable."""

import re
from collections.abc import Sequence
from pathlib import Path

from cmalt_tui.checked_toml import Table, read_table
from cmalt_tui.problems import InputProblem, Problem
from cmalt_tui.settings.theme_data import ROLES, TERMINAL_COLOURS, ThemeData, poor_contrasts

MOST_FILES = 200
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")


def load_themes(folders: Sequence[Path]) -> tuple[tuple[ThemeData, ...], tuple[Problem, ...]]:
    """Read all themes of some folders, in the order of their file names.

    Args:
        folders: Folders of ``*.toml`` files; one that doesn't exist holds none. A theme of a later
            folder replaces one of the same name.

    Returns:
        The themes that can be used, and one problem for each file that can't.
    """
    themes: dict[str, ThemeData] = {}
    problems: list[Problem] = []
    for folder in folders:
        for file in sorted(folder.glob("*.toml"))[:MOST_FILES] if folder.is_dir() else ():
            try:
                theme = _theme(read_table(file))
            except InputProblem as refused:
                problems.append(refused.problem)
            else:
                themes[theme.name] = theme
    return tuple(themes.values()), tuple(problems)


def load_theme(folders: Sequence[Path], name: str) -> ThemeData | None:
    """Read one theme by the name of its file, which spares a start the others.

    Args:
        folders: As for `load_themes`; a later folder goes before an earlier one.
        name: The theme's name.

    Returns:
        The theme; None where it has to be looked for among all, because no file of that name
        can be used or holds that theme.
    """
    if not _NAME.fullmatch(name):
        return None
    for folder in reversed(folders):
        file = folder / f"{name}.toml"
        if file.is_file():
            try:
                theme = _theme(read_table(file))
            except InputProblem:
                return None
            return theme if theme.name == name else None
    return None


def _theme(file: Table) -> ThemeData:
    about = file.table("theme")
    name = about.line("name")
    if not _NAME.fullmatch(name):
        raise about.problem("name", "expected lower case letters, digits and hyphens")
    terminal = about.flag("terminal", False)
    theme = ThemeData(
        name=name,
        title=about.line("title", name),
        roles=_roles(file.table("roles"), _palette(file.table("palette"), terminal)),
        dark=about.flag("dark"),
        high_contrast=about.flag("high_contrast", False),
        terminal=terminal,
        author=about.line("author", ""),
        credit=about.line("credit", ""),
    )
    for role, ground, has, needed in poor_contrasts(theme):
        raise file.table("roles").problem(
            role,
            f"can't be read well on {ground}: contrast {has:.1f}, needed {needed:g}",
            f"Make the colour of {role} or of {ground} lighter or darker.",
        )
    return theme


def _palette(colours: Table, terminal: bool) -> dict[str, str]:
    palette: dict[str, str] = {}
    for name in colours.values:
        colour = colours.line(name)
        if terminal and colour not in TERMINAL_COLOURS:
            raise colours.problem(
                name, f"expected a colour of the terminal, such as ansi_blue, found {colour:.40}"
            )
        if not terminal and not _COLOUR.fullmatch(colour):
            raise colours.problem(name, f"expected a colour such as #1e2a3b, found {colour:.40}")
        palette[name] = colour.lower()
    return palette


def _roles(roles: Table, palette: dict[str, str]) -> dict[str, str]:
    for key in roles.unknown(ROLES):
        raise roles.problem(key, "is no role of a theme", f"Known are: {', '.join(ROLES)}.")
    found: dict[str, str] = {}
    for role in ROLES:
        colour = roles.line(role)
        if colour not in palette:
            raise roles.problem(
                role, f'"{colour:.40}" is not in the palette', "Name a colour from [palette]."
            )
        found[role] = palette[colour]
    return found
