"""The overlap guard: what stands both in a portfolio and in the corpus."""
