"""The example corpus: passages of other people's public portfolios, indexed and searched."""

from cmalt_tui.corpus.example_corpus import ExampleCorpus
from cmalt_tui.corpus.passages.cutting import cut_passages, passages_of_portfolio
from cmalt_tui.corpus.passages.origin_file import ORIGIN_FILE, read_origin
from cmalt_tui.corpus.passages.passage_lines import read_passages

__all__ = [
    "ORIGIN_FILE",
    "ExampleCorpus",
    "cut_passages",
    "passages_of_portfolio",
    "read_origin",
    "read_passages",
]
