"""The links of a portfolio are asked for once a day."""

from dataclasses import replace

from cmalt_tui.links import Limits
from cmalt_tui.model.framework import Framework
from cmalt_tui.model.portfolio import EvidenceItem, EvidenceUse, Portfolio, Section
from cmalt_tui.places import Places
from cmalt_tui.workbench.link_check import asked_links
from tests.links.larkmoor_server import larkmoor

QUICK = Limits(silence=20.0, one_link=20.0, in_all=60.0, pause=0.0)


def test_a_second_look_asks_nothing(places: Places, framework: Framework) -> None:
    with larkmoor() as server:
        item = EvidenceItem("film", "The film", url=f"{server.root}/status/404")
        section = Section(
            "1a",
            description=f"See [the press]({server.root}/press) and [more]({server.root}/press).",
            evidence=(EvidenceUse("film", "All of it."),),
        )
        other = Section("1b", description=f"See [another]({server.root}/other).")
        mine = Portfolio(
            "Mine", "Odo", "cmalt-2019", "cmalt",
            sections={"1a": section, "1b": other}, evidence={"film": item},
        )  # fmt: skip
        of_one = asked_links(
            mine, framework, places, section_id="1a", allow_private=True, limits=QUICK
        )
        assert [facts.told for facts in of_one.values()] == ["answers (200)", "is not found (404)"]
        count = len(server.asked)
        assert (
            asked_links(mine, framework, places, section_id="1a", allow_private=True, limits=QUICK)
            == of_one
        )
        assert len(server.asked) == count
        asked_links(mine, framework, places, allow_private=True, limits=QUICK)
        assert server.asked[count:] == [("HEAD", "/other")]
        refused = asked_links(replace(mine), framework, places, limits=QUICK)
        assert {facts.told for facts in refused.values()} == {
            "leads into a private network, where it was not asked"
        }


def test_no_answer_in_time_is_asked_for_again(places: Places, framework: Framework) -> None:
    with larkmoor() as server:
        mine = Portfolio("Mine", "Odo", "cmalt-2019", "cmalt", sections={
            "1a": Section("1a", description=f"See [it]({server.root}/slow)."),
        })  # fmt: skip
        for _ in range(2):
            limits = QUICK._replace(silence=0.2)
            (facts,) = asked_links(
                mine, framework, places, allow_private=True, limits=limits
            ).values()
            assert facts.told == "did not answer in time"
        assert len(server.asked) == 2
