"""What a person asked that cannot be done."""


class UsageError(Exception):
    """Wrong use of a command; the message says in Dutch what to do instead."""
