"""Settings are read with every fault named, and written with everything else left alone."""

from pathlib import Path

import pytest

from cmalt_tui.problems import InputProblem
from cmalt_tui.settings import Settings, load_settings, save_setting


def written(folder: Path, text: str) -> Path:
    file = folder / "settings.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_no_file_means_defaults(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "settings.toml") == (Settings(), ())


def test_all_settings_are_read(tmp_path: Path) -> None:
    file = written(
        tmp_path,
        'theme = "paper"\nautosave_seconds = 3\ncursor_blink = true\ntext_width = 80\n'
        'corpus = "~/examples"\nauthor = "Ada"\n[keys]\n"write.examples" = "f7"\n',
    )
    settings, problems = load_settings(file)
    assert problems == ()
    assert settings == Settings(
        "paper", {"write.examples": "f7"}, 3.0, True, 80, "~/examples", "Ada"
    )


def test_an_unknown_setting_is_named_with_line_and_close_match_and_the_rest_holds(
    tmp_path: Path,
) -> None:
    settings, problems = load_settings(written(tmp_path, 'author = "Ada"\nthem = "paper"\n'))
    assert settings.author == "Ada"
    [problem] = problems
    assert (problem.line, problem.key) == (2, "them")
    assert "theme" in problem.way_out


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("theme = 3", "theme"),
        ('cursor_blink = "yes"', "cursor_blink"),
        ("autosave_seconds = 0", "autosave_seconds"),
        ("autosave_seconds = true", "autosave_seconds"),
        ("autosave_seconds = nan", "autosave_seconds"),
        ("autosave_seconds = inf", "autosave_seconds"),
        ("text_width = 9.5", "text_width"),
        ("text_width = 100000", "text_width"),
        ("text_width = [72]", "text_width"),
        ('keys = "f7"', "keys"),
        ("[keys]\nwrite.examples = 7", "keys"),
        ("[[theme]]", "theme"),
    ],
)
def test_a_wrong_value_is_named_and_its_default_holds(tmp_path: Path, line: str, key: str) -> None:
    settings, problems = load_settings(written(tmp_path, f'author = "Ada"\n{line}\n'))
    assert settings == Settings(author="Ada")
    [problem] = problems
    assert problem.line in (2, 3)
    assert key in problem.key


def test_an_unquoted_command_id_is_taken_too(tmp_path: Path) -> None:
    settings, problems = load_settings(written(tmp_path, '[keys]\nwrite.examples = "f7"\n'))
    assert (dict(settings.keys), problems) == ({"write.examples": "f7"}, ())


@pytest.mark.parametrize("content", [b"theme = ", b"\xff\xfe", b"= = =", b"a" * 50, b"[" * 3000])
def test_a_file_that_is_no_toml_is_one_problem_and_defaults(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "settings.toml"
    file.write_bytes(content)
    settings, problems = load_settings(file)
    assert settings == Settings()
    assert [problem.file for problem in problems] == [file]


def test_control_characters_do_not_get_in(tmp_path: Path) -> None:
    file = written(tmp_path, 'author = "A\\u001b]0;x\\u0007da"\n"\\u001b[31mx" = 1\n')
    settings, problems = load_settings(file)
    assert settings.author == "Ada"
    assert "\x1b" not in "".join(str(problem) for problem in problems)


def test_saving_keeps_comments_order_and_line_ends(tmp_path: Path) -> None:
    before = '# mine\r\ntheme = "paper"   # by day\r\n\r\n[keys]\r\n"write.examples" = "f7"\r\n'
    file = tmp_path / "settings.toml"
    file.write_bytes(before.encode())
    save_setting(file, "theme", "evening")
    assert file.read_bytes().decode() == before.replace('"paper"', '"evening"')


def test_saving_a_new_setting_puts_it_above_the_tables(tmp_path: Path) -> None:
    file = written(tmp_path, '# mine\n[keys]\n"write.examples" = "f7"\n')
    save_setting(file, "theme", "evening")
    settings, problems = load_settings(file)
    assert (settings.theme, dict(settings.keys), problems) == (
        "evening",
        {"write.examples": "f7"},
        (),
    )
    assert file.read_text().startswith("# mine")


def test_saving_makes_the_file_and_its_folder(tmp_path: Path) -> None:
    file = tmp_path / "config" / "settings.toml"
    save_setting(file, "theme", "evening")
    assert load_settings(file)[0].theme == "evening"
    assert [child.name for child in file.parent.iterdir()] == ["settings.toml"]


def test_a_file_that_is_no_toml_is_not_overwritten(tmp_path: Path) -> None:
    file = written(tmp_path, "theme = \n")
    with pytest.raises(InputProblem) as raised:
        save_setting(file, "theme", "evening")
    assert raised.value.problem.line == 1
    assert file.read_text() == "theme = \n"


def test_a_linked_file_stays_where_it_is(tmp_path: Path) -> None:
    kept = tmp_path / "dotfiles.toml"
    kept.write_text('theme = "paper"\n')
    link = tmp_path / "settings.toml"
    link.symlink_to(kept)
    save_setting(link, "theme", "evening")
    assert link.is_symlink()
    assert "evening" in kept.read_text()


def test_a_folder_that_cannot_be_written_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("a file in the way")
    file = tmp_path / "config" / "settings.toml"
    with pytest.raises(InputProblem, match="can't be written") as raised:
        save_setting(file, "theme", "evening")
    assert raised.value.problem.file == file


def test_a_file_that_may_only_be_read_is_left_alone(tmp_path: Path) -> None:
    file = written(tmp_path, 'theme = "paper"\n')
    file.chmod(0o400)
    with pytest.raises(InputProblem, match="read-only"):
        save_setting(file, "theme", "evening")
    assert file.read_text() == 'theme = "paper"\n'
