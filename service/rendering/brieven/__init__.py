"""Output formats of a letter to a citizen, one module each: NAME, MEDIA_TYPE and render."""
