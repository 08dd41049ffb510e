"""How large a picture is shown on paper."""

import re

from cmalt_tui.export.pictures import Picture

TEXT_WIDTH_CM = 16.0  # A4 with margins of 2.5 cm
_TALLEST_CM = 18.0
_CM_A_PIXEL = 2.54 / 96
_UNITS = {"": _CM_A_PIXEL, "px": _CM_A_PIXEL, "in": 2.54, "cm": 1.0, "mm": 0.1, "pt": 2.54 / 72}
_MEASURE = re.compile(r"^([\d.]+)(%|[a-z]*)$")


def size_in_cm(picture: Picture, wanted: str = "") -> tuple[float, float]:
    """Width and height on a page: as asked for, or at 96 dots an inch, and never over the edge.

    Args:
        picture: The picture, for its shape.
        wanted: The width that the author asks for, ``50%`` or ``8cm``; may be empty.
    """
    width = picture.width * _CM_A_PIXEL
    measure = _MEASURE.match(wanted)
    if measure and measure[2] == "%":
        width = TEXT_WIDTH_CM * float(measure[1]) / 100
    elif measure and measure[2] in _UNITS:
        width = float(measure[1]) * _UNITS[measure[2]]
    width = max(width, 0.1)
    height = width * picture.height / picture.width
    scale = min(1.0, TEXT_WIDTH_CM / width, _TALLEST_CM / height)
    return width * scale, height * scale
