"""What is filled in about an item is taken over field by field; what can't be used is said."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from cmalt_tui.model.portfolio import EvidenceItem
from cmalt_tui.workbench.item_form import FIELDS, filled_in, read_form

ITEM = EvidenceItem(
    "glue-list", "List of glues", "list", date(2026, 3, 1), people=("Odo", "Ilse"), sha256="a" * 64
)


def test_every_field_of_an_item_but_its_id_and_fingerprint_can_be_filled_in() -> None:
    named = {field.name for field in FIELDS}
    assert named == set(vars(ITEM)) - {"id", "sha256"}
    assert set(filled_in(ITEM)) == named


def test_nothing_changes_where_nothing_was_changed(tmp_path: Path) -> None:
    odd = replace(ITEM, url="ftp://odd", file="../gone.pdf", permission="own")
    assert read_form(tmp_path, odd, filled_in(odd)) == (odd, {})


def test_what_was_filled_in_is_taken_over(tmp_path: Path) -> None:
    typed = {
        **filled_in(ITEM),
        "title": "  Glues \x1b[2J",
        "date": "2025-01-02",
        "people": " Odo , , Ilse Quillfeather",
        "permission": "Granted",
        "url": "https://larkmoor.example/glue",
    }
    item, faults = read_form(tmp_path, ITEM, typed)
    assert faults == {}
    assert (item.title, item.date) == ("Glues", date(2025, 1, 2))
    assert item.people == ("Odo", "Ilse Quillfeather")
    assert (item.permission, item.url) == ("granted", "https://larkmoor.example/glue")
    assert item.sha256 == ITEM.sha256


@pytest.mark.parametrize(
    ("name", "typed", "told"),
    [
        ("title", " ", "title"),
        ("date", "March", "2026-03-14"),
        ("permission", "perhaps", "anonymised"),
        ("url", "javascript:alert(1)", "https://"),
        ("file", "../../etc/passwd", "outside"),
        ("file", "files/gone.pdf", "no such file"),
    ],
)
def test_what_can_not_be_used_is_said_and_the_rest_is_taken(
    tmp_path: Path, name: str, typed: str, told: str
) -> None:
    item, faults = read_form(tmp_path, ITEM, {**filled_in(ITEM), name: typed, "kind": "table"})
    assert list(faults) == [name] and told in faults[name]
    assert item == replace(ITEM, kind="table")


def test_another_file_has_another_fingerprint(tmp_path: Path) -> None:
    (tmp_path / "evidence" / "files").mkdir(parents=True)
    (tmp_path / "evidence" / "files" / "new.pdf").write_text("new")
    item, faults = read_form(tmp_path, ITEM, {**filled_in(ITEM), "file": "files/new.pdf"})
    assert faults == {} and (item.file, item.sha256) == ("files/new.pdf", "")
