"""What a review is for: writing on, handing in, or showing to everybody."""

from enum import StrEnum


class Purpose(StrEnum):
    """What a review is for, which decides about the rules and levels that only matter then."""

    WRITING = "writing"
    SUBMISSION = "submission"
    PUBLIC = "public"


ALWAYS = frozenset(Purpose)
OWN_EYES = frozenset({Purpose.WRITING, Purpose.SUBMISSION})
"""All but the look for what should not be seen by everybody."""
