"""Read dates, and tell what each date of a letter is the date of."""
