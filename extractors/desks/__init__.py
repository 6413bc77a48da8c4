"""What tells which desk a letter is for."""
