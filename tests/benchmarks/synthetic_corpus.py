"""Makes a corpus that behaves like prose for a search engine: seeded, Zipf-like, of any size."""

import random
from collections.abc import Iterator
from itertools import accumulate

from cmalt_tui.model.passage import Origin, Passage

# Written as text, because a list of some hundred quoted words can't be read.
_FUNCTION_WORDS = """the of and to a in that i was for it with on as my be is we this not have they
by from which were had their an at or our but has me been would could more when what there also can
about how so if one will all these who them its some than other into up out no do over then only
used use using very between after before because while where such through during both each own
"""
_DOMAIN_WORDS = """learning technology students staff teaching online support course university
development training digital project reflection evidence practice moodle design resources access
feedback assessment tools video module sessions platform blended engagement experience content
workshop colleagues lecturers accessibility policy legislation copyright data protection privacy
gdpr institution institutional strategy pedagogy pedagogical constraints benefits evaluation
implementation pilot survey interviews analysis software virtual environment collaborate webinar
recording captions transcript quiz rubric marking turnitin plagiarism integrity portfolio
mahara panopto zoom teams canvas blackboard screencast podcast animation simulation gamification
badge certificate accreditation specialist communication community network conference committee
working group leadership management budget procurement deployment upgrade migration helpdesk
documentation guidance template storyboard interactive activity discussion forum wiki blog
synchronous asynchronous distance hybrid flexible classroom lecture seminar tutorial laboratory
placement apprenticeship employer curriculum validation quality assurance enhancement innovation
research ethics consent survey questionnaire statistics dashboard analytics algorithm artificial
intelligence universal inclusive inclusion diversity disability dyslexia screenreader keyboard
contrast alternative subtitles organisation behaviour programme colour licence creative commons
attribution open educational repository metadata standards interoperability integration
authentication security password phishing cyber risk responsibility stakeholder consultation
negotiation facilitation coaching mentoring observation peer review critical friend self directed
motivation confidence barrier challenge opportunity limitation success failure lesson learned
improvement iteration prototype feasibility requirement specification usability testing
scalability sustainability workload induction onboarding retention attainment progression
transition outreach widening participation employability graduate attribute competence literacy
capability framework standard principle value commitment advocacy dissemination publication
presentation poster abstract keynote bibliography citation reference theory constructivism
connectivism behaviourism cognitive scaffolding zone proximal social presence inquiry affordance
substitution augmentation modification redefinition carpe diem storyboarding flipped microlearning
"""
_ONSETS = "b c d f g h l m n p r s t v w br cl cr dr fl gr pl pr sc sp st str th tr wh"
_MIDDLES = "a e i o u ai ea ee io ou"
_ENDS = ["", "", "n", "r", "s", "t", "l", "nd", "nt", "st", "ck", "m"]
_ENDINGS = ["", "", "", "s", "ed", "ing", "er", "ation", "ment", "ly", "al", "ity"]
_SECTIONS = "context 1a 1b 2a 2b 3a 3b 4a 4b specialist future"
_PARTS = ("description", "evidence", "reflection")
_A_PORTFOLIO = 150
# How many passages have a word that nobody else writes: a name, a code, a slip of the pen.
_WITH_A_STRAY = 0.5


class SyntheticCorpus:
    """Passages whose words follow Zipf's law, with headings, sections and portfolios."""

    def __init__(self, seed: int = 7, types: int = 40_000) -> None:
        """Build the vocabulary; the same seed gives the same passages."""
        self._random = random.Random(seed)
        self._onsets, self._middles = _ONSETS.split(), _MIDDLES.split()
        self.vocabulary = self._words(types)
        self._weights = list(accumulate(1 / (rank + 2.7) for rank in range(len(self.vocabulary))))

    def passages(self, count: int) -> Iterator[Passage]:
        """Make so many passages of 60 to 160 words each."""
        origin = Origin("")
        for number in range(count):
            if number % _A_PORTFOLIO == 0:
                name = f"{self._word().title()} {self._word().title()}"
                pathway = self._random.choice(("associate", "cmalt", "cmalt", "cmalt", "senior"))
                year = self._random.randint(2010, 2025)
                origin = Origin(f"Portfolio of {name}", name, pathway=pathway, year=year)
            yield Passage(
                f"p{number}",
                self._text(),
                origin,
                self._random.choice(_SECTIONS.split()),
                self._random.choice(_PARTS),
                " ".join(self._draw(self._random.randint(2, 5))).capitalize(),
            )

    def _text(self) -> str:
        words = self._draw(self._random.randint(60, 160))
        if self._random.random() < _WITH_A_STRAY:
            words[self._random.randrange(len(words))] = self._stray()
        sentences = []
        while words:
            length = self._random.randint(8, 26)
            sentence, words = words[:length], words[length:]
            sentences.append(" ".join(sentence).capitalize() + ".")
        middle = len(sentences) // 2
        return " ".join(sentences[:middle]) + "\n\n" + " ".join(sentences[middle:])

    def _draw(self, count: int) -> list[str]:
        return self._random.choices(self.vocabulary, cum_weights=self._weights, k=count)

    def _stray(self) -> str:
        syllables = self._random.randint(2, 4)
        return "".join(
            self._random.choice(self._onsets) + self._random.choice(self._middles)
            for _ in range(syllables)
        ) + self._random.choice("bdfgkmnprstvxz")

    def _word(self) -> str:
        return self._random.choice(self.vocabulary[1000:])

    def _words(self, types: int) -> list[str]:
        """Function words first, then the domain's among the frequent ones, then made-up ones."""
        made: dict[str, None] = {}
        choose = self._random.choice
        function_words, domain_words = _FUNCTION_WORDS.split(), _DOMAIN_WORDS.split()
        while len(made) < types:
            stem = "".join(
                choose(self._onsets) + choose(self._middles) + choose(_ENDS)
                for _ in range(self._random.choice((1, 2, 2, 2, 3)))
            )
            for _ in range(self._random.choice((1, 1, 2, 3))):
                made[stem + choose(_ENDINGS)] = None
        known = dict.fromkeys(function_words + domain_words)
        fresh = [word for word in made if word not in known]
        frequent = list(dict.fromkeys(domain_words)) + fresh[:300]
        self._random.shuffle(frequent)
        return list(dict.fromkeys(function_words + frequent + fresh[300:]))
