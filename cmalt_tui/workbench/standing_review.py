"""Where an opened portfolio stands and stood: by the facts at once, and after a review."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from cmalt_tui.model.finding import Finding
from cmalt_tui.model.portfolio import Portfolio
from cmalt_tui.places import Places
from cmalt_tui.review.reviewed import Norm
from cmalt_tui.workbench.desk import Desk
from cmalt_tui.workbench.progress_record import ProgressDay, day_of, note_progress, noted_days
from cmalt_tui.workbench.standing import NO_NORMS, Standing, standing_of


class Seen(NamedTuple):
    """Where a portfolio stands, and where it stood.

    Attributes:
        days: How far it was on the days that were noted, with today as it is now.
        found: The open findings; None where no review ran yet.
    """

    standing: Standing
    days: tuple[ProgressDay, ...]
    found: tuple[Finding, ...] | None


def standing_by_facts(
    desk: Desk,
    places: Places,
    portfolio: Portfolio,
    today: date,
    found: Sequence[Finding] | None = None,
    norms: Mapping[tuple[str, str], Norm] = NO_NORMS,
) -> Seen:
    """Sum up where a portfolio stands without reading its texts.

    Args:
        desk: The opened portfolio.
        places: The person's folders.
        portfolio: As it stands.
        today: The day to count from.
        found: The open findings of the last review, if one ran.
        norms: Lengths in the example corpus, by section and part.
    """
    now = day_of(desk.framework, portfolio, desk.folder, today, found)
    days = [one for one in noted_days(places, desk.folder) if one.day != today]
    standing = standing_of(desk, places, portfolio, today, found, norms)
    in_order = sorted([*days, now], key=lambda one: one.day)
    return Seen(standing, tuple(in_order), None if found is None else tuple(found))


def standing_by_review(
    desk: Desk,
    places: Places,
    portfolio: Portfolio,
    today: date,
    found: Sequence[Finding],
    norms: Mapping[tuple[str, str], Norm] = NO_NORMS,
) -> Seen:
    """Sum up where a portfolio stands after a full review, and note it as today's progress.

    Args:
        desk: The opened portfolio.
        places: The person's folders.
        portfolio: As it was reviewed.
        today: The day to count from.
        found: The open findings.
        norms: Lengths in the example corpus, by section and part.
    """
    note_progress(places, day_of(desk.framework, portfolio, desk.folder, today, found))
    return standing_by_facts(desk, places, portfolio, today, found, norms)
