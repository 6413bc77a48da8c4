"""Makes the sample letters: sets the texts, signs, stamps and scans them."""
