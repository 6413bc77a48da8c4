"""How well the kind of a letter is told, measured and learnt on words alone."""
