"""The yardstick: a bare Textual app, one Tree and one TextArea with the keys on the same text."""

import sys
from pathlib import Path

from textual.app import App, ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static, TextArea, Tree


class BareApp(App[None]):
    def compose(self) -> ComposeResult:
        with Horizontal():
            tree: Tree[None] = Tree("portfolio")
            for number in range(14):
                tree.root.add_leaf(f"section {number}")
            tree.root.expand()
            yield tree
            yield TextArea(Path(sys.argv[1]).read_text(encoding="utf-8"))
        yield Static("bare app ready")

    def on_ready(self) -> None:
        self.query_one(TextArea).focus()


if __name__ == "__main__":
    BareApp().run()
