"""The example corpus: what it holds, and the passages of others that fit what one looks for."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from time import perf_counter

from cmalt_tui.corpus.index import stored
from cmalt_tui.corpus.index.part_lengths import PartLengths
from cmalt_tui.corpus.index.passage_index import PassageIndex
from cmalt_tui.corpus.passages.whole_passages import made_whole
from cmalt_tui.corpus.search import completion, facets, searching, similar
from cmalt_tui.corpus.sources.source_folder import SourceFolder
from cmalt_tui.model.example_source import AddedSource, SourceSummary, TakenFrom, unknown_source
from cmalt_tui.model.facets import Completion, Facets
from cmalt_tui.model.overlap import Overlap
from cmalt_tui.model.passage import Answer, Origin, PartLength, Passage, SearchFilter
from cmalt_tui.plain_text import clean_line
from cmalt_tui.problems import InputProblem
from cmalt_tui.progress import Report, unreported

ANYWHERE = SearchFilter()


class ExampleCorpus:
    """Public portfolios of others, cut into passages, kept in plain files and searched by an index.

    The files are the truth; the index can be thrown away at any time and is made again. Any
    thread may call any method; other processes may add and search at the same time.
    """

    def __init__(self, folder: Path, index_folder: Path, report: Report = unreported) -> None:
        """Use a corpus; nothing is read or written yet.

        Args:
            folder: A folder a source, with ``passages.jsonl`` and ``source.json``.
            index_folder: Where the index lives, under a name that belongs to ``folder`` alone.
            report: Told how far the index is, in the thread of any question that finds it gone,
                of another version or behind; may raise `Cancelled`, which that question raises.
        """
        self._folder = SourceFolder(folder)
        self._index = PassageIndex(self._folder, index_folder, report)
        self._lengths = PartLengths()

    def add(
        self,
        source_id: str,
        origin: Origin,
        passages: Iterable[Passage],
        report: Report = unreported,
        taken: TakenFrom | None = None,
    ) -> AddedSource:
        """Add a source, or replace the one with the same id; searches see all of it or nothing.

        Args:
            source_id: Lower-case letters, digits and hyphens; the name of its folder.
            origin: Where it comes from; fills in what a passage's own origin leaves open.
            passages: In order. An id that is empty or taken is replaced by one that is unique.
            report: Told how many are done; raising `Cancelled` leaves everything as it was.
            taken: What it was read from, so that it can be brought up to date.

        Raises:
            InputProblem: The id is no folder name, there are no passages, a passage can't be
                read, or the disk can't be written.
        """
        with self._folder.adding(source_id, origin, taken) as draft:
            count = self._index.replace(source_id, draft, made_whole(passages, origin), report)
        return AddedSource(source_id, origin.portfolio, count)

    @property
    def is_empty(self) -> bool:
        """Whether there is no source; told without opening the index or any file."""
        return not self._folder.state()

    def sources(self) -> tuple[SourceSummary, ...]:
        """All sources by id; one that can't be read is listed with its problem."""
        known = self._index.read(lambda database, _: stored.sources_of(database))
        summaries = []
        for name, (passages, problem, first) in sorted(known.items()):
            told, taken = self._folder.facts(name)
            origin = told or first or Origin(name)
            summaries.append(
                SourceSummary(
                    name,
                    origin.portfolio,
                    origin.author,
                    origin.licence,
                    passages,
                    problem,
                    taken.address if taken else "",
                )
            )
        return tuple(summaries)

    def taken(self) -> dict[str, TakenFrom]:
        """What each source was read from, by its id, where that is known."""
        return self._folder.taken()

    def is_own(self, source_id: str) -> bool:
        """Whether the account that asks put the source into a folder that it may share."""
        return self._folder.is_own(source_id)

    def note(self, source_id: str, taken: TakenFrom) -> None:
        """Note anew what a source was read from; its passages stay as they are.

        Raises:
            InputProblem: It can't be written.
        """
        self._folder.note(source_id, taken)

    def remove(self, source_id: str) -> None:
        """Delete a source with all its passages.

        Raises:
            InputProblem: There is none with that id, or it can't be deleted.
        """
        known = self._folder.state()
        if source_id not in known:
            raise unknown_source(source_id, known)
        self._folder.remove(source_id)
        self._index.refresh(unreported)

    def search(self, query: str, limit: int = 20, only: SearchFilter = ANYWHERE) -> Answer:
        """Find passages by words, as they are typed; meant to be called at every key.

        All words have to be there, in any of their forms; the last one may be unfinished.
        ``"Words in quotes"`` have to stand side by side, ``'this`` has to be there in that very
        spelling, and what follows a ``-`` may not be there. ``section:1a``, ``part:reflection``,
        ``path:senior``, ``author:rowan``, ``year:>2021``, ``sector:college`` and
        ``licence:cc-by`` limit the search; all of it is listed in `cmalt_tui.model.query_help`.
        A word that the corpus doesn't know is taken for the nearest ones that it knows
        (`Answer.corrected`): no slip is forgiven up to 4 letters, one up to 8, else two; or for
        those that it begins. Compounds are found in one word, in two and with a hyphen. Where
        no passage holds all of it, words that are in more than a fifth of all passages needn't
        be there, and then those are found that hold most of it, by weight; five telling words or
        more are a sentence, which is answered so at once. The words that the best one lacks are
        named (`Answer.dropped`); exclusions, fields and exact spellings are never given up.
        Nothing that is typed is an error.

        Exact forms come before corrected ones, where all words are held; then passages with the
        very words side by side, a heading that is just these, the words side by side in other
        forms, all of them in the heading; then bm25, with a little for closeness.

        Args:
            query: What was typed. Beyond 1,000 characters or 24 words it is cut.
            limit: How many hits at most.
            only: A filter set beside the line; a filter typed in the query wins over it.

        Returns:
            The hits, best first. ``total`` is counted up to 1,000: that number means "1,000 or
            more". Where words were dropped, it counts the passages with any of the rarer words.
            A query of filters and exclusions alone lists what they let through. Passages with
            nearly the same text are listed once (`Hit.also`), and counted each.
        """
        began = perf_counter()
        answer = self._index.read(
            lambda database, vocabulary: searching.search(database, vocabulary, query, limit, only)
        )
        return replace(answer, took_ms=(perf_counter() - began) * 1000)

    def facets(self, query: str, only: SearchFilter = ANYWHERE) -> Facets:
        """Count how the passages that fit a query are spread over sections, years and so on.

        The query is understood as `search` does, with the same corrections and the same words
        left out. A field that the query itself limits, typed or beside the line, is counted as
        if it alone were not limited: its counts say what switching to another value would give.

        Args:
            query: What was typed; empty for the whole corpus.
            only: A filter set beside the line.

        Returns:
            All values that occur, the most frequent first. At most 20,000 passages are counted,
            unless nothing at all limits: then all are.
        """
        return self._index.read(
            lambda database, vocabulary: facets.facets(database, vocabulary, query, only)
        )

    def completions(self, query: str, cursor: int) -> tuple[Completion, ...]:
        """Say how what stands at the cursor could go on: at most eight ways, the likeliest first.

        After ``author:`` and the like come the values that the corpus has, with the number of
        passages in the whole corpus; for two letters or more, names of fields; for three or
        more, words of the corpus.

        Args:
            query: The line as it is.
            cursor: How many characters stand before the cursor.
        """
        return self._index.read(
            lambda database, vocabulary: completion.completions(database, vocabulary, query, cursor)
        )

    def for_section(self, section: str, part: str = "", text: str = "", limit: int = 20) -> Answer:
        """Find examples for the section that is being written, with nothing typed.

        Passages of the same section and part come in the order of the rare words that they share
        with the text; then, and where nothing has been written yet, those that somebody has
        annotated, then others. Where there are none for the part, the whole section counts,
        and where there are none for the section, the whole corpus.

        Args:
            section: The section's id; a numbered repeat stands for all of its kind.
            part: ``description``, ``reflection`` …; empty for any.
            text: What has been written so far; Markdown.
            limit: How many hits at most.
        """
        began = perf_counter()
        answer = self._index.read(
            lambda database, vocabulary: similar.examples(
                database, vocabulary, section, part, text, limit
            )
        )
        return replace(answer, took_ms=(perf_counter() - began) * 1000)

    def like(self, passage_id: str, limit: int = 20) -> Answer:
        """Find more like a passage: those that share most of the words that tell it apart.

        They may be of any section; the same part comes a little before others. The passage itself
        is left out.

        Raises:
            InputProblem: There is no such passage.
        """
        began = perf_counter()
        answer = self._index.read(
            lambda database, vocabulary: similar.like(database, vocabulary, passage_id, limit)
        )
        if answer is None:
            raise _no_passage(passage_id)
        return replace(answer, took_ms=(perf_counter() - began) * 1000)

    def lengths(self) -> tuple[PartLength, ...]:
        """How many words each portfolio has in each part of each section, where both are known."""
        return self._index.read(lambda database, _: self._lengths.of(database))

    def section_of(self, passage_id: str) -> tuple[Passage, ...]:
        """The whole section that a passage was cut from, in order, for reading on.

        Raises:
            InputProblem: There is no such passage.
        """
        found = self._index.read(lambda database, _: stored.section_of(database, passage_id))
        if not found:
            raise _no_passage(passage_id)
        return tuple(found)

    def overlaps(
        self,
        text: str,
        own: Origin | None = None,
        allowed: tuple[str, ...] = (),
        report: Report = unreported,
    ) -> tuple[Overlap, ...]:
        """Find where a text has the words of a passage, or says the same in nearly its words.

        Six or more words in a row are found, two of which at least tell what it is about; none
        is missed but those with a word of more than 40 letters. Then close paraphrases, of
        sentences with five telling words or more; how many are found, and how many are none, is
        told in `cmalt_tui.corpus.search.overlap.paraphrases`. Quotations with their source, and
        those beside which the author or the portfolio is named, are left out. What was found for
        a paragraph is remembered until the corpus changes.

        Args:
            text: Markdown, cleaned.
            own: Title and author of the text's own portfolio. Passages of the same author are
                one's own; where no author is named, those with the same title and no author.
            allowed: Texts that anybody may repeat, such as the titles of the sections.
            report: Told several times a second; may raise `Cancelled`.

        Returns:
            The overlaps in the order of the text; of several passages with the same words, one.
        """
        return self._compared(self._index.read, text, own, allowed, report)

    @cached_property
    def _compared(self) -> Callable[..., tuple[Overlap, ...]]:
        # Loaded when it is first asked: a search does without it.
        from cmalt_tui.corpus.search.overlap.guard import OverlapGuard

        return OverlapGuard().overlaps


def _no_passage(passage_id: str) -> InputProblem:
    return InputProblem(
        f'there is no passage "{clean_line(passage_id)}" in the example corpus',
        "It may have been removed: search again.",
    )
