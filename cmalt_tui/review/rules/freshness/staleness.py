"""Everything that may be out of date by the day of submission, the stalest first."""

from cmalt_tui.review.reviewed import Reviewed
from cmalt_tui.review.rules.freshness import (
    days_gone_by,
    laws_and_policies,
    old_pieces,
    products_and_versions,
    roles,
    words_about_now,
)
from cmalt_tui.review.rules.freshness.stale import FindStale, Stale

_KINDS: tuple[FindStale, ...] = (
    words_about_now.stale,
    products_and_versions.stale,
    laws_and_policies.stale,
    roles.stale,
    days_gone_by.stale,
    old_pieces.stale,
)


def staleness(reviewed: Reviewed) -> tuple[Stale, ...]:
    """List what may be stale, with its age where that is known: the oldest first.

    What has no age comes last, in the order of the rules and of the text.
    """
    found = [one for find in _KINDS for one in find(reviewed)]
    return tuple(sorted(found, key=lambda one: 1 if one.months is None else -one.months))
