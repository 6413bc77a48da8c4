"""The Dutch sentences of the report, by code: plain words, and what to do next."""
