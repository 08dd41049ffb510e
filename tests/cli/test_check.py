"""``check`` on the command line: what is printed where, and with which exit code."""

import json
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cmalt_tui.cli.commands import check
from cmalt_tui.model.portfolio import EvidenceItem, EvidenceUse, Reflection, Section
from cmalt_tui.places import Places, personal_places
from cmalt_tui.workbench.beginnings import new_portfolio
from cmalt_tui.workbench.desk import Desk, open_desk
from cmalt_tui.workbench.examples import open_examples
from tests.links.larkmoor_server import larkmoor

HOSTILE = "<script>alert(1)</script> TODO \x1b[31m [b]*x*[/b] & | `c`"


@pytest.fixture
def mine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A portfolio with a long row of words that also stand in the only example."""
    monkeypatch.setenv("CMALT_TUI_HOME", str(tmp_path / "home"))
    places = personal_places()
    words = "tidal " + " ".join(f"lantern{n} quay{n}" for n in range(40))
    file = tmp_path / "theirs.jsonl"
    file.write_text(json.dumps({"portfolio": "Tides", "author": "Sol", "text": words}))
    desk = open_desk(new_portfolio(tmp_path / "mine", places, author="Ada Example"), places)
    open_examples(places).add([file], desk.framework)
    write(desk, Section("1a", description=words))
    return desk.folder


def write(desk: Desk, *sections: Section) -> None:
    for section in sections:
        desk.change(desk.portfolio.with_section(section))
    desk.save()


def opened(folder: Path) -> Desk:
    return open_desk(folder, personal_places())


def checked(*words: str | Path) -> Result:
    return CliRunner().invoke(check.command, list(map(str, words)), standalone_mode=True)


def found(*words: str | Path) -> list[dict[str, str]]:
    listed: list[dict[str, str]] = json.loads(checked(*words, "--json").stdout)["findings"]
    return listed


def test_a_warning_is_shown_with_its_file_and_is_no_error(mine: Path) -> None:
    done = checked(mine, "--rule", "dup-2")
    assert done.exit_code == 0
    assert str(mine / "sections" / "1a.toml") in done.stdout
    assert "“tidal lantern0 quay0" in done.stdout
    assert "quay9 lantern10" not in done.stdout  # a long quote is cut in the middle
    counts, hint = done.stderr.splitlines()
    assert counts == "error 0, warn 1, info 0"
    assert "check --explain DUP-2" in hint


def test_json_stands_alone_and_whole(mine: Path) -> None:
    done = checked(mine, "--rule", "DUP-2", "--json")
    (one,) = json.loads(done.stdout)["findings"]
    assert one["quote"].split()[-1] == "quay39"
    assert done.stderr == ""


def test_an_error_is_an_exit_code_and_stands_first_in_its_section(mine: Path) -> None:
    done = checked(mine)
    assert done.exit_code == 1
    of_1a = done.stdout.partition("1a  ")[2].partition("\n1b  ")[0]
    assert of_1a.index("error STR-2") < of_1a.index("warn  DUP-2")
    assert checked(mine, "--json").exit_code == 1
    assert checked(mine, "--rule", "DUP-2", "--json").exit_code == 0


def test_the_purpose_decides_what_is_an_error(mine: Path) -> None:
    text = "Write to ilse@larkmoor.example."
    write(opened(mine), Section("1b", description=text))
    levels = {
        purpose: {one["rule"]: one["level"] for one in found(mine, *purpose)}
        for purpose in ((), ("--for", "submission"), ("--for", "public"))
    }
    assert [told.get("STR-5") for told in levels.values()] == ["info", "error", None]
    assert [told.get("PII-1") for told in levels.values()] == ["warn", "warn", "error"]
    assert [told.get("STR-2") for told in levels.values()] == ["error", "error", None]


def test_one_section_has_all_that_concerns_it(mine: Path) -> None:
    listed = found(mine, "--section", "1A")
    assert {one["section"] for one in listed} == {"1a"}
    assert {"STR-2", "DUP-2"} <= {one["rule"] for one in listed}
    assert [one["rule"] for one in found(mine, "--section", "2b")] == ["STR-1"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--section", "1aa"), "Did you mean 1a?"),
        (("--rule", "STR-9"), "There is no rule 'STR-9'"),
        (("--explain", "DUPE-2"), "Did you mean DUP-2"),
        (("--report", "page.pdf"), "FILE.html or FILE.md"),
        (("--allow-private",), "--allow-private needs --online"),
        (("--dismiss", "STR-2:1a", " "), "with a reason"),
        (("--dismiss", "STR-4:1a", "So."), "nothing to dismiss"),
        (("--for", "fun"), "submission"),
    ],
)
def test_what_there_is_not_is_one_message(mine: Path, words: tuple[str, ...], told: str) -> None:
    done = checked(mine, *words)
    assert done.exit_code == 2
    assert told in done.stderr
    assert done.stdout == ""


def test_a_rule_is_explained_without_a_portfolio() -> None:
    done = checked("--explain", "str-5")
    assert done.exit_code == 0
    for words in ("STR-5", "Why:", "For example:", "From:", "By key:"):
        assert words in done.stdout
    assert "VOI-1" in checked("--explain", "all").stdout


def test_what_is_dismissed_stays_away_until_the_text_changes(mine: Path) -> None:
    done = checked(mine, "--dismiss", "DUP-2:1a", "These are my own words, from an earlier talk.")
    assert "dismissed: 1" in done.stderr
    assert "dismissed 1" in checked(mine).stderr
    assert not [one for one in found(mine) if one["rule"] == "DUP-2"]
    shown = checked(mine, "--dismissed")
    assert "from an earlier talk" in shown.stdout
    told = json.loads(checked(mine, "--dismissed", "--json").stdout)["dismissed"]
    assert [one["rule"] for one in told] == ["DUP-2"]
    words = opened(mine).portfolio.section("1a").description
    write(opened(mine), Section("1a", description=words.replace("lantern5 ", "")))
    assert [one for one in found(mine) if one["rule"] == "DUP-2"]


def test_rules_that_are_off_are_not_run_and_unknown_ones_are_told(mine: Path) -> None:
    file = personal_places().settings_file
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text('rules_off = ["STR-1", "STR-22"]\n')
    done = checked(mine)
    assert "STR-1 " not in done.stdout and "STR-2 " in done.stdout
    assert "there is no review rule “STR-22”" in done.stderr
    assert "settings.toml" in done.stderr


def test_the_web_is_asked_only_when_that_is_said(mine: Path) -> None:
    with larkmoor() as server:
        item = EvidenceItem("film", "The film", url=f"{server.root}/status/404")
        desk = opened(mine)
        desk.change(desk.portfolio.with_evidence(item))
        write(desk, Section("1b", description="It.", evidence=(EvidenceUse("film", "All."),)))
        checked(mine)
        assert server.asked == []
        done = checked(mine, "--online")
        assert "links asked: 1" in done.stderr
        assert server.asked == []
        done = checked(mine, "--online", "--allow-private")
        assert server.asked != []
        assert "LNK-1" in done.stdout


@pytest.fixture
def hostile(mine: Path) -> Path:
    """A portfolio whose every text would do harm if it were read as anything but text."""
    desk = opened(mine)
    item = EvidenceItem("film", HOSTILE, file="files/gone.pdf", people=(HOSTILE,))
    desk.change(desk.portfolio.with_evidence(item))
    section = Section(
        "1a",
        description=HOSTILE,
        evidence=(EvidenceUse("film", HOSTILE),),
        reflections=(Reflection("first", HOSTILE, HOSTILE),),
    )
    write(desk, section, Section("specialist-1", title=HOSTILE, description=HOSTILE))
    return mine


class Tags(HTMLParser):
    """Notes the tags of a page, and whether each is closed in its turn."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.open: list[str] = []
        self.headings: list[int] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        assert not any(name.startswith("on") for name, _ in attrs)
        if tag[0] == "h" and tag[1:].isdigit():
            self.headings.append(int(tag[1:]))
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_a_page_of_hostile_texts_holds_only_text(hostile: Path, tmp_path: Path) -> None:
    page = tmp_path / "out" / "review.html"
    done = checked(hostile, "--for", "submission", "--report", page)
    assert done.exit_code == 1
    assert f"written: {page}" in done.stderr
    assert done.stdout == ""
    text = page.read_text(encoding="utf-8")
    tags = Tags()
    tags.feed(text)
    assert tags.open == []
    assert "script" not in tags.names and "b" not in tags.names
    assert "&lt;script&gt;" in text
    assert text.replace("\n", "").isprintable()
    assert "http" not in text.replace("http-equiv", "")
    assert all(below - above <= 1 for above, below in pairwise(tags.headings))
    assert text.index("What would be turned back") < text.index("What to look at")
    assert '<html lang="en-GB">' in text and "prefers-color-scheme: dark" in text


def test_a_page_in_markdown_holds_only_text(hostile: Path, tmp_path: Path) -> None:
    checked(hostile, "--dismiss", "STR-1:1b", HOSTILE)
    page = tmp_path / "review.md"
    checked(hostile, "--report", page)
    text = page.read_text(encoding="utf-8")
    assert r"\<script\>alert(1)\</script\> TODO" in text
    assert "\x1b" not in text and "<script" not in text.replace(r"\<script", "")
    dismissed = text.partition("## Dismissed")[2].partition("\n## ")[0]
    assert "**STR-1**" in dismissed and r"Dismissed on" in dismissed
    assert "## Why these matter" in text


def test_nothing_acts_on_the_terminal(hostile: Path) -> None:
    for done in (checked(hostile), checked(hostile, "--json")):
        assert "\x1b" not in done.stdout + done.stderr


def test_a_report_that_cannot_be_written_is_one_message(mine: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    done = checked(mine, "--report", tmp_path / "file" / "page.html")
    assert done.exit_code != 0
    assert (tmp_path / "file").read_text() == "in the way"


def test_it_says_when_ones_own_passages_cannot_be_told(mine: Path, tmp_path: Path) -> None:
    unnamed = new_portfolio(tmp_path / "unnamed", Places(tmp_path, tmp_path, tmp_path))
    assert "names no author" in checked(unnamed).stderr
    assert "names no author" not in checked(mine).stderr


def test_a_section_that_cannot_be_read_is_an_error(mine: Path) -> None:
    (mine / "sections" / "1b.toml").write_text("no = toml =", encoding="utf-8")
    (one,) = [one for one in found(mine) if one["rule"] == "STR-6"]
    assert (one["section"], one["level"]) == ("1b", "error")
    assert "sections/1b.toml can't be read, line 1" in one["message"]
