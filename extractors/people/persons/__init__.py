"""Names of people: `reading` finds them in text, `person` compares them."""
