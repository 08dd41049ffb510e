"""Plain text from Word, Google Docs or a mail, turned into the Markdown that it means.

Word hands over ``•⇥`` for a bullet and one line a paragraph; a mail breaks lines at 72 columns.
What might be meant as it stands, such as Markdown, verse or a table, is left alone.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby, pairwise

from cmalt_tui.model.inline_marks import inline_marks

_NARROWEST_WRAP, _WIDEST_WRAP = 60, 80
_LONG_PARAGRAPH = 120
_LEVELS = dict.fromkeys("o○◦⚬", 1) | dict.fromkeys("▪■§▫□\uf0a7", 2)
# The soft hyphen, the zero-width space and the word joiner.
_UNSEEN = dict.fromkeys((0x00AD, 0x200B, 0x2060))
_SPACES = dict.fromkeys((0x00A0, 0x2007, 0x202F), " ")


def looks_like_html(text: str) -> bool:
    """Whether a text is the source of a page, or a piece of one: a tag first, and a tag last."""
    text = text.strip()
    if not (text.startswith("<") and text.endswith(">")):
        return False
    return _opening().match(text) is not None and _closing().search(text) is not None


def meant_as_markdown(text: str) -> str:
    """Turn plain text that a word processor or a mail program made into Markdown.

    Args:
        text: What was pasted.

    Returns:
        The same text if nothing in it shows that a program made it that way.
    """
    text = text.translate(_UNSEEN)
    if _markdown().search(text):
        return text
    lines = text.translate(_SPACES).split("\n")
    if any(_bullet().match(line) for line in lines):
        return "\n".join(_parted([_item(line) for line in lines]))
    if _one_line_a_paragraph(lines):
        return "\n".join(_parted([line.strip() for line in lines]))
    if _is_wrapped(lines):
        return "\n".join(_joined(lines))
    return "\n".join(lines)


def _item(line: str) -> str:
    """A line out of a word processor as Markdown: an item, or a paragraph without its tab."""
    found = _bullet().match(line)
    if found is None:
        return _escaped(line.strip().replace("\t", " "))
    tabs = found["indent"].count("\t") + len(found["indent"].replace("\t", "")) // 4
    level = tabs or _LEVELS.get(found["glyph"] or found["plain"] or "", 0)
    mark = f"{found['number']}. " if found["number"] else "- "
    return "    " * level + mark + _escaped(line[found.end() :].strip().replace("\t", " "))


def _escaped(text: str) -> str:
    """Take the meaning from what Markdown would read as a mark."""
    found = inline_marks(text)
    places = {
        place
        for one in found.emphases
        for place in (*range(one.start, one.inner[0]), *range(one.inner[1], one.end))
    }
    places |= {start for start, _ in found.whole if text[start] in "`<"}
    if re.match(r"#{1,6} |>|[-+*] ", text):
        places.add(0)
    return "".join(f"\\{c}" if place in places else c for place, c in enumerate(text))


def _parted(lines: Sequence[str]) -> Iterator[str]:
    """Put a blank line between paragraphs, and none between the items of a list."""
    before = ""
    for line in lines:
        if before and line and not (_is_item(before) and _is_item(line)):
            yield ""
        yield line
        before = line


def _is_item(line: str) -> bool:
    return re.match(r" *(?:- |\d+\. )", line) is not None


def _one_line_a_paragraph(lines: Sequence[str]) -> bool:
    """Whether each line is a paragraph: long ones follow each other with no blank line between."""
    long = [len(line) > _LONG_PARAGRAPH for line in lines]
    return any(one and other for one, other in pairwise(long)) and "" not in lines[:-1]


def _is_wrapped(lines: Sequence[str]) -> bool:
    """Whether a mail program broke the lines.

    It is plain where no line break could have come later: the first word of each line would not
    have fitted on the line before it.
    """
    width = max(map(len, lines))
    if not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
        return False
    breaks = [(one, other) for one, other in pairwise(lines) if one and other]
    if len(breaks) < 2 or any(line[:1].isspace() for line in lines):
        return False
    return all(_does_not_fit(one, other, width) for one, other in breaks)


def _does_not_fit(line: str, following: str, width: int) -> bool:
    return len(line.rstrip()) + 1 + len(following.split()[0]) > width


def _joined(lines: Sequence[str]) -> Iterator[str]:
    for is_text, group in groupby(lines, key=bool):
        if is_text:
            yield " ".join(line.strip() for line in group)
        else:
            yield from group


@cache
def _bullet() -> re.Pattern[str]:
    # "§" and the private-use letter are what Word's Wingdings and Symbol bullets become.
    return re.compile(
        r"(?P<indent>[ \t]*)"
        r"(?:(?P<glyph>[•●○◦⚬▪■▫□‣⁃∙\uf0b7\uf0a7])[ \t]+|(?P<plain>[o§·–—-])\t[ \t]*"
        r"|(?P<number>\d{1,3})[.)]\t[ \t]*)"
    )


@cache
def _markdown() -> re.Pattern[str]:
    return re.compile(r"^(?:#{1,6} |> |```|~~~|\||[-*+] \S|\d+\. )|\]\(\S+\)", re.M)


_TAGS = (
    r"html|head|body|meta|p|div|span|h[1-6]|ul|ol|li|table|tbody|tr|td|a|b|i|strong|em|u|section"
    r"|article|main|blockquote|figure|br|img|style|title|link|google-sheets-html-origin"
)


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(rf"<(?:!doctype html|!--|(?:{_TAGS})(?=[\s>/]))", re.IGNORECASE)


@cache
def _closing() -> re.Pattern[str]:
    return re.compile(rf"</(?:{_TAGS})\s*>", re.IGNORECASE)
