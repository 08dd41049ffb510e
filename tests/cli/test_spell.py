"""``cmalt-tui spell``: doubtful words with their place and suggestions, for people and scripts."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from cmalt_tui.cli.group import cmalt_tui
from cmalt_tui.model.portfolio import EvidenceUse, Portfolio, Reflection, Section
from cmalt_tui.store import create_portfolio


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CMALT_TUI_HOME", str(tmp_path / "home"))
    sections = (
        Section(
            "1a",
            description="Right.\n\nWe recieve teh color.",
            reflections=(Reflection("pilot", "The pilot", "I asked bookery."),),
            evidence=(EvidenceUse("film", "It shows wich."),),
        ),
    )
    portfolio = Portfolio(
        title="Binding",
        author="Ilse Quillfeather",
        framework="cmalt-2019",
        pathway="cmalt",
        sections={section.id: section for section in sections},
    )
    create_portfolio(tmp_path / "binding", portfolio)
    return tmp_path / "binding"


def spell(*arguments: str) -> str:
    done = CliRunner().invoke(cmalt_tui, ["spell", *arguments])
    assert done.exit_code == 0, done.output
    return done.stdout


def test_doubtful_words_are_listed_with_place_and_suggestions(folder: Path) -> None:
    lines = spell(str(folder)).splitlines()
    assert [line.split("  ")[:2] for line in lines] == [
        ["1a/description:3:4", "recieve"],
        ["1a/description:3:12", "teh"],
        ["1a/description:3:16", "color"],
        ["1a/reflection/pilot:1:9", "bookery"],
        ["1a/evidence/film:1:10", "wich"],
    ]
    assert lines[0].split("  ")[2].startswith("receive, ")


def test_json_says_the_same_and_own_words_and_the_setting_hold(folder: Path) -> None:
    (folder / "words.txt").write_text("bookery\n", encoding="utf-8")
    config = folder.parent / "home" / "config"
    config.mkdir(parents=True)
    (config / "words.txt").write_text("# mine\nwich\n", encoding="utf-8")
    (config / "settings.toml").write_text('spelling = "american"\n', encoding="utf-8")
    answer = json.loads(spell(str(folder), "--json"))
    assert (answer["schema"], answer["spelling"], answer["count"]) == (1, "american", 2)
    assert [one["word"] for one in answer["words"]] == ["recieve", "teh"]
    assert answer["words"][0] | {"suggestions": answer["words"][0]["suggestions"][:1]} == {
        **{"section": "1a", "part": "description", "item": "", "line": 3, "column": 4},
        **{"word": "recieve", "suggestions": ["receive"]},
    }


def test_a_file_can_be_checked_too(folder: Path) -> None:
    file = folder.parent / "draft.md"
    file.write_text("Fine.\nNot teh one.", encoding="utf-8")
    assert spell(str(file)).startswith("2:5  teh  the, ")
    file.write_bytes(b"PK\x03\x04\xff\xfe")
    done = CliRunner().invoke(cmalt_tui, ["spell", str(file)])
    assert done.exit_code == 2 and "cmalt-tui import" in done.stderr
