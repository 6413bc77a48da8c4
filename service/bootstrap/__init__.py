"""The only modules that know the concrete adapters: each puts one thing together."""
