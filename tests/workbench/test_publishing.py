"""Publishing: what leaves and what stays, and what happens to the repository it goes to."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from dulwich import porcelain
from dulwich.repo import Repo

from cmalt_tui.model.passage import Origin, Passage
from cmalt_tui.model.portfolio import EvidenceItem, InboxItem, Portfolio, Reflection, Section
from cmalt_tui.model.saved_example import SavedExample
from cmalt_tui.places import Places
from cmalt_tui.problems import InputProblem
from cmalt_tui.progress import unreported
from cmalt_tui.workbench.beginnings import new_portfolio
from cmalt_tui.workbench.desk import Desk, open_desk
from cmalt_tui.workbench.examples import Examples
from cmalt_tui.workbench.publishing.leaving import Leaving, own_passages, passed_on
from cmalt_tui.workbench.publishing.plan import Published, PublishingPlan, plan_publishing, publish
from cmalt_tui.workbench.publishing.public_text import public_text
from tests.corpus import repositories

FOLDER = "my-work-robin-marsh"
PASSAGES = f"{FOLDER}/passages.jsonl"


@pytest.fixture(autouse=True)
def no_git_of_this_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "nobody"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "nobody"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    for name in ("GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def desk(tmp_path: Path, places: Places) -> Desk:
    folder = new_portfolio(tmp_path / "mine", places, title="My work", author="Robin Marsh")
    return open_desk(folder, places)


def written(desk: Desk, *sections: Section, **more: object) -> Desk:
    portfolio: Portfolio = replace(desk.portfolio, **more)  # type: ignore[arg-type]
    for section in sections:
        portfolio = portfolio.with_section(section)
    desk.change(portfolio)
    return desk


@pytest.fixture
def leaving(desk: Desk) -> Leaving:
    return own_passages(written(desk, Section("1a", description="I compared two systems.")), "CC0")


Plan = Callable[..., PublishingPlan]


@pytest.fixture
def plan(leaving: Leaving, places: Places) -> Plan:
    def make(to: Path | str, what: Leaving = leaving) -> PublishingPlan:
        return plan_publishing(what, str(to), places, unreported)

    return make


def put(plan: PublishingPlan, **more: bool) -> Published:
    return publish(plan, unreported, **more)


def commits(folder: Path) -> list[bytes]:
    with Repo(str(folder)) as repo:
        return [entry.commit.message for entry in repo.get_walker()] if repo.refs.as_dict() else []


def committed_files(folder: Path) -> dict[str, bytes]:
    with Repo(str(folder)) as repo:
        entries = repo.object_store.iter_tree_contents(repo[repo.head()].tree)  # type: ignore[attr-defined]
        return {entry.path.decode(): repo[entry.sha].data for entry in entries}  # type: ignore[attr-defined]


def texts(leaving: Leaving) -> str:
    return "\n".join(f"{one.title}\n{one.text}" for one in leaving.passages)


def a_repository(folder: Path, *, bare: bool = False) -> Path:
    made = Repo.init_bare(str(folder), mkdir=True) if bare else Repo.init(str(folder), mkdir=True)
    made.refs.set_symbolic_ref(b"HEAD", b"refs/heads/main")  # type: ignore[arg-type]
    made.close()
    return folder


def remember_remote(folder: Path, remote: str) -> None:
    with Repo(str(folder)) as repo:
        config = repo.get_config()
        config.set((b"remote", b"origin"), b"url", remote.encode())
        config.write_to_path()


def commit_a_file(folder: Path, name: str, content: str) -> None:
    (folder / name).write_text(content, encoding="utf-8")
    with Repo(str(folder)) as repo:
        tree = repo.get_worktree()
        tree.stage([name])
        tree.commit(b"By hand", author=b"Kim <k@example.org>", committer=b"Kim <k@example.org>")


def test_only_texts_of_sections_on_the_pathway_leave(desk: Desk) -> None:
    written(
        desk,
        Section(
            "1a",
            description="Kept one. [[private: Secret one.]] Kept two.",
            reflections=(
                Reflection(
                    "r", "What I took [[private: Secret]]", "Kept three. <!-- Secret two -->"
                ),
            ),
            note="Secret three",
        ),
        Section("leadership", description="Secret four is parked."),
        Section("confirmation", declaration={"name": "Secret five"}),
        evidence={"e": EvidenceItem("e", "Secret six", people=("Sam Rowan",), permission="asked")},
        inbox=(InboxItem("i", "Secret", "Secret seven"),),
        examples={"x": SavedExample("x", Passage("", "Secret eight of somebody else", Origin("")))},
    )
    leaving = own_passages(desk, "CC-BY-4.0")
    assert "Secret" not in texts(leaving)
    for kept in ("Kept one.", "Kept two.", "Kept three.", "What I took"):
        assert kept in texts(leaving)
    stays = {one.kind: (one.pieces, one.words) for one in leaving.left_out}
    assert stays["private text"][0] == 3
    assert stays["note"] == (1, 2)
    assert {"parked section", "declaration", "evidence item", "text in the inbox"} <= set(stays)
    assert stays["saved example of others"][0] == 1
    assert {one.origin.licence for one in leaving.passages} == {"CC BY 4.0"}


def test_pictures_and_own_files_stay_and_what_leads_to_the_web_goes() -> None:
    made = public_text(
        'See ![shot](evidence/files/x.png "a"){width=3}, [the table](files/t.pdf), [a page]'
        "(https://example.org/a(b)), [notes][n] and [law][l].\n\n[n]: files/n.docx\n"
        "[l]: https://example.org/law\n",
        "1a description",
    )
    assert made.text == (
        "See , the table, [a page](https://example.org/a(b)), notes and [law][l].\n\n"
        "[l]: https://example.org/law"
    )
    assert made.left_out["picture"] == 1
    assert made.left_out["link to a file of one’s own"] == 2


@pytest.mark.parametrize(
    "text",
    [
        "One. [[Private: two.",
        "One. [[private: [[two]] three",
        "One. [[private: `]]` two]] three",
    ],
)
def test_a_private_stretch_with_no_clear_end_is_refused_with_its_section(
    desk: Desk, text: str
) -> None:
    written(desk, Section("2a", description=text))
    with pytest.raises(InputProblem, match="2a description has"):
        own_passages(desk, "CC0")


def test_a_private_stretch_may_hold_brackets() -> None:
    text = "One [[private: as [[Secret]] and [Secret](a) say]] two, [[three]]."
    assert public_text(text, "1a description").text == "One  two, [[three]]."


@pytest.mark.parametrize(
    "text",
    [
        r"Kept \[\[private: Secret\]\] too",
        "Kept [//]: too\n\n[//]: # (Secret)",
        "Kept too\n\n- [note]: <>\n  'Secret'",
        'Kept too\n\n[unused]: https://example.org "Secret"',
        "Kept <?note Secret?><![CDATA[Secret]]><!DOCTYPE Secret> too",
        'Kept <span title="a > Secret">too</span>',
        "Kept ![Secret [b]](x.png (Secret)) ![\\]Secret](<my Secret.png>) ![`]`Secret][r] too",
        "Kept <file:///home/Secret/x.docx> [too [x]](Secret.pdf (title))",
        'Kept [too](a(b(Secret)).pdf){title="Secret"}',
        "Kept too <script>Secret",
        '# Kept {secret="Secret"}\n\ntoo',
    ],
)
def test_what_nobody_sees_in_a_text_does_not_leave(text: str) -> None:
    made = public_text(text, "1a description").text
    assert "secret" not in made.lower()
    assert "Kept" in made
    assert "too" in made


@pytest.mark.parametrize(
    "begun", ["&#91;[private:", "[\u200b[private:", "[[pri<!-- -->vate:", "\uff3b\uff3bprivate:"]
)
def test_a_private_stretch_in_another_writing_is_refused(begun: str) -> None:
    with pytest.raises(InputProblem, match="1a description has"):
        public_text(f"Kept {begun} Secret]] too", "1a description")


def test_the_title_of_the_portfolio_leaves_without_its_private_words(desk: Desk) -> None:
    written(desk, Section("1a", description="Text."), title="My work [[private: at Secret]]")
    leaving = own_passages(desk, "CC0")
    assert (leaving.id, leaving.origin.portfolio) == (FOLDER, "My work")


def test_personal_details_are_listed_and_figures_are_not(desk: Desk) -> None:
    text = (
        "Write to sam.rowan@example.ac.uk or call +44 20 7946 0123. Student 20451187 was helped "
        "by Sam Rowan. In 2021-2022 we had 1,200,000 clicks, 45% of 3000, see 10.1234567/abc."
    )
    sam = EvidenceItem("e", "A letter", people=("Sam Rowan",))
    written(desk, Section("1a", description=text), evidence={"e": sam})
    found = {(one.kind, one.text) for one in own_passages(desk, "CC0").details}
    assert found == {
        ("e-mail address", "sam.rowan@example.ac.uk"),
        ("phone number", "+44 20 7946 0123"),
        ("student number", "20451187"),
        ("person", "Sam Rowan"),
    }


@pytest.mark.parametrize(
    ("licence", "told"),
    [("", r"needs a licence.*CC BY 4\.0.*CC0"), ("CC BY-ND 4.0", "no licence under which")],
)
def test_an_open_licence_is_asked_for(desk: Desk, licence: str, told: str) -> None:
    written(desk, Section("1a", description="Text."))
    with pytest.raises(InputProblem, match=told):
        own_passages(desk, licence)


def test_a_portfolio_with_no_text_or_no_author_is_refused(desk: Desk) -> None:
    with pytest.raises(InputProblem, match="no text"):
        own_passages(desk, "CC0")
    written(desk, Section("1a", description="Text."), author="")
    with pytest.raises(InputProblem, match="no author"):
        own_passages(desk, "CC0")
    assert own_passages(desk, "CC0", "R. M.").origin.author == "R. M."


def test_a_folder_that_is_not_there_becomes_a_repository(plan: Plan, tmp_path: Path) -> None:
    planned = plan(tmp_path / "shared")
    assert planned.place.is_new
    assert not (tmp_path / "shared").exists()
    done = put(planned)
    assert done.commit
    assert not done.pushed
    files = committed_files(tmp_path / "shared")
    assert set(files) == {PASSAGES, f"{FOLDER}/source.toml"}
    assert (tmp_path / "shared" / PASSAGES).read_bytes() == files[PASSAGES]
    assert b'licence = "CC0 1.0"' in files[f"{FOLDER}/source.toml"]
    with Repo(str(tmp_path / "shared")) as repo:
        assert repo[repo.head()].author == b"Robin Marsh <>"  # type: ignore[attr-defined]


def test_git_sees_no_difference_afterwards_and_other_work_stays_as_it_was(
    plan: Plan, tmp_path: Path
) -> None:
    from dulwich.porcelain import status

    shared = a_repository(tmp_path / "shared")
    commit_a_file(shared, "README.md", "By others")
    (shared / "README.md").write_text("Being written", encoding="utf-8")
    (shared / "staged.md").write_text("Staged", encoding="utf-8")
    with Repo(str(shared)) as repo:
        repo.get_worktree().stage(["staged.md"])
    put(plan(shared))
    assert committed_files(shared)["README.md"] == b"By others"
    assert "staged.md" not in committed_files(shared)
    state = status(str(shared))
    assert state.staged["add"] == [b"staged.md"]
    assert state.unstaged == [b"README.md"]
    assert not state.untracked


def test_publishing_again_replaces_ones_own_and_says_what_changed(
    plan: Plan, desk: Desk, tmp_path: Path
) -> None:
    put(plan(tmp_path / "shared"))
    again = plan(tmp_path / "shared")
    assert (again.new, again.gone, again.same, again.is_first) == (0, 0, 1, False)
    assert put(again).commit == ""
    written(desk, Section("1a", description="I compared three systems."))
    changed = plan(tmp_path / "shared", own_passages(desk, "CC0"))
    assert (changed.id, changed.new, changed.gone, changed.same) == (FOLDER, 1, 1, 0)
    put(changed)
    assert b"three systems" in committed_files(tmp_path / "shared")[PASSAGES]
    assert len(commits(tmp_path / "shared")) == 2


def test_a_folder_that_somebody_else_has_is_not_taken(
    plan: Plan, leaving: Leaving, tmp_path: Path
) -> None:
    kim = replace(leaving, origin=replace(leaving.origin, author="Kim Alder"))
    put(plan(tmp_path / "shared", kim))
    assert plan(tmp_path / "shared").id == f"{FOLDER}-2"


@pytest.mark.parametrize("changed", ["passages.jsonl", "source.toml"])
def test_what_was_changed_and_not_committed_is_never_written_over(
    plan: Plan, tmp_path: Path, changed: str
) -> None:
    put(plan(tmp_path / "shared"))
    file = tmp_path / "shared" / FOLDER / changed
    file.write_text("by hand", encoding="utf-8")
    with pytest.raises(InputProblem, match=f"{changed}: was changed and not committed"):
        plan(tmp_path / "shared")
    assert file.read_text(encoding="utf-8") == "by hand"


@pytest.mark.parametrize("lock", ["index.lock", "refs/heads/main.lock"])
def test_where_git_is_at_work_nothing_is_half_done(plan: Plan, tmp_path: Path, lock: str) -> None:
    folder = a_repository(tmp_path / "theirs")
    commit_a_file(folder, "README.md", "Ours")
    (folder / ".git" / lock).touch()
    with pytest.raises(InputProblem, match="at work in the repository"):
        put(plan(folder))
    (folder / ".git" / lock).unlink()
    assert len(commits(folder)) == 1
    assert not (folder / FOLDER).exists()
    put(plan(folder))
    assert porcelain.status(str(folder)) == ({"add": [], "delete": [], "modify": []}, [], [])


@pytest.mark.parametrize("to", [".", "below", ".."])
def test_the_folder_of_the_portfolio_itself_is_refused(desk: Desk, plan: Plan, to: str) -> None:
    if to != "below":
        Repo.init(str(desk.folder / to)).close()
    with pytest.raises(InputProblem, match="lies in the portfolio"):
        plan(desk.folder / to)


def test_a_folder_that_leads_elsewhere_is_not_written_through(plan: Plan, tmp_path: Path) -> None:
    shared = a_repository(tmp_path / "shared")
    (tmp_path / "elsewhere").mkdir()
    (shared / FOLDER).symlink_to(tmp_path / "elsewhere")
    with pytest.raises(InputProblem, match="no folder of its own"):
        plan(shared)
    assert not list((tmp_path / "elsewhere").iterdir())


def test_what_is_no_repository_or_not_at_rest_is_refused(plan: Plan, tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "a.txt").write_text("a", encoding="utf-8")
    with pytest.raises(InputProblem, match="is no git repository"):
        plan(tmp_path / "full")
    shared = a_repository(tmp_path / "shared")
    commit_a_file(shared, "a.md", "a")
    (shared / ".git" / "MERGE_HEAD").write_bytes(b"0" * 40)
    with pytest.raises(InputProblem, match="midst of a merge"):
        plan(shared)
    (shared / ".git" / "MERGE_HEAD").unlink()
    with Repo(str(shared)) as repo:
        head = repo.head()
    (shared / ".git" / "HEAD").write_bytes(head + b"\n")
    with pytest.raises(InputProblem, match="on no branch"):
        plan(shared)


def test_a_remote_gets_the_commit_unless_asked_otherwise(plan: Plan, tmp_path: Path) -> None:
    remote = a_repository(tmp_path / "remote.git", bare=True)
    shared = a_repository(tmp_path / "shared")
    remember_remote(shared, remote.as_uri())
    assert not put(plan(shared), push=False).pushed
    assert commits(remote) == []
    assert put(plan(shared)).pushed
    assert commits(remote) == commits(shared)


def test_where_the_remote_has_more_the_commit_stays_and_it_says_what_to_do(
    plan: Plan, tmp_path: Path
) -> None:
    remote = a_repository(tmp_path / "remote.git", bare=True)
    theirs, ours = a_repository(tmp_path / "theirs"), a_repository(tmp_path / "ours")
    for folder in (theirs, ours):
        remember_remote(folder, str(remote))
    commit_a_file(ours, "a.md", "ours")
    put(plan(theirs))
    done = put(plan(ours))
    assert not done.pushed
    assert "pull --rebase" in done.problem
    assert commits(ours)[0].startswith(b"Publish My work, by Robin Marsh")
    assert len(commits(remote)) == 1


def test_a_branch_known_to_be_behind_is_refused_beforehand(plan: Plan, tmp_path: Path) -> None:
    remote = a_repository(tmp_path / "remote.git", bare=True)
    shared = a_repository(tmp_path / "shared")
    remember_remote(shared, str(remote))
    commit_a_file(shared, "a.md", "a")
    with Repo(str(shared)) as repo:
        first = repo.head()
    put(plan(shared))
    with Repo(str(shared)) as repo:
        repo.refs[b"refs/heads/main"] = first  # type: ignore[index]
    with pytest.raises(InputProblem, match="git pull --rebase"):
        plan(shared)


def test_a_remote_that_is_not_there_leaves_the_commit(plan: Plan, tmp_path: Path) -> None:
    shared = a_repository(tmp_path / "shared")
    remember_remote(shared, str(tmp_path / "gone.git"))
    done = put(plan(shared))
    assert done.commit
    assert f"git -C {shared} push" in done.problem


def test_it_can_be_committed_straight_to_a_bare_repository(plan: Plan, tmp_path: Path) -> None:
    bare = a_repository(tmp_path / "bare.git", bare=True)
    put(plan(bare.as_uri()))
    assert set(committed_files(bare)) == {PASSAGES, f"{FOLDER}/source.toml"}


@pytest.fixture
def served(tmp_path: Path) -> Iterator[str]:
    """The address of a bare repository on this machine that is spoken to over http."""
    with (
        Repo(str(a_repository(tmp_path / "remote.git", bare=True))) as remote,
        repositories.served(remote) as address,
    ):
        yield address


def test_a_repository_elsewhere_is_fetched_committed_to_and_pushed(
    plan: Plan, leaving: Leaving, served: str, tmp_path: Path
) -> None:
    remote = tmp_path / "remote.git"
    assert put(plan(served)).pushed
    assert set(committed_files(remote)) == {PASSAGES, f"{FOLDER}/source.toml"}
    kim = replace(leaving, origin=replace(leaving.origin, author="Kim Alder"))
    unpushed = put(plan(served, kim), push=False)
    assert unpushed.commit
    assert len(commits(remote)) == 1
    assert put(plan(served, kim)).pushed
    assert f"{FOLDER}-2/source.toml" in committed_files(remote)
    assert len(commits(remote)) == 2


def test_a_torn_copy_of_a_repository_elsewhere_is_named(
    plan: Plan, served: str, tmp_path: Path
) -> None:
    put(plan(served))
    for torn in plan(served).place.folder.glob("objects/??/*"):
        torn.chmod(0o600)
        torn.write_bytes(b"torn")
    with pytest.raises(InputProblem, match="damaged"):
        plan(served)


def test_no_hook_of_the_repository_runs(plan: Plan, tmp_path: Path) -> None:
    shared = a_repository(tmp_path / "shared")
    for name in ("pre-commit", "commit-msg", "post-commit", "pre-push"):
        hook = shared / ".git" / "hooks" / name
        hook.parent.mkdir(exist_ok=True)
        hook.write_text(f"#!/bin/sh\ntouch {tmp_path}/ran\n", encoding="utf-8")
        hook.chmod(0o755)
    put(plan(shared))
    assert not (tmp_path / "ran").exists()


def test_git_is_told_who_as_the_person_set_it(
    plan: Plan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_AUTHOR_NAME", "R <Marsh>")
    monkeypatch.setenv("GIT_AUTHOR_EMAIL", "robin@example.org")
    assert plan(tmp_path / "shared").committer == "R Marsh <robin@example.org>"


def corpus_of(places: Places, licence: str) -> Examples:
    from cmalt_tui.corpus import ExampleCorpus

    kim = Origin("Kim at work", "Kim Alder", licence=licence, year=2024)
    ExampleCorpus(places.corpus, places.cache).add("kim", kim, [Passage("p", "A text.", kim)])
    return Examples(places)


@pytest.mark.parametrize(
    ("licence", "told"), [("", "for reading only"), ("Ask me", "Ask me, is no open one")]
)
def test_a_source_is_not_passed_on_unless_its_licence_allows_it(
    places: Places, licence: str, told: str
) -> None:
    with pytest.raises(InputProblem, match=told):
        passed_on(corpus_of(places, licence), "kim")


def test_a_source_that_was_emptied_is_not_passed_on(places: Places) -> None:
    examples = corpus_of(places, "CC0 1.0")
    (places.corpus / "kim" / "passages.jsonl").write_bytes(b"")
    with pytest.raises(InputProblem, match="holds no passage"):
        passed_on(examples, "kim")


def test_a_source_is_passed_on_with_its_author_and_licence(
    plan: Plan, places: Places, tmp_path: Path
) -> None:
    put(plan(tmp_path / "shared", passed_on(corpus_of(places, "CC BY-SA 4.0"), "kim")))
    files = committed_files(tmp_path / "shared")
    assert b'author = "Kim Alder"\nlicence = "CC BY-SA 4.0"' in files["kim/source.toml"]
    assert b"A text." in files["kim/passages.jsonl"]
