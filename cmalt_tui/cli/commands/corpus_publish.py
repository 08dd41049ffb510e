"""``cmalt-tui corpus publish``: passages leave for a repository, after they were shown."""

import sys
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

import click

from cmalt_tui.cli.paths import TypedPath
from cmalt_tui.cli.speaking import (
    portfolio_folder,
    print_json,
    report_to_terminal,
    say,
    show,
    tell_of_settings,
)
from cmalt_tui.model.passage import Passage
from cmalt_tui.places import personal_places
from cmalt_tui.plain_text import amount, count_words
from cmalt_tui.problems import InputProblem
from cmalt_tui.workbench.publishing.leaving import Leaving
from cmalt_tui.workbench.publishing.plan import Published, PublishingPlan

_LONGEST_LINE = 72


@click.command("publish")
@click.argument("path", type=TypedPath(), required=False)
@click.option("--to", "target", required=True, help="A repository: its folder or its address.")
@click.option("--licence", default="", help="What others may do with it: CC-BY-4.0 …")
@click.option("--as-author", "author", default="", help="Another name than the portfolio's.")
@click.option(
    "--source", "source_id", default="", help="Pass on this source of the corpus instead."
)
@click.option("--dry-run", is_flag=True, help="Show all texts that would leave, and stop.")
@click.option("--yes", is_flag=True, help="Publish without asking.")
@click.option("--no-push", is_flag=True, help="Commit only.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object; asks nothing.")
def publish(
    path: Path | None,
    target: str,
    licence: str,
    author: str,
    source_id: str,
    dry_run: bool,
    yes: bool,
    no_push: bool,
    as_json: bool,
) -> None:
    """Publish the texts of the portfolio at PATH as passages that others can add.

    Only texts of its sections leave: no evidence, notes, declarations, saved examples, pictures,
    parked sections, and nothing between [[private: and ]]. What would leave is shown first.
    """
    from cmalt_tui.workbench.publishing.plan import plan_publishing
    from cmalt_tui.workbench.publishing.plan import publish as publish_it

    if source_id and (path is not None or licence or author):
        raise click.UsageError("A source keeps its author and licence: name it alone.")
    if not target:
        raise click.UsageError("The path is empty.")
    if as_json and not (yes or dry_run):
        raise click.UsageError("--json asks nothing: use it with --yes or --dry-run.")
    leaving = _leaving(path, licence, author, source_id)
    plan = plan_publishing(leaving, target, personal_places(), report_to_terminal)
    pushes = bool(plan.place.remote) and not no_push
    if dry_run:
        _show_all(plan, pushes, as_json)
        return
    if not as_json:
        for line in _told(plan, pushes):
            say(line)
    if not yes and not _agreed(plan):
        say("Nothing was published.")
        return
    published = publish_it(plan, report_to_terminal, push=not no_push)
    if published.problem:
        done = f"committed in {plan.place.folder}" if published.commit else "nothing new to commit"
        raise InputProblem(f"{done}, but not pushed: {published.problem}".rstrip("."))
    if as_json:
        print_json(
            {**_as_json(plan, pushes), "commit": published.commit, "pushed": published.pushed}
        )
        return
    show(_done(plan, published))


def _leaving(path: Path | None, licence: str, author: str, source_id: str) -> Leaving:
    from cmalt_tui.workbench.publishing.leaving import own_passages, passed_on

    places = personal_places()
    if source_id:
        from cmalt_tui.workbench.examples import open_examples

        tell_of_settings(places)
        return passed_on(open_examples(places), source_id)
    from cmalt_tui.workbench.desk import open_desk

    return own_passages(open_desk(portfolio_folder(path), places), licence, author)


def _agreed(plan: PublishingPlan) -> bool:
    """Ask; where something looks like a personal detail, a whole word has to be typed."""
    if not _can_ask():
        raise InputProblem(
            "nothing was published: nobody is there to be asked",
            "Look at it with --dry-run, then publish with --yes.",
        )
    if not plan.leaving.details:
        return click.confirm("Publish?", default=False, err=True)
    question = "Publish, with the details listed above? Type yes to do it"
    return str(click.prompt(question, default="no", err=True)).strip().lower() == "yes"


def _can_ask() -> bool:
    return sys.stdin is not None and sys.stdin.isatty()


def _told(plan: PublishingPlan, pushes: bool) -> list[str]:
    """What would leave, and last, next to the question, where to and what to look at."""
    leaving, origin = plan.leaving, plan.leaving.origin
    lines = []
    for (section, part), together in groupby(leaving.passages, lambda one: (one.section, one.part)):
        passages = list(together)
        lines.append(f"{section} {part}: {_size(passages)}")
        lines += [*(f"  {_first_line(one)}" for one in passages), ""]
    in_all = _size(leaving.passages)
    lines.append(f"in all {in_all}: {origin.portfolio}, by {origin.author}, {origin.licence}")
    if not plan.is_first:
        lines.append(f"passages: {plan.new} new, {plan.gone} gone, {plan.same} as before")
    stays = ", ".join(f"{one.kind} ({one.pieces})" for one in leaving.left_out)
    lines += [f"stays here: {stays}"] if stays else []
    place = plan.place
    where = f"a new repository, {place.shown}" if place.is_new else place.shown
    lines += [
        *_details(leaving),
        f"to {where}, branch {place.branch}, folder {plan.id}, as {plan.committer}",
        f"then pushed to {place.remote}" if pushes else "not pushed anywhere",
    ]
    return lines


def _details(leaving: Leaving) -> list[str]:
    places: dict[tuple[str, str], list[str]] = {}
    for one in leaving.details:
        places.setdefault((one.kind, one.text), []).append(f"{one.section} {one.part}")
    return [
        f"look at this {kind}: {text} (in {', '.join(where)})"
        for (kind, text), where in places.items()
    ]


def _show_all(plan: PublishingPlan, pushes: bool, as_json: bool) -> None:
    if as_json:
        texts = [
            {"section": one.section, "part": one.part, "title": one.title, "text": one.text}
            for one in plan.leaving.passages
        ]
        print_json({**_as_json(plan, pushes), "texts": texts})
        return
    for passage in plan.leaving.passages:
        show(f"--- {passage.section} {passage.part} {passage.title}".rstrip())
        show(f"{passage.text}\n")
    for line in _told(plan, pushes):
        show(line)
    say("Nothing was published: this was a dry run.")


def _as_json(plan: PublishingPlan, pushes: bool) -> dict[str, object]:
    leaving, origin = plan.leaving, plan.leaving.origin
    return {
        "schema": 1,
        "id": plan.id,
        "portfolio": origin.portfolio,
        "author": origin.author,
        "licence": origin.licence,
        "to": plan.place.shown,
        "branch": plan.place.branch,
        "remote": plan.place.remote if pushes else "",
        "committer": plan.committer,
        "passages": len(leaving.passages),
        "words": _words(leaving.passages),
        "changed": {"new": plan.new, "gone": plan.gone, "same": plan.same},
        "stays": [one._asdict() for one in leaving.left_out],
        "details": [one._asdict() for one in leaving.details],
    }


def _done(plan: PublishingPlan, published: Published) -> str:
    if not published.commit and not published.pushed:
        return f"{plan.id}: nothing to do, it stands there as it is"
    pushed = f", pushed to {plan.place.remote}" if published.pushed else ""
    commit = f", commit {published.commit[:10]}" if published.commit else ""
    return f"{plan.id}: {amount(len(plan.leaving.passages), 'passage')} published{commit}{pushed}"


def _size(passages: Sequence[Passage]) -> str:
    return f"{_words(passages)} words, {amount(len(passages), 'passage')}"


def _words(passages: Sequence[Passage]) -> int:
    return sum(count_words(one.text) for one in passages)


def _first_line(passage: Passage) -> str:
    line = passage.text.split("\n", 1)[0]
    return line if len(line) <= _LONGEST_LINE else f"{line[: _LONGEST_LINE - 1]}…"
