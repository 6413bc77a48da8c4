"""Ink that is no print: find it, measure it, and say how likely it is a signature."""
