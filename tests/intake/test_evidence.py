"""Evidence is found wherever people put it, once a target, with what it shows."""

import gc
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from cmalt_tui.intake import plan_import, plan_portfolio, read_sources
from cmalt_tui.model.framework import Framework
from cmalt_tui.model.import_plan import ImportPlan
from cmalt_tui.pandoc import run

Planned = Callable[..., ImportPlan]
_PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c63f8cfc0f01f0005"
    "0001ffa1a04a5b0000000049454e44ae426082"
)


def test_a_list_of_evidence_says_what_each_item_shows(planned: Planned) -> None:
    plan = planned(
        "## 1a\n\n### Evidence\n\n- [Scoring table](https://example.org/t.pdf): page 3 has the "
        "criteria.\n"
        "- [Talk](https://youtu.be/abc) – slides and questions\n- Testimonial: letter from my "
        "manager\n"
    )
    found = {item.id: (item.kind, item.title, item.uses) for item in plan.evidence}
    assert found == {
        "scoring-table": ("document", "Scoring table", (("1a", "page 3 has the criteria."),)),
        "talk": ("video", "Talk", (("1a", "slides and questions"),)),
        "testimonial": ("document", "Testimonial", (("1a", "letter from my manager"),)),
    }


def test_one_item_however_often_it_is_cited(planned: Planned) -> None:
    plan = planned(
        "## 1a\n\nSee [the report](https://www.example.org/r.pdf#page=3).\n\n### Evidence\n\n"
        "- [Report](https://example.org/r.pdf) on cost\n\n## 1b\n\n### Evidence\n\n- "
        "[Report](https://example.org/r.pdf/) on skill\n"
    )
    assert [item.uses for item in plan.evidence] == [(("1a", "on cost"), ("1b", "on skill"))]


def test_links_in_text_are_evidence_only_where_no_list_is(planned: Planned) -> None:
    text = "## About me\n\nAt [the college](https://college.example).\n\n## 1a\n\nSee [a study](https://study.example).\n"
    assert [item.title for item in planned(text).evidence] == ["a study"]
    with_list = text + "\n### Evidence\n\n- [Report](https://example.org/r.pdf)\n"
    assert [item.title for item in planned(with_list).evidence] == ["Report"]


@pytest.mark.parametrize(
    "target", ["#top", "other.html", "/section/1b", "mailto:a@example.org", "javascript:alert(1)"]
)
def test_what_is_no_evidence(planned: Planned, target: str) -> None:
    plan = planned(f"## 1a\n\nSee [there]({target}) for more.\n")
    assert not plan.evidence
    assert "there" in plan.placed[0].text


def test_literature_is_no_evidence(planned: Planned) -> None:
    plan = planned(
        "## 1a\n\nWe chose.\n\n### Further reading\n\n- [A study](https://study.example)\n"
    )
    assert not plan.evidence
    assert "[A study](https://study.example)" in plan.placed[-1].text


def test_pictures_of_a_folder(
    tmp_path: Path, cmalt_2019: Framework, account: Callable[..., ImportPlan]
) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "images").mkdir()
    (tmp_path / "images" / "A Chart.PNG").write_bytes(_PNG)
    (tmp_path / "pages" / "1a.md").write_text(
        "[![A chart](/images/A%20Chart.PNG#poster)](/images/A%20Chart.PNG)\n\n"
        "![Gone](../images/gone.png)\n"
    )
    plan = account(read_sources([tmp_path]), cmalt_2019)
    chart, gone = plan.evidence
    assert chart.local == (tmp_path / "images" / "A Chart.PNG").resolve()
    assert (chart.id, chart.kind, chart.alt, chart.sections) == (
        "a-chart",
        "image",
        "A chart",
        ("1a",),
    )
    assert (
        "[![A chart](evidence/files/a-chart.png)](evidence/files/a-chart.png)"
        in plan.placed[0].text
    )
    assert gone.local is None
    assert "../images/gone.png" in plan.warnings[0]
    portfolio = plan_portfolio(plan)
    assert portfolio.evidence["a-chart"].file == "files/a-chart.png"
    # The portfolio misses the file by name, until it is put there.
    assert portfolio.evidence["gone"].file == "files/gone.png"


def test_figures_and_players(planned: Planned) -> None:
    plan = planned(
        "<h1>1a</h1><figure><img src='https://example.org/a.png' alt='Bars'><figcaption>Use in "
        "May</figcaption></figure>"
        "<figure><video aria-label='A walk through' controls><source src='/v/walk.mp4'>Your "
        "browser does not support "
        "video.</video><figcaption>Two minutes</figcaption></figure>"
        "<iframe src='https://www.youtube.com/embed/xyz' title='My talk'></iframe>",
        "page.html",
    )
    found = {item.title: (item.kind, item.alt, item.uses) for item in plan.evidence}
    assert found == {
        "Bars": ("image", "Bars", (("1a", "Use in May"),)),
        "A walk through": ("video", "", (("1a", "Two minutes"),)),
        "My talk": ("video", "", (("1a", ""),)),
    }


@pytest.mark.parametrize(("format_name", "folder"), [("docx", "word/media/"), ("odt", "Pictures/")])
def test_pictures_inside_a_document(
    tmp_path: Path,
    cmalt_2019: Framework,
    account: Callable[..., ImportPlan],
    format_name: str,
    folder: str,
) -> None:
    (tmp_path / "chart.png").write_bytes(_PNG)
    options = ["-f", "markdown", "-t", format_name, "--epub-embed-font", "chart.png"]
    content = run(options, b"# 1a) Constraints\n\n![Bars of use](chart.png)\n", folder=tmp_path)
    path = tmp_path / f"portfolio.{format_name}"
    path.write_bytes(content)
    with zipfile.ZipFile(path) as packed:
        assert any(name.startswith(folder) for name in packed.namelist())
    plan = account(read_sources([path]), cmalt_2019)
    gc.collect()
    unpacked = plan.evidence[0].local
    assert unpacked is not None
    assert unpacked.read_bytes() == _PNG
    assert f"](evidence/files/{plan.evidence[0].id}.png)" in plan.placed[0].text
    del plan
    gc.collect()
    assert not unpacked.exists()


def test_nothing_of_an_evidence_list_is_lost(planned: Planned) -> None:
    plan = planned(
        "## 1a\n\n### Evidence\n\nAll of it is from last year.\n\n#### Reports\n\n- [Scoring "
        "table](https://example.org/t.pdf): page 3\n"
    )
    section = plan_portfolio(plan).sections["1a"]
    assert [use.shows for use in section.evidence] == ["page 3"]
    assert "All of it is from last year." in section.note
    assert "Reports" in section.note
    assert "Scoring" not in section.note


def test_a_data_address_is_never_followed_or_unpacked(planned: Planned) -> None:
    plan = planned("## 1a\n\n![x](data:image/png;base64,AAAA) and ![y](file:///etc/passwd.png)\n")
    assert all(item.local is None for item in plan.evidence)


def test_a_missing_picture_is_asked_for_once(tmp_path: Path, cmalt_2019: Framework) -> None:
    (tmp_path / "1a.md").write_text("![x](a.png) ![y](a.png) ![z](b.png)\n")
    plan = plan_import(read_sources([tmp_path]), cmalt_2019, None)
    assert plan.warnings == (
        "1a.md: 2 files that it points to are not in the source: a.png, b.png",
    )


_APPENDICES = (
    "# 1a) Constraints\n\nThe table (E1) decided it, see also Appendix E2.\n\n## Reflection\n\n"
    "I chose fast.\n\n"
    "# 1b) Knowledge\n\nI know.\n\n## Evidence\n\n- E2: page 4 has my code\n- Appendix E3 – the "
    "letter\n\n"
    "# Appendices\n\n## E1. [Scoring table](https://example.org/t.pdf)\n\nMade in May.\n\n"
    "## E2. [Plug-in](https://code.example/x)\n\n## E3. A letter from my manager\n"
)


def test_bare_codes_lead_to_the_appendix_that_defines_them(planned: Planned) -> None:
    plan = planned(_APPENDICES)
    found = {item.title: item.uses for item in plan.evidence}
    assert found == {
        "Scoring table": (("1a", ""),),
        "Plug-in": (("1b", "page 4 has my code"), ("1a", "")),
        "A letter from my manager": (("1b", "the letter"),),
    }
    assert [one.heading for one in plan.unplaced] == ["Appendices"]
    assert "Made in May." in plan.unplaced[0].text


def test_codes_in_a_file_of_appendices(
    tmp_path: Path, cmalt_2019: Framework, account: Callable[..., ImportPlan]
) -> None:
    (tmp_path / "1a.md").write_text(
        "## Evidence\n\n- [Appendix A](./appendices.md#a-table) – our scores\n- [Appendix "
        "B](./appendices.md#b-talk)\n"
    )
    (tmp_path / "appendices.md").write_text(
        "## Appendices\n\n### A. [Table](./files/t.pdf)\n\n### B. [Talk](https://youtu.be/abc)\n"
    )
    plan = account(read_sources([tmp_path]), cmalt_2019)
    found = {item.title: (item.kind, item.uses) for item in plan.evidence}
    assert found == {
        "Table": ("document", (("1a", "our scores"),)),
        "Talk": ("video", (("1a", ""),)),
    }


@pytest.mark.parametrize("caption", ["Figure 2: Use in May", "*Use in May, by ward*"])
def test_a_caption_on_the_next_line(planned: Planned, caption: str) -> None:
    plan = planned(f"## 1a\n\n![Bars](https://example.org/a.png)\n\n{caption}\n\nWe chose.\n")
    assert plan.evidence[0].caption == caption.strip("*")
    assert caption in plan.placed[0].text
