"""What an archive and a zip for readers are: written by the export, read back by the import."""

PACKAGE_KIND = "cmalt-tui package"
PACKAGE_MANIFEST = "manifest.json"

ARCHIVE_KIND = "cmalt-tui archive"
ARCHIVE_SCHEMA = 1
ARCHIVE_MANIFEST = "archive.json"
ARCHIVE_READ_ME = "READ-ME.txt"
# The files of the portfolio lie below this folder, so that their names meet no others.
ARCHIVE_FOLDER = "portfolio"
# In a name they mean something else on some system, or can't be written at all.
UNFIT_IN_NAMES = frozenset("\\:\x7f") | frozenset(map(chr, range(32)))
MOST_ARCHIVED_FILES = 50_000
MOST_ARCHIVED_BYTES = 2 * 1024**3
