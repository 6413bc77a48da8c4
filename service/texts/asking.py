"""The words around questions on the command line."""

SURE = "{question} [j/N]"
YES = ("j", "ja", "y", "yes")
NOTHING_DONE = "Er is niets gedaan: u antwoordde geen ja."
