"""Bytes of strangers into every part that reads them: each may only refuse them in its own words.

`python -m tests.fuzz TARGET FOLDER` looks for new ones by hand; the test suite does a fixed number.
"""
