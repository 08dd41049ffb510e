"""What the README shows is what the program does."""

import re
from pathlib import Path

from cmalt_tui.cli.listing import LISTED
from cmalt_tui.workbench.key_list import keys_as_markdown

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_key_table_is_the_one_that_the_program_makes() -> None:
    shown = README.split("<!-- keys -->\n")[1].split("<!-- end of keys -->")[0]
    assert shown.strip() == keys_as_markdown().strip(), "make it afresh: cmalt-tui keys --markdown"


def test_every_command_that_it_names_exists() -> None:
    named = set(re.findall(r"cmalt-tui ([a-z]+)\b", README))
    assert named - {"my"} <= set(LISTED)


def test_its_pictures_and_files_are_there() -> None:
    targets = re.findall(r"\]\(([^)#]+)\)", README)
    assert targets
    assert [target for target in targets if not (ROOT / target).exists()] == []
