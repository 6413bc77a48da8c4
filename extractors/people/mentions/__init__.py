"""Where a letter names the people it comes from or is about; `find` is the way in."""
