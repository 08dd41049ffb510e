"""How well one colour is told from another, by the formula of WCAG 2.2."""


def contrast_ratio(first: str, second: str) -> float:
    """Measure the contrast between two colours.

    Source: WCAG 2.2, definitions of "contrast ratio" and "relative luminance"
    (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio). Success criterion 1.4.3 asks for 4.5,
    1.4.6 for 7.

    Args:
        first: A colour as ``#rrggbb``.
        second: Another one; the order does not matter.

    Returns:
        A number from 1 (the same) to 21 (black on white).
    """
    darker, lighter = sorted((_luminance(first), _luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[start : start + 2], 16) / 255) for start in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
