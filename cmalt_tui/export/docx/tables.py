"""Gives tables widths and borders that every word processor follows."""

from cmalt_tui.export.docx.wordml import Element, element, find, name, properties, put

_NARROWEST = 0.08  # of the text width
_SIDES = ("top", "left", "bottom", "right")


def lay_out_tables(root: Element, text_width: int) -> None:
    """Set widths in twentieths of a point on table, grid and cells, borders on the table.

    Google Docs ignores widths in per cent and drops table styles; Word needs the cells' widths too.

    Args:
        root: The document.
        text_width: Width of the text in twentieths of a point.
    """
    for table in root.iter(name("w:tbl")):
        grid = table.find(name("w:tblGrid"))
        if grid is not None and len(grid):
            widths = _widths([int(column.get(name("w:w")) or 0) for column in grid], text_width)
            for column, width in zip(grid, widths, strict=True):
                column.set(name("w:w"), str(width))
            _frame(properties(table, "tblPr"), text_width)
            for row in table.findall(name("w:tr")):
                _lay_out_row(row, widths)


def _widths(given: list[int], text_width: int) -> list[int]:
    shares = [max(column, 1) for column in given]
    narrowest = min(int(text_width * _NARROWEST), text_width // len(shares))
    widths = [max(narrowest, round(share / sum(shares) * text_width)) for share in shares]
    widths[widths.index(max(widths))] -= sum(widths) - text_width
    return widths


def _frame(own: Element, text_width: int) -> None:
    for style in own.findall(name("w:tblStyle")):
        own.remove(style)
    put(own, element("w:tblW", w=text_width, type="dxa"))
    put(own, element("w:tblLayout", type="fixed"))
    borders = element("w:tblBorders")
    for side in (*_SIDES, "insideH", "insideV"):
        borders.append(element(f"w:{side}", val="single", sz=4, space=0, color="A6A6A6"))
    put(own, borders)
    margins = element("w:tblCellMar")
    for side in _SIDES:
        margins.append(element(f"w:{side}", w=80, type="dxa"))
    put(own, margins)


def _lay_out_row(row: Element, widths: list[int]) -> None:
    heading = find(row, "w:trPr/w:tblHeader") is not None
    put(properties(row, "trPr"), element("w:cantSplit"))
    column = 0
    for cell in row.findall(name("w:tc")):
        own = properties(cell, "tcPr")
        spanned = own.find(name("w:gridSpan"))
        count = int(spanned.get(name("w:val"), "1")) if spanned is not None else 1
        put(own, element("w:tcW", w=sum(widths[column : column + count]), type="dxa"))
        column += count
        if heading:
            put(own, element("w:shd", val="clear", color="auto", fill="E7ECF4"))
            for run in cell.iter(name("w:r")):
                put(properties(run, "rPr"), element("w:b"))
