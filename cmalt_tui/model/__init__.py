"""The portfolio, the framework and the example as plain data: no reading, writing or drawing."""
