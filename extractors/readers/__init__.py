"""One module per input format; `any_format` holds the list and chooses by content."""
