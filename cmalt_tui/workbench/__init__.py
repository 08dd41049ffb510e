"""The use cases that both front ends call; import the module of the use case that you need."""
