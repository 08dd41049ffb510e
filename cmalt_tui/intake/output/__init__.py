"""What a mapping turns into: Markdown, a portfolio, JSON."""
