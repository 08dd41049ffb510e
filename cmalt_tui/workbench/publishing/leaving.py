"""What leaves a portfolio, or the corpus, when passages are published: worked out, not done."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from cmalt_tui.model.example_source import LeftOut, unknown_source
from cmalt_tui.model.licence import USUAL_LICENCES, is_open, written_licence
from cmalt_tui.model.outline import entries
from cmalt_tui.model.passage import Origin, Passage
from cmalt_tui.model.portfolio import Portfolio, Section
from cmalt_tui.plain_text import clean_line, count_words, slug
from cmalt_tui.problems import InputProblem
from cmalt_tui.workbench.desk import Desk
from cmalt_tui.workbench.examples import Examples
from cmalt_tui.workbench.publishing.personal_details import PersonalDetail, personal_details
from cmalt_tui.workbench.publishing.public_text import public_text

LICENCE_WAY_OUT = f"Say which with --licence, for example one of: {', '.join(USUAL_LICENCES)}."
# Leaves room for the number of a second one.
_LONGEST_ID = 50


@dataclass(frozen=True)
class Leaving:
    """Passages as they would stand in a repository.

    Attributes:
        id: The wanted name of their folder there.
        left_out: What stays here, by kind.
        details: What a person should look at before it leaves.
        home: The folder of the portfolio that it leaves, if it is one's own.
    """

    id: str
    origin: Origin
    passages: tuple[Passage, ...]
    left_out: tuple[LeftOut, ...] = ()
    details: tuple[PersonalDetail, ...] = ()
    home: Path | None = None


def own_passages(desk: Desk, licence: str, author: str = "") -> Leaving:
    """What would leave one's own portfolio, for the audience public.

    Only the texts of sections on the pathway leave: no evidence, notes, inbox, declarations,
    saved examples or parked sections, and nothing that is marked private.

    Args:
        desk: The opened portfolio.
        licence: Under which it is to be published.
        author: Another name than the portfolio's.

    Raises:
        InputProblem: The licence is missing or not open, there is no author, or no text.
    """
    portfolio = desk.portfolio
    author = clean_line(author or portfolio.author)
    if not author:
        raise InputProblem(
            "the portfolio names no author, and a licence asks for one",
            "Name one with --as-author, or in portfolio.toml.",
        )
    from cmalt_tui.corpus import passages_of_portfolio

    counted: Counter[str] = Counter()
    words: Counter[str] = Counter()
    public = _public(desk, counted, words)
    title = public_text(portfolio.title, "the title of the portfolio").text
    origin = Origin(
        portfolio=title or f"Portfolio of {author}",
        author=author,
        licence=_chosen(licence),
        pathway=portfolio.pathway,
        year=date.today().year,
    )
    passages = tuple(passages_of_portfolio(public, origin))
    if not passages:
        raise InputProblem(
            "holds no text that could be published", "Write in it first.", file=desk.folder
        )
    return Leaving(
        slug(f"{title} {author}", longest=_LONGEST_ID),
        origin,
        passages,
        tuple(LeftOut(kind, words[kind], pieces) for kind, pieces in counted.items()),
        personal_details(passages, _people(portfolio)),
        desk.folder,
    )


def passed_on(examples: Examples, source_id: str) -> Leaving:
    """What would leave the corpus when a source of it is passed on, under its own licence.

    Raises:
        InputProblem: There is no such source, it can't be read, or a passage of it may not be
            passed on.
    """
    from cmalt_tui.corpus import PASSAGES_FILE, read_passages

    known = {source.id: source for source in examples.sources()}
    if source_id not in known:
        raise unknown_source(source_id, known)
    source = known[source_id]
    file = examples.folder / source_id / PASSAGES_FILE
    passages = tuple(read_passages(file))
    if not passages:
        raise InputProblem("holds no passage", "Add the source again.", file=file)
    closed = Counter(
        passage.origin.licence for passage in passages if not is_open(passage.origin.licence)
    )
    if closed:
        raise _not_to_be_passed_on(source_id, next(iter(closed)))
    first = passages[0].origin
    origin = replace(first, portfolio=source.title, author=source.author, licence=source.licence)
    return Leaving(source_id, origin, passages, (), personal_details(passages))


def _not_to_be_passed_on(source_id: str, licence: str) -> InputProblem:
    if not licence:
        return InputProblem(
            f"{source_id} can't be passed on: it has no licence, so all rights are reserved: "
            "for reading only",
            "Ask its author for a licence, and add it again with that in its source.toml.",
        )
    return InputProblem(
        f"{source_id} can't be passed on: its licence, {licence}, is no open one that is known",
        "Licences that are: CC BY, CC BY-SA, CC BY-NC, CC BY-NC-SA, CC0, MIT, Apache-2.0, OGL 3.0.",
    )


def _chosen(licence: str) -> str:
    if not licence.strip():
        raise InputProblem("publishing needs a licence", LICENCE_WAY_OUT)
    if not is_open(licence):
        raise InputProblem(
            f"“{clean_line(licence)}” is no licence under which others may pass passages on",
            LICENCE_WAY_OUT,
        )
    return written_licence(licence)


def _public(desk: Desk, counted: Counter[str], words: Counter[str]) -> Portfolio:
    """The portfolio as the public may see it; what is left out is counted on the way."""
    portfolio = desk.portfolio
    shown = {}
    for entry in entries(desk.framework, portfolio):
        written = entry.written
        if entry.broken is not None:
            counted["section that can’t be read"] += 1
        if written.note.strip():
            counted["note"] += 1
            words["note"] += count_words(written.note)
        if entry.parked or entry.is_declaration:
            kind = "parked section" if entry.parked else "declaration"
            if not written.is_empty:
                counted[kind] += 1
                words[kind] += sum(written.words.values())
            continue
        shown[entry.id] = _public_section(written, counted, words)
    for kind, pieces in (
        ("evidence item", len(portfolio.evidence)),
        ("text in the inbox", len(portfolio.inbox)),
        ("saved example of others", len(portfolio.examples)),
    ):
        if pieces:
            counted[kind] += pieces
    return replace(portfolio, sections=shown)


def _public_section(section: Section, counted: Counter[str], words: Counter[str]) -> Section:
    def public(text: str, part: str) -> str:
        made = public_text(text, f"{section.id} {part}")
        counted.update(made.left_out)
        words["private text"] += made.private_words
        return made.text

    return replace(
        section,
        title=public(section.title, "title"),
        description=public(section.description, "description"),
        statement=public(section.statement, "statement"),
        reflections=tuple(
            replace(
                piece, title=public(piece.title, "title"), text=public(piece.text, "reflection")
            )
            for piece in section.reflections
        ),
    )


def _people(portfolio: Portfolio) -> Iterator[str]:
    for item in portfolio.evidence.values():
        yield from item.people
