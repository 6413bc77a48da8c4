"""How letters are laid out."""
