"""Every kind of broken framework file is refused with the right file, line, key and a way out."""

import pytest

from cmalt_tui.frameworks import load_framework
from cmalt_tui.problems import InputProblem

WHOLE = """\
schema = 1
id = "own"
title = "Own standard"
body = "Somebody"

[parts.description]
title = "Description"

[[principle]]
code = "P1"
title = "A principle"

[[section]]
id = "area"
title = "An area"
kind = "area"

[[section]]
id = "1a"
area = "area"
title = "First"
kind = "criterion"
accepts = ["law"]
prompts = [
    "What?",
]

[[section]]
id = "extra"
title = "Extra"
kind = "repeat"
least = 1
most = 2

[pathway.short]
title = "Short"
exclude = ["extra"]

[pathway.short.override.1a]
least_examples = 2

[pathway.short.rules.area]
law = 1
total = 1
"""

BROKEN = [
    ("schema = 1", "schema = 2", 1, "schema", "made for a newer cmalt-tui"),
    ("schema = 1", "schema = 0", 1, "schema", "expected 1, found 0"),
    ("schema = 1\n", "", 1, "schema", "is missing"),
    ('id = "own"', 'id = "other"', 2, "id", "not the name of the file"),
    ('id = "own"', 'id = "../own"', 2, "id", "can't be an id"),
    ('id = "own"\n', "", 1, "id", "is missing"),
    ('title = "Own standard"\n', "", 1, "title", "is missing"),
    ('title = "Own standard"', 'title = ""', 3, "title", "is empty"),
    ('title = "Own standard"', "title = 7", 3, "title", "expected text, found a whole number"),
    ('body = "Somebody"', 'bdy = "Somebody"', 4, "bdy", "Did you mean body?"),
    ('body = "Somebody"', 'verified = "sure"', 4, "verified", "expected one of: primary"),
    ('body = "Somebody"', 'coverage = "most"', 4, "coverage", "expected one of: , all"),
    ('body = "Somebody"', 'extends = "nowhere"', 4, "extends", 'no framework "nowhere"'),
    ('body = "Somebody"', 'extends = "own"', 4, "extends", "goes in a circle"),
    ('body = "Somebody"', 'section = "1a"', 13, "", "is no valid TOML"),
    (
        'title = "Description"',
        'titel = "Description"',
        7,
        "parts.description.titel",
        "Did you mean title?",
    ),
    ('code = "P1"\n', "", 9, "principle.1.code", "is missing"),
    (
        'title = "A principle"',
        'title = "A"\n[[principle]]\ncode = "P1"\ntitle = "B"',
        13,
        "principle.2.code",
        '"P1" is there twice',
    ),
    ('kind = "criterion"', 'kind = "criterium"', 22, "section.2.kind", "expected one of: area"),
    ('kind = "criterion"\n', "", 18, "section.2.kind", "is missing"),
    ('id = "1a"\n', "", 18, "section.2.id", "is missing"),
    ('id = "1a"', 'id = "1/a"', 19, "section.2.id", "can't be an id"),
    ('id = "1a"', 'id = "AREA"', 19, "section.2.id", "is there twice"),
    ('id = "1a"', 'id = "extra-1"', 19, "section.2.id", "the repeated section extra takes"),
    ('title = "First"\n', "", 18, "section.2.title", "is missing"),
    ('title = "First"', 'title = " "', 21, "section.2.title", "is empty"),
    ('area = "area"', 'area = "aera"', 20, "section.2.area", "Did you mean area?"),
    ('kind = "area"', 'kind = "area"\narea = "area"', 17, "section.1.area", "can't lie in an area"),
    ("prompts = [", "prompt = [", 24, "section.2.prompt", "Did you mean prompts?"),
    ('    "What?",', "    3,", 24, "section.2.prompts", "expected a list of texts"),
    (
        'accepts = ["law"]',
        'accepts = ["law"]\nparts = ["story"]',
        24,
        "section.2.parts",
        '"story" is not a part',
    ),
    (
        'accepts = ["law"]',
        'accepts = ["law"]\noptional_fields = ["date"]',
        24,
        "section.2.optional_fields",
        "not among the fields",
    ),
    ("least = 1", "least = 3", 32, "section.3.least", "least is 3, but most is 2"),
    ("least = 1", "least = -1", 32, "section.3.least", "expected 0 or more"),
    ("least = 1", "least = true", 32, "section.3.least", "expected a whole number"),
    ('title = "Short"\n', "", 35, "pathway.short.title", "is missing"),
    (
        'exclude = ["extra"]',
        'exclude = ["extras"]',
        37,
        "pathway.short.exclude",
        "Did you mean extra?",
    ),
    (
        'exclude = ["extra"]',
        'exclude = ["extra", "1a"]',
        37,
        "pathway.short.exclude",
        "leaves out every section",
    ),
    (
        "override.1a]",
        "override.1b]",
        39,
        "pathway.short.override.1b",
        '"1b" is not a section',
    ),
    (
        "least_examples = 2",
        "least_exampels = 2",
        40,
        "pathway.short.override.1a.least_exampels",
        "Did you mean least_examples?",
    ),
    (
        "least_examples = 2",
        'kind = "log"',
        40,
        "pathway.short.override.1a.kind",
        "not known",
    ),
    (
        "rules.area]",
        "rules.1a]",
        42,
        "pathway.short.rules.1a",
        '"1a" is not an area',
    ),
    ("law = 1", "policy = 1", 43, "pathway.short.rules.area.policy", "expected one of: law, total"),
    ("law = 1", 'law = "1"', 43, "pathway.short.rules.area.law", "expected a whole number"),
    ("[pathway.short]", '[pathway."a b"]', 35, "pathway.a b", "can't be an id"),
    ("[parts.description]", "[removed]", 7, "removed.title", "not known"),
]


def test_the_whole_file_loads(places, write_framework) -> None:
    write_framework("own", WHOLE)
    assert [one.id for one in load_framework("own", places).pathways] == ["short"]


@pytest.mark.parametrize(("right", "wrong", "line", "key", "said"), BROKEN)
def test_a_broken_file_is_refused_by_place(
    right: str, wrong: str, line: int, key: str, said: str, places, write_framework
) -> None:
    assert WHOLE.count(right) == 1
    file = write_framework("own", WHOLE.replace(right, wrong))
    with pytest.raises(InputProblem) as caught:
        load_framework("own", places)
    problem = caught.value.problem
    assert said in str(problem)
    assert (problem.file, problem.line, problem.key) == (file, line, key)


def test_a_framework_with_nothing_to_write_is_refused(places, write_framework) -> None:
    write_framework("own", 'schema = 1\nid = "own"\ntitle = "Own"\n')
    with pytest.raises(InputProblem, match="no section to write in"):
        load_framework("own", places)


def test_a_longer_circle_is_refused(places, write_framework) -> None:
    write_framework("one", 'schema = 1\nid = "one"\nextends = "two"\n')
    second = write_framework("two", 'schema = 1\nid = "two"\n\nextends = "one"\n')
    with pytest.raises(InputProblem) as caught:
        load_framework("one", places)
    problem = caught.value.problem
    assert (problem.file, problem.line, problem.key) == (second, 4, "extends")


def test_removing_an_area_but_not_its_sections_is_refused(places, write_framework) -> None:
    head = 'schema = 1\nid = "own"\nextends = "cmalt-2019"\n'
    file = write_framework("own", f'{head}[removed]\nsections = ["ca3"]\n')
    with pytest.raises(InputProblem) as caught:
        load_framework("own", places)
    problem = caught.value.problem
    assert (problem.file, problem.line, problem.key) == (file, 5, "removed.sections")
    assert "Remove 3a too" in problem.way_out


@pytest.mark.parametrize("key", ["sections", "pathways"])
def test_removing_what_is_not_there_is_refused(key: str, places, write_framework) -> None:
    head = 'schema = 1\nid = "own"\nextends = "cmalt-2019"\n'
    write_framework("own", f'{head}[removed]\n{key} = ["ca9"]\n')
    with pytest.raises(InputProblem) as caught:
        load_framework("own", places)
    assert (caught.value.problem.line, caught.value.problem.key) == (5, f"removed.{key}")
