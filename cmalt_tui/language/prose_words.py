"""Finds the words of a line of Markdown that are prose: no addresses, code or names of files."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

# Every repetition is bounded, so that no line takes longer than its length allows.
_NO_PROSE = r"""
  `{1,3}[^`\n]{1,2000}`{1,3}                        # code
| <(?:!--.{0,2000}?--|/?[A-Za-z][^<>\n]{0,500})>    # tags, and addresses in angle brackets
| \[\[[^\[\]\n]{1,500}\]\]                          # references to evidence
| (?<=\])\((?:[^()\n]|\([^()\n]{0,500}\)){0,2000}\) # targets of links
| ^\s{0,3}\[[^\]\n]{1,200}\]:.*                     # where a link is defined below the text
| \b(?:https?://|www\.)\S{1,2000}
| (?<![^\s(<])[\w.+-]{1,64}@[\w.-]{1,255}           # e-mail
| (?<!\w)[@\#]\w{1,100}
| (?<=[\])`}])\{[^{}\n]{0,500}\} | \{[\#.:=][^{}\n]{0,500}\}
| &\#?\w{1,32};
| \b\w{1,64}(?:[./\\]\w{1,64}){0,20}[./\\](?:[a-z]{2,4}|[a-z]\w?)\b(?=[^\w]|$)  # files, hosts
| \b\w{0,100}\d\w{0,100}
"""
_WORD = r"(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)*)"
_PIECE = re.compile(f"{_NO_PROSE}|{_WORD}", re.VERBOSE)
_FENCES = ("```", "~~~")
_SENTENCE_END = frozenset(".!?:…")
_BETWEEN = " \t*_\"'“”‘’()[]>#-–—•|"


class Word(NamedTuple):
    """A word and where it stands in its line.

    Attributes:
        start: Its first character.
        end: The one after its last.
        text: The word.
        begins: Whether a sentence, a heading or an item of a list begins with it.
    """

    start: int
    end: int
    text: str
    begins: bool


def prose_words(line: str) -> Iterator[Word]:
    """List the words of a line that are prose, in order."""
    before = 0
    for piece in _PIECE.finditer(line):
        text = piece["word"]
        if text is not None:
            between = line[before : piece.start()].rstrip(_BETWEEN)
            begins = between[-1] in _SENTENCE_END if between else before == 0
            yield Word(piece.start(), piece.end(), text, begins)
        before = piece.end()


def fenced_rows(lines: Sequence[str]) -> frozenset[int]:
    """Find the rows of blocks of code, which begin and end with a fence."""
    fenced: list[int] = []
    fence = ""
    for row, line in enumerate(lines):
        if fence:
            fenced.append(row)
            fence = "" if line.lstrip().startswith(fence) else fence
        elif line.lstrip().startswith(_FENCES):
            fence = line.lstrip()[:3]
            fenced.append(row)
    return frozenset(fenced)
