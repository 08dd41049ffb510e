"""``cmalt-tui corpus``: the examples, other people's public portfolios."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

from cmalt_tui.cli.group import EXIT_FINDINGS, EXIT_STOPPED
from cmalt_tui.cli.speaking import (
    print_json,
    report_to_terminal,
    say,
    show,
    tell_of_settings,
)
from cmalt_tui.frameworks import DEFAULT_FRAMEWORK
from cmalt_tui.model.example_source import AddedSource, LeftOut, SyncedSource, unknown_source
from cmalt_tui.places import personal_places
from cmalt_tui.plain_text import amount
from cmalt_tui.progress import Cancelled
from cmalt_tui.workbench.answers import READING_ONLY
from cmalt_tui.workbench.examples import open_examples


class _CorpusGroup(click.Group):
    """Imports what publishing needs when something is published and not before."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All names."""
        return [*super().list_commands(ctx), "publish"]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name."""
        if cmd_name != "publish":
            return super().get_command(ctx, cmd_name)
        from cmalt_tui.cli.commands.corpus_publish import publish

        return publish


@click.group("corpus", cls=_CorpusGroup)
def command() -> None:
    """Add, list, remove and publish examples: public portfolios, other people's and your own."""


@command.command("add")
@click.argument("sources", nargs=-1)
@click.option("--sample", is_flag=True, help="Add the sample corpus that comes with the program.")
@click.option("--each", is_flag=True, help="Take everything in a folder as a source of its own.")
@click.option("--git", is_flag=True, help="Take the sources as git repositories.")
@click.option("--framework", default=DEFAULT_FRAMEWORK, show_default=True, help="Its id.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.pass_context
def add(
    ctx: click.Context,
    sources: tuple[str, ...],
    sample: bool,
    each: bool,
    git: bool,
    framework: str,
    as_json: bool,
) -> None:
    """Add SOURCES: documents, folders of documents, portfolio folders, JSON Lines files.

    Zip files and folders with many of these work too, and so do the addresses of git repositories
    and of web pages. A source.toml in or beside a source says whose it is. What was added before
    and has not changed since is not read again.
    """
    if not sources and not sample:
        raise click.UsageError("Name a SOURCE, or use --sample.")
    if not all(sources):
        raise click.UsageError("The path is empty.")
    from cmalt_tui.frameworks import load_framework

    places = personal_places()
    tell_of_settings(places)
    examples = open_examples(places, report_to_terminal)
    with _finished_before_a_stop(ctx) as told:
        added = examples.add_samples(report_to_terminal) if sample else ()
        if sources:
            wanted = load_framework(framework, places)
            added += examples.add(
                sources, wanted, report_to_terminal, each=each, git=git, told=told
            )
    if as_json:
        print_json({"schema": 1, "added": [_added_as_json(one) for one in added]})
    else:
        _show_added(added)
    if any(one.problem for one in added):
        ctx.exit(EXIT_FINDINGS)


@command.command("sync")
@click.argument("source_ids", nargs=-1)
@click.option("--web", is_flag=True, help="Ask for web pages again too.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.pass_context
def sync(ctx: click.Context, source_ids: tuple[str, ...], web: bool, as_json: bool) -> None:
    """Bring sources up to date with the places that they were taken from.

    Without SOURCE_IDS all of them, web pages only with --web. What its author has taken out goes;
    what can't be reached stays and is searched.
    """
    places = personal_places()
    tell_of_settings(places)
    with _finished_before_a_stop(ctx) as told:
        synced = open_examples(places, report_to_terminal).sync(
            source_ids, web=web, report=report_to_terminal, told=told
        )
    if as_json:
        print_json({"schema": 1, "synced": [_synced_as_json(one) for one in synced]})
    elif not synced:
        say("Nothing to bring up to date: no source says where it was taken from.")
    else:
        for one in synced:
            _show_synced(one)
    if any(one.problem or any(source.problem for source in one.sources) for one in synced):
        ctx.exit(EXIT_FINDINGS)


@command.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def list_sources(as_json: bool) -> None:
    """List the sources with their authors and licences."""
    places = personal_places()
    tell_of_settings(places)
    sources = open_examples(places, report_to_terminal).sources()
    if as_json:
        rows = [
            {
                "id": source.id,
                "portfolio": source.title,
                "author": source.author,
                "licence": source.licence,
                "reading_only": not source.licence,
                "passages": source.passages,
                "address": source.address,
                **({"problem": str(source.problem)} if source.problem else {}),
            }
            for source in sources
        ]
        print_json({"schema": 1, "sources": rows})
        return
    if not sources:
        say("No examples yet. Add some with: cmalt-tui corpus add SOURCE, or corpus add --sample")
    for source in sources:
        told = (source.title, source.author, source.licence or READING_ONLY, source.address)
        facts = ", ".join(one for one in told if one)
        show(f"{source.id:<32} {amount(source.passages, 'passage'):>16}  {facts}")
        if source.problem:
            say(f"  {source.problem}")


@command.command("remove")
@click.argument("source_ids", nargs=-1, required=True)
def remove(source_ids: tuple[str, ...]) -> None:
    """Remove sources by their ids (see: corpus list)."""
    examples = open_examples(personal_places(), report_to_terminal)
    known = {source.id for source in examples.sources()}
    for source_id in source_ids:
        if source_id not in known:
            raise unknown_source(source_id, known)
    for source_id in source_ids:
        examples.remove(source_id)
        say(f"removed: {source_id}")


@contextmanager
def _finished_before_a_stop(ctx: click.Context) -> Iterator[Callable[[AddedSource], None]]:
    """Take in what is finished; after a stop say that it stays."""
    finished: list[AddedSource] = []
    try:
        yield finished.append
    except (Cancelled, KeyboardInterrupt):
        if not finished:
            raise
        many = "source was" if len(finished) == 1 else "sources were"
        say(f"cmalt-tui: stopped; {len(finished)} {many} finished and can be searched.")
        ctx.exit(EXIT_STOPPED)


def _show_added(added: tuple[AddedSource, ...]) -> None:
    for one in added:
        if one.problem:
            say(f"{one.title}: not added: {one.problem}")
            continue
        told = [amount(one.passages, "passage")] if one.id else []
        told += ["unchanged"] if one.unchanged else []
        told += [f"left out: {_told(one.left_out)}"] if one.left_out else []
        show(f"{one.id or one.title}: {'; '.join(told)}")
        if one.note:
            say(f"  {one.note}")


def _show_synced(synced: SyncedSource) -> None:
    if synced.problem:
        say(f"{synced.address}: not reached, what is there stays: {synced.problem}")
        return
    changed = tuple(one for one in synced.sources if not one.unchanged)
    same = len(synced.sources) - len(changed)
    told = [f"{same} unchanged"] if same else []
    told += [f"{len(synced.gone)} taken out by their author"] if synced.gone else []
    told += [f"{len(changed)} new or changed"] if changed else []
    show(f"{synced.address}: {', '.join(told) or 'nothing there'}")
    for note in dict.fromkeys(one.note for one in synced.sources if one.unchanged and one.note):
        say(f"  {note}")
    _show_added(changed)
    for source_id in synced.gone:
        show(f"{source_id}: gone there, so it is taken out here")


def _told(left_out: tuple[LeftOut, ...]) -> str:
    """What was left out, in words: ``guidance (3 pieces, 210 words), symbolic link (1)``."""
    return ", ".join(
        f"{one.kind} ({one.pieces}, {one.words} words)"
        if one.words
        else f"{one.kind} ({one.pieces})"
        for one in left_out
    )


def _added_as_json(added: AddedSource) -> dict[str, object]:
    return {
        "id": added.id,
        "portfolio": added.title,
        "passages": added.passages,
        "unchanged": added.unchanged,
        "left_out": [one._asdict() for one in added.left_out],
        "problem": added.problem,
        "note": added.note,
    }


def _synced_as_json(synced: SyncedSource) -> dict[str, object]:
    return {
        "address": synced.address,
        "sources": [_added_as_json(one) for one in synced.sources],
        "gone": list(synced.gone),
        "problem": synced.problem,
    }
