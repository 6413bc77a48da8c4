"""Signs, words and sentences of Dutch text, and the names that are known beforehand."""
