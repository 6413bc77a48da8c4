"""What each page of a file is, and where in the file another letter begins."""
