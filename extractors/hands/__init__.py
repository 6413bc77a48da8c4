"""What was written by hand."""
