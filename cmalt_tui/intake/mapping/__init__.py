"""Text mapped to the places of a framework: headings, parts, evidence."""
