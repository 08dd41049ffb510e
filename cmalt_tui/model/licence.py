"""Licences by name: written in one way, and whether they allow a text to be passed on."""

import re

USUAL_LICENCES = {
    "CC BY 4.0": "https://creativecommons.org/licenses/by/4.0/",
    "CC BY-SA 4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
    "CC BY-NC 4.0": "https://creativecommons.org/licenses/by-nc/4.0/",
    "CC0 1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
}
_NEWEST = "4.0"
_NEWEST_ZERO = "1.0"
_SITE = r"https?://(?:www\.)?creativecommons\.org/"
_LONG = (
    ("^creative commons[- ]", "cc "),
    ("attribution", "by"),
    ("non-?commercial", "nc"),
    ("share-?alike", "sa"),
    ("no-?deriv(?:ative)?s?(?: works)?", "nd"),
)


def written_licence(said: str) -> str:
    """Write a licence as the corpus does: ``CC-BY-4.0``, ``cc by 4.0`` → ``CC BY 4.0``.

    A Creative Commons address is read too; one without a version is taken for the newest.

    Args:
        said: As its author wrote it.

    Returns:
        One of the open licences that are known here, or else the words as they came.
    """
    words = " ".join(said.split())
    return _creative_commons(words) or _others(words) or words


def is_open(said: str) -> bool:
    """Whether a licence allows a text to be cut into passages and passed on.

    A licence that forbids derivatives doesn't, and one that isn't known here is not taken to.
    """
    name = written_licence(said)
    return bool(_others(name)) or (bool(_creative_commons(name)) and "ND" not in name)


def licence_at(address: str) -> str:
    """The Creative Commons licence that an address stands for; empty if it stands for none."""
    found = re.match(_SITE, address.strip(), re.I)
    return _creative_commons(address) if found else ""


def _creative_commons(said: str) -> str:
    short = said.strip().lower()
    for long, code in _LONG:
        short = re.sub(long, code, short)
    if re.fullmatch(rf"{_SITE}publicdomain/zero/.*|cc[- ]?(?:zero|0)(?:[- ]?1\.0)?", short):
        return f"CC0 {_NEWEST_ZERO}"
    found = re.fullmatch(
        rf"(?:{_SITE}licenses/|cc[- ])(by(?:[- ](?:nc|sa|nd))*)"
        r"(?:[-/ ]v?(\d\.\d))?(?:/.*| international| unported)?(?: licen[cs]e)?",
        short,
    )
    if not found:
        return ""
    return f"CC {found[1].upper().replace(' ', '-')} {found[2] or _NEWEST}"


def _others(said: str) -> str:
    """Open licences of other makers that portfolios have been seen under."""
    for pattern, name in (
        (r"mit(?: licen[cs]e)?", "MIT"),
        (r"apache(?: licen[cs]e)?[,-]?(?: version)?[ -]2\.0", "Apache-2.0"),
        (r"(?:open government licen[cs]e|ogl)(?: v| version |-uk-| |-)?3(?:\.0)?", "OGL 3.0"),
    ):
        if re.fullmatch(pattern, said, re.I):
            return name
    return ""
