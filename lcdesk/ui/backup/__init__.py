"""Copies of the data file: made by themselves each day, listed, restored."""
