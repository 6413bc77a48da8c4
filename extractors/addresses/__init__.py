"""Postal addresses in lines: `find` is the way in."""
