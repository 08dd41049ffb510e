"""Every library that the package imports is one that it asks for, not one that others bring."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DECLARED = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = ("grammar", "images", "web")


def plain(name: str) -> str:
    return re.split(r"[\s<>=!~;\[]", name)[0].lower().replace("_", "-")


def imported() -> set[str]:
    names: set[str] = set()
    for file in (ROOT / "cmalt_tui").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                names.add(node.module)
    tops = {name.partition(".")[0] for name in names}
    return tops - {"cmalt_tui", "msvcrt"} - sys.stdlib_module_names


@pytest.mark.parametrize("module", sorted(imported()))
def test_what_is_imported_is_declared(module: str) -> None:
    lines = [*DECLARED["dependencies"]]
    for extra in EXTRAS:
        lines += DECLARED["optional-dependencies"][extra]
    declared = {plain(line) for line in lines}
    brought_by = {plain(name) for name in packages_distributions().get(module, [module])}
    assert brought_by & declared, f"{module} is imported but not asked for in pyproject.toml"
