"""Watched folders: taking in what is dropped, putting it away, and laying its report beside it."""
