"""Reports as text, one module per format."""
