"""Licences are told apart by name, however they are written."""

import pytest

from cmalt_tui.model.licence import is_open, licence_at, written_licence


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("CC-BY-4.0", "CC BY 4.0"),
        ("cc  by-nc-sa 3.0", "CC BY-NC-SA 3.0"),
        ("CC BY", "CC BY 4.0"),
        ("https://creativecommons.org/licenses/by-sa/2.0/uk/", "CC BY-SA 2.0"),
        ("Creative Commons Attribution-NonCommercial 4.0 International", "CC BY-NC 4.0"),
        ("CC0-1.0", "CC0 1.0"),
        ("https://creativecommons.org/publicdomain/zero/1.0/deed.en", "CC0 1.0"),
        ("mit", "MIT"),
        ("OGL v3.0", "OGL 3.0"),
    ],
)
def test_an_open_licence_has_one_name(said: str, name: str) -> None:
    assert written_licence(said) == name
    assert is_open(said)


@pytest.mark.parametrize(
    "said",
    [
        "",
        "all rights reserved",
        "not CC BY 4.0",
        "CC BY-ND 4.0",
        "CC0 but ask me",
        "CC BYE",
        "permit",
    ],
)
def test_what_is_no_open_licence_is_not_taken_for_one(said: str) -> None:
    assert not is_open(said)


def test_only_an_address_of_creative_commons_is_a_licence() -> None:
    assert licence_at("http://creativecommons.org/licenses/by-nc-nd/4.0/") == "CC BY-NC-ND 4.0"
    assert licence_at("https://creativecommons.org/about/") == ""
    assert licence_at("https://example.org/?creativecommons.org/licenses/by/4.0/") == ""
