"""Paths are completed as far as they are clear, and shown as a person writes them."""

from pathlib import Path

import pytest

from cmalt_tui.ui.paths import completed, entries_for, free_folder, shown_path, typed_path


@pytest.fixture
def folder(home: Path) -> Path:
    for name in ("Portfolio-2024", "portfolio-2025", "talks", ".hidden"):
        (home / name).mkdir()
    for name in ("talk.md", "talk.exe", "notes.DOCX"):
        (home / name).write_text("x")
    (home / "talks" / "portfolio.toml").write_text("")
    return home


def names(typed: str, *, documents: bool = False) -> list[str]:
    return [entry.path.name for entry in entries_for(typed, documents=documents)]


def test_folders_are_listed_and_documents_where_they_are_wanted(folder: Path) -> None:
    assert names("~/") == ["Portfolio-2024", "portfolio-2025", "talks"]
    assert names("~/", documents=True)[3:] == ["notes.DOCX", "talk.md"]
    assert names("~/po") == ["Portfolio-2024", "portfolio-2025"]
    assert names("~/.h") == [".hidden"]
    assert [entry.is_portfolio for entry in entries_for("~/ta", documents=False)] == [True]


def test_what_can_not_be_read_lists_nothing(folder: Path) -> None:
    assert names("~/nowhere/") == []
    assert names("~/talk.md/") == []
    (folder / "round").symlink_to(folder / "round")
    assert "talks" in names("~/")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("~/ta", "~/talks/"),
        ("~/po", "~/po"),
        ("~/portfolio-2025", "~/portfolio-2025/"),
        ("~/TAL", "~/talks/"),
        ("~/zzz", "~/zzz"),
        ("~/talks", "~/talks/"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_completion(typed: str, expected: str) -> None:
    assert completed(typed, documents=False) == expected


@pytest.mark.usefixtures("folder")
def test_completion_stops_where_names_part() -> None:
    assert completed("~/t", documents=True) == "~/talk"


def test_a_path_is_shown_as_it_is_typed(home: Path) -> None:
    assert shown_path(home / "a" / "b") == "~/a/b"
    assert typed_path("~/a/b") == home / "a" / "b"
    assert shown_path(Path("/elsewhere/a")) == "/elsewhere/a"
    assert shown_path(home) == str(home)
    assert typed_path("~nobody-of-this-name/a").is_absolute()


def test_a_folder_is_proposed_that_is_free(home: Path) -> None:
    assert free_folder("mine") == home / "mine"
    (home / "mine").mkdir()
    assert free_folder("mine") == home / "mine-2"
    (home / "Documents").mkdir()
    assert free_folder("mine") == home / "Documents" / "mine"
