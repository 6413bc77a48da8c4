"""The API, version 1; operations.py lists what it can do."""
