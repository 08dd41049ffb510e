"""The command line: every use case without the screen."""


def main() -> None:
    """Run the command line; the entry point of ``cmalt-tui``."""
    from cmalt_tui.cli.group import cmalt_tui

    cmalt_tui()
