"""One module per element: `find(letter, hints)` gives every candidate, best first."""
