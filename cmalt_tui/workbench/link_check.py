"""Asks the web whether the links of a portfolio answer, and remembers the answers for a day."""

from collections.abc import Mapping
from datetime import date
from time import time

from cmalt_tui.links import NOT_IN_TIME, USUAL, Limits, RememberedLinks, ask_links
from cmalt_tui.model.framework import Framework
from cmalt_tui.model.link_facts import LinkFacts
from cmalt_tui.model.portfolio import Portfolio
from cmalt_tui.places import Places
from cmalt_tui.progress import Report, unreported
from cmalt_tui.review.reviewed import Reviewed
from cmalt_tui.review.rules.evidence.links_open import web_addresses

# Answers that hold only for somebody who allows private addresses, or who does not, stay apart.
_FILE, _PRIVATE_FILE = "links.json", "links-private.json"


def asked_links(
    portfolio: Portfolio,
    framework: Framework,
    places: Places,
    *,
    section_id: str = "",
    allow_private: bool = False,
    limits: Limits = USUAL,
    report: Report = unreported,
) -> Mapping[str, LinkFacts]:
    """Ask for each address that the texts and the used evidence lead to, once a day at most.

    Args:
        portfolio: The portfolio.
        framework: The framework that it names.
        places: Where answers are remembered.
        section_id: Only the links of this section; empty for all.
        allow_private: Whether addresses inside a network are asked too.
        limits: How long is waited.
        report: Told how far it is; may raise `Cancelled`, and nothing is remembered then.
    """
    wanted = web_addresses(Reviewed(framework, portfolio, date.today(), section_id))
    file = places.cache / (_PRIVATE_FILE if allow_private else _FILE)
    remembered = RememberedLinks(file, time())
    known = {one: facts for one in wanted if (facts := remembered[one]) is not None}
    fresh = ask_links(
        (one for one in wanted if one not in known),
        allow_private=allow_private,
        limits=limits,
        report=report,
    )
    # One that did not answer in time may do so a minute later.
    remembered.remember({one: facts for one, facts in fresh.items() if facts != NOT_IN_TIME})
    return {**known, **fresh}
