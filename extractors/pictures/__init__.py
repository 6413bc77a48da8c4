"""Decode pictures and work on their pixels."""
