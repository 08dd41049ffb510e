"""Tells the words that say what a text is about from those that hold it together."""

_SHORTEST_TELLING = 3
# Words that hold any English text together and say nothing of what it is about, with some verbs
# and numbers that are everywhere; two texts share rows of them by chance. Written as text,
# because a list of some hundred quoted words can't be read.
_LISTED = """
about above across after again against all almost along already also although always am among an
and another any anybody anyone anything are aren around as at away back be became because become
been before began begin begins being below between bit both but by came can cannot case come could
couldn day days did didn different do does doesn doing don done down during each eight eighth
either eleven else end ended ends enough even ever every everybody everyone everything fact far
few fifth first five for found four fourth from gave get gets give given go goes going gone good
got had hadn has hasn have haven having he her here hers herself him himself his how however if in
instead into is isn it its itself just keep kept kind kinds know known last least less let like
little ll long lot made make makes making many may maybe me might mine moment more most much must
my myself near need needed neither never new next nine no nobody none nor not nothing now number
of off often on once one ones only onto or order other others our ours ourselves out over own part
perhaps place put quite rather re really result right said same saw say says second see seen seven
several shall she should shouldn since six so some somebody someone something sometimes soon sort
start started still such take taken tell ten than that the their theirs them themselves then there
therefore these they thing things think third this those though thought three through thus time
times to today together told too took toward towards twelve twice two under until up upon us use
used using ve very want wanted was wasn way ways we well went were weren what whatever when where
whether which while who whole whom whose why will with within without won would wouldn year years
yes yet you your yours
"""
_FUNCTION_WORDS = frozenset(_LISTED.split())


def is_telling(word: str) -> bool:
    """Whether a folded word says something about what a text is about."""
    return len(word) >= _SHORTEST_TELLING and word not in _FUNCTION_WORDS and not word.isdigit()
