"""The command line: `postkamer` and its commands, one module each; app.py lists them."""
