"""Theme files are checked before they are used; the shipped ones keep what they promise."""

from pathlib import Path

import pytest

from cmalt_tui.places import shipped
from cmalt_tui.settings import contrast_ratio, load_themes
from cmalt_tui.settings.settings import DEFAULT_THEME
from cmalt_tui.settings.theme_data import HIGH_CONTRAST, READABLE, ROLES

SHIPPED = shipped("themes")
GOOD = (SHIPPED / "cmalt-dark.toml").read_text(encoding="utf-8")


def only(folder: Path, text: str) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "mine.toml").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#ffffff", 1.0),
        ("#777777", "#ffffff", 4.48),  # the best-known grey that just fails
        ("#767676", "#ffffff", 4.54),
        ("#ff0000", "#ffffff", 4.0),
        ("#0000ff", "#ffffff", 8.59),
    ],
)
def test_contrast_agrees_with_known_values(first: str, second: str, expected: float) -> None:
    assert contrast_ratio(first, second) == pytest.approx(expected, abs=0.005)
    assert contrast_ratio(second, first) == contrast_ratio(first, second)


def test_all_shipped_themes_can_be_used() -> None:
    themes, problems = load_themes([SHIPPED])
    assert problems == ()
    assert len(themes) == len(list(SHIPPED.glob("*.toml"))) >= 7
    assert DEFAULT_THEME in {theme.name for theme in themes}
    assert {theme.dark for theme in themes if theme.high_contrast} == {True, False}
    assert any(theme.terminal for theme in themes)


@pytest.mark.parametrize("file", sorted(SHIPPED.glob("*.toml")), ids=lambda file: file.stem)
def test_a_shipped_theme_is_readable(file: Path) -> None:
    [theme] = [theme for theme in load_themes([SHIPPED])[0] if theme.name == file.stem]
    assert set(theme.roles) == set(ROLES)
    if theme.terminal:
        return
    needed = HIGH_CONTRAST if theme.high_contrast else READABLE
    for written in ("text", "muted", "accent", "error", "warning", "success"):
        for ground in ("background", "surface", "panel", "selection"):
            assert contrast_ratio(theme.roles[written], theme.roles[ground]) >= needed


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('linen = "#ddd8ce"', 'linen = "ddd8ce"', "palette.linen"),
        ('linen = "#ddd8ce"', 'linen = "#ddd"', "palette.linen"),
        ('linen = "#ddd8ce"', 'linen = "ansi_red"', "palette.linen"),
        ('linen = "#ddd8ce"', "linen = 7", "palette.linen"),
        ('linen = "#ddd8ce"', 'linen = "#3b4450"', "roles.text"),
        ('ash = "#a3adb8"', 'ash = "#6b7682"', "roles.muted"),
        ('text = "linen"', 'text = "lynen"', "roles.text"),
        ('text = "linen"', 'text = "#ddd8ce"', "roles.text"),
        ('text = "linen"', "", "roles.text"),
        ('text = "linen"', 'text = "linen"\ntxt = "linen"', "roles.txt"),
        ('name = "cmalt-dark"', 'name = "Cmalt Dark"', "theme.name"),
        ('name = "cmalt-dark"', "", "theme.name"),
        ("dark = true", "dark = 1", "theme.dark"),
        ("dark = true", "dark = true\nhigh_contrast = true", "roles."),
    ],
)
def test_a_broken_theme_is_one_problem_and_left_out(
    tmp_path: Path, old: str, new: str, key: str
) -> None:
    assert old in GOOD
    themes, problems = load_themes([SHIPPED, only(tmp_path / "themes", GOOD.replace(old, new))])
    [problem] = problems
    assert problem.file == tmp_path / "themes" / "mine.toml"
    assert problem.key.startswith(key)
    assert problem.line
    assert "cmalt-dark" in {theme.name for theme in themes}


def test_an_own_theme_replaces_a_shipped_one(tmp_path: Path) -> None:
    own = only(tmp_path / "themes", GOOD.replace('"CMALT dark"', '"Mine"'))
    themes, problems = load_themes([SHIPPED, own])
    assert problems == ()
    assert [theme.title for theme in themes if theme.name == "cmalt-dark"] == ["Mine"]


def test_terminal_colours_are_for_terminal_themes_alone(tmp_path: Path) -> None:
    terminal = (SHIPPED / "terminal.toml").read_text()
    own = only(tmp_path / "themes", terminal.replace('"ansi_blue"', '"#0000ff"'))
    assert [problem.key for problem in load_themes([own])[1]] == ["palette.blue"]


def test_files_that_are_no_themes_are_told_and_folders_that_are_not_there_hold_none(
    tmp_path: Path,
) -> None:
    folder = only(tmp_path / "themes", "[theme\n")
    (folder / "binary.toml").write_bytes(b"\xff\xfe\x00")
    themes, problems = load_themes([tmp_path / "nowhere", folder])
    assert themes == ()
    assert {problem.file for problem in problems} == {folder / "mine.toml", folder / "binary.toml"}
