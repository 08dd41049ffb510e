"""The tables of the search index, and the words by which a passage is found through a filter."""

import re
from hashlib import blake2s

from cmalt_tui.corpus.index.database import Database, IndexBroken
from cmalt_tui.corpus.index.matching import ANY
from cmalt_tui.model.passage import Origin

VERSION = 5
# Contentless: what is searched is kept in `passage`, as folded words, where ranking reads it too.
# No column sizes, because bm25 over all matches is what makes FTS5 slow for common words, and
# passages are ranked outside it.
_TABLES = (
    "CREATE TABLE about (generation INTEGER NOT NULL)",
    "INSERT INTO about VALUES (1)",
    "CREATE TABLE source (id INTEGER PRIMARY KEY, name TEXT UNIQUE NOT NULL, stamp TEXT NOT NULL,"
    " first INTEGER NOT NULL, last INTEGER NOT NULL, passages INTEGER NOT NULL,"
    " problem TEXT NOT NULL)",
    "CREATE TABLE origin (id INTEGER PRIMARY KEY, source INTEGER NOT NULL, portfolio TEXT,"
    " author TEXT, url TEXT, licence TEXT, pathway TEXT, sector TEXT, year INTEGER,"
    " passages INTEGER NOT NULL DEFAULT 0)",
    "CREATE INDEX origin_source ON origin (source)",
    "CREATE TABLE passage (id INTEGER PRIMARY KEY, name TEXT UNIQUE NOT NULL, title TEXT,"
    " works TEXT, text TEXT, title_words TEXT, text_words TEXT)",
    # Beside the texts, because counting what is filed where reads many short rows.
    "CREATE TABLE filed (id INTEGER PRIMARY KEY, origin INTEGER NOT NULL, section TEXT NOT NULL,"
    " part TEXT NOT NULL)",
    "CREATE TABLE place (section TEXT, part TEXT, passages INTEGER NOT NULL,"
    " PRIMARY KEY (section, part)) WITHOUT ROWID",
    "CREATE VIRTUAL TABLE words USING fts5 (title, text, tags, content='', columnsize=0,"
    " tokenize='porter unicode61 remove_diacritics 2')",
    "INSERT INTO words (words, rank) VALUES ('hashsize', 33554432)",
    "CREATE TABLE vocabulary (word TEXT PRIMARY KEY, stem TEXT NOT NULL,"
    " passages INTEGER NOT NULL) WITHOUT ROWID",
    "CREATE INDEX vocabulary_stem ON vocabulary (stem)",
    "CREATE INDEX vocabulary_first ON vocabulary (substr(word, 1, 1), passages)",
    "CREATE INDEX vocabulary_second ON vocabulary (substr(word, 2, 1), passages)",
    f"PRAGMA user_version = {VERSION}",
)
# The closing digit of every tag keeps the stemmer from cutting its end off.
ANNOTATED = "works0"
_NO_LETTER_OR_DIGIT = re.compile(r"[\W_]+")


def prepare(database: Database) -> None:
    """Make the tables in an empty file.

    Raises:
        IndexBroken: The file holds something else, or an index of another version.
    """
    if is_ready(database):
        return
    with database.writing():
        if is_ready(database):  # somebody else was quicker
            return
        for statement in _TABLES:
            database.run(statement)


def is_ready(database: Database) -> bool:
    """Whether the tables are there; False for an empty file.

    Raises:
        IndexBroken: The file holds something else, or an index of another version.
    """
    version = database.first("PRAGMA user_version")[0]
    if version == VERSION:
        return True
    if version or database.first("SELECT count(*) FROM sqlite_master")[0]:
        raise IndexBroken(f"version {version}")
    return False


def tags(section: str, part: str, of_origin: str, works: str, title_words: str) -> str:
    """The words under which a passage is filed, so that a filter is one more word to match.

    Args:
        section: The section's id.
        part: The part's name.
        of_origin: What `origin_tags` gives, which many passages share.
        works: What works in it, in a line; empty where nobody has said so.
        title_words: The folded words of the heading.
    """
    filed = [of_origin]
    if section:
        filed.append(tag("section", section))
    if part:
        filed.append(tag("part", part))
    if works:
        filed.append(ANNOTATED)
    if title_words:
        filed += (tag("title", title_words), in_title_tag(title_words))
    return " ".join(filed)


def origin_tags(origin: Origin) -> str:
    """The tags of all passages from one origin."""
    named = (
        ("pathway", origin.pathway),
        ("year", str(origin.year or "")),
        ("author", origin.author),
        ("sector", origin.sector),
        ("licence", origin.licence),
    )
    return " ".join((ANY, *(tag(field, value) for field, value in named if value)))


def tag(field: str, value: str) -> str:
    """The word that stands for a value of a field: readable where values are few and short."""
    if field in ("section", "part", "pathway", "year"):
        return f"{field}{_NO_LETTER_OR_DIGIT.sub('', value.lower())}0"
    return f"{field}{blake2s(value.encode('utf-8', 'replace'), digest_size=6).hexdigest()}0"


def in_title_tag(words: str) -> str:
    """The tags of a passage that has the word, or some words side by side, in its title.

    FTS5 finds words of one column by reading through all columns, which is slow for common
    words; a tag has a list of its own. The stemmer treats it as it treats the word, since
    consonants in front change neither its measure nor its ending.
    """
    return f"zq{words.replace(' ', ' zq')}"
