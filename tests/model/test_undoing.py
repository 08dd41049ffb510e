"""One step goes back; nothing that was typed since goes with it."""

from dataclasses import replace

from cmalt_tui.model.portfolio import EvidenceItem, Portfolio, Reflection, Section, Status
from cmalt_tui.model.undoing import step_back

EMPTY = Portfolio("A title", "Ada", "cmalt-2019", "cmalt")


def with_text(portfolio: Portfolio, text: str, section_id: str = "1a") -> Portfolio:
    return portfolio.with_section(replace(portfolio.section(section_id), description=text))


def test_a_status_goes_back_and_the_text_typed_since_stays() -> None:
    before = with_text(EMPTY, "one")
    after = before.with_section(replace(before.section("1a"), status=Status.DONE))
    now = with_text(with_text(after, "one two three"), "elsewhere", "2b")

    back = step_back(now, before, after)

    assert back.section("1a").status is Status.EMPTY
    assert back.section("1a").description == "one two three"
    assert back.section("2b").description == "elsewhere"


def test_a_deleted_reflection_comes_back_to_its_place() -> None:
    first, second = Reflection("first", text="1"), Reflection("second", text="2")
    before = EMPTY.with_section(Section("1a", reflections=(first, second)))
    after = EMPTY.with_section(Section("1a", reflections=(second,)))
    now = EMPTY.with_section(Section("1a", reflections=(replace(second, text="2 and more"),)))

    back = step_back(now, before, after).section("1a")

    assert [piece.id for piece in back.reflections] == ["first", "second"]
    assert back.reflection("second").text == "2 and more"


def test_an_added_reflection_goes_and_its_text_comes_back_with_redo() -> None:
    before = EMPTY.with_section(Section("1a"))
    after = EMPTY.with_section(Section("1a", reflections=(Reflection("new"),)))
    now = EMPTY.with_section(Section("1a", reflections=(Reflection("new", text="typed since"),)))

    back = step_back(now, before, after)
    again = step_back(back, now, back)

    assert back.section("1a").reflections == ()
    assert again.section("1a").reflection("new").text == "typed since"


def test_a_section_that_the_step_added_goes_and_one_that_it_took_comes_back() -> None:
    before = EMPTY.with_section(Section("specialist-1", title="Captions"))
    after = EMPTY.with_section(Section("specialist-2"))

    back = step_back(after, before, after)

    assert list(back.sections) == ["specialist-1"]


def test_words_written_since_stay_also_in_a_paragraph_that_the_step_changed() -> None:
    before = with_text(EMPTY, "A colour.\n\nAnother colour.")
    after = with_text(EMPTY, "A color.\n\nAnother color.")
    now = with_text(EMPTY, "A color that I like.\n\nAnother color.\n\nA third.")

    back = step_back(now, before, after).section("1a").description

    assert back == "A color that I like.\n\nAnother colour.\n\nA third."


def test_a_reflection_that_was_moved_and_written_in_is_not_taken_away() -> None:
    piece = Reflection("pilot", text="It went well.")
    before = EMPTY.with_section(Section("1a", reflections=(piece,))).with_section(Section("2a"))
    after = EMPTY.with_section(Section("1a")).with_section(Section("2a", reflections=(piece,)))
    longer = replace(piece, text="It went well. Then it rained.")
    now = after.with_section(Section("2a", reflections=(longer,)))

    assert step_back(after, before, after) == before
    back = step_back(now, before, after)
    assert back.section("1a").reflections == (piece,)
    assert back.section("2a").reflections == (longer,)


def test_fields_of_the_portfolio_and_evidence_go_back() -> None:
    before = EMPTY.with_evidence(EvidenceItem("paper", "A paper"))
    after = replace(before, pathway="senior").with_evidence(EvidenceItem("paper", "The paper"))
    now = replace(after, title="A better title")

    back = step_back(now, before, after)

    assert (back.pathway, back.title) == ("cmalt", "A better title")
    assert back.evidence["paper"].title == "A paper"
