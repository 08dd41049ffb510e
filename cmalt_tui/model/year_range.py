"""Years as people type them: ``2021``, ``>2021``, ``<=2021``, ``2019-2022`` or ``2019..2022``."""

import re
from typing import NamedTuple

_YEARS = r"(?:(>=|<=|>|<)?\s*(\d{4})|(\d{4})\s*(?:-|–|\.\.)\s*(\d{4}))"


class YearRange(NamedTuple):
    """From a year to a year, both included; 0 for no limit on that side."""

    first: int = 0
    last: int = 0


def read_years(typed: str) -> YearRange | None:
    """The years that are meant; None where it can't be told."""
    found = re.fullmatch(_YEARS, typed.strip(), re.ASCII)
    if found is None:
        return None
    sign, year, first, last = found.groups()
    if not year:
        return YearRange(*sorted((int(first), int(last))))
    named = int(year)
    return {
        ">": YearRange(first=named + 1),
        ">=": YearRange(first=named),
        "<": YearRange(last=max(1, named - 1)),
        "<=": YearRange(last=max(1, named)),
    }.get(sign or "", YearRange(named, named))
