"""The web service: the API, the pages of the mailroom, health."""
