"""Examples on the web: fetched politely, and taken apart into clean pages."""
