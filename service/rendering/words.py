"""Text of strangers made fit to print: what more than one format needs."""


def plain(text: str) -> str:
    r"""Return text on one line without control characters, which could steer a terminal.

    >>> plain("a\x1b[31mb\nc")
    'a\ufffd[31mb c'
    """
    words = " ".join(text.split())
    return "".join(char if char.isprintable() else "\ufffd" for char in words)
