"""How likely a candidate is right, as learnt from letters of which the truth is known."""
