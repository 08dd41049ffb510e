"""The review by line: ``review``, ``why``, ``dismiss``, ``mend``, ``again``, ``fresh`` and more."""

from datetime import date

from cmalt_tui.cli.plain.numbers import one_chosen
from cmalt_tui.cli.plain.session import Session
from cmalt_tui.model.dates import long_date
from cmalt_tui.model.dismissal import Dismissal
from cmalt_tui.model.finding import Finding, Level
from cmalt_tui.plain_text import amount, clean_line
from cmalt_tui.problems import InputProblem
from cmalt_tui.review.reviewing import Sorted
from cmalt_tui.workbench.answered_findings import (
    answer_finding,
    ask_again,
    confirm,
    fix_title,
    mend,
    rule_behind,
)
from cmalt_tui.workbench.examples import open_examples
from cmalt_tui.workbench.freshness_list import freshness_review
from cmalt_tui.workbench.review import review_of
from cmalt_tui.workbench.review_choices import chosen_for_review

_WORDS = {Level.ERROR: "Error", Level.WARNING: "Warning", Level.HINT: "Hint"}
_EVERYTHING = "all"
_HOW = "why NUMBER explains one, dismiss NUMBER REASON answers it."


def review_command(session: Session, rest: str) -> None:
    """Tell what the review finds in this section, in another one, or in all."""
    found = found_in(session, _section(session, rest))
    session.findings = [(finding, None) for finding in found.open]
    _tell(session)
    if found.dismissed:
        session.speak(f"{amount(len(found.dismissed), 'answer')} of yours: dismissed tells them.")


def why_command(session: Session, rest: str) -> None:
    """Say why a finding matters, how it reads when it is well done, and where the rule is from."""
    finding, _ = _chosen(session, rest)
    rule = rule_behind(finding)
    if rule is None:
        raise InputProblem(f"nothing more is known of {finding.rule}")
    session.speak(f"{rule.id}: {rule.why}", f"For example: {rule.example}", f"From: {rule.source}")
    if fix_title(finding):
        session.speak(f"mend does this: {fix_title(finding)}.")


def dismiss_command(session: Session, rest: str) -> None:
    """Say why a finding doesn't hold; it comes back when the text changes."""
    number, _, reason = rest.partition(" ")
    finding, _ = _chosen(session, number)
    answer_finding(session.desk, finding, clean_line(reason), date.today())
    session.save()
    session.speak("Dismissed. It comes back when the text changes; undo takes this back.")


def mend_command(session: Session, rest: str) -> None:
    """Do what can be done about a finding."""
    finding, _ = _chosen(session, rest)
    title = fix_title(finding)
    if not title:
        raise InputProblem("this can only be mended by hand", "Go there: go SECTION/PART.")
    done = mend(session.desk, finding)
    session.save()
    session.speak(f"Done: {title}." if done else "The words are no longer there.")


def dismissed_command(session: Session, rest: str) -> None:
    """Tell what was dismissed, with the reasons."""
    found = found_in(session, _section(session, rest))
    session.findings = list(found.dismissed)
    _tell(session)
    if found.dismissed:
        session.speak("again NUMBER raises one again.")


def again_command(session: Session, rest: str) -> None:
    """Raise a dismissed finding again."""
    _, answer = _chosen(session, rest)
    if answer is None:
        raise InputProblem("this finding is open", "dismissed tells those that are not.")
    ask_again(session.desk, answer)
    session.save()
    session.speak("It is raised again.")


def fresh_command(session: Session, rest: str) -> None:
    """Tell what may be out of date by the day of submission, the stalest first."""
    del rest
    portfolio = session.desk.portfolio
    by = portfolio.submit_by
    session.speak(f"By {long_date(by)}:" if by else "No day of submission is planned; by today:")
    choices = chosen_for_review(session.places)
    fresh = freshness_review(portfolio, session.desk.framework, choices)
    session.findings = [(finding, None) for finding in fresh.found.open]
    _tell(session)
    if fresh.found.open:
        session.speak("still NUMBER notes that one is still true.")


def still_command(session: Session, rest: str) -> None:
    """Note that what a finding asks about is still true today."""
    finding, _ = _chosen(session, rest)
    if not finding.rule.startswith("FRE-"):
        raise InputProblem("only what fresh tells can be still true", "First: fresh.")
    confirm(session.desk, finding, date.today())
    session.save()
    session.speak(f"Still true on {long_date(date.today())}.")


def found_in(session: Session, section_id: str) -> Sorted:
    """What the review finds in a section, or in all if none is named."""
    desk = session.desk
    return review_of(
        desk.portfolio,
        desk.framework,
        open_examples(session.places),
        folder=desk.folder,
        section_id=section_id,
        choices=chosen_for_review(session.places),
    )


def _section(session: Session, named: str) -> str:
    """The section that is named, or the one at hand; none for all."""
    if named.lower() == _EVERYTHING:
        return ""
    return session.named(named).section if named else session.entry.id


def _tell(session: Session) -> None:
    """Tell the findings by number, each in a line or three."""
    for number, (finding, answer) in enumerate(session.findings, 1):
        place = " ".join((finding.section, finding.part)).strip() or "the portfolio"
        session.speak(f"{number}. {_WORDS[finding.level]}, {place}: {finding.message}")
        if finding.quote:
            session.speak(f"   In: {clean_line(finding.quote)}")
        if finding.question:
            session.speak(f"   {finding.question}")
        if answer is not None:
            session.speak(f"   Dismissed on {long_date(answer.on)}: {answer.reason}")
    session.speak(_HOW if session.findings else "Nothing is found.")


def _chosen(session: Session, named: str) -> tuple[Finding, Dismissal | None]:
    if not session.findings:
        raise InputProblem("no finding was told so far", "First: review, or fresh.")
    return session.findings[one_chosen(named, len(session.findings)) - 1]
