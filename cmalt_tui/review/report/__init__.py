"""A review as a page to read, print or send: what would be turned back, what to look at, why."""

from cmalt_tui.review.report.content import ReportContent, report_content
from cmalt_tui.review.report.html_page import as_html
from cmalt_tui.review.report.markdown_page import as_markdown

__all__ = ["ReportContent", "as_html", "as_markdown", "report_content"]
