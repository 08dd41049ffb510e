"""Evidence mode as it is looked at: the matrix, what is marked in it, and ways to narrow it."""

from datetime import date

from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from cmalt_tui.model.coverage import evidence_coverage, principle_coverage
from cmalt_tui.model.dates import long_date
from cmalt_tui.model.outline import Entry, areas, entries
from cmalt_tui.model.portfolio import EvidenceItem
from cmalt_tui.plain_text import amount
from cmalt_tui.review.reviewed import Bounds
from cmalt_tui.ui.evidence_grid import (
    EVIDENCE_HEADS,
    LEGEND,
    PRINCIPLE_HEADS,
    PRINCIPLE_LEGEND,
    SORTINGS,
    evidence_columns,
    evidence_rows,
    gaps_in_words,
    has_gap,
    principle_rows,
    short_name,
)
from cmalt_tui.ui.evidence_steps import EvidenceSteps
from cmalt_tui.ui.matrix_lines import GridColumn
from cmalt_tui.ui.review_desk import Goal
from cmalt_tui.ui.safe import safe_content, safe_line
from cmalt_tui.ui.widgets.footer_line import FooterLine
from cmalt_tui.ui.widgets.matrix_grid import MatrixGrid


class EvidenceView(Screen[Goal | None]):
    """Shows evidence by sections, or principles by sections."""

    DEFAULT_CSS = """
    EvidenceView { background: $background; }
    EvidenceView #matrix-head { height: 1; padding: 0 1; }
    EvidenceView #matrix-gaps { height: auto; max-height: 2; padding: 0 1; color: $text-muted; }
    EvidenceView #matrix-marked { height: 6; padding: 0 1; border-top: hkey $panel; }
    """

    def __init__(self, steps: EvidenceSteps, section: str = "") -> None:
        """Take the portfolio.

        Args:
            steps: The opened portfolio.
            section: The section to begin at.
        """
        super().__init__()
        self.steps = steps
        self.desk = steps.desk
        self._begin_at = section
        self._gaps = ""
        self._sections: dict[str, Entry] = {}
        self.shows_principles = False
        self.is_folded = False
        self.only_gaps = False
        self.letters = ""
        self.sorting = 0

    def compose(self) -> ComposeResult:
        """The matrix, what is marked in it, and what is missing."""
        yield Static(id="matrix-head", markup=False)
        yield MatrixGrid("matrix")
        yield Static(id="matrix-marked", markup=False)
        yield Static(id="matrix-gaps", markup=False)
        yield FooterLine()

    def on_mount(self) -> None:
        """Begin at the section from which one came."""
        self.show_again()
        self.grid.mark("", self._begin_at)
        self.grid.focus()

    @property
    def grid(self) -> MatrixGrid:
        """The matrix."""
        return self.query_one(MatrixGrid)

    @property
    def item(self) -> EvidenceItem | None:
        """The marked item; None where principles are shown or nothing is."""
        row = self.grid.row
        return (
            self.desk.portfolio.evidence.get(row.id) if row and not self.shows_principles else None
        )

    @property
    def section(self) -> Entry | None:
        """The marked section."""
        column = self.grid.column
        return self._sections.get(column.id) if column is not None else None

    @property
    def narrowed(self) -> str:
        """In words, what is left out; empty where all is shown."""
        told = [f"with “{self.letters}”"] if self.letters else []
        return " · ".join(told + (["gaps only"] if self.only_gaps else []))

    def show_again(self) -> None:
        """Draw everything anew, with the mark where it was."""
        framework, portfolio = self.desk.framework, self.desk.portfolio
        self._sections = {entry.id: entry for entry in entries(framework, portfolio)}
        if self.shows_principles:
            shown = principle_coverage(framework, portfolio)
            columns = tuple(GridColumn(entry.id, short_name(entry.id)) for entry in shown.sections)
            self.grid.show(columns, principle_rows(shown), PRINCIPLE_HEADS)
        else:
            self._show_evidence()
        legend = PRINCIPLE_LEGEND if self.shows_principles else LEGEND
        gaps = "" if self.shows_principles else self._gaps
        told = Content("\n").join(
            safe_line(line, 0, "$text-muted") for line in (gaps, legend) if line
        )
        self.query_one("#matrix-gaps", Static).update(told)
        self.show_marked()

    def show_marked(self) -> None:
        """Say what is marked."""
        self.query_one("#matrix-head", Static).update(self._head(), layout=False)
        self.query_one("#matrix-marked", Static).update(self._marked(), layout=False)
        self.query_one(FooterLine).refresh()

    def on_matrix_grid_moved(self) -> None:
        """Say what is marked now."""
        self.show_marked()

    def _show_evidence(self) -> None:
        portfolio, today = self.desk.portfolio, date.today()
        on = max(portfolio.submit_by or today, today)
        coverage = evidence_coverage(self.desk.framework, portfolio, on)
        self._gaps = gaps_in_words(coverage)
        folded = areas(self.desk.framework, portfolio) if self.is_folded else ()
        months = Bounds().evidence_months
        rows = [row for row in coverage.rows if not self.only_gaps or has_gap(row, months)]
        words = self.letters.lower().split()
        if words:
            said = {row.item: f"{row.title} {row.kind} {row.item}".lower() for row in rows}
            rows = [row for row in rows if all(word in said[row.item] for word in words)]
        rows.sort(key=SORTINGS[self.sorting].key)
        columns = evidence_columns(coverage, folded)
        self.grid.show(columns, evidence_rows(rows, columns, folded, months), EVIDENCE_HEADS)

    def _head(self) -> Content:
        if self.shows_principles:
            title = self.desk.framework.principles_title or "Principles"
            return Content.assemble((title, "bold $primary"), ("   by sections", "$text-muted"))
        count = amount(len(self.desk.portfolio.evidence), "item")
        told = [count, SORTINGS[self.sorting].name, self.narrowed]
        return Content.assemble(
            ("Evidence", "bold $primary"),
            "   ",
            safe_line(" · ".join(one for one in told if one), 0, "$text-muted"),
        )

    def _marked(self) -> Content:
        """Each thing on a line of its own, so that a long one pushes no other out."""
        entry, row = self.section, self.grid.row
        width = max(20, self.size.width - 3)
        where = safe_line(f"{entry.name}  {entry.title}" if entry else "", width, "$text-muted")
        if row is None:
            how = "n takes one in" if not self.narrowed else "escape shows all"
            return Content(f"No item is shown here; {how}.")
        item = self.item
        if item is None:
            return Content("\n").join([safe_content(row.label), where])
        facts = (
            item.id,
            item.kind,
            long_date(item.date) if item.date else "no date",
            f"permission: {item.permission or 'not said'}",
            item.file or item.url or item.physical,
        )
        lines = [
            safe_line(item.title or item.id, width, "bold"),
            safe_line(" · ".join(fact for fact in facts if fact), width, "$text-muted"),
            safe_line(f"my part: {item.role}" if item.role else "", width),
            where,
        ]
        return Content("\n").join([*(line for line in lines if line), *_shows(entry, item)])


def _shows(entry: Entry | None, item: EvidenceItem) -> list[Content]:
    uses = [use for use in entry.written.evidence if use.item == item.id] if entry else []
    if not uses:
        return []
    if not uses[0].shows.strip():
        return [Content.styled("It is not said yet what it shows here: s says it.", "$warning")]
    return [safe_line(f"shows here: {uses[0].shows}")]
