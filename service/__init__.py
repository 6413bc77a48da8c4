"""Move letters and reports, and talk to people; hold no legal rule."""
