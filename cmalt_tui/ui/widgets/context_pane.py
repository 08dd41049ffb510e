"""The pane beside the text: guidance, questions, findings, and how others wrote it."""

from collections.abc import Mapping
from typing import ClassVar

from textual.containers import VerticalScroll
from textual.timer import Timer

from cmalt_tui.commands.command import Scope
from cmalt_tui.ui.bindings import bindings_of
from cmalt_tui.ui.messages import ShowTab
from cmalt_tui.ui.widgets.context_subject import FOLLOWING, GUIDE, REVIEW, TABS, Subject

_REST = 0.4
_ON_FINDINGS = ("explain", "dismiss", "mend", "dismissed", "raise_again")
_ON_CARDS = ("open", "keep", "copy_with_source", "remove", *_ON_FINDINGS)
_STEPS = "screen."


class ContextPane(VerticalScroll, inherit_bindings=False):
    """Shows one of its tabs for the section at hand; one that follows the text waits for rest.

    Attributes:
        tab: The tab that is open.
        tab_before: The one that was open before it.
    """

    COMMAND_SCOPE = Scope.CONTEXT
    ACTIONS: ClassVar[Mapping[str, str]] = {
        "leave": "screen.leave",
        "undo_step": f"{_STEPS}undo_step",
        **{name: f"card('{name}')" for name in _ON_CARDS},
    }
    BINDINGS: ClassVar = bindings_of(Scope.CONTEXT, ACTIONS)
    HELP = (
        "Guidance, questions, findings and examples for the section at hand; "
        "left and right change the tab."
    )
    can_focus = True

    def __init__(self) -> None:
        """Begin empty; the first contents come after the first frame."""
        super().__init__(id="context")
        self._subject: Subject | None = None
        self.tab = self.tab_before = GUIDE
        self._resting: Timer | None = None

    @property
    def FOOTER(self) -> tuple[str, ...]:  # noqa: N802 - the footer's own name for it
        """The commands of the open tab that the footer shows."""
        if self.tab == REVIEW:
            return ("context.open", "context.explain", "context.dismiss", "context.mend")
        return ("context.next_tab", "context.open", "context.keep", "context.leave")

    def show(self, subject: Subject) -> None:
        """Speak about another text, from the top if it is another section."""
        if self._subject is None or subject.address.section != self._subject.address.section:
            self.scroll_home(animate=False)
        self._subject = subject
        self._draw()

    def touched(self) -> None:
        """Take note that the text or the cursor moved; costs nothing unless a tab follows them."""
        if self._resting is not None and self.tab in FOLLOWING and self.display:
            self._resting.reset()

    def forget(self) -> None:
        """Look for examples anew: the corpus may be another one by now."""
        if self._subject is not None:
            from cmalt_tui.ui.widgets.context_body import body_of

            body_of(self).forget()
            self._draw()

    def on_show(self) -> None:
        """Draw what was told while the pane was hidden."""
        self._draw()

    def why_not(self, action: str) -> str:
        """Say what an action on a card lacks; nothing stands against moving in the pane."""
        if action.startswith(_STEPS):
            reason: str = self.screen.why_not(action.removeprefix(_STEPS))  # type: ignore[attr-defined]
            return reason
        name = action.removeprefix("card('").removesuffix("')")
        if name not in _ON_CARDS:
            return ""
        if name in _ON_FINDINGS and self.tab != REVIEW:
            return "go to the review first"
        if self.tab not in FOLLOWING:
            return "go to the examples or the review first"
        from cmalt_tui.ui.widgets.context_body import body_of

        return body_of(self).why_not(name)

    def open_tab(self, tab: str) -> None:
        """Show another tab."""
        if tab != self.tab:
            self.tab, self.tab_before = tab, self.tab
        self.scroll_home(animate=False)
        self._draw()
        self.screen.query_one("FooterLine").refresh()

    def action_next_tab(self) -> None:
        """Go to the next tab."""
        self.open_tab(TABS[(TABS.index(self.tab) + 1) % len(TABS)])

    def action_previous_tab(self) -> None:
        """Go to the tab before."""
        self.open_tab(TABS[TABS.index(self.tab) - 1])

    def action_scroll_down(self) -> None:
        """Go to the card below, or on in a long one."""
        if not self._carry_out("next"):
            super().action_scroll_down()

    def action_scroll_up(self) -> None:
        """Go to the card above, or back in a long one."""
        if not self._carry_out("previous"):
            super().action_scroll_up()

    def action_card(self, name: str) -> None:
        """Do something with the marked card: read, keep, copy, go to the words, answer."""
        self._carry_out(name)

    def on_show_tab(self, message: ShowTab) -> None:
        """Open the tab that was clicked."""
        message.stop()
        self.open_tab(message.tab)

    def _carry_out(self, action: str) -> bool:
        from cmalt_tui.ui.widgets.context_body import body_of

        return body_of(self).carry_out(action)

    def _draw(self) -> None:
        """Draw the open tab; a hidden pane is drawn when it is shown."""
        if self._subject is None or not self.is_attached or not self.display:
            return
        from cmalt_tui.ui.widgets.context_body import body_of

        if self.tab in FOLLOWING and self._resting is None:
            self._resting = self.set_interval(_REST, self._rested, pause=True)
        body_of(self).show(self.tab, self._subject)

    def _rested(self) -> None:
        if self._resting is not None:
            self._resting.pause()
        self._draw()
