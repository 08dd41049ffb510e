"""What the line mode can do, a few related commands a file; loaded when first used."""
