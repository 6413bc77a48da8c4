"""The Dutch words of dossiers, by code."""
