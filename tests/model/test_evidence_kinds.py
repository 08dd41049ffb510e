"""Kinds are free text; still it can be told whether two are of one sort."""

import pytest

from cmalt_tui.model.evidence_kinds import KINDS, kind_group


@pytest.mark.parametrize(
    ("kind", "group"),
    [
        ("screenshot", "pictures"),
        ("Annotated screenshots of a quiz", "pictures"),
        ("learner feedback", "other people's words"),
        ("minutes", "records"),
        ("Blog posts", "publications"),
        ("policies", "own documents"),
        ("training record", "qualifications"),
        ("puppet theatre", "puppet theatre"),
        ("link", ""),
        ("Web page", ""),
        ("", ""),
        ("…", ""),
    ],
)
def test_a_kind_falls_into_its_group(kind: str, group: str) -> None:
    assert kind_group(kind) == group


def test_every_suggested_kind_has_a_group_of_several() -> None:
    assert all(kind_group(kind) not in ("", kind) for kind in KINDS)
