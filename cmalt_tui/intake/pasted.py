"""HTML that somebody pasted, turned into Markdown as the texts of a portfolio have it."""

import json

from cmalt_tui.intake.output.markdown import write_markdown
from cmalt_tui.intake.output.simple_tree import simple_blocks
from cmalt_tui.intake.reading.page import prepare_page
from cmalt_tui.pandoc import PandocFailed, run
from cmalt_tui.problems import InputProblem

_SECONDS = 20.0
_KEPT = ("http:", "https:", "mailto:", "#")


def pasted_html(source: str) -> str:
    """Turn HTML source into Markdown; scripts, styles and addresses that lead nowhere go.

    Raises:
        InputProblem: Pandoc takes too long over it, or it is nested too deeply.
    """
    options = ["-f", "html", "-t", "json"]
    try:
        tree = json.loads(run(options, prepare_page(source).html, time_limit=_SECONDS))
        return write_markdown([simple_blocks(tree["blocks"], _address)])[0].rstrip("\n")
    except (PandocFailed, RecursionError) as failure:
        raise InputProblem(
            "the HTML can't be turned into Markdown", "It stays as it was pasted."
        ) from failure


def _address(address: str) -> str | None:
    return address if address.lower().startswith(_KEPT) else None
