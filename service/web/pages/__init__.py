"""Pages for people: Dutch, made on the server, readable without any script."""
