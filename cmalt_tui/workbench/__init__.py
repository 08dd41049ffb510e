"""The use cases that both front ends call. Import the module of the use case; this file stays empty."""
