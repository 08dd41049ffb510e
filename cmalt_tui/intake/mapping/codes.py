"""Codes at the start of a heading: ``1a)``, ``1.a``, ``Section 1a:``, ``Core Area 3``, ``a.``."""

import re
from collections.abc import Collection
from dataclasses import dataclass

_WORDS = r"(?:core\s+area|section|criterion|area|part|ca)"
_FULL = re.compile(
    rf"^\s*(?:{_WORDS}\s*)?(?P<number>\d)\s?[.\-]?\s?(?P<letter>[a-e])(?P<mark>\s*[):.\]–—-]+|"
    rf"\s|$)\s*(?P<rest>.*)$",
    re.I,
)
_AREA = re.compile(rf"^\s*{_WORDS}\s*(?P<number>\d)\b\s*[):.–—-]*\s*(?P<rest>.*)$", re.I)
_LETTER = re.compile(r"^\s*\(?(?P<letter>[a-e])\s*[).:]\s*(?P<rest>.*)$", re.I)
_NUMBER = re.compile(r"^\s*\d{1,2}(?:\.\d{1,2})*\s*[).:–—-]?\s+(?P<rest>\S.*)$")
_BARE_NUMBER = re.compile(r"^\s*(?P<number>\d)\s*[).:–—-]\s+(?P<rest>\S.*)$")
_ANYWHERE = re.compile(r"\b(?P<number>\d)\s?\.?(?P<letter>[a-e])\b", re.I)


@dataclass(frozen=True)
class Code:
    """The code of a heading and what stands after it.

    Attributes:
        section: The id of the section that the code names; empty if none.
        area: The number of the area that it names; empty if none.
        rest: The heading without the code.
    """

    section: str = ""
    area: str = ""
    rest: str = ""


def read_code(heading: str, known: Collection[str], area: str = "") -> Code:
    """Read the code at the start of a heading.

    Args:
        heading: The heading as plain text.
        known: Ids of the framework's sections.
        area: The number of the area that the heading stands under, for ``a)`` alone.
    """
    full = _FULL.match(heading)
    if full:
        section = f"{full['number']}{full['letter'].lower()}"
        # "3 a day" has a space on either side and no mark: that is prose.
        tight = re.match(rf"^\s*(?:{_WORDS}\s*)?\d[.\-]?[a-e]", heading, re.I)
        if tight or full["mark"].strip():
            return Code(section if section in known else "", full["number"], full["rest"].strip())
    named = _AREA.match(heading)
    if named:
        return Code("", named["number"], named["rest"].strip())
    letter = _LETTER.match(heading)
    if letter:
        section = f"{area}{letter['letter'].lower()}"
        return Code(section if area and section in known else "", "", letter["rest"].strip())
    numbered = _NUMBER.match(heading)
    return Code(rest=numbered["rest"].strip() if numbered else heading.strip())


def area_number(heading: str) -> str:
    """The number before a title that may be an area's: ``3. The wider context`` → ``3``."""
    found = _BARE_NUMBER.match(heading)
    return found["number"] if found else ""


def code_anywhere(heading: str, known: Collection[str]) -> str:
    """The section whose code stands anywhere in a heading: ``Reflection Core Area 1b`` → ``1b``."""
    for found in _ANYWHERE.finditer(heading):
        section = f"{found['number']}{found['letter'].lower()}"
        if section in known:
            return section
    return ""
