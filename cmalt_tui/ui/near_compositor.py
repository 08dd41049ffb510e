"""A compositor that asks widgets only for the lines that are to be painted.

Textual 8.2.8 has every widget of a screen draw all its lines for each frame, also where one line
changes: it looks at the space in which a widget may show, which mostly is the whole screen.
https://github.com/Textualize/textual/blob/v8.2.8/src/textual/_compositor.py, ``_get_renders``
"""

from collections.abc import Iterable

from textual._compositor import Compositor
from textual.geometry import Region
from textual.strip import Strip


class NearCompositor(Compositor):
    """Draws what lies near to what changed."""

    def _get_renders(
        self, crop: Region | None = None
    ) -> Iterable[tuple[Region, Region, list[Strip]]]:
        near = self.size.region
        if crop is not None:
            near = Region(0, crop.y, near.width, crop.height).intersection(near)
        for widget, (region, clip) in self.visible_widgets.items():
            shown = region.intersection(clip).intersection(near)
            if shown and (crop is None or crop.overlaps(shown)):
                x, y, width, height = shown
                lines = widget.render_lines(Region(x - region.x, y - region.y, width, height))
                yield region, shown, lines
