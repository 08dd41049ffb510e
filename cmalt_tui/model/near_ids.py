"""Finds the id that somebody meant: one slip away, in another case, or without its year."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache


def nearest_id(wanted: str, known: Iterable[str]) -> str:
    """The known id that is nearest to one that isn't known; empty where none is near.

    Near is one letter more, less, other or swapped with its neighbour, another case, or a year in
    front that is left out or added. Asked again for the same ids, it costs next to nothing.
    """
    by_form = _forms(tuple(known))
    return next((by_form[form] for form in _forms_of(wanted) if form in by_form), "")


@lru_cache(maxsize=4)
def _forms(known: tuple[str, ...]) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for item_id in known:
        for form in _forms_of(item_id):
            found.setdefault(form, item_id)
    return found


def _forms_of(item_id: str) -> Iterator[str]:
    """The forms by which two ids can meet, the most certain first: itself, then a letter less.

    Two ids that differ by one slip have a form in common once a letter is left out of each.
    """
    folded = item_id.lower()
    plain = re.sub(r"^\d{4}-", "", folded)
    for whole in dict.fromkeys((folded, plain)):
        yield whole
    if len(plain) > 3:
        for whole in dict.fromkeys((folded, plain)):
            yield from (whole[:at] + whole[at + 1 :] for at in range(len(whole)))
