"""Forms of suits and reconsiderations, a file for each kind of page."""
