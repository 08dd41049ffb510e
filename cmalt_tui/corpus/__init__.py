"""The example corpus: passages of other people's public portfolios, indexed and searched."""

from cmalt_tui.corpus.example_corpus import ExampleCorpus
from cmalt_tui.corpus.passages.cutting import CUTTING, cut_passages, passages_of_portfolio
from cmalt_tui.corpus.passages.leaving_out import Sieve, folded
from cmalt_tui.corpus.passages.origin_file import ORIGIN_FILE, read_origin
from cmalt_tui.corpus.passages.passage_lines import count_lines, read_passages
from cmalt_tui.corpus.sources.file_survey import (
    Survey,
    is_document,
    is_lines,
    is_read,
    leads_out,
    lies_in,
    origin_file_of,
    survey,
)
from cmalt_tui.corpus.sources.source_facts import FACTS_FILE, read_facts
from cmalt_tui.corpus.sources.source_folder import PASSAGES_FILE

__all__ = [
    "CUTTING",
    "FACTS_FILE",
    "ORIGIN_FILE",
    "PASSAGES_FILE",
    "ExampleCorpus",
    "Sieve",
    "Survey",
    "count_lines",
    "cut_passages",
    "folded",
    "is_document",
    "is_lines",
    "is_read",
    "leads_out",
    "lies_in",
    "origin_file_of",
    "passages_of_portfolio",
    "read_facts",
    "read_origin",
    "read_passages",
    "survey",
]
