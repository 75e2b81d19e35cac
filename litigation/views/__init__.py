"""Pages of suits and reconsiderations, a file for each part."""
