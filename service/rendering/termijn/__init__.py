"""An answer of the calculator of terms as text, data or calendar: one module per format."""
