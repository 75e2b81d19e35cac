"""Ledgers in, figures and reports out: reads what the record apps declare."""
