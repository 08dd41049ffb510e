"""What the lines round the text say: where one is, how far, and what could come next."""

from datetime import date

from textual.content import Content

from cmalt_tui.model.framework import Framework
from cmalt_tui.model.outline import Entry
from cmalt_tui.model.portfolio import REFLECTION, Portfolio
from cmalt_tui.model.text_address import TextAddress, addresses_of, text_at, title_of
from cmalt_tui.plain_text import amount
from cmalt_tui.ui import marks
from cmalt_tui.ui.counting import counted_words, section_words, shares
from cmalt_tui.ui.safe import safe_line

_DOT = Content.styled(" · ", "$text-muted")
_BAR = 6


def _dotted(*pieces: Content) -> Content:
    return _DOT.join([piece for piece in pieces if piece.plain])


def portfolio_title(portfolio: Portfolio) -> Content:
    """The portfolio's title, and whose it is."""
    return safe_line(portfolio.title, 60, "bold")


def portfolio_facts(
    portfolio: Portfolio, framework: Framework, words: int, saved: Content, today: date
) -> Content:
    """Framework, pathway, words, the days left, and whether all is saved."""
    pathway = safe_line(framework.pathway(portfolio.pathway).title, 24, "$text-muted")
    left = ""
    if portfolio.submit_by is not None:
        days = (portfolio.submit_by - today).days
        left = f"{days} days left" if days > 1 else "submit today" if days == 0 else ""
        left = "1 day left" if days == 1 else left or f"{-days} days late"
    return _dotted(
        safe_line(framework.id, 24, "$text-muted"),
        pathway,
        Content.styled(f"{words:,} words", "$text-muted"),
        Content.styled(left, "$text-muted"),
        saved,
    )


def breadcrumb(entry: Entry, address: TextAddress, framework: Framework) -> Content:
    """Where one is, for a narrow screen: ``1a Constraints and benefits ▸ Description``."""
    part = "can't be read" if entry.broken else title_of(entry, address, framework)
    return Content.assemble(
        safe_line(f"{entry.code} {entry.short_title}".strip(), 48, "bold"),
        Content.styled(" ▸ ", "$text-muted"),
        Content(part),
        Content.styled(" · parked" if entry.parked else "", "$text-muted"),
    )


def amount_written(entry: Entry) -> str:
    """How much of a section there is: its words, or the fields of a declaration."""
    if entry.is_declaration:
        filled = sum(bool(value.strip()) for value in entry.written.declaration.values())
        return f"{filled} of {len(entry.asked.fields)} fields"
    return amount(section_words(entry), "word")


def tab_names(entry: Entry, framework: Framework) -> tuple[tuple[TextAddress, str], ...]:
    """The parts of a section; of several reflections only the first says its whole name."""
    named: list[tuple[TextAddress, str]] = []
    for address in addresses_of(entry):
        name = title_of(entry, address, framework)
        if address.part == REFLECTION and any(one.part == REFLECTION for one, _ in named):
            name = name.rpartition(" ")[2]
        named.append((address, name))
    return tuple(named)


def section_title(entry: Entry) -> Content:
    """The section's code and title in full."""
    code = Content.styled(f"{entry.code}  " if entry.code else "", "bold $primary")
    parked = Content.styled("  parked, outside this pathway", "$text-muted" if entry.parked else "")
    title = safe_line(entry.title, 0, "bold $primary")
    return Content.assemble(code, title, parked if entry.parked else "")


def section_state(entry: Entry) -> Content:
    """The section's status as mark and word."""
    status = entry.written.status
    return Content.styled(f"{marks.STATUS_MARKS[status]} {status.value}", "$text-muted")


def save_state(word: str, *, wrong: bool = False) -> Content:
    """Whether all is saved; trouble is told in words and in the colour of errors."""
    return safe_line(word, 60, "$error" if wrong else "$text-muted")


def text_figures(entry: Entry, portfolio: Portfolio, address: TextAddress) -> Content:
    """Words of this text, the length that the framework names, and how the section is divided."""
    if not address.is_text:
        return Content("")
    words = counted_words(text_at(portfolio, address))
    figures = [Content.styled(amount(words, "word"), "$text-muted")]
    if address.part == "note":
        figures.append(Content.styled("private, never exported", "$accent"))
        return _dotted(*figures)
    figures.append(_aim(entry))
    description, reflection = shares(entry)
    both = description + reflection
    if both and not entry.is_statement:
        share = round(100 * description / both)
        told = f"description {share} % reflection {100 - share} %"
        figures.append(Content.styled(told, "$text-muted"))
    return _dotted(*figures)


def _aim(entry: Entry) -> Content:
    """What the person wants, or the length that the framework names; never a made-up one."""
    aim = entry.written.aim
    least, most = (aim, aim) if aim else (entry.asked.least_words, entry.asked.most_words)
    if least is None and most is None:
        return Content("")
    words = section_words(entry)
    told = (
        f"{aim:,}"
        if aim
        else f"{least:,}–{most:,}"
        if least and most
        else f"at most {most:,}"
        if most
        else f"from {least:,}"
    )
    full = min(_BAR, round(_BAR * words / (most or least or 1)))
    bar = "▰" * full + "▱" * (_BAR - full)
    style = "$warning" if most and words > most and not aim else "$text-muted"
    over = f" {words - most:,} over" if most and words > most else ""
    return Content.styled(f"aim {told} {bar}{over}", style)


def doubtful_words(count: int, key: str) -> Content:
    """How many words of the text may be misspelt, and the key that goes through them."""
    if not count:
        return Content("")
    told = f"{count:,} doubtful "
    return Content.assemble(Content.styled(told, "$text-muted"), Content.styled(key, "$accent"))


def question_for(entry: Entry, address: TextAddress, framework: Framework, visit: int) -> str:
    """One question on the text at hand; another one at each visit, the same while typing."""
    if entry.broken:
        return ""
    prompts = list(entry.asked.prompts)
    if address.part != "statement" and entry.asked.parts:
        own = framework.part(address.part).prompts
        prompts = [*own, *prompts] if address.part == REFLECTION else [*prompts, *own]
    return prompts[visit % len(prompts)] if prompts else ""


def asked(question: str) -> Content:
    """A question as the line above the footer shows it."""
    if not question:
        return Content("")
    return Content.assemble(Content.styled("? ", "$accent"), safe_line(question, 0, "$text-muted"))


def next_step(step: str) -> Content:
    """What could be done next."""
    if not step:
        return Content.styled("nothing is missing", "$text-muted")
    return Content.assemble(Content.styled("next  ", "$accent"), safe_line(step, 0, "$text-muted"))
