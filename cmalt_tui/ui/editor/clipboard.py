"""Copies to the terminal's clipboard, as far as terminals take it, and always to the program's own.

The terminal gets it by OSC 52, which works over SSH; nothing tells whether it was taken. xterm
takes a million characters, kitty eight millions, hterm and whoever followed its ``osc52.sh``
100,000 with the sequence itself, which is 74,994 bytes of text:
https://github.com/chromium/hterm/blob/master/etc/osc52.sh,
https://github.com/kovidgoyal/kitty/issues/3031
"""

from textual.app import App

from cmalt_tui.ui.keys import shown_key_of

MOST_BYTES = 74_994


def copy_text(app: App[object], text: str) -> None:
    """Copy a text; say so if it is too long for the terminal's clipboard.

    Args:
        app: The app, whose clipboard takes a text of any length.
        text: What was marked.
    """
    size = len(text.encode())
    if size <= MOST_BYTES:
        app.copy_to_clipboard(text)
        return
    # What half of the terminals would cut or drop is worse than what stays here for certain.
    keep_text(app, text)
    paste, outside, submit = (
        shown_key_of(app, command)
        for command in ("editor.paste", "write.edit_outside", "write.submit")
    )
    app.notify(
        f"{size // 1000} kB are more than many terminals take ({MOST_BYTES // 1000} kB): "
        f"copied inside this program only, for {paste}. Your own editor ({outside}) or an export "
        f"({submit}) gets it out.",
        severity="warning",
        timeout=12,
        markup=False,
    )


def keep_text(app: App[object], text: str) -> None:
    """Keep a text in the program's own clipboard alone."""
    app._clipboard = text
