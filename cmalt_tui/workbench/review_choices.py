"""What a person chose about the review in the settings: rules that are off, and its bounds."""

from typing import NamedTuple

from cmalt_tui.places import Places
from cmalt_tui.problems import Problem, did_you_mean
from cmalt_tui.review.moves import MoveRules
from cmalt_tui.review.reviewed import Bounds
from cmalt_tui.settings import Settings, load_settings
from cmalt_tui.workbench.xray import own_move_rules


class ReviewChoices(NamedTuple):
    """Choices for every review.

    Attributes:
        rules_off: The ids of the rules that are not run.
        bounds: Where the review draws its lines.
        problems: What the settings name that there is not, and own rules that can't be used.
        move_rules: The rules of the reflection X-ray; None where the person has none of their own.
    """

    rules_off: frozenset[str] = frozenset()
    bounds: Bounds = Bounds()
    problems: tuple[Problem, ...] = ()
    move_rules: MoveRules | None = None


NO_CHOICES = ReviewChoices()


def review_choices(settings: Settings) -> ReviewChoices:
    """Read the choices out of the settings; an id that no rule has is told and passed over."""
    bounds = Bounds(settings.evidence_months, settings.stale_months)
    if not settings.rules_off:
        return ReviewChoices(bounds=bounds)
    from cmalt_tui.review.rules import RULES, rule_of

    known = {rule.id for rule in RULES}
    off, problems = set(), []
    for named in settings.rules_off:
        rule = rule_of(named)
        if rule is not None:
            off.add(rule.id)
        else:
            way_out = did_you_mean(named, known, "cmalt-tui check --help tells the families.")
            problems.append(Problem(f"there is no review rule “{named}”", way_out, key="rules_off"))
    return ReviewChoices(frozenset(off), bounds, tuple(problems))


def chosen_for_review(places: Places) -> ReviewChoices:
    """The choices in the person's settings file."""
    settings, _ = load_settings(places.settings_file)
    choices = review_choices(settings)
    file = places.settings_file
    problems = tuple(one._replace(file=file) for one in choices.problems)
    rules = own_move_rules(places)
    return choices._replace(
        problems=(*problems, *(rules.problems if rules else ())), move_rules=rules
    )
