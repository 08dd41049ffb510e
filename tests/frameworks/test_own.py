"""A person's own framework files: found first, may extend others, listed even when broken."""

import pytest

from cmalt_tui.frameworks import list_frameworks, load_framework
from cmalt_tui.model.framework import Kind, Verified
from cmalt_tui.places import Places
from cmalt_tui.problems import InputProblem

SMALL = """\
    schema = 1
    id = "small"
    title = "Small standard"
    verified = "inferred"

    [parts.description]
    title = "Story"

    [[section]]
    id = "b1"
    title = "First"
    kind = "criterion"
    """


def test_an_own_framework_with_no_pathway_gets_one_with_everything(places, write_framework) -> None:
    write_framework("small", SMALL)
    small = load_framework("small", places)
    assert [(one.id, len(one.sections)) for one in small.pathways] == [("all", 1)]
    assert small.default_pathway.sections == small.sections
    first = small.sections[0]
    assert (first.kind, first.graded, first.parts) == (Kind.CRITERION, True, ("description",))
    assert first.verified is Verified.INFERRED
    assert small.part("description").title == "Story"


def test_an_own_framework_goes_before_a_shipped_one(places, write_framework) -> None:
    write_framework("psf2023-d2", SMALL.replace('"small"', '"psf2023-d2"'))
    assert load_framework("psf2023-d2", places).title == "Small standard"
    own = {one.id: one.own for one in list_frameworks(places)}
    assert own["psf2023-d2"]
    assert not own["cmalt-2019"]


def test_an_own_framework_may_extend_the_shipped_one_of_its_name(places, write_framework) -> None:
    write_framework(
        "cmalt-2019",
        """\
        schema = 1
        id = "cmalt-2019"
        extends = "cmalt-2019"

        [removed]
        pathways = ["associate"]

        [[section]]
        id = "1d"
        area = "ca1"
        title = "Local systems"
        kind = "criterion"

        [[section]]
        id = "1a"
        prompts = ["Our own question?"]

        [pathway.senior.override.1a]
        least_examples = 3

        [pathway.local]
        title = "Local"
        exclude = ["ca1", "1a", "1b", "1c", "1d", "advanced"]
        """,
    )
    changed = load_framework("cmalt-2019", places)
    assert changed.title == "CMALT (2019)"
    assert [one.id for one in changed.pathways] == ["cmalt", "senior", "local"]
    listed = [one.id for one in changed.sections]
    assert listed[listed.index("1c") + 1] == "1d"
    senior = {one.id: one for one in changed.pathway("senior").sections}
    assert senior["1a"].prompts == ("Our own question?",)
    assert senior["1a"].least_examples == 3
    assert senior["4a"].least_examples == 2, "inherited overrides stay"
    assert [one.id for one in changed.pathway("local").sections][:2] == ["context", "ca2"]


def test_an_area_that_keeps_no_section_is_dropped(places, write_framework) -> None:
    write_framework(
        "narrow",
        """\
        schema = 1
        id = "narrow"
        extends = "cmalt-2019"
        [pathway.narrow]
        title = "Narrow"
        exclude = ["3a", "3b"]
        """,
    )
    kept = [one.id for one in load_framework("narrow", places).pathway("narrow").sections]
    assert "ca3" not in kept
    assert "ca2" in kept


def test_a_removed_section_leaves_the_inherited_pathways_too(places, write_framework) -> None:
    write_framework(
        "no-law",
        """\
        schema = 1
        id = "no-law"
        extends = "cmalt-2019"
        [removed]
        sections = ["ca3", "3a", "3b", "advanced"]
        """,
    )
    framework = load_framework("no-law", places)
    assert all(pathway.rules == () for pathway in framework.pathways)
    assert "3b" not in [one.id for one in framework.pathway("senior").sections]


def test_a_broken_own_file_is_listed_with_its_problem(places, write_framework) -> None:
    file = write_framework("torn", 'schema = 1\nid = "torn"\ntitle = \n')
    write_framework("small", SMALL)
    listed = {one.id: one for one in list_frameworks(places)}
    torn = listed["torn"].problem
    assert torn is not None
    assert (torn.file, torn.line) == (file, 3)
    assert listed["torn"].own
    assert listed["small"].problem is None
    assert listed["cmalt-2019"].problem is None


def test_an_unknown_id_names_the_close_ones_or_all_that_are_known(places: Places) -> None:
    with pytest.raises(InputProblem) as caught:
        load_framework("cmalt2019", places)
    told = str(caught.value)
    assert 'there is no framework "cmalt2019"' in told
    assert "Did you mean cmalt-2019" in told
    with pytest.raises(InputProblem, match="cmalt-2016, cmalt-2019, cmalt-review, psf2023-d2"):
        load_framework("zzz", places)


@pytest.mark.parametrize("framework_id", ["../settings", "/etc/passwd", "", "a\x00b", ".hidden"])
def test_an_id_can_not_leave_the_folder(framework_id: str, places: Places) -> None:
    (places.config / "frameworks").mkdir(parents=True)
    (places.config / "settings.toml").write_text('schema = 1\nid = "settings"\n')
    with pytest.raises(InputProblem, match="there is no framework"):
        load_framework(framework_id, places)
