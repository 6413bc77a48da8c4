"""Judges of the elements that need more than a threshold; `validators.judge` lists them."""
