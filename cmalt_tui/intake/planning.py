"""Sources and a framework in, a plan out: a place for every word before anything is written."""

from collections.abc import Sequence

from cmalt_tui.intake.mapping.cleaning import clean_blocks, folded, headings_in
from cmalt_tui.intake.mapping.evidence import Gathered, gather_evidence
from cmalt_tui.intake.mapping.part_names import part_of
from cmalt_tui.intake.mapping.placing import Piece, Placing
from cmalt_tui.intake.mapping.reflections import with_quoted_reflections
from cmalt_tui.intake.mapping.sense import Senses
from cmalt_tui.intake.mapping.stretches import cut
from cmalt_tui.intake.output.markdown import write_markdown
from cmalt_tui.intake.output.simple_tree import simple_blocks
from cmalt_tui.intake.reading.document import Document, SourceSet
from cmalt_tui.intake.reading.one import file_title
from cmalt_tui.model.framework import Framework
from cmalt_tui.model.import_plan import ImportPlan, Placed, Stripped, Unplaced
from cmalt_tui.model.outline import base_id
from cmalt_tui.model.portfolio import REFLECTION
from cmalt_tui.pandoc import PandocFailed
from cmalt_tui.pandoc.tree import Node, plain_text
from cmalt_tui.plain_text import clean_line, count_words, slug
from cmalt_tui.problems import InputProblem
from cmalt_tui.progress import Progress, Report, unreported

_BOLD_NAME = 0.85
_PLAIN_NAME = 0.97
_STEPS = 3


def plan_import(
    sources: SourceSet, framework: Framework, pathway: str | None, report: Report = unreported
) -> ImportPlan:
    """Plan an import.

    Args:
        sources: What `read_sources` has read; keep it until the plan has been carried out.
        framework: The framework to whose sections the text goes.
        pathway: A pathway's id; None to take the one that fits the sections found.
        report: Told after each step; may raise `Cancelled`.

    Raises:
        InputProblem: The framework has no such pathway, or pandoc can't write the text.
    """
    if pathway is not None and all(known.id != pathway for known in framework.pathways):
        known_ids = ", ".join(known.id for known in framework.pathways)
        raise InputProblem(
            f"there is no pathway {pathway!r}", f"Pathways: {known_ids}.", key="pathway"
        )
    report(Progress(0, _STEPS, "Looking for sections"))
    pieces, stripped = _placed_pieces(sources.documents, Senses(framework))
    report(Progress(1, _STEPS, "Gathering evidence"))
    gathered = gather_evidence(pieces, sources.documents)
    report(Progress(2, _STEPS, "Writing Markdown"))
    try:
        texts = write_markdown(
            [_simple(piece.blocks, piece.file, gathered) for piece in pieces]
            + [_simple([block], file, gathered) for _, file, block in stripped]
        )
    except PandocFailed as failed:
        raise InputProblem(
            f"the text can't be written as Markdown: {clean_line(str(failed))}"
        ) from failed
    report(Progress(_STEPS, _STEPS, "Planned"))
    placed, unplaced = _entries(pieces, texts)
    return ImportPlan(
        framework.id,
        pathway or _guess_pathway(framework, placed),
        placed,
        unplaced,
        _stripped(stripped, texts[len(pieces) :], sources.documents),
        gathered.items,
        (*sources.warnings, *gathered.warnings),
        _title(sources.documents),
        next((document.author for document in sources.documents if document.author), ""),
    )


def _placed_pieces(
    documents: Sequence[Document], senses: Senses
) -> tuple[list[Piece], list[tuple[str, str, Node]]]:
    titles = {folded(title) for document in documents for title in document.titles}
    headings = frozenset(
        titles.union(*(headings_in(document.blocks) for document in documents)) - {""}
    )
    placing = Placing(senses)
    stripped: list[tuple[str, str, Node]] = []
    for document in documents:
        cleaned = clean_blocks(document.blocks, headings)
        stripped += [(removed.kind, document.file, removed.block) for removed in cleaned.removed]

        def names_a_place(text: str, bold: bool) -> bool:
            if part_of(text):
                return bold or len(text.split()) <= 3
            sense = senses.read(text)
            least = _BOLD_NAME if bold else _PLAIN_NAME
            return sense.asked is not None and sense.score >= least and (bold or sense.by_title)

        stretches = cut(cleaned.blocks, names_a_place)
        placing.place(document.file, document.titles, file_title(document.file), stretches)
    return with_quoted_reflections(placing.pieces), stripped


def _simple(blocks: Sequence[Node], file: str, gathered: Gathered) -> list[Node]:
    return simple_blocks(blocks, lambda address: gathered.addresses.get((file, address), address))


def _words(piece: Piece) -> int:
    return count_words("\n".join([*piece.silent, plain_text(piece.blocks)]))


def _entries(
    pieces: Sequence[Piece], texts: Sequence[str]
) -> tuple[tuple[Placed, ...], tuple[Unplaced, ...]]:
    placed: list[Placed] = []
    unplaced: list[Unplaced] = []
    taken: dict[str, set[str]] = {}
    for piece, text in zip(pieces, texts, strict=False):
        words = _words(piece)
        if not words and not text:
            continue
        if not piece.section:
            unplaced.append(Unplaced(piece.heading, piece.file, text, words))
            continue
        item = ""
        title = piece.title
        if piece.part == REFLECTION:
            title = _reflection_title(piece.reflection)
            item = _free(
                slug(title or "reflection", longest=40), taken.setdefault(piece.section, set())
            )
        placed.append(
            Placed(
                piece.section,
                piece.part,
                item,
                piece.heading,
                piece.file,
                text,
                words,
                piece.confidence,
                title,
            )
        )
    return tuple(placed), tuple(unplaced)


def _reflection_title(heading: str) -> str:
    """The title of a reflection, where its heading says more than that it is one."""
    bare = heading.strip(" :.*")
    return bare if len(bare.split()) > 2 and "core area" not in bare.casefold() else ""


def _free(wanted: str, taken: set[str]) -> str:
    name, number = wanted, 2
    while name in taken:
        name, number = f"{wanted}-{number}", number + 1
    taken.add(name)
    return name


def _stripped(
    stripped: Sequence[tuple[str, str, Node]], texts: Sequence[str], documents: Sequence[Document]
) -> tuple[Stripped, ...]:
    found = [
        Stripped(
            "front matter", document.file, document.front_matter, count_words(document.front_matter)
        )
        for document in documents
        if document.front_matter
    ]
    for (kind, file, block), text in zip(stripped, texts, strict=True):
        found.append(Stripped(kind, file, text, count_words(plain_text(block))))
    return tuple(one for one in found if one.words or one.text)


def _guess_pathway(framework: Framework, placed: Sequence[Placed]) -> str:
    """The pathway that leaves out most and still takes everything that was found."""
    used = {base_id(one.section) for one in placed} | {one.section for one in placed}
    fitting = [pathway for pathway in framework.pathways if not pathway.excluded & used]
    if not fitting:
        return framework.default_pathway.id
    return max(fitting, key=lambda pathway: len(pathway.excluded)).id


def _title(documents: Sequence[Document]) -> str:
    if len(documents) == 1 and documents[0].titles:
        return documents[0].titles[0]
    return ""
