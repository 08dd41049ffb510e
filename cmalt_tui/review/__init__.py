"""Reviews a portfolio by rules, one a file; each finds, counts and asks, and changes nothing."""
