"""A site: whole pages that lead to each other, in a folder that holds nothing else."""

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from lxml import etree

from cmalt_tui.atomic_file import not_written
from cmalt_tui.export import Audience, Format, export
from cmalt_tui.export.placing_site import MARKER
from cmalt_tui.problems import InputProblem

PAGES = [
    "index.html", "context.html", "1a.html", "1b.html", "specialist-1.html", "confirmation.html",
    "evidence.html",
]  # fmt: skip


def pages_of(site: Path) -> dict[str, Any]:
    return {file.name: etree.HTML(file.read_text(encoding="utf-8")) for file in site.glob("*.html")}


@pytest.fixture
def linked(desk: Any) -> Any:
    """A portfolio whose texts lead to other sections and to evidence, with notes on two pages."""
    return desk.saying(
        "See [there](#1b), [own](#mine), [gone](#nowhere) and [[ev:chart]].[^1]\n\n"
        "## Mine {#mine}\n\n[paper](evidence/files/options.pdf)\n\n[^1]: A note.\n"
    )


def test_a_page_a_section_with_its_evidence_and_look(linked: Any) -> None:
    site = linked.export(Format.SITE).file
    names = {file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()}
    pictures = {name for name in names if name.startswith("pictures/")}
    assert len(pictures) == 1
    assert names - pictures == {
        *PAGES, ".nojekyll", MARKER, "look.css", "evidence/01-options-paper.pdf",
        "evidence/02-use-by-month.png",
    }  # fmt: skip
    page = linked.export(Format.HTML).file.read_text(encoding="utf-8")
    css = (site / "look.css").read_text(encoding="utf-8")
    assert css.startswith(re.search(r"<style>\n(.*?)</style>", page, re.S)[1])


def test_every_link_leads_somewhere_inside_or_to_the_web(linked: Any) -> None:
    site = linked.export(Format.SITE).file
    pages = pages_of(site)
    places = {
        name: {element.get("id") for element in page.iter() if element.get("id")}
        for name, page in pages.items()
    }
    followed = 0
    for name, page in pages.items():
        addresses = [*page.xpath("//@href"), *page.xpath("//@src")]
        for address in addresses:
            if address.startswith(("https://example.org", "http://example.org")):
                continue
            file, _, mark = unquote(address).partition("#")
            assert (site / (file or name)).is_file(), address
            assert not mark or mark in places[file or name], address
            followed += 1
    assert followed > 60
    assert not any(len(names) != len(set(names)) for names in places.values())


def test_links_between_sections_lead_to_their_pages(linked: Any) -> None:
    page = (linked.export(Format.SITE).file / "1a.html").read_text(encoding="utf-8")
    assert '<a href="1b.html">there</a>' in page
    assert re.search(r'<a href="#section-1a-[\w-]*mine">own</a>', page)
    assert '<a href="#evidence-2">Evidence 2: Use by month</a>' in page
    assert '<a href="#evidence-1">paper</a>' in page
    other = (linked.export(Format.SITE).file / "1b.html").read_text(encoding="utf-8")
    assert '<a href="1a.html#evidence-2">Evidence 2</a>' in other
    listed = (linked.export(Format.SITE).file / "evidence.html").read_text(encoding="utf-8")
    assert '<a href="1a.html#evidence-1">Options paper</a>' in listed
    assert '<a href="1a.html">1a</a>, <a href="1b.html">1b</a>' in listed


def test_every_page_is_accessible_by_itself(linked: Any) -> None:
    pages = pages_of(linked.export(Format.SITE).file)
    assert set(pages) == set(PAGES)
    titles = set()
    for name, page in pages.items():
        assert page.get("lang") == "en-GB"
        levels = [int(e.tag[1]) for e in page.iter() if re.fullmatch(r"h\d", str(e.tag))]
        assert levels.count(1) == 1 and levels[0] == 1, name
        assert all(b - a <= 1 for a, b in pairwise(levels)), name
        assert len(page.findall(".//main")) == 1
        assert page.find(".//body/a").get("href") == "#main"
        policy = page.find(".//meta[@http-equiv]").get("content")
        assert "default-src 'none'" in policy and "script" not in policy
        assert not list(page.iter("script"))
        assert all(picture.get("alt") for picture in page.iter("img"))
        titles.add(page.findtext(".//title"))
        current = page.xpath("//nav[@class='contents']//a[@aria-current]/@href")
        assert current == ([] if name == "index.html" else [name])
    assert len(titles) == len(PAGES)
    assert "The two principles" in "".join(pages["index.html"].itertext())


def test_previous_and_next_go_through_all_pages(linked: Any) -> None:
    pages = pages_of(linked.export(Format.SITE).file)
    after = {name: page.xpath("//a[@rel='next']/@href") for name, page in pages.items()}
    before = {name: page.xpath("//a[@rel='prev']/@href") for name, page in pages.items()}
    assert [*after.values()].count([]) == [*before.values()].count([]) == 1
    walked = ["index.html"]
    while after[walked[-1]]:
        walked += after[walked[-1]]
        assert before[walked[-1]] == [walked[-2]]
    assert walked == PAGES


def test_the_site_says_what_the_single_page_says(linked: Any) -> None:
    def said(root: Any) -> list[str]:
        (main,) = root.iter("main")
        for nav in main.xpath(".//nav"):
            nav.getparent().remove(nav)
        return re.findall(r"\w+", " ".join(main.itertext()))

    site = linked.export(Format.SITE).file
    pages = pages_of(site)
    on_pages = {word for page in pages.values() for word in said(page)}
    whole = etree.HTML(linked.export(Format.HTML).file.read_text(encoding="utf-8"))
    headings = " ".join("".join(h.itertext()) for page in pages.values() for h in page.iter("h1"))
    areas = " ".join(pages["1a.html"].xpath("//p[@class='subtitle']/text()"))
    known = on_pages | set(re.findall(r"\w+", f"{headings} {areas}"))
    assert set(said(whole)) <= known


def test_only_a_public_site_is_for_search_engines(desk: Any, tmp_path: Path) -> None:
    for audience in Audience:
        request = desk.request(Format.SITE, audience, tmp_path / "out" / audience.value)
        page = (export(request).file / "index.html").read_text(encoding="utf-8")
        assert ("noindex" in page) is (audience is not Audience.PUBLIC)
    assert not list((tmp_path / "out" / "public").rglob("*use-by-month*"))
    assert not list((tmp_path / "out" / "public").rglob("picture-*"))


def test_an_older_site_is_replaced_whole(desk: Any) -> None:
    site = desk.export(Format.SITE).file
    sections = {key: one for key, one in desk.portfolio.sections.items() if key != "specialist-1"}
    fewer = replace(desk, portfolio=replace(desk.portfolio, sections=sections))
    assert (site / "specialist-1.html").is_file()
    fewer.export(Format.SITE)
    assert "Captions" not in (site / "index.html").read_text(encoding="utf-8")
    assert [entry.name for entry in site.parent.iterdir()] == [site.name]


@pytest.mark.parametrize("harm", ["strange", "changed", "unmarked", "linked", "plain"])
def test_what_is_not_a_site_of_its_own_is_left_alone(desk: Any, tmp_path: Path, harm: str) -> None:
    site = desk.export(Format.SITE).file
    if harm == "strange":
        (site / "mine.txt").write_text("mine")
    elif harm == "changed":
        (site / "1a.html").write_text("mine")
    elif harm == "unmarked":
        (site / MARKER).unlink()
    elif harm == "linked":
        site.rename(tmp_path / "elsewhere")
        site.symlink_to(tmp_path / "elsewhere")
    else:
        site.rename(tmp_path / "elsewhere")
        site.write_text("mine")
    before = {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()}
    with pytest.raises(InputProblem) as caught:
        desk.export(Format.SITE)
    assert caught.value.problem.file == site
    assert before == {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()}


def test_an_empty_folder_is_filled(desk: Any) -> None:
    (desk.request(Format.SITE).output).mkdir(parents=True)
    assert (desk.export(Format.SITE).file / "index.html").is_file()


def test_a_disk_that_fills_up_leaves_the_older_site(
    desk: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = desk.export(Format.SITE).file
    before = {file: file.read_bytes() for file in site.rglob("*") if file.is_file()}

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("cmalt_tui.export.placing_site.shutil.copyfile", full)
    with pytest.raises(InputProblem) as caught:
        desk.export(Format.SITE)
    assert str(caught.value.problem) == str(not_written(site, OSError(28, "")).problem)
    assert before == {file: file.read_bytes() for file in site.rglob("*") if file.is_file()}
    assert [entry.name for entry in site.parent.iterdir()] == [site.name]
