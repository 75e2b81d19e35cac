"""Statutory time, 法定时限: working days, clocks, limits. Knows nothing of cases."""
