"""Benchmarks: ratios in one run, with what they are compared to; never a test.

`make bench` runs all, `python -m bench NAME` one. Each prints absolute figures, the ratio and
the machine.
"""
