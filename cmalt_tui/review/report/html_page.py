"""A report on a review as one HTML page: no script, nothing fetched, light or dark as one reads."""

from collections.abc import Iterator
from html import escape

from cmalt_tui.review.report.content import ReportChapter, ReportContent, ReportLine
from cmalt_tui.review.rule import Rule

_STYLE = """
:root { color-scheme: light dark; --ink: #1d1d24; --paper: #fdfdfb; --soft: #55555f;
  --line: #c9c9d2; --mark: #4a2f7a; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e9e9ee; --paper: #17171c; --soft: #b4b4c0; --line: #44444f; --mark: #c9b3f5; }
}
body { font: 1rem/1.55 system-ui, sans-serif; color: var(--ink); background: var(--paper);
  max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
h1, h2, h3 { line-height: 1.25; } h2 { border-top: 1px solid var(--line); padding-top: 1rem; }
li { margin-bottom: .8rem; } a { color: var(--mark); }
.about, .place { color: var(--soft); } .rule { font-weight: 600; }
blockquote { margin: .3rem 0; padding-left: .8rem; border-left: 3px solid var(--line);
  overflow-wrap: anywhere; }
p { margin: .3rem 0; }
@media print { body { margin: 0; max-width: none; } }
""".strip()


def as_html(content: ReportContent) -> str:
    """Write the report."""
    return "\n".join(_lines(content)) + "\n"


def _lines(content: ReportContent) -> Iterator[str]:
    title = escape(f"Review: {content.title}")
    yield "<!DOCTYPE html>"
    yield '<html lang="en-GB">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    # Nothing in it may run or be fetched, whatever a text says.
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{title}</title>"
    yield f"<style>\n{_STYLE}\n</style>"
    yield "</head>"
    yield "<body>"
    yield "<main>"
    yield f"<h1>{title}</h1>"
    for said in content.about:
        yield f'<p class="about">{escape(said)}</p>'
    for chapter in content.chapters:
        yield from _chapter(chapter, content.language)
    if content.rules:
        yield "<h2>Why these matter</h2>"
        for rule in content.rules:
            yield from _rule(rule)
    yield "</main>"
    yield "</body>"
    yield "</html>"


def _chapter(chapter: ReportChapter, language: str) -> Iterator[str]:
    yield f"<h2>{escape(chapter.title)}</h2>"
    if not chapter.sections:
        yield f"<p>{escape(chapter.none)}</p>"
    for section in chapter.sections:
        yield f"<h3>{escape(section.title)}</h3>"
        yield "<ul>"
        for line in section.lines:
            yield from _item(line, language)
        yield "</ul>"


def _item(line: ReportLine, language: str) -> Iterator[str]:
    place = f' <span class="place">({escape(line.place)})</span>' if line.place else ""
    rule = escape(line.rule)
    yield f'<li><a class="rule" href="#{rule}">{rule}</a>{place}'
    yield f"<p>{escape(line.message)}</p>"
    if line.quote:
        yield f'<blockquote lang="{escape(language)}">{escape(line.quote)}</blockquote>'
    for said in (line.question, line.answer):
        if said:
            yield f"<p>{escape(said)}</p>"
    yield "</li>"


def _rule(rule: Rule) -> Iterator[str]:
    yield f'<h3 id="{escape(rule.id)}">{escape(f"{rule.id}: {rule.title}")}</h3>'
    yield f"<p>{escape(rule.why)}</p>"
    yield f"<p>For example: {escape(rule.example)}</p>"
    yield f'<p class="about">From: {escape(rule.source)}</p>'
