"""Numbers with rules of their own: one module each with compact, validate, is_valid, format."""
