"""``cmalt-tui plan``: what to do in some hours offline, and whether all it needs is here."""

import math
import textwrap
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from cmalt_tui.cli.group import EXIT_FINDINGS
from cmalt_tui.cli.paths import TypedPath
from cmalt_tui.cli.speaking import portfolio_folder, print_json, show
from cmalt_tui.places import personal_places
from cmalt_tui.workbench.desk import open_desk
from cmalt_tui.workbench.flight_checks import Ready, flight_checks
from cmalt_tui.workbench.flight_plan import MOST_HOURS, FlightPlan, Slot, flight_plan
from cmalt_tui.workbench.next_step import Step
from cmalt_tui.workbench.stepping import steps_of

_WIDTH = 80


@click.command("plan")
@click.argument("path", type=TypedPath(), required=False)
@click.option(
    "--hours",
    type=click.FloatRange(0.5, MOST_HOURS),
    default=8.0,
    show_default=True,
    help="How long there is.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.pass_context
def command(ctx: click.Context, path: Path | None, hours: float, as_json: bool) -> None:
    """Plan some hours offline with the portfolio at PATH, and check that all they need is here.

    The exit code is 1 if something is missing that the plan can't do without.
    """
    if math.isnan(hours):
        # It is neither too small nor too great for a range.
        raise click.BadParameter("nan is no number of hours", ctx, param_hint="--hours")
    places = personal_places()
    desk = open_desk(portfolio_folder(path), places, lock=True)
    try:
        steps = steps_of(desk, places, date.today())
        plan = flight_plan(desk.framework, desk.portfolio, steps, round(hours * 60))
        if as_json:
            ready = tuple(flight_checks(desk, places, plan.texts))
            print_json(_as_json(plan, ready))
        else:
            show("\n".join(_plan_lines(desk.portfolio.title, plan)))
            show("\nBefore you leave")
            found = []
            for one in flight_checks(desk, places, plan.texts):
                found.append(one)
                show("\n".join(_check_lines(one)))
            ready = tuple(found)
    finally:
        desk.close()
    if any(one.needed and not one.ready for one in ready):
        ctx.exit(EXIT_FINDINGS)


def _plan_lines(title: str, plan: FlightPlan) -> Iterator[str]:
    yield from _wrapped(f"{_clock(plan.minutes)} h offline with {title}", "", "")
    yield ""
    for slot in plan.slots:
        yield from _slot_lines(slot)
    if plan.left >= 5:
        yield f"{_clock(plan.minutes - plan.left):>6}           {plan.left} minutes are your own"
    for step in plan.before:
        yield from _wrapped(f"{step.place}: {step.what}", "! before: ", " " * 10)


def _slot_lines(slot: Slot) -> Iterator[str]:
    when = f"{_clock(slot.start):>6}  {slot.minutes:>2} min   "
    if slot.step is None:
        yield f"{when}– break –"
        return
    yield from _wrapped(f"{slot.step.place}: {slot.step.what}", when, " " * len(when))
    at = _named(slot.step)
    told = f"{slot.step.why} · {at}" if at else slot.step.why
    yield from _wrapped(told, " " * len(when), " " * len(when))


def _check_lines(one: Ready) -> Iterator[str]:
    if one.ready:
        yield from _wrapped(f"{one.name}: {one.found}", "✓ ready           ", " " * 18)
        return
    first = "! do this before: " if one.needed else "! if you want it: "
    yield from _wrapped(f"{one.name}: {one.found}", first, " " * 18)
    if one.way_out:
        yield f"{' ' * 18}{one.way_out}"


def _wrapped(text: str, first: str, rest: str) -> list[str]:
    return textwrap.wrap(
        text,
        _WIDTH,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _clock(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02}"


def _named(step: Step) -> str:
    """The place as ``--at`` takes it."""
    address = step.address
    if address is None or not address.section:
        return step.section
    return f"{address.section}/{address.item or address.part}"


def _as_json(plan: FlightPlan, ready: tuple[Ready, ...]) -> dict[str, object]:
    return {
        "schema": 1,
        "minutes": plan.minutes,
        "left": plan.left,
        "slots": [
            {"start": slot.start, "minutes": slot.minutes, **_step_as_json(slot.step)}
            for slot in plan.slots
        ],
        "before": [_step_as_json(step) for step in plan.before],
        "checks": [
            {
                "name": one.name,
                "ready": one.ready,
                "needed": one.needed,
                "found": one.found,
                "way_out": one.way_out,
            }
            for one in ready
        ],
    }


def _step_as_json(step: Step | None) -> dict[str, object]:
    if step is None:
        return {"break": True}
    return {"what": step.what, "place": step.place, "at": _named(step), "why": step.why}
