"""Sources and a framework in, a plan out: a place for every word before anything is written."""

from cmalt_tui.intake.reading.document import SourceSet
from cmalt_tui.model.framework import Framework, refuse_unknown_pathway
from cmalt_tui.model.import_plan import ImportPlan
from cmalt_tui.progress import Report, unreported


def plan_import(
    sources: SourceSet, framework: Framework, pathway: str | None, report: Report = unreported
) -> ImportPlan:
    """Plan an import.

    Args:
        sources: What `read_sources` has read.
        framework: The framework to whose sections the text goes.
        pathway: A pathway's id; None to take the one that fits the sections found.
        report: Told after each step; may raise `Cancelled`.

    Raises:
        InputProblem: The framework has no such pathway, or pandoc can't write the text.
    """
    # Imported here: what maps and writes costs 40 ms to load, and few starts need it.
    from cmalt_tui.intake.output.plan import make_plan

    if pathway is not None:
        refuse_unknown_pathway(framework, pathway)
    return make_plan(sources, framework, pathway, report)
