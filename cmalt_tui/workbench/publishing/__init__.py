"""Publishing one's own portfolio as examples: what leaves, and into which repository."""
