"""The Dutch words of commands and pages; each sentence about a problem says what to do."""
