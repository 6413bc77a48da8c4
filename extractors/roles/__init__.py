"""What a date, number, name or address in a letter is, told from what stands around it."""
