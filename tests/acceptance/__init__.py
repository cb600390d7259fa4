"""The finished program from outside, against real servers."""
