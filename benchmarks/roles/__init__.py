"""Letters of which each date, number, name and address is marked, to learn and measure roles."""
