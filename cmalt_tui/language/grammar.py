"""Grammar by harper, which the extra ``grammar`` brings; without it, nothing is checked.

Harper checks a text in its own code and lets other threads run meanwhile; a checker may be used by
one thread at a time. What it finds most often in British portfolios, and wrongly, is switched off:
spelling is this program's own, commas and dashes are a person's, long sentences are the review's.
"""

import re
from importlib.util import find_spec
from typing import Any

from cmalt_tui.language.doubtful import Doubtful
from cmalt_tui.plain_text import clean_line

INSTALL = "pip install 'cmalt-tui[grammar]'"
_DIALECTS = {"british": "BRITISH", "american": "AMERICAN"}
_KINDS_OFF = frozenset(
    {"Spelling", "Formatting", "Style", "Readability", "Capitalization", "Typo", "Punctuation"}
)
_RULES_OFF = (
    *("SpellCheck", "OxfordComma", "NoOxfordComma", "FrenchSpaces", "Spaces", "LongSentences"),
    *("MassNouns", "CapitalizePersonalPronouns", "SentenceCapitalization", "UseTitleCase"),
    *("CompoundNouns", "DisjointPrefixes", "SplitWords", "OrthographicConsistency", "RoadMap"),
    *("ExpandMemoryShorthands", "ExpandTimeShorthands", "NumericRangeEnDash", "Dashes"),
    *("CondenseAllThe", "CriteriaPhenomena", "MissingTo", "QuantifierNumeralConflict"),
    *("WrongNegative", "WhomSubjectOfVerb"),
)
_LONGEST_LINE = 20_000
_MOST_FIXES = 5


class Grammar:
    """Checks lines of prose; to be used by one thread at a time."""

    def __init__(self, spelling: str) -> None:
        """Build the checker; takes about a second.

        Args:
            spelling: ``british`` or ``american``.
        """
        import harper

        self._checker: Any = harper.Linter(getattr(harper.Dialect, _DIALECTS[spelling]))
        known = self._checker.get_lint_config()
        off = {rule: False for rule in _RULES_OFF if rule in known}
        self._checker.set_lint_config({**known, **off})

    def check_line(self, line: str) -> tuple[Doubtful, ...]:
        """List what may be wrong in a line of Markdown, in order."""
        text = line.strip()
        if not text or len(text) > _LONGEST_LINE:
            return ()
        shift = len(line) - len(line.lstrip())
        found = (
            Doubtful(
                lint.span.start + shift,
                lint.span.end + shift,
                lint.problem_text,
                re.sub(r"`([^`]*)`", r"“\1”", clean_line(lint.message)),
                _fixes(lint),
            )
            for lint in self._checker.lint(text)
            if lint.lint_kind not in _KINDS_OFF
        )
        return tuple(sorted(found))


def _fixes(lint: Any) -> tuple[str, ...]:
    fixes = []
    for suggestion in lint.suggestions[:_MOST_FIXES]:
        fix: str = suggestion.replacement_text
        fixes.append(lint.problem_text + fix if suggestion.kind.name == "INSERT_AFTER" else fix)
    return tuple(dict.fromkeys(fixes))


def has_grammar() -> bool:
    """Whether the extra is installed."""
    return find_spec("harper") is not None
