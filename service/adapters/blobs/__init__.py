"""Where the original bytes of letters are kept, each under the SHA-256 of what was received."""
