"""What keeps an element that was not found from being called absent."""
