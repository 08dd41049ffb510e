"""The layers hold: by contract over the source, and by what a fresh interpreter really loads."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCREEN = ("textual", "rich")
HEADLESS = (
    "problems",
    "progress",
    "plain_text",
    "places",
    "atomic_file",
    "model.portfolio",
    "model.outline",
    "commands",
    "checked_toml",
    "pandoc",
    "frameworks",
    "store",
    "settings",
    "corpus",
    "review",
    "intake",
    "export",
    "workbench.desk",
    "workbench.status_report",
    "workbench.examples",
    "workbench.review",
    "workbench.importing",
    "workbench.exporting",
    "workbench.spelling",
    "workbench.standing_review",
    "cli.group",
)
HEAVY = ("tomlkit", "pypandoc", "rapidfuzz", "typst", "lxml", "PIL", "sqlite3", "click")


def loaded_by(module: str) -> set[str]:
    code = (
        f"import sys; import cmalt_tui.{module}; print(*{{n.split('.')[0] for n in sys.modules}})"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    return set(done.stdout.split())


def test_import_contracts_are_kept() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    if not linter.exists():
        pytest.skip("import-linter is not installed; the extra dev brings it")
    done = subprocess.run([linter, "--no-cache"], capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("module", HEADLESS)
def test_everything_below_the_screen_loads_without_it(module: str) -> None:
    assert loaded_by(module).isdisjoint(SCREEN)


@pytest.mark.parametrize("module", ["model.portfolio", "workbench.desk", "workbench.status_report"])
def test_reading_a_portfolio_loads_nothing_heavy(module: str) -> None:
    assert loaded_by(module).isdisjoint(HEAVY)
