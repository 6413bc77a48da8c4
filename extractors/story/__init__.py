"""What the body of a letter tells: grounds, conduct, steps, decisions and providers."""
