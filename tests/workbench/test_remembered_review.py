"""A review is remembered until anything changes that it depends on."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from cmalt_tui.model.link_facts import LinkFacts
from cmalt_tui.model.portfolio import EvidenceItem, EvidenceUse, Section
from cmalt_tui.places import Places
from cmalt_tui.review.purpose import Purpose
from cmalt_tui.workbench import remembered_review
from cmalt_tui.workbench.answered_findings import answer_finding
from cmalt_tui.workbench.beginnings import new_portfolio
from cmalt_tui.workbench.desk import Desk, open_desk
from cmalt_tui.workbench.remembered_review import WholeReview, whole_review
from cmalt_tui.workbench.review_choices import NO_CHOICES, ReviewChoices

Review = Callable[..., WholeReview]


@pytest.fixture
def desk(tmp_path: Path, places: Places) -> Desk:
    made = open_desk(new_portfolio(tmp_path / "mine", places, author="Odo Marl"), places)
    item = EvidenceItem("film", "The film", file="files/film.pdf", permission="own")
    section = Section("1a", description="We bound it.", evidence=(EvidenceUse("film", "All."),))
    made.change(made.portfolio.with_evidence(item).with_section(section))
    made.save()
    return made


@pytest.fixture
def made_anew(monkeypatch: pytest.MonkeyPatch) -> list[Purpose]:
    """The purposes of the reviews that were made and not remembered."""
    made: list[Purpose] = []
    real = remembered_review.review_of

    def noted(*asked: object, **more: object) -> object:
        made.append(more["purpose"])  # type: ignore[arg-type]
        return real(*asked, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(remembered_review, "review_of", noted)
    return made


@pytest.fixture
def review(desk: Desk, places: Places) -> Review:
    def now(**asked: object) -> WholeReview:
        meant = {"purpose": Purpose.WRITING, "choices": NO_CHOICES, **asked}
        return whole_review(desk, places, **meant)  # type: ignore[arg-type]

    return now


def test_a_second_review_is_the_first_one(review: Review, made_anew: list[Purpose]) -> None:
    first = review()
    assert first.found.open
    assert review() == first
    assert made_anew == [Purpose.WRITING]


def test_whatever_it_depends_on_makes_it_anew(
    desk: Desk, places: Places, review: Review, made_anew: list[Purpose]
) -> None:
    def write_text() -> None:
        desk.change(desk.portfolio.with_section(Section("1b", description="TODO")))

    def put_file(path: Path) -> Callable[[], None]:
        def put() -> None:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("something")

        return put

    review()
    changes = (
        write_text,
        put_file(desk.folder / "evidence" / "files" / "film.pdf"),
        put_file(places.corpus / "theirs" / "passages.jsonl"),
        put_file(places.own_moves / "mine.toml"),
    )
    for count, change in enumerate(changes, 2):
        change()
        review()
        review()
        assert len(made_anew) == count
    for asked in (
        {"purpose": Purpose.PUBLIC},
        {"rules": ("STR-4",)},
        {"choices": ReviewChoices(frozenset({"STR-4"}))},
        {"links": {"https://larkmoor.example/": LinkFacts(False, "is gone")}},
    ):
        count = len(made_anew)
        review(**asked)
        assert len(made_anew) == count + 1


def test_an_answer_counts_at_once_and_costs_no_review(
    desk: Desk, review: Review, made_anew: list[Purpose]
) -> None:
    from datetime import date

    first = review().found.open[0]
    answer_finding(desk, first, "It stays.", date.today())
    found = review().found
    assert first not in found.open
    assert [finding for finding, _ in found.dismissed] == [first]
    assert len(made_anew) == 1


@pytest.mark.parametrize(
    "content",
    [
        b"", b"[]", b"null", b"\xff", b'{"schema": 2}', b'{"schema": 1, "compared": true}',
        b'{"schema": 1, "compared": true, "findings": [["STR-1"]]}',
        b'{"schema": 1, "compared": true, "findings": [["S", "grave", "", "", "", "", "", "", 0]]}',
        b'{"schema": 1, "compared": true, "findings": [["S", "warn", 7, "", "", "", "", "", 0]]}',
        b'{"schema": 1, "compared": true, "findings": [["S", "warn", "", "", "", "", 0]]}',
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_made_anew(
    places: Places, review: Review, made_anew: list[Purpose], content: bytes
) -> None:
    first = review()
    (file,) = (places.cache / "reviews").iterdir()
    file.write_bytes(content)
    assert review() == first
    assert len(made_anew) == 2
    assert json.loads(file.read_bytes())["findings"]


def test_only_the_newest_are_kept_and_a_cache_that_refuses_is_no_fault(
    desk: Desk, places: Places, review: Review
) -> None:
    review()
    folder = places.cache / "reviews"
    for number in range(30):
        old = folder / f"{number:032}.json"
        old.write_text("{}")
        os.utime(old, (number, number))
    review(rules=("STR-4",))
    assert len(list(folder.iterdir())) == 20
    assert not (folder / f"{0:032}.json").exists()
    assert review(rules=("STR-4",)).found == review(rules=("STR-4",)).found
    elsewhere = places._replace(cache=desk.folder / "portfolio.toml")
    meant = {"purpose": Purpose.WRITING, "choices": NO_CHOICES}
    assert whole_review(desk, elsewhere, **meant) == review()  # type: ignore[arg-type]
