"""Where passages are published: a branch of a repository, and where it goes on to."""

from pathlib import Path
from typing import NamedTuple


class PublishingPlace(NamedTuple):
    """A repository that can be committed to.

    Attributes:
        folder: Where the commit is made; not there yet if ``is_new``.
        shown: What the person named.
        remote: The address that the branch is pushed to; empty if there is none.
        is_ours: Whether the folder is the program's own copy of a repository elsewhere.
        committer: Whom the person's git is set to, ``Name <address>``; empty if it isn't.
    """

    folder: Path
    shown: str
    branch: str = "main"
    remote: str = ""
    is_new: bool = False
    is_ours: bool = False
    committer: str = ""
