"""Names of people, who is who in a letter, and which of its lines are the sender's."""
