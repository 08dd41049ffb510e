"""Lets ``python -m cmalt_tui`` do what the ``cmalt-tui`` command does."""

from cmalt_tui.cli import main

if __name__ == "__main__":
    main()
