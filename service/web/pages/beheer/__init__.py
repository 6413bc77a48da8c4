"""Pages for administrators: the same use cases as the commands, for one organisation."""
