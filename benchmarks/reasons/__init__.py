"""Learns to tell whether a letter says why, from letters that do and letters that do not."""
