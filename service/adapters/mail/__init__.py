"""Messages: reading them whatever they are kept in, drawing their text, and mailboxes."""
