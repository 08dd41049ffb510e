"""Files and classes stay small, and every file says its job first."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "cmalt_tui"
MODULES = sorted(PACKAGE.rglob("*.py"))
LONGEST_FILE = 300
MOST_METHODS = 20


def named(file: Path) -> str:
    return file.relative_to(PACKAGE).as_posix()


@pytest.mark.parametrize("file", MODULES, ids=named)
def test_a_file_stays_under_300_lines(file: Path) -> None:
    assert len(file.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE


@pytest.mark.parametrize("file", MODULES, ids=named)
def test_a_class_stays_under_20_methods(file: Path) -> None:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ClassDef):
            methods = [
                part
                for part in node.body
                if isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef)
            ]
            assert len(methods) <= MOST_METHODS, node.name


@pytest.mark.parametrize("file", MODULES, ids=named)
def test_a_file_says_its_job_in_one_line(file: Path) -> None:
    told = ast.get_docstring(ast.parse(file.read_text(encoding="utf-8")))
    assert told
    assert len(told.splitlines()[0]) <= 100


def test_no_module_hides_an_import_from_the_layers() -> None:
    for file in MODULES:
        assert "TYPE_CHECKING" not in file.read_text(encoding="utf-8"), named(file)
