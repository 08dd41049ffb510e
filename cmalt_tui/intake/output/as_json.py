"""A plan as the JSON object that ``cmalt-tui import --json`` prints."""

from cmalt_tui.model.import_plan import ImportPlan

_SCHEMA = 1


def plan_as_json(plan: ImportPlan, portfolio: str) -> dict[str, object]:
    """Tell a plan without its texts.

    Args:
        plan: The plan.
        portfolio: The folder in which the portfolio is made, as it was named.
    """
    return {
        "schema": _SCHEMA,
        "portfolio": portfolio,
        "pathway": plan.pathway,
        "placed": [
            {
                "section": one.section,
                "part": one.part,
                "item": one.item,
                "heading": one.heading,
                "file": one.file,
                "words": one.words,
                "confidence": one.confidence,
            }
            for one in plan.placed
        ],
        "unplaced": [
            {"heading": one.heading, "file": one.file, "words": one.words} for one in plan.unplaced
        ],
        "evidence": [
            {"id": one.id, "kind": one.kind, "target": one.target, "sections": list(one.sections)}
            for one in plan.evidence
        ],
        "stripped": [
            {"kind": one.kind, "file": one.file, "words": one.words} for one in plan.stripped
        ],
        "warnings": list(plan.warnings),
    }
