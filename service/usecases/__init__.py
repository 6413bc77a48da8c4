"""What Postkamer does, as plain functions over ports."""
