"""What is done on the writing screen and needs more than one step, one a file."""
