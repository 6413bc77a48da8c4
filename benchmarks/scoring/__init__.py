"""Compares reports of the product with the truth of made letters."""
