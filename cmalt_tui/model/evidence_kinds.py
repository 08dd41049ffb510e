"""Kinds of evidence that people name, the groups they fall into, and what permission can be."""

import re
from functools import lru_cache

PERMISSIONS = ("own", "granted", "asked", "anonymised", "needed")

# What people call a thing, by what sort of proof it is to a reader. The sorts follow what the
# CMALT guidelines suggest as evidence. A kind that says nothing about its content, such as
# "link" or "file", is left out on purpose.
_GROUPS: dict[str, tuple[str, ...]] = {
    "own documents": (
        "report", "options paper", "proposal", "plan", "design", "needs analysis", "guide",
        "lesson plan", "specification", "job description", "case study", "handbook",
        "training materials", "reflection", "strategy", "policy", "standard", "form",
    ),
    "other people's words": (
        "testimonial", "feedback", "survey", "peer review", "reference", "letter", "interview",
        "statement",
    ),
    "records": (
        "minutes", "notes", "log", "email", "agenda", "meeting record", "ticket", "thread",
        "timetable",
    ),
    "qualifications": (
        "certificate", "fellowship", "qualification", "membership", "badge", "award", "course",
        "training record",
    ),
    "pictures": ("screenshot", "photo", "picture", "image", "diagram", "chart", "poster", "map"),
    "recordings": ("video", "audio", "recording", "film", "podcast", "webinar", "screencast"),
    "numbers": ("data", "statistics", "spreadsheet", "analytics", "evaluation"),
    "publications": (
        "publication", "paper", "article", "blog post", "slides", "talk", "presentation", "book",
        "chapter", "newsletter", "press",
    ),
    "things made": (
        "course page", "website", "tool", "software", "resource", "module", "template", "app",
        "repository", "prototype",
    ),
}  # fmt: skip
KINDS = (
    "report", "options paper", "screenshot", "slides", "testimonial", "feedback", "survey",
    "minutes", "certificate", "policy", "plan", "guide", "course page", "data", "video",
    "publication", "blog post", "diagram", "photo", "email", "letter", "design", "evaluation",
    "website",
)  # fmt: skip
_GROUP_OF = {kind: group for group, kinds in _GROUPS.items() for kind in kinds}
_WORDS = frozenset(word for kind in _GROUP_OF for word in kind.split())


@lru_cache(maxsize=500)
def kind_group(kind: str) -> str:
    """The sort of proof that a kind is: ``pictures`` for a screenshot.

    Kinds are free text, so the longest known kind in it decides, or else its last word:
    "annotated screenshots of a quiz" is a picture, "learner feedback" other people's words.

    Args:
        kind: As a person or an import wrote it.

    Returns:
        The group; the kind itself in lower case where it is none of the known; empty where the
        kind tells nothing about its content (``link``, ``file``, ``document``).
    """
    words = [_singular(word) for word in re.findall(r"[^\W_]+", kind.lower())]
    if not words or words in (["link"], ["file"], ["document"], ["web", "page"], ["item"]):
        return ""
    for length in range(len(words), 0, -1):
        for start in range(len(words) - length + 1):
            named = " ".join(words[start : start + length])
            if named in _GROUP_OF:
                return _GROUP_OF[named]
    return " ".join(words)


def _singular(word: str) -> str:
    """A word as the table has it, without or with the ending of a plural."""
    forms = (word, f"{word}s", word.removesuffix("s"), re.sub("ies$", "y", word))
    return next((form for form in forms if form in _WORDS), word)
