"""Statutory tables, one module per form; versions by the year they are for."""
