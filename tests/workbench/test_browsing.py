"""Opening the page of an example: what counts as one, where a browser is, what it is handed."""

import sys
from pathlib import Path

import pytest

from cmalt_tui.workbench.browsing import browser_is_here, open_page, web_address


@pytest.mark.parametrize(
    "source",
    [
        "file:///etc/passwd",
        "javascript:alert(1)",
        "ssh://example.org/x",
        "example.org/portfolio",
        "https://",
        "http://[::1",
        "https://example.org/a b",
        "https://example.org/\x1b]0;x",
        "https://example.org\n--help",
        "--help",
        "/home/ada/portfolio.docx",
        "",
    ],
)
def test_what_is_no_page_of_the_web_is_not_opened(source: str) -> None:
    assert web_address(source) == ""


def test_a_page_of_the_web_is() -> None:
    assert web_address(" https://example.org/portfolio?id=1#a ") == (
        "https://example.org/portfolio?id=1#a"
    )


@pytest.mark.parametrize(
    ("environment", "platform", "here"),
    [
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({}, "linux", False),
        ({}, "darwin", True),
        ({}, "win32", True),
        ({"DISPLAY": ":0", "SSH_CONNECTION": "1 2 3 4"}, "linux", False),
        ({"SSH_TTY": "/dev/pts/1"}, "darwin", False),
    ],
)
def test_a_browser_is_here_where_the_person_sits_at_a_desktop(
    environment: dict[str, str], platform: str, here: bool
) -> None:
    assert browser_is_here(environment, platform) is here


@pytest.mark.skipif(sys.platform == "win32", reason="the browser of the test is a shell script")
@pytest.mark.parametrize("fails", [False, True])
def test_the_browser_gets_the_address_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails: bool
) -> None:
    seen = tmp_path / "seen"
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\nprintf "%s|" "$@" > "{seen}"\necho noise\nexit {int(fails)}\n')
    browser.chmod(0o755)
    monkeypatch.setenv("BROWSER", f"{browser} %s")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert open_page("https://example.org/a?b=$(x)&c") is not fails
    assert seen.read_text() == "https://example.org/a?b=$(x)&c|"
