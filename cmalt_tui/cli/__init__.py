"""The command line: every use case without the screen."""


def main() -> None:
    """Run the command line; the entry point of ``cmalt-tui``.

    The garbage collector rests while modules load: they make many objects and drop none, so that
    every pass of it is lost time. `cmalt_tui.cli.group` wakes it when the command begins.
    """
    import gc

    gc.disable()
    from cmalt_tui.cli.group import cmalt_tui

    cmalt_tui()
