"""Sentences that make a move, and sentences that only have its words; all invented."""

MAKES = {
    "experience": (
        "I ran the pilot with six volunteers.",
        "We rebuilt the page twice.",
        "I was responsible for the move.",
    ),
    "feeling": (
        "I felt out of my depth in that meeting.",
        "It was frustrating to watch the uptake stall.",
        "Presenting to the board made me nervous.",
        "What she said stung me.",
    ),
    "difficulty": (
        "The main challenge was getting lecturers to come.",
        "Unfortunately, the server crashed on the first morning.",
        "It did not work for people who came in by bus.",
        "We ran out of time in both sessions.",
    ),
    "trade-off": (
        "We had to balance cost against quality.",
        "Paper was slower than the form and reached more people.",
        "Speed came at the expense of accuracy.",
        "The recording was clear, but nobody watched it to the end.",
    ),
    "assumption": (
        "I had assumed that everyone owns a laptop.",
        "In my view the tool matters less than the task.",
        "My assumption was wrong.",
        "It is essential that the first minute works.",
    ),
    "other-view": (
        "Odo warned me that small files would look like second best.",
        "Two lecturers said that they never opened the guide.",
        "Feedback from the night shift was blunt.",
        "She argued that we should wait.",
    ),
    "consequence": (
        "As a result, apprentices handed their work in earlier.",
        "The captions helped learners who work in loud rooms.",
        "Lecturers spend less time on emails.",
        "Complaints fell from twenty-two to three.",
    ),
    "lesson": (
        "I learnt that silence in a web meeting is no consent.",
        "This taught me to listen first.",
        "Looking back, the timing was wrong.",
        "It has changed how I think about assessment.",
    ),
    "differently": (
        "Next time I would start in the loudest room.",
        "I should have asked the porters before the form was printed.",
        "I no longer begin with the tool.",
        "It would have been better to ask first.",
    ),
    "next-step": (
        "My next step is a paper version for the Annexe.",
        "I plan to put the test into the next tender.",
        "I am currently planning a second workshop.",
        "Going forward, I want to involve more apprentices.",
    ),
    "principle": (
        "This reflects my commitment to inclusive practice.",
        "The design follows constructivist theory.",
        "It is what the principle of sharing practice asks of me.",
        "I value openness.",
    ),
}
ONLY_HAS_ITS_WORDS = {
    "experience": ("The pilot ran for six weeks.", "Odo built the rig."),
    "feeling": (
        "The form has a field for happy customers.",
        "“I was proud of my bench,” a learner wrote.",
    ),
    "difficulty": (
        "The guide has ten pages on wood.",
        "The hard drive holds two terabytes.",
    ),
    "trade-off": ("The guide is more than ten pages long… and has more.", "It has one button."),
    "assumption": ("Belief is the title of a course.", "The view from the Annexe is wide."),
    "other-view": ("The form asks for a name.", "I told everyone about the date."),
    "consequence": ("The bus stops at Tollgate.", "My role is to support staff."),
    "lesson": ("Each lesson takes an hour.", "The course is called Learning to weld."),
    "differently": ("The next time slot is at noon.", "The course would run in spring."),
    "next-step": ("The next page has a picture.", "The will of the founder is on display."),
    "principle": ("The principal signed the form.", "The field has a default value."),
}
DESCRIPTIONS = (
    "I installed the plugin on the test server.",
    "The college has three sites and four thousand students.",
    "The workshop took place on 3 May.",
    "I created a spreadsheet of all courses.",
    "Training was delivered to forty members of staff.",
    "The template contains five blocks.",
    "I work with the library and the service desk.",
)
