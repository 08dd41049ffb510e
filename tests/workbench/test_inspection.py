"""What ``locate`` tells: no folder or file of a person's own is kept from them."""

from cmalt_tui.places import Places
from cmalt_tui.workbench.inspection import locations


def test_every_place_that_the_program_writes_to_is_told(places: Places) -> None:
    own = {getattr(places, name) for name, part in vars(Places).items() if type(part) is property}
    assert own
    assert own <= {location.path for location in locations(places)}
