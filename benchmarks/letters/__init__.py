"""Makes letters with a known truth, to measure the product on; shares no code with it."""
