"""What the context pane says of a section: guidance and questions."""

from collections.abc import Iterator, Sequence

from textual.content import Content

from cmalt_tui.model.framework import Framework, Principle, Verified
from cmalt_tui.model.outline import Entry
from cmalt_tui.model.portfolio import Portfolio
from cmalt_tui.model.text_address import TextAddress
from cmalt_tui.ui import marks
from cmalt_tui.ui.safe import safe_content, safe_line

_VERIFIED = {
    Verified.ACCOUNT: "From a candidate's or assessor's account; not confirmed by the accreditor.",
    Verified.INFERRED: "Worked out from other facts; not confirmed by the accreditor.",
    Verified.UNKNOWN: "Not confirmed; check it with the accreditor.",
}
_BLANK = Content("")


def guide(entry: Entry, framework: Framework, portfolio: Portfolio) -> Content:
    """Guidance, what must and could be there, ideas for evidence, and the principles."""
    asked = entry.asked
    lines = [safe_content(asked.guidance.strip())] if asked.guidance.strip() else []
    if entry.parked:
        lines = [
            Content(
                "This section lies outside the pathway. Its text is kept and comes back when you "
                "switch back; exports leave it out."
            ),
            *lines,
        ]
    lines += _listed("it must have", asked.must)
    lines += _listed("it could have", asked.suggest)
    lines += _listed("evidence that others use", asked.evidence_ideas)
    if asked.accepts:
        lines += _listed("fits here", (", ".join(asked.accepts),))
    if asked.verified in _VERIFIED:
        lines += [_BLANK, Content.styled(_VERIFIED[asked.verified], "$text-muted italic")]
    lines += _principles(entry, framework, portfolio)
    return Content("\n").join(
        lines or [Content.styled("There is no guidance for this.", "$text-muted")]
    )


def questions(entry: Entry, address: TextAddress, framework: Framework) -> Content:
    """The questions of the part at hand and of the section."""
    part = framework.part(address.part)
    lines: list[Content] = []
    if part.ask and entry.asked.parts:
        lines.append(safe_content(part.ask))
    if part.prompts and entry.asked.parts:
        lines += _listed(part.title.lower(), part.prompts)
    lines += _listed("this section", entry.asked.prompts)
    if not lines:
        return Content.styled("There are no questions for this.", "$text-muted")
    return Content("\n").join(lines if lines[0].plain else lines[1:])


def standing(principle: Principle, entry: Entry, portfolio: Portfolio) -> str:
    """Where a principle is shown: in this section, elsewhere, or nowhere yet."""
    if principle.code in _tags(entry.written.principles, entry):
        return marks.HERE
    for section in portfolio.sections.values():
        tagged = (section.principles, *(piece.principles for piece in section.reflections))
        if any(principle.code in codes for codes in tagged):
            return marks.ELSEWHERE
    return marks.NOWHERE


def _tags(own: Sequence[str], entry: Entry) -> set[str]:
    return {*own, *(code for piece in entry.written.reflections for code in piece.principles)}


def _principles(entry: Entry, framework: Framework, portfolio: Portfolio) -> Iterator[Content]:
    if not framework.principles:
        return
    title = framework.principles_title or "principles"
    yield _BLANK
    yield safe_line(title.lower(), 0, "$accent")
    for principle in framework.principles:
        mark = standing(principle, entry, portfolio)
        yield Content.assemble(
            Content.styled(
                f"{mark} {principle.code} ", "$primary" if mark == marks.HERE else "$text-muted"
            ),
            safe_content(principle.title, "" if mark == marks.HERE else "$text-muted"),
        )
    yield Content.styled(
        f"{marks.HERE} here {marks.ELSEWHERE} elsewhere {marks.NOWHERE} nowhere", "$text-muted"
    )


def _listed(title: str, items: Sequence[str]) -> list[Content]:
    if not items:
        return []
    heading = [_BLANK, safe_line(title, 0, "$accent")]
    return heading + [
        Content.assemble(Content.styled("– ", "$text-muted"), safe_content(i)) for i in items
    ]
