"""Say what is on the paper and where; never whether it is enough."""
