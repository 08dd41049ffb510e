"""The command line: every use case without the screen."""


def main() -> None:
    """Run the command line; the entry point of ``cmalt-tui``.

    The garbage collector rests while modules load: they make many objects and drop none, so that
    every pass of it is lost time. `cmalt_tui.cli.group` wakes it when the command begins.
    """
    import gc
    import sys

    gc.disable()
    try:
        from cmalt_tui.cli.quick_start import opened_quickly

        if opened_quickly(sys.argv[1:]):
            return
        from cmalt_tui.cli.group import cmalt_tui
        from cmalt_tui.cli.streams import prepare_streams

        prepare_streams()
        cmalt_tui()
    except KeyboardInterrupt:  # before a command has begun
        sys.exit(130)
    except OSError as error:  # what the system refuses, and nobody foresaw
        from cmalt_tui.cli.streams import tell_refusal

        tell_refusal(error)
        sys.exit(2)
