"""A plan made out of what was mapped: texts written, words counted, a pathway guessed."""

from collections.abc import Sequence

from cmalt_tui.intake.mapping.evidence import Gathered, gather_evidence
from cmalt_tui.intake.mapping.own_frame import MADE_KINDS
from cmalt_tui.intake.mapping.piece import Piece
from cmalt_tui.intake.mapping.whole import Mapped, map_documents
from cmalt_tui.intake.output.markdown import write_markdown
from cmalt_tui.intake.output.simple_tree import simple_blocks
from cmalt_tui.intake.reading.document import Document, SourceSet
from cmalt_tui.model.framework import Framework
from cmalt_tui.model.import_plan import ImportPlan, Placed, Stripped, Unplaced
from cmalt_tui.model.outline import base_id
from cmalt_tui.model.portfolio import REFLECTION
from cmalt_tui.pandoc import PandocFailed
from cmalt_tui.pandoc.tree import Node, plain_text, walk
from cmalt_tui.plain_text import clean_line, count_words, free_id, slug
from cmalt_tui.problems import InputProblem
from cmalt_tui.progress import Progress, Report

_STEPS = 3


def make_plan(
    sources: SourceSet, framework: Framework, pathway: str | None, report: Report
) -> ImportPlan:
    """Map, gather and write; see `cmalt_tui.intake.planning.plan_import`."""
    report(Progress(0, _STEPS, "Looking for sections"))
    mapped = map_documents(sources.documents, framework)
    report(Progress(1, _STEPS, "Gathering evidence"))
    gathered = gather_evidence(mapped.pieces, sources.documents)
    report(Progress(2, _STEPS, "Writing Markdown"))
    try:
        texts = write_markdown(
            [_simple(piece.blocks, piece.file, gathered) for piece in mapped.pieces]
            + [_simple([one.block], file, gathered) for file, one in mapped.removed]
        )
    except PandocFailed as failed:
        told = clean_line(str(failed))
        raise InputProblem(f"the text can't be written as Markdown: {told}") from failed
    placed, unplaced = _entries(mapped.pieces, texts[: len(mapped.pieces)])
    title = mapped.title or _title(sources.documents, mapped.pieces)
    titles = [one for one in unplaced if _is_title(one, title)]
    report(Progress(_STEPS, _STEPS, "Planned"))
    return ImportPlan(
        framework.id,
        pathway or _fitting_pathway(framework, placed),
        placed,
        tuple(one for one in unplaced if one not in titles),
        (
            *(Stripped("title", one.file, "", one.words) for one in titles),
            *_stripped(mapped, texts[len(mapped.pieces) :], sources.documents),
        ),
        gathered.items,
        (*(one.warning for one in sources.skipped), *gathered.warnings),
        title,
        mapped.author
        or next((document.author for document in sources.documents if document.author), ""),
        skipped=sources.skipped,
        keeps=sources.unpacked,
    )


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
    for piece, text in zip(pieces, texts, strict=True):
        words = _words(piece)
        if not words and not text:
            continue
        if not piece.section:
            heads = "".join(f"### {heading}\n\n" for heading in piece.silent)
            unplaced.append(Unplaced(piece.heading, piece.file, heads + text, words))
            continue
        item, title = "", piece.title
        if piece.part == REFLECTION:
            title = piece.reflection if piece.exact else _reflection_title(piece.reflection)
            here = taken.setdefault(piece.section, set())
            item = free_id(slug(title or REFLECTION, longest=40), here)
            here.add(item)
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
                piece.principles,
                piece.written,
            )
        )
    return tuple(placed), tuple(unplaced)


def _reflection_title(heading: str) -> str:
    """The title of a reflection, where its heading says more than that it is one."""
    bare = heading.strip(" :.*")
    return bare if len(bare.split()) > 2 and "core area" not in bare.casefold() else ""


def _is_title(unplaced: Unplaced, title: str) -> bool:
    """Whether text without a place is nothing but the portfolio's title, which is kept as such."""
    return clean_line(unplaced.heading) == title and unplaced.words == count_words(title)


def _stripped(
    mapped: Mapped, texts: Sequence[str], documents: Sequence[Document]
) -> tuple[Stripped, ...]:
    found = [
        Stripped(
            "front matter", document.file, document.front_matter, count_words(document.front_matter)
        )
        for document in documents
    ]
    for (file, one), text in zip(mapped.removed, texts, strict=True):
        kept = "" if one.kind in MADE_KINDS else text
        found.append(Stripped(one.kind, file, kept, count_words(plain_text(one.block))))
    return tuple(one for one in found if one.words or one.text)


def _fitting_pathway(framework: Framework, placed: Sequence[Placed]) -> str:
    """The pathway whose graded sections are all there, and no others; else the usual one.

    A draft that is not complete says nothing of the pathway: it gets the framework's default
    unless it has a section that the default leaves out.
    """
    used = {base_id(one.section) for one in placed} | {one.section for one in placed}
    fitting = [pathway for pathway in framework.pathways if not pathway.excluded & used]
    complete = [
        pathway
        for pathway in fitting
        if all(asked.id in used for asked in pathway.sections if asked.graded and asked.least)
    ]
    usual = framework.default_pathway
    if complete:
        return max(complete, key=lambda pathway: len(pathway.excluded)).id
    return (usual if usual in fitting or not fitting else fitting[0]).id


def _title(documents: Sequence[Document], pieces: Sequence[Piece]) -> str:
    """The title of the portfolio: one of the first document's that calls itself a portfolio."""
    first = documents[0]
    headings = [plain_text(block["c"][2]) for block in _headers(first.blocks)]
    for title in (*first.titles, *headings):
        if "portfolio" in title.casefold() and len(title.split()) <= 12:
            return clean_line(title)
    placed = any(piece.section for piece in pieces if piece.file == first.file)
    whole = len(documents) == 1 and len({piece.section for piece in pieces}) > 2
    return (
        first.titles[0]
        if first.titles and (whole or not placed) and first.titles[0] != "index"
        else ""
    )


def _headers(blocks: Sequence[Node]) -> list[Node]:
    return [node for node in walk(tuple(blocks)) if node["t"] == "Header"]
