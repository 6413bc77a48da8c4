"""Measures how fast letters are read, beside other ways to read the same files."""
