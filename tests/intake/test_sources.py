"""Sources that are missing, broken, huge or hostile end in one clear message."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from cmalt_tui.intake import plan_import, read_sources
from cmalt_tui.intake.reading import archive, one, walk
from cmalt_tui.model.framework import Framework
from cmalt_tui.pandoc import PandocFailed
from cmalt_tui.problems import InputProblem
from cmalt_tui.progress import Cancelled, Progress

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c63f8cfc0f01f0005"
    "0001ffa1a04a5b0000000049454e44ae426082"
)


def refused(*paths: Path) -> str:
    with pytest.raises(InputProblem) as caught:
        read_sources(paths)
    assert caught.value.problem.file == paths[0]
    return str(caught.value)


def test_a_missing_path(tmp_path: Path) -> None:
    assert "no such file" in refused(tmp_path / "nowhere.md")


def test_an_unknown_kind_of_file(tmp_path: Path) -> None:
    (tmp_path / "a.pages").write_bytes(b"x")
    assert ".docx" in refused(tmp_path / "a.pages")


def test_an_empty_file(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("\n \n")
    assert "empty" in refused(tmp_path / "a.md")


@pytest.mark.parametrize("name", ["a.docx", "a.odt", "a.zip"])
def test_a_picture_that_calls_itself_a_document(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(PNG)
    assert "inside" in refused(tmp_path / name)


@pytest.mark.parametrize("name", ["a.md", "a.html"])
def test_a_picture_that_calls_itself_a_text(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(PNG)
    assert "no text file" in refused(tmp_path / name)


def test_a_zip_that_is_no_docx(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as packed:
        packed.writestr("hello.txt", "hello")
    assert "pandoc can't read it" in refused(tmp_path / "a.docx")


def test_a_huge_file(tmp_path: Path) -> None:
    with (tmp_path / "a.docx").open("wb") as file:
        file.truncate(one.MOST_BYTES + 1)
    assert "bigger than 60 MB" in refused(tmp_path / "a.docx")


def test_a_docx_that_unpacks_to_too_much(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_BYTES", 1_000_000)
    with zipfile.ZipFile(tmp_path / "a.docx", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/document.xml", b"\0" * 1_000_001)
    assert "unpacks to more than" in refused(tmp_path / "a.docx")


def test_a_docx_of_too_many_members(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as packed:
        for number in range(archive.MOST_MEMBERS + 1):
            packed.writestr(f"{number}", b"")
    assert "5,001 files" in refused(tmp_path / "a.docx")


def test_a_zip_never_writes_outside(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as packed:
        packed.writestr("../../evil.md", "# Evil")
        packed.writestr("/abs.md", "# Evil")
        packed.writestr("site/1a.md", "We chose.\n")
    sources = read_sources([tmp_path / "a.zip"])
    assert [document.file for document in sources.documents] == ["site/1a.md"]
    assert not list(tmp_path.rglob("evil.md"))


def test_a_folder_with_no_documents(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(PNG)
    assert "no document" in refused(tmp_path)


def test_a_bad_file_in_a_folder_is_a_warning(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(PNG)
    (tmp_path / "b.md").write_text("## 1a\n\nWe chose.\n")
    sources = read_sources([tmp_path])
    assert [document.file for document in sources.documents] == ["b.md"]
    assert [one.file for one in sources.skipped] == ["a.docx"]


def test_a_folder_of_bad_files_only(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(PNG)
    assert "nothing in it can be read" in refused(tmp_path)


def test_a_repository_s_own_papers_are_left_out(tmp_path: Path) -> None:
    for name in (
        "README.md",
        "LICENSE.md",
        "README-old.md",
        "_layouts/page.html",
        "node_modules/x/a.md",
        ".github/a.md",
        "docs/1a.md",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("## 1a\n\nWe chose.\n")
    sources = read_sources([tmp_path])
    assert [document.file for document in sources.documents] == ["docs/1a.md"]
    assert {one.file for one in sources.skipped} == {
        "README.md",
        "README-old.md",
        "LICENSE.md",
    }
    assert read_sources([tmp_path / "README.md"]).documents


def test_documents_come_in_natural_order_with_front_pages_first(tmp_path: Path) -> None:
    for name in ("page-10.md", "page-2.md", "index.md", "b/page-1.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Words.\n")
    files = [document.file for document in read_sources([tmp_path]).documents]
    assert files == ["index.md", "page-2.md", "page-10.md", "b/page-1.md"]


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path, cmalt_2019: Framework) -> None:
    (tmp_path / "secret.md").write_text("## 1a\n\nSecret.\n")
    (tmp_path / "secret.png").write_bytes(PNG)
    inside = tmp_path / "portfolio"
    inside.mkdir()
    (inside / "link.md").symlink_to(tmp_path / "secret.md")
    (inside / "link.png").symlink_to(tmp_path / "secret.png")
    (inside / "1b.md").write_text(
        "![One](link.png)\n\n![Two](../secret.png)\n\n![Three](/etc/hostname.png)\n"
    )
    sources = read_sources([inside])
    assert [document.file for document in sources.documents] == ["1b.md"]
    assert "link.md" in {one.file for one in sources.skipped}
    assert all(item.local is None for item in plan_import(sources, cmalt_2019, None).evidence)


def test_a_folder_of_too_many_documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(walk, "MOST_DOCUMENTS", 2)
    for name in "abc":
        (tmp_path / f"{name}.md").write_text("Words.\n")
    assert "at most 2" in refused(tmp_path)


def test_pandoc_s_failure_names_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> bytes:
        raise PandocFailed("it took longer than 45 seconds")

    monkeypatch.setattr(one, "run", fail)
    (tmp_path / "a.html").write_text("<p>Words</p>")
    assert "longer than 45 seconds" in refused(tmp_path / "a.html")


def test_an_unknown_pathway(tmp_path: Path, cmalt_2019: Framework) -> None:
    (tmp_path / "a.md").write_text("Words.\n")
    with pytest.raises(InputProblem, match="associate"):
        plan_import(read_sources([tmp_path / "a.md"]), cmalt_2019, "nobility")


def test_progress_is_told_and_cancelling_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(scratch))
    for name in "abc":
        (tmp_path / f"{name}.md").write_text("Words.\n")
    told: list[Progress] = []
    read_sources([tmp_path / "a.md", tmp_path / "b.md"], told.append)
    assert [(step.done, step.total) for step in told] == [(0, 2), (1, 2), (2, 2)]

    def stop(progress: Progress) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        read_sources([tmp_path / "a.md"], stop)
    assert not list(scratch.glob("cmalt-intake-*"))


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("Größe".encode("utf-16"), "Größe"),
        ("\ufeffGröße".encode(), "Größe"),
        ("Größe – gut".encode("cp1252"), "Größe – gut"),
        ("o\ufb03ce\u00a0work, co\u00adoperate".encode(), "office work, cooperate"),
        (b"plain \x1b[31mred\x1b[0m \x07bell", "plain red bell"),
    ],
)
def test_texts_are_decoded_and_cleaned(
    tmp_path: Path, planned: Callable[..., object], cmalt_2019: Framework, content: bytes, text: str
) -> None:
    (tmp_path / "1a.md").write_bytes(content)
    plan = plan_import(read_sources([tmp_path / "1a.md"]), cmalt_2019, None)
    assert plan.placed[0].text == f"{text}\n"


_EVIL = {
    "brackets": "[" * 20_000,
    "pictures": "![" * 5_000,
    "quotations": "> " * 3_000 + "x",
    "few quotations": "> " * 300 + "x",
    "divisions": "<div>" * 3_000 + "words",
    "lists": "<ul><li>" * 200 + "words",
}


@pytest.mark.parametrize("evil", _EVIL.values(), ids=_EVIL)
def test_hostile_text_ends_in_a_plan_or_a_problem(
    tmp_path: Path, cmalt_2019: Framework, monkeypatch: pytest.MonkeyPatch, evil: str
) -> None:
    monkeypatch.setattr(one, "_TIME_LIMIT", 1.0)
    (tmp_path / "1a.md").write_text(evil)
    try:
        plan = plan_import(read_sources([tmp_path / "1a.md"]), cmalt_2019, None)
    except InputProblem as problem:
        assert "pandoc can't read it" in problem.problem.message
    else:
        assert plan.placed
