"""The portfolio, the framework and the example as plain data; nothing here reads, writes or draws."""
