"""What learnt models have in common: chances from log odds, weights as they stand in files."""
