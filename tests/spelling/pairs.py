"""Misspellings that the project listed itself, and what each was meant to be."""

from typing import NamedTuple


class Pair(NamedTuple):
    """A misspelling, and the words that would be right for it."""

    typed: str
    right: tuple[str, ...]


_LISTED = """
recieve receive; beleive believe; acheived achieved; seperate separate; definately definitely
occured occurred; begining beginning; refering referring; commited committed; sucessful successful
neccessary necessary; accomodate accommodate; embarass embarrass; priviledge privilege
knowlege knowledge; enviroment environment; goverment government; tommorow tomorrow
wich which; teh the; adn and; thier their; becuase because; freind friend; studnet student
colleauge colleague; reflecton reflection; evidance evidence; assesment assessment
asessor assessor; porfolio portfolio; pedagody pedagogy; technolgy technology
accessability accessibility; inclusve inclusive; dyslexc dyslexic; feedbak feedback
organistion organisation; behavior behaviour
color colour; center centre; grammer grammar
writting writing; untill until; arguement argument; independant independent
existance existence; relevent relevant; maintainance maintenance; sylabus syllabus
questionaire questionnaire; resourse resource; alot a_lot; infront in_front; dont don't
wasnt wasn't; moodle Moodle; Febuary February; Wedesday Wednesday; occassion occasion
publically publicly; transfered transferred; developement development
"""

PAIRS = tuple(
    Pair(typed, (right.replace("_", " "),))
    for typed, right in (
        pair.split() for line in _LISTED.strip().split("\n") for pair in line.split(";")
    )
)
