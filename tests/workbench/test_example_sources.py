"""Sources of every shape: recognised, cleaned, read once, and again only when they change."""

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from cmalt_tui.model.example_source import AddedSource
from cmalt_tui.model.framework import Framework
from cmalt_tui.model.portfolio import Section
from cmalt_tui.places import Places
from cmalt_tui.problems import InputProblem
from cmalt_tui.progress import Cancelled, Progress
from cmalt_tui.workbench.beginnings import new_portfolio
from cmalt_tui.workbench.desk import open_desk
from cmalt_tui.workbench.example_sources.opening import open_source
from cmalt_tui.workbench.examples import Examples

Add = Callable[..., tuple[AddedSource, ...]]


def line(text: str, **more: object) -> str:
    return json.dumps({"portfolio": "Tides", "text": text, **more}) + "\n"


def page(title: str, text: str) -> str:
    return f"# {title} portfolio\n\n## 1a Constraints\n\n{text}\n"


@pytest.fixture
def collection(tmp_path: Path, places: Places) -> Path:
    """One child of each kind that a collection is made of, and two things that are none."""
    folder = tmp_path / "collection"
    documents = folder / "harbour"
    documents.mkdir(parents=True)
    (documents / "page.md").write_text(page("Harbour", "I hung lanterns at the quay."))
    (documents / "source.toml").write_text('author = "Sol"\nlicence = "CC BY 4.0"\n')
    (folder / "lines.jsonl").write_text(line("Ropes, and what I learnt of them."))
    shared = folder / "2024" / "shared-one"
    shared.mkdir(parents=True)
    (shared / "passages.jsonl").write_text(line("Nets that I mended.", section="2a"))
    (shared / "source.toml").write_text('title = "Nets"\nauthor = "Ada"\n')
    (folder / "word.md").write_text(page("Word", "I painted a boat."))
    (folder / "word.source.toml").write_text('author = "Kit"\n')
    own = new_portfolio(folder / "own", places, title="Own", author="Ida")
    desk = open_desk(own, places)
    desk.change(desk.portfolio.with_section(Section("1a", description="I keep a lighthouse.")))
    desk.save()
    desk.close()
    (folder / "notes").mkdir()
    (folder / "notes" / "page.md").write_text(page("Notes", "Nobody says whose this is."))
    (folder / "README.md").write_text("# About\n\nA collection.\n")
    return folder


def by_id(added: tuple[AddedSource, ...]) -> dict[str, AddedSource]:
    return {one.id: one for one in added}


def everything(examples: Examples) -> set[str]:
    words = ("lanterns", "ropes", "nets", "boat", "lighthouse", "nobody")
    return {word for word in words if not examples.search(word).dropped}


def test_a_collection_of_every_kind(add: Add, examples: Examples, collection: Path) -> None:
    added = add(collection)
    assert everything(examples) == {"lanterns", "ropes", "nets", "boat", "lighthouse"}
    origins = {
        hit.passage.origin.author: hit.passage.origin.licence
        for word in ("lanterns", "nets", "boat", "lighthouse")
        for hit in examples.search(word).hits
    }
    assert origins == {"Sol": "CC BY 4.0", "Ada": "", "Kit": "", "Ida": ""}
    assert set(by_id(added)) == {
        "harbour-portfolio-sol", "lines", "shared-one", "word-portfolio-kit", "own-ida", "",
    }  # fmt: skip
    assert [tuple(one) for one in by_id(added)[""].left_out] == [
        ("what doesn't say whose it is", 0, 1)
    ]


def test_a_zip_of_a_collection_is_the_same(
    add: Add, examples: Examples, collection: Path, tmp_path: Path
) -> None:
    file = tmp_path / "collection.zip"
    with zipfile.ZipFile(file, "w") as packed:
        for path in sorted(collection.rglob("*")):
            packed.write(path, Path("inside") / path.relative_to(collection))
    added = add(file)
    assert len(added) == 6 and not any(one.problem for one in added)
    assert everything(examples) == {"lanterns", "ropes", "nets", "boat", "lighthouse"}
    assert {one.address for one in examples.sources()} == {str(file)}
    assert all(one.unchanged for one in add(file) if one.id)


def test_each_takes_what_says_nothing_too(add: Add, examples: Examples, collection: Path) -> None:
    added = add(collection, each=True)
    assert not any(one.problem for one in added)
    assert everything(examples) == {
        "lanterns", "ropes", "nets", "boat", "lighthouse", "nobody",
    }  # fmt: skip


def test_one_bad_source_of_a_collection_harms_no_other(
    add: Add, examples: Examples, collection: Path
) -> None:
    (collection / "lines.jsonl").write_text("not JSON\n")
    (collection / "harbour" / "source.toml").write_text('lisence = "CC BY 4.0"\n')
    bad = {one.title: one.problem for one in add(collection) if one.problem}
    assert "lines.jsonl:1" in bad["lines.jsonl"]
    assert "source.toml:1: lisence" in bad["harbour"]
    assert "Did you mean licence?" in bad["harbour"]
    assert everything(examples) == {"nets", "boat", "lighthouse"}


def test_only_what_changed_is_read_again(
    add: Add, examples: Examples, collection: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = add(collection)
    (collection / "harbour" / "page.md").write_text(page("Harbour", "I sold every lamp."))
    opened: list[Path] = []

    def noted(path: Path, *rest: object) -> object:
        opened.append(path)
        return open_source(path, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr("cmalt_tui.workbench.example_sources.adding.open_source", noted)
    second = by_id(add(collection))
    assert opened == [collection / "harbour"]
    assert {one.id for one in first} == set(second)
    assert [one.id for one in second.values() if one.id and not one.unchanged] == [
        "harbour-portfolio-sol"
    ]
    assert second["shared-one"].passages == 1
    assert examples.search("lanterns").dropped and examples.search("lamp").hits


def test_a_changed_source_toml_counts_as_a_change(
    add: Add, examples: Examples, tmp_path: Path
) -> None:
    file = tmp_path / "word.md"
    file.write_text(page("Word", "I painted a boat."))
    add(file)
    (tmp_path / "word.source.toml").write_text('licence = "CC0-1.0"\n')
    (added,) = add(file)
    assert not added.unchanged
    assert [(one.id, one.licence) for one in examples.sources()] == [("word-portfolio", "CC0-1.0")]


def test_sources_of_the_same_title_stand_beside_each_other(
    add: Add, examples: Examples, tmp_path: Path
) -> None:
    for name in ("north", "south"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "page.md").write_text(page("My", f"I sailed to the {name}."))
    add(tmp_path / "north", tmp_path / "south")
    assert [one.id for one in examples.sources()] == ["my-portfolio", "my-portfolio-2"]
    (tmp_path / "north").rename(tmp_path / "moved")
    (added,) = add(tmp_path / "moved")
    assert added.id == "my-portfolio"
    assert len(examples.sources()) == 2


def test_stopping_keeps_what_was_finished(
    add: Add, examples: Examples, framework: Framework, tmp_path: Path
) -> None:
    folder = tmp_path / "collection"
    folder.mkdir()
    for number in range(5):
        (folder / f"{number}.jsonl").write_text(line(f"Walrus {number}."))
    told: list[Progress] = []

    def stop_at_the_third(progress: Progress) -> None:
        told.append(progress)
        if progress.done == 2:
            raise Cancelled

    finished: list[AddedSource] = []
    with pytest.raises(Cancelled):
        examples.add([folder], framework, stop_at_the_third, told=finished.append)
    assert {progress.total for progress in told} == {5}
    assert [one.id for one in finished] == ["0", "1"]
    assert examples.search("walrus").total == 2
    assert {path.name for path in examples.folder.iterdir()} == {"0", "1", ".writing"}
    assert [one.unchanged for one in add(folder)] == [True, True, False, False, False]
    assert examples.search("walrus").total == 5


def test_guidance_contents_and_links_stay_out(
    add: Add, examples: Examples, framework: Framework, tmp_path: Path
) -> None:
    prompt = framework.parts[0].prompts[0]
    titles = "\n".join(f"- {one.id} {one.title}" for one in framework.sections[:4])
    texts = [
        "I hung lanterns at the quay.\n\nYou should describe the constraints that you have met and "
        "show how you dealt with them.\n\nThey burnt well.",
        f"{prompt}\n\nMy learners had no light.",
        titles,
        "Introduction ..... 3\nLanterns ......... 14\nOutlook ........... 25",
        "Evidence:\n\n- [A plan](https://example.org/a)\n- [A map](https://example.org/b)\n- "
        "[The quay](https://example.org/c)\n\nI drew the map of the harbour.",
        "[Back to top](#top)\n\nBack to top",
        "The plan that I wrote is [in the archive](https://example.org/a) and was much used.",
    ]
    file = tmp_path / "lines.jsonl"
    file.write_text("".join(line(text, section="1a") for text in texts))
    (added,) = add(file)
    assert {hit.passage.text for hit in examples.search("section:1a").hits} == {
        "I hung lanterns at the quay.\n\nThey burnt well.",
        "My learners had no light.",
        "I drew the map of the harbour.",
        texts[-1],
    }
    assert added.passages == 4
    assert {one.kind: one.pieces for one in added.left_out} == {
        "guidance": 2,
        "contents": 2,
        "links and pictures": 3,
        "navigation": 1,
    }


def test_a_licence_file_is_mentioned_and_not_believed(
    add: Add, examples: Examples, tmp_path: Path
) -> None:
    (tmp_path / "page.md").write_text(page("My", "I sailed to the south."))
    (tmp_path / "LICENSE").write_text("MIT License\n")
    (added,) = add(tmp_path)
    assert 'licence = "…"' in added.note
    assert [one.licence for one in examples.sources()] == [""]


def test_a_source_that_is_not_there(add: Add, tmp_path: Path) -> None:
    with pytest.raises(InputProblem, match="no such file"):
        add(tmp_path / "nowhere.zip")
    with pytest.raises(InputProblem, match="no such file"):
        add(tmp_path / "nowhere")
