"""What a draft would change, and how it is put into the portfolio or into the bin."""

from cmalt_tui.model.draft import Draft
from cmalt_tui.model.item_texts import text_changes
from cmalt_tui.model.merging import Merged, merge
from cmalt_tui.model.portfolio import Portfolio
from cmalt_tui.problems import InputProblem
from cmalt_tui.store import PortfolioStore
from cmalt_tui.store.draft_files import DraftFile
from cmalt_tui.store.item_values import item_values
from cmalt_tui.store.layout import Item, items_of, with_item
from cmalt_tui.store.rendering import render
from cmalt_tui.store.setting_aside import put_into_bin
from cmalt_tui.workbench.drafts_found import FoundDraft


def shown_draft(found: FoundDraft, now: Item | None) -> Draft:
    """Say what a draft would change.

    Args:
        found: The draft.
        now: The item as its file has it; None if there is none.
    """
    draft = found.draft
    changes = text_changes(now, _merged(draft, now).item)
    return Draft(
        draft.path, draft.written, draft.program.host, changes, found.file, draft.item is None
    )


def is_taken_in(draft: DraftFile, now: Item | None) -> bool:
    """Whether an item says all that a draft of it says."""
    then = _merged(draft, now).item
    if then is None or now is None:
        return then is now
    return then == now or item_values(then) == item_values(now)


def take_draft(
    store: PortfolioStore, portfolio: Portfolio, draft: DraftFile
) -> tuple[Portfolio, str]:
    """Put a draft into a portfolio; see `cmalt_tui.workbench.desk.Desk.take_draft`."""
    path = draft.path
    seen = store.as_seen(path)
    if seen and seen.problem:
        raise InputProblem(
            f"can't be read, so the draft of it waits: {seen.problem.message}",
            "Mend the file in any text editor, then take the draft.",
            file=store.folder / path,
            line=seen.problem.line,
            key=seen.problem.key,
        )
    now = items_of(portfolio).get(path)
    merged = _merged(draft, now)
    told = f"The draft of {path} is taken back"
    if merged.conflicts and now is not None:
        told += f"; what stood there instead is in {store.keep_aside(path, now)}"
    return with_item(portfolio, path, merged.item), f"{told}."


def drop_draft(store: PortfolioStore, draft: DraftFile) -> None:
    """Put what a draft says into ``bin/``.

    Raises:
        InputProblem: It can't be written there.
    """
    if draft.item is not None:
        store.refuse_gone()
        put_into_bin(store.folder, draft.path, render(draft.item, draft.path, store.folder).content)


def _merged(draft: DraftFile, now: Item | None) -> Merged:
    """The item with the draft taken; the draft stands where the item has changed as well."""
    return merge(draft.base, draft.item, now)
