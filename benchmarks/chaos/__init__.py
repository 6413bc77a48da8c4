"""Disturbs a running Postkamer in every way that a plan draws, and counts what came of it."""
