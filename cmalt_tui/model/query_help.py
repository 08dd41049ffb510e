"""What can be typed into the search line, by example, for every place that explains it."""

QUERY_HELP = (
    ("caption guide", "all words, in any form; the last one may be unfinished"),
    ('"change management"', "side by side, in this order"),
    ("'captions", "in this very spelling"),
    ("-pilot", 'without it; so with -"a phrase", -\'this and -part:evidence'),
    ("section:1a part:reflection", "only there; one named twice means either"),
    ("path:senior author:rowan", "only this pathway; only from this author"),
    ('sector:"further education" licence:cc-by', "with these words in the sector, the licence"),
    ("year:2021 year:>2021 year:2019-2022", "only from these years"),
)
