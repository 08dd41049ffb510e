"""The passages themselves: read, cut, cleaned and taken apart into words."""
