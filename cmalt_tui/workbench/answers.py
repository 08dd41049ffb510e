"""A search's answer as ``search --json`` prints it, and the words for a missing licence."""

from cmalt_tui.model.facets import Facets
from cmalt_tui.model.passage import Answer, Hit

READING_ONLY = "all rights reserved: for reading only"


def answer_as_json(answer: Answer) -> dict[str, object]:
    """The answer as one JSON object; highlights count characters of ``snippet``."""
    return {
        "schema": 1,
        "query": answer.query,
        "corrected": {typed: list(taken) for typed, taken in answer.corrected.items()},
        "dropped": list(answer.dropped),
        "total": answer.total,
        "took_ms": round(answer.took_ms, 2),
        "results": [_hit_as_json(hit) for hit in answer.hits],
    }


def facets_as_json(facets: Facets) -> dict[str, object]:
    """Each field's values with their passages, as ``search --facets --json`` adds them."""
    return {
        field: [{"value": value, "passages": passages} for value, passages in counts]
        for field, counts in facets.fields.items()
    }


def _hit_as_json(hit: Hit) -> dict[str, object]:
    passage, origin = hit.passage, hit.passage.origin
    return {
        "id": passage.id,
        "score": round(hit.score, 4),
        "portfolio": origin.portfolio,
        "author": origin.author,
        "section": passage.section,
        "part": passage.part,
        "title": passage.title,
        "pathway": origin.pathway,
        "sector": origin.sector,
        "year": origin.year,
        "text": passage.text,
        "snippet": hit.snippet,
        "highlights": [list(span) for span in hit.highlights],
        "works": passage.works,
        "source": origin.source,
        "licence": origin.licence,
        "also": [
            {"portfolio": other.portfolio, "author": other.author, "source": other.source}
            for other in hit.also
        ],
    }
